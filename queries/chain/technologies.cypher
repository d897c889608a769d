// name: technologies
// zh: 支持哪些技术和产品，由谁支持？
// en: Which technologies and products are supported, and by whom?
// parameters:
//   status:
//   as_of:
//   rows:
// columns: [technology, class, supporter, relation, strength, status, quote, title, number, date, section, url,
//   kind, statement]
MATCH ()-[r:SUPPORTS|SUBSIDIZES]->(t)
WHERE r.status IN $status AND (t:Technology OR t:Product)
WITH r.document AS source, collect(r) AS told
OPTIONAL MATCH (d:Document {id: source})
WITH d, told
WHERE $as_of IS NULL OR (coalesce(d.written, d.published, '') <= $as_of
  AND NOT EXISTS { MATCH (d)-[:TEXT_OF]->(law:Policy) WHERE law.validTo < $as_of })
UNWIND told AS r
WITH d, r, endNode(r) AS t, endNode(r).name AS technology, startNode(r).name AS supporter, r.id AS statement
ORDER BY technology, supporter, statement LIMIT toInteger(coalesce($rows, 1000000000))
RETURN technology, t.class AS class, supporter, type(r) AS relation, r.strength AS strength,
  r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, statement
ORDER BY technology, supporter, statement
