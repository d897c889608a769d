// name: bridges
// zh: 两地之间有哪些直接联系？
// en: What ties the two sides to each other directly?
// parameters:
//   left: {type: name, of: Place, default: 重庆市, example: 重庆市}
//   right: {type: name, of: Place, default: 四川省, example: 四川省}
//   status:
//   as_of:
// columns: [subject, relation, object, status, quote, title, number, date, section, url, kind, statement]
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
WHERE coalesce(x.jurisdiction, x.id) IN here
MATCH (x)-[r]-(y:Actor)
WHERE r.status IN $status AND coalesce(y.jurisdiction, y.id) IN there
WITH r, r.document AS source
OPTIONAL MATCH (d:Document {id: source})
WITH r, d
WHERE $as_of IS NULL OR (coalesce(d.written, d.published, '') <= $as_of
  AND NOT EXISTS { MATCH (d)-[:TEXT_OF]->(law:Policy) WHERE law.validTo < $as_of })
RETURN startNode(r).name AS subject, type(r) AS relation, endNode(r).name AS object, r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, r.id AS statement
ORDER BY subject, relation, object, statement
// picture
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
MATCH way = (x:Actor)-[r]-(y:Actor)
WHERE coalesce(x.jurisdiction, x.id) IN here AND coalesce(y.jurisdiction, y.id) IN there AND r.status IN $status
RETURN way ORDER BY r.id LIMIT 100
