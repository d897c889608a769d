// name: support-by-strength
// zh: 哪些支持的措辞最有力？
// en: Which support is worded most firmly?
// parameters:
//   strength: {type: number, default: 4, example: 4}
//   status:
//   as_of:
//   rows:
// columns: [strength, supporter, relation, beneficiary, status, quote, title, number, date, section, url, kind,
//   statement]
MATCH (s)-[r:SUPPORTS|SUBSIDIZES]->(b)
WHERE r.status IN $status AND r.strength >= $strength
WITH r, r.strength AS strength, s.name AS supporter, b.name AS beneficiary, r.id AS statement
ORDER BY strength DESC, supporter, beneficiary, statement
LIMIT toInteger(CASE WHEN $as_of IS NULL THEN coalesce($rows, 1000000000) ELSE 1000000000 END)
WITH r, strength, supporter, beneficiary, statement, r.document AS source
OPTIONAL MATCH (d:Document {id: source})
WITH r, strength, supporter, beneficiary, statement, d
WHERE $as_of IS NULL OR d IS NULL OR (coalesce(d.written, d.published, '') <= $as_of
  AND NOT EXISTS { MATCH (d)-[:TEXT_OF]->(law:Policy) WHERE law.validTo < $as_of })
RETURN strength, supporter, type(r) AS relation, beneficiary, r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, statement
ORDER BY strength DESC, supporter, beneficiary, statement
LIMIT toInteger(coalesce($rows, 1000000000))
