// name: shared-duties
// zh: 哪些条款由多个单位共同负责？
// en: Which provisions have several responsible units?
// parameters:
//   status:
// columns: [policy, task, units, responsible]
MATCH (a:Agent)-[r:RESPONSIBLE_FOR]->(t:Provision)
WHERE r.status IN $status
WITH DISTINCT t, a.name AS name ORDER BY name
WITH t, count(name) AS units, collect(name) AS responsible
WHERE units > 1
CALL (t) {
  OPTIONAL MATCH (p:Policy)-[:HAS_PROVISION*1..4]->(t)
  RETURN min(p.name) AS policy
}
RETURN policy, t.name AS task, units, responsible
ORDER BY units DESC, policy, task, responsible
// picture
MATCH (a:Agent)-[r:RESPONSIBLE_FOR]->(t:Provision)
WHERE r.status IN $status
WITH t, count(DISTINCT a.id) AS units ORDER BY units DESC, t.id
WHERE units > 1
WITH t LIMIT 8
MATCH way = (:Agent)-[r:RESPONSIBLE_FOR]->(t)
WHERE r.status IN $status
RETURN way
