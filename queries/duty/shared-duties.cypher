// name: shared-duties
// zh: 哪些条款由多个单位共同负责？
// en: Which provisions have several responsible units?
// parameters:
//   status:
//   rows:
// columns: [policy, task, units, responsible]
MATCH (t:Provision)
// Ties are counted faster than read, and units are no more than ties: what has fewer ties than the least of the
// first has units is not among the first.
WITH t, COUNT { (t)<-[:RESPONSIBLE_FOR]-() } AS ties
WHERE ties > 1
WITH t, ties
ORDER BY ties DESC
LIMIT toInteger(coalesce($rows, 1))
CALL (t) {
  MATCH (t)<-[r:RESPONSIBLE_FOR]-(a:Agent) WHERE r.status IN $status
  WITH DISTINCT a.name AS name
  RETURN count(name) AS units
}
WITH CASE WHEN $rows IS NULL THEN 0 ELSE min(units) END AS least
MATCH (t:Provision)
WHERE COUNT { (t)<-[:RESPONSIBLE_FOR]-() } >= least AND COUNT { (t)<-[:RESPONSIBLE_FOR]-() } > 1
CALL (t) {
  MATCH (t)<-[r:RESPONSIBLE_FOR]-(a:Agent) WHERE r.status IN $status
  WITH DISTINCT a.name AS name
  RETURN count(name) AS units
}
WITH t, units
WHERE units > 1
WITH t, units
ORDER BY units DESC, t.name, t.id
LIMIT toInteger(coalesce($rows, 1000000000))
CALL (t) {
  MATCH (t)<-[r:RESPONSIBLE_FOR]-(a:Agent) WHERE r.status IN $status
  WITH DISTINCT a.name AS name ORDER BY name
  RETURN collect(name) AS responsible
}
CALL (t) {
  OPTIONAL MATCH (p:Policy)-[:HAS_PROVISION*1..4]->(t)
  RETURN min(p.name) AS policy
}
RETURN policy, t.name AS task, units, responsible
ORDER BY units DESC, task, t.id
// picture
MATCH (a:Agent)-[r:RESPONSIBLE_FOR]->(t:Provision)
WHERE r.status IN $status
WITH t, count(DISTINCT a.id) AS units ORDER BY units DESC, t.id
WHERE units > 1
WITH t LIMIT 8
MATCH way = (:Agent)-[r:RESPONSIBLE_FOR]->(t)
WHERE r.status IN $status
RETURN way
