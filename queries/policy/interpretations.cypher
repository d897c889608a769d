// name: interpretations
// zh: 哪些解读说明了哪份政策？
// en: Which interpretations explain which policy?
// parameters:
//   status:
//   as_of:
//   rows:
// columns: [subject, object, status, quote, title, number, date, section, url, kind, statement]
MATCH (s:Policy)-[r:INTERPRETS]->(o:Policy)
WHERE r.status IN $status
WITH r, s.name AS subject, o.name AS object, r.id AS statement
ORDER BY subject, object, statement
LIMIT toInteger(CASE WHEN $as_of IS NULL THEN coalesce($rows, 1000000000) ELSE 1000000000 END)
WITH r, subject, object, statement, r.document AS source
OPTIONAL MATCH (d:Document {id: source})
WITH r, subject, object, statement, d
WHERE $as_of IS NULL OR d IS NULL OR (coalesce(d.written, d.published, '') <= $as_of
  AND NOT EXISTS { MATCH (d)-[:TEXT_OF]->(law:Policy) WHERE law.validTo < $as_of })
RETURN subject, object, r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, statement
ORDER BY subject, object, statement
LIMIT toInteger(coalesce($rows, 1000000000))
