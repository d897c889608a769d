// name: makers
// zh: 谁生产、提供、承担什么？
// en: Who makes, offers or undertakes what?
// parameters:
//   status:
//   as_of:
//   rows:
// columns: [maker, class, relation, technology, status, quote, title, number, date, section, url, kind, statement]
MATCH (m:Actor)-[r:PRODUCES|OFFERS|UNDERTAKES]->(t)
WHERE r.status IN $status
WITH r, m.name AS maker, t.name AS technology, r.id AS statement
ORDER BY maker, technology, statement
LIMIT toInteger(CASE WHEN $as_of IS NULL THEN coalesce($rows, 1000000000) ELSE 1000000000 END)
WITH r, maker, technology, statement, r.document AS source
OPTIONAL MATCH (d:Document {id: source})
WITH r, maker, technology, statement, d
WHERE $as_of IS NULL OR d IS NULL OR (coalesce(d.written, d.published, '') <= $as_of
  AND NOT EXISTS { MATCH (d)-[:TEXT_OF]->(law:Policy) WHERE law.validTo < $as_of })
RETURN maker, startNode(r).class AS class, type(r) AS relation, technology, r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, statement
ORDER BY maker, technology, statement
LIMIT toInteger(coalesce($rows, 1000000000))
// picture
MATCH way = (:Actor)-[r:PRODUCES|OFFERS|UNDERTAKES]->()
WHERE r.status IN $status
RETURN way ORDER BY r.id LIMIT 60
