// name: technologies
// zh: 支持哪些技术和产品，由谁支持？
// en: Which technologies and products are supported, and by whom?
// parameters:
//   status:
//   as_of:
//   rows:
// columns: [technology, class, supporter, relation, strength, status, quote, title, number, date, section, url,
//   kind, statement]
MATCH (t)
WHERE (t:Technology OR t:Product) AND EXISTS { MATCH (t)<-[r:SUPPORTS|SUBSIDIZES]-() WHERE r.status IN $status }
WITH t.name AS technology, collect(t) AS bearers
ORDER BY technology
LIMIT toInteger(CASE WHEN $as_of IS NULL THEN coalesce($rows, 1000000000) ELSE 1000000000 END)
UNWIND bearers AS t
MATCH (t)<-[r:SUPPORTS|SUBSIDIZES]-(s)
WHERE r.status IN $status
WITH r, technology, s.name AS supporter, r.id AS statement
ORDER BY technology, supporter, statement
LIMIT toInteger(CASE WHEN $as_of IS NULL THEN coalesce($rows, 1000000000) ELSE 1000000000 END)
WITH r, technology, supporter, statement, r.document AS source
OPTIONAL MATCH (d:Document {id: source})
WITH r, technology, supporter, statement, d
WHERE $as_of IS NULL OR d IS NULL OR (coalesce(d.written, d.published, '') <= $as_of
  AND NOT EXISTS { MATCH (d)-[:TEXT_OF]->(law:Policy) WHERE law.validTo < $as_of })
RETURN technology, endNode(r).class AS class, supporter, type(r) AS relation, r.strength AS strength, r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, statement
ORDER BY technology, supporter, statement
LIMIT toInteger(coalesce($rows, 1000000000))
