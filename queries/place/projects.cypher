// name: projects
// zh: 这个地区有哪些项目，由谁实施？
// en: Which projects has this region, and who carries them out?
// parameters:
//   region: {type: name, of: Place, example: 重庆市}
//   status:
//   as_of:
// columns: [project, place, firms, status, quote, title, number, date, section, url, kind, statement]
MATCH (:Name {key: $region})-[:NAMES]->(g:Place)
MATCH (k:Place)-[:WITHIN|LOCATED_IN|PART_OF|SUBSIDIARY_OF*0..4]->(g)
WITH DISTINCT k
MATCH (j:Project)-[r:LOCATED_IN|WITHIN]->(k)
WHERE r.status IN $status
WITH j, r, k, r.document AS source
OPTIONAL MATCH (d:Document {id: source})
WITH j, r, k, d
WHERE $as_of IS NULL OR d IS NULL OR (coalesce(d.written, d.published, '') <= $as_of
  AND NOT EXISTS { MATCH (d)-[:TEXT_OF]->(law:Policy) WHERE law.validTo < $as_of })
CALL (j) {
  OPTIONAL MATCH (f:Actor)-[u:UNDERTAKES|BUILDS]->(j) WHERE u.status IN $status
  WITH DISTINCT f.name AS name ORDER BY name
  RETURN collect(name) AS firms
}
RETURN j.name AS project, k.name AS place, firms, r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, r.id AS statement
ORDER BY project, place, statement
// picture
MATCH (:Name {key: $region})-[:NAMES]->(g:Place)
MATCH way = (:Project)-[:LOCATED_IN|WITHIN]->(:Place)-[:WITHIN|LOCATED_IN|PART_OF|SUBSIDIARY_OF*0..4]->(g)
WHERE all(r IN relationships(way) WHERE r.status IN $status)
RETURN way
