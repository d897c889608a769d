// name: shared-work
// zh: 两地共同做什么：共建、共同负责、共同印发？
// en: "What do both sides work on: build, answer for, issue?"
// parameters:
//   left: {type: name, of: Place, default: 重庆市, example: 重庆市}
//   right: {type: name, of: Place, default: 四川省, example: 四川省}
//   status:
// columns: [common, class, left, right, relations, statements]
MATCH (:Name {key: $left})-[:NAMES]->(l:Place)
MATCH (:Name {key: $right})-[:NAMES]->(t:Place)
CALL (l) {
  MATCH (l)<-[:WITHIN|PART_OF|SUBSIDIARY_OF*0..3]-(k:Place)
  RETURN collect(k.id) AS here
}
CALL (t) {
  MATCH (t)<-[:WITHIN|PART_OF|SUBSIDIARY_OF*0..3]-(k:Place)
  RETURN collect(k.id) AS there
}
MATCH (x:Actor)
WITH x, coalesce(x.jurisdiction, x.id) IN here AS isHere,
  coalesce(x.jurisdiction, x.id) IN there AS isThere
WHERE isHere OR isThere
MATCH (x)-[r:ISSUES|RESPONSIBLE_FOR|ASSISTS|CONTRIBUTES_TO|BUILDS|UNDERTAKES|ORGANIZES]->(m)
WHERE r.status IN $status
WITH m, r, x, isHere, isThere ORDER BY x.name, r.id
WITH m, collect(DISTINCT CASE WHEN isHere THEN x.name END) AS left,
  collect(DISTINCT CASE WHEN isThere THEN x.name END) AS right,
  collect(DISTINCT type(r)) AS relations, collect(r.id) AS statements
WHERE size(left) > 0 AND size(right) > 0
RETURN m.name AS common, m.class AS class, left, right, relations, statements
ORDER BY common, left, right, statements
