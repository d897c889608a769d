// name: bridges
// zh: 两地之间有哪些直接联系？
// en: What ties the two sides to each other directly?
// parameters:
//   left: {type: name, of: Place, default: 重庆市, example: 重庆市}
//   right: {type: name, of: Place, default: 四川省, example: 四川省}
//   status:
//   as_of:
//   rows:
// columns: [subject, relation, object, status, quote, title, number, date, section, url, kind, statement]
MATCH (:Name {key: $left})-[:NAMES]->(l:Place)
MATCH (:Name {key: $right})-[:NAMES]->(t:Place)
CALL (l) {
  MATCH (x:Place)-[:WITHIN|PART_OF|SUBSIDIARY_OF*0..3]->(l)
  RETURN x
  UNION
  MATCH (x:Actor) WHERE x.jurisdiction IS NOT NULL
  WITH l, x, x.jurisdiction AS home
  MATCH (:Region {id: home})-[:WITHIN|PART_OF|SUBSIDIARY_OF*0..3]->(up) WHERE up.id = l.id
  RETURN x
}
MATCH (x)-[r]-(y:Actor)
WHERE r.status IN $status AND (y.jurisdiction IS NOT NULL OR y:Place)
WITH t, y, y.jurisdiction AS home, collect(DISTINCT r) AS ties
WHERE y:Place AND EXISTS { MATCH (y)-[:WITHIN|PART_OF|SUBSIDIARY_OF*0..3]->(up) WHERE up.id = t.id }
  OR EXISTS { MATCH (:Region {id: home})-[:WITHIN|PART_OF|SUBSIDIARY_OF*0..3]->(up) WHERE up.id = t.id }
UNWIND ties AS r
WITH DISTINCT r
WITH r, startNode(r).name AS subject, type(r) AS relation, endNode(r).name AS object, r.id AS statement
ORDER BY subject, relation, object, statement
LIMIT toInteger(CASE WHEN $as_of IS NULL THEN coalesce($rows, 1000000000) ELSE 1000000000 END)
WITH r, subject, relation, object, statement, r.document AS source
OPTIONAL MATCH (d:Document {id: source})
WITH r, subject, relation, object, statement, d
WHERE $as_of IS NULL OR d IS NULL OR (coalesce(d.written, d.published, '') <= $as_of
  AND NOT EXISTS { MATCH (d)-[:TEXT_OF]->(law:Policy) WHERE law.validTo < $as_of })
RETURN subject, relation, object, r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, statement
ORDER BY subject, relation, object, statement
LIMIT toInteger(coalesce($rows, 1000000000))
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
