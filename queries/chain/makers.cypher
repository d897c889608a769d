// name: makers
// zh: 谁生产、提供、承担什么？
// en: Who makes, offers or undertakes what?
// parameters:
//   status:
//   as_of:
// columns: [maker, class, relation, technology, status, quote, title, number, date, section, url, kind, statement]
MATCH (m:Actor)-[r:PRODUCES|OFFERS|UNDERTAKES]->(t)
WHERE r.status IN $status
WITH m, r, t, r.document AS source
OPTIONAL MATCH (d:Document {id: source})
WITH m, r, t, d
WHERE $as_of IS NULL OR (coalesce(d.written, d.published, '') <= $as_of
  AND NOT EXISTS { MATCH (d)-[:TEXT_OF]->(law:Policy) WHERE law.validTo < $as_of })
RETURN m.name AS maker, m.class AS class, type(r) AS relation, t.name AS technology, r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, r.id AS statement
ORDER BY maker, technology, statement
// picture
MATCH way = (:Actor)-[r:PRODUCES|OFFERS|UNDERTAKES]->()
WHERE r.status IN $status
RETURN way ORDER BY r.id LIMIT 60
