// name: parks
// zh: 这个地区有哪些园区，园区内有谁？
// en: Which parks has this region, and who is there?
// parameters:
//   region: {type: name, of: Place, example: 重庆市}
//   status:
// columns: [park, class, firms, projects]
MATCH (:Name {key: $region})-[:NAMES]->(g:Place)
MATCH (k:Park)-[ways:WITHIN|LOCATED_IN|PART_OF|SUBSIDIARY_OF*1..4]->(g)
WHERE all(w IN ways WHERE w.status IN $status)
WITH DISTINCT k
CALL (k) {
  OPTIONAL MATCH (f:Firm)-[r:LOCATED_IN|WITHIN]->(k) WHERE r.status IN $status
  WITH DISTINCT f.name AS name ORDER BY name
  RETURN collect(name) AS firms
}
CALL (k) {
  OPTIONAL MATCH (f:Project)-[r:LOCATED_IN|WITHIN]->(k) WHERE r.status IN $status
  WITH DISTINCT f.name AS name ORDER BY name
  RETURN collect(name) AS projects
}
RETURN k.name AS park, k.class AS class, firms, projects
ORDER BY park, class
// picture
MATCH (:Name {key: $region})-[:NAMES]->(g:Place)
MATCH way = (:Park)-[:WITHIN|LOCATED_IN|PART_OF|SUBSIDIARY_OF*1..4]->(g)
RETURN way
