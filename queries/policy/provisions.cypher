// name: provisions
// zh: 这份政策有哪些条款，支持谁、由谁负责？
// en: What provisions has this policy, whom do they support and who answers for them?
// parameters:
//   policy: {type: name, of: Policy, example: 渝府发〔2022〕38号}
//   status:
// columns: [depth, provision, beneficiaries, responsible]
MATCH (:Name {key: $policy})-[:NAMES]->(p:Policy)
MATCH way = (p)-[:HAS_PROVISION*1..4]->(v:Provision)
WITH v, min(length(way)) AS depth
CALL (v) {
  OPTIONAL MATCH (v)-[r:SUPPORTS|SUBSIDIZES]->(b) WHERE r.status IN $status
  WITH DISTINCT b.name AS name ORDER BY name
  RETURN collect(name) AS beneficiaries
}
CALL (v) {
  OPTIONAL MATCH (a:Agent)-[r:RESPONSIBLE_FOR]->(v) WHERE r.status IN $status
  WITH DISTINCT a.name AS name ORDER BY name
  RETURN collect(name) AS responsible
}
RETURN depth, v.name AS provision, beneficiaries, responsible
ORDER BY depth, provision, beneficiaries
// picture
MATCH (:Name {key: $policy})-[:NAMES]->(p:Policy)
MATCH way = (p)-[:HAS_PROVISION*1..4]->()-[:SUPPORTS|SUBSIDIZES*0..1]->()
RETURN way
