// name: interpretations
// zh: 哪些解读说明了哪份政策？
// en: Which interpretations explain which policy?
// parameters:
//   status:
//   as_of:
// columns: [subject, object, status, quote, title, number, date, section, url, kind, statement]
MATCH (s:Policy)-[r:INTERPRETS]->(o:Policy)
WHERE r.status IN $status
WITH s, r, o, r.document AS source
OPTIONAL MATCH (d:Document {id: source})
WITH s, r, o, d
WHERE $as_of IS NULL OR (coalesce(d.written, d.published, '') <= $as_of
  AND NOT EXISTS { MATCH (d)-[:TEXT_OF]->(law:Policy) WHERE law.validTo < $as_of })
RETURN s.name AS subject, o.name AS object, r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, r.id AS statement
ORDER BY subject, object, statement
