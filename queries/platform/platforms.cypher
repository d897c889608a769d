// name: platforms
// zh: 谁建设了哪些平台？
// en: Who builds which platforms?
// parameters:
//   status:
//   as_of:
// columns: [builder, platform, class, status, quote, title, number, date, section, url, kind, statement]
MATCH (p:Platform)<-[r:BUILDS]-(s)
WHERE r.status IN $status
WITH p, r, s, r.document AS source
OPTIONAL MATCH (d:Document {id: source})
WITH p, r, s, d
WHERE $as_of IS NULL OR (coalesce(d.written, d.published, '') <= $as_of
  AND NOT EXISTS { MATCH (d)-[:TEXT_OF]->(law:Policy) WHERE law.validTo < $as_of })
RETURN s.name AS builder, p.name AS platform, p.class AS class, r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, r.id AS statement
ORDER BY builder, platform, statement
// picture
MATCH way = (:Platform)<-[r:BUILDS]-()
WHERE r.status IN $status
RETURN way
