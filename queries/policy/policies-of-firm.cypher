// name: policies-of-firm
// zh: 哪些政策涉及这家企业？
// en: Which policies touch this firm?
// parameters:
//   firm: {type: name, of: Firm, example: 长安汽车}
//   status:
// columns: [policy, class, number, relations, provisions]
MATCH (:Name {key: $firm})-[:NAMES]->(f:Firm)
MATCH (p:Policy)-[:HAS_PROVISION*0..4]->(v)-[r]->(f)
WHERE r.status IN $status
WITH p, v, type(r) AS relation ORDER BY relation
WITH p, v.name AS provision, collect(DISTINCT relation) AS found ORDER BY provision
WITH p, collect(provision) AS provisions, collect(found) AS lists
UNWIND lists AS part
UNWIND part AS relation
WITH DISTINCT p, provisions, relation ORDER BY relation
RETURN p.name AS policy, p.class AS class, p.number AS number, collect(relation) AS relations, provisions
ORDER BY policy, number
// picture
MATCH (:Name {key: $firm})-[:NAMES]->(f:Firm)
MATCH way = (:Policy)-[:HAS_PROVISION*0..4]->()-[r]->(f)
WHERE r.status IN $status
RETURN way
