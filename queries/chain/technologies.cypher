// name: technologies
// zh: 支持哪些技术和产品，由谁支持？
// en: Which technologies and products are supported, and by whom?
// parameters:
//   status:
//   as_of:
// columns: [technology, class, supporter, relation, strength, status, quote, title, number, date, section, url,
//   kind, statement]
CALL () {
  MATCH (s)-[r:SUPPORTS|SUBSIDIZES]->(t:Technology) RETURN s, r, t
  UNION
  MATCH (s)-[r:SUPPORTS|SUBSIDIZES]->(t:Product) RETURN s, r, t
}
WITH s, r, t
WHERE r.status IN $status
WITH s, r, t, r.document AS source
OPTIONAL MATCH (d:Document {id: source})
WITH s, r, t, d
WHERE $as_of IS NULL OR (coalesce(d.written, d.published, '') <= $as_of
  AND NOT EXISTS { MATCH (d)-[:TEXT_OF]->(law:Policy) WHERE law.validTo < $as_of })
RETURN t.name AS technology, t.class AS class, s.name AS supporter, type(r) AS relation, r.strength AS strength,
  r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, r.id AS statement
ORDER BY technology, supporter, statement
