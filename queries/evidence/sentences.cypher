// name: sentences
// zh: 关于这两者的关系，文件里怎么说？
// en: What sentences speak of these two?
// parameters:
//   one: {type: name, example: 重庆市经济和信息化委员会}
//   other: {type: name, example: 长安汽车}
//   status:
//   as_of:
// columns: [subject, relation, object, status, quote, title, number, date, section, url, kind, statement]
MATCH (:Name {key: $one})-[:NAMES]->(a)
MATCH (:Name {key: $other})-[:NAMES]->(b)
MATCH (a)-[r]-(b)
WHERE r.status IN $status
WITH r, r.document AS source
OPTIONAL MATCH (d:Document {id: source})
WITH r, d
WHERE $as_of IS NULL OR d IS NULL OR (coalesce(d.written, d.published, '') <= $as_of
  AND NOT EXISTS { MATCH (d)-[:TEXT_OF]->(law:Policy) WHERE law.validTo < $as_of })
RETURN startNode(r).name AS subject, type(r) AS relation, endNode(r).name AS object, r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, r.id AS statement
ORDER BY date, title, subject, relation, object, statement
// picture
MATCH (:Name {key: $one})-[:NAMES]->(a)
MATCH (:Name {key: $other})-[:NAMES]->(b)
MATCH way = (a)-[r]-(b)
WHERE r.status IN $status
RETURN way
