// name: support-by-strength
// zh: 哪些支持的措辞最有力？
// en: Which support is worded most firmly?
// parameters:
//   strength: {type: number, default: 4, example: 4}
//   status:
//   as_of:
// columns: [strength, supporter, relation, beneficiary, status, quote, title, number, date, section, url, kind,
//   statement]
MATCH (s)-[r:SUPPORTS|SUBSIDIZES]->(b)
WHERE r.status IN $status AND r.strength >= $strength
WITH s, r, b, r.document AS source
OPTIONAL MATCH (d:Document {id: source})
WITH s, r, b, d
WHERE $as_of IS NULL OR (coalesce(d.written, d.published, '') <= $as_of
  AND NOT EXISTS { MATCH (d)-[:TEXT_OF]->(law:Policy) WHERE law.validTo < $as_of })
RETURN r.strength AS strength, s.name AS supporter, type(r) AS relation, b.name AS beneficiary, r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, r.id AS statement
ORDER BY strength DESC, supporter, beneficiary, statement
