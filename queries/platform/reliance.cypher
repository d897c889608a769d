// name: reliance
// zh: 什么依托什么？
// en: What relies on what?
// parameters:
//   status:
//   as_of:
// columns: [subject, class, object, status, quote, title, number, date, section, url, kind, statement]
MATCH (s)-[r:RELIES_ON]->(o)
WHERE r.status IN $status
WITH s, r, o, r.document AS source
OPTIONAL MATCH (d:Document {id: source})
WITH s, r, o, d
WHERE $as_of IS NULL OR (coalesce(d.written, d.published, '') <= $as_of
  AND NOT EXISTS { MATCH (d)-[:TEXT_OF]->(law:Policy) WHERE law.validTo < $as_of })
RETURN s.name AS subject, s.class AS class, o.name AS object, r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, r.id AS statement
ORDER BY subject, object, statement
// picture
MATCH way = ()-[r:RELIES_ON]->()
WHERE r.status IN $status
RETURN way ORDER BY r.id LIMIT 60
