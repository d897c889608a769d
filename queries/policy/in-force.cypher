// name: in-force
// zh: 某日有哪些政策有效？
// en: Which policies are in force at a date?
// parameters:
//   date: {type: date, example: "2025-06-30"}
//   status:
// columns: [policy, class, number, validFrom, validTo, issuers]
MATCH (p:Policy)
WHERE coalesce(p.validTo, $date) >= $date
CALL (p) {
  OPTIONAL MATCH (d:Document)-[:TEXT_OF]->(p)
  RETURN min(coalesce(d.written, d.published)) AS said
}
WITH p, coalesce(p.validFrom, said) AS validFrom
WHERE validFrom <= $date
CALL (p) {
  OPTIONAL MATCH (a:Actor)-[r:ISSUES]->(p) WHERE r.status IN $status
  WITH DISTINCT a.name AS name ORDER BY name
  RETURN collect(name) AS issuers
}
RETURN p.name AS policy, p.class AS class, p.number AS number, validFrom, p.validTo AS validTo, issuers
ORDER BY validFrom, policy, number
