// name: platforms
// zh: 谁建设了哪些平台？
// en: Who builds which platforms?
// parameters:
//   status:
//   as_of:
//   rows:
// columns: [builder, platform, class, status, quote, title, number, date, section, url, kind, statement]
MATCH (p:Platform)<-[r:BUILDS]-(s)
WHERE r.status IN $status
WITH r, s.name AS builder, p.name AS platform, r.id AS statement
ORDER BY builder, platform, statement
LIMIT toInteger(CASE WHEN $as_of IS NULL THEN coalesce($rows, 1000000000) ELSE 1000000000 END)
WITH r, builder, platform, statement, r.document AS source
OPTIONAL MATCH (d:Document {id: source})
WITH r, builder, platform, statement, d
WHERE $as_of IS NULL OR d IS NULL OR (coalesce(d.written, d.published, '') <= $as_of
  AND NOT EXISTS { MATCH (d)-[:TEXT_OF]->(law:Policy) WHERE law.validTo < $as_of })
RETURN builder, platform, endNode(r).class AS class, r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, statement
ORDER BY builder, platform, statement
LIMIT toInteger(coalesce($rows, 1000000000))
// picture
MATCH way = (:Platform)<-[r:BUILDS]-()
WHERE r.status IN $status
RETURN way
