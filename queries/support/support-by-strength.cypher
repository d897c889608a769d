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
WITH r.document AS source, collect(r) AS told
OPTIONAL MATCH (d:Document {id: source})
WITH d, told
WHERE $as_of IS NULL OR (coalesce(d.written, d.published, '') <= $as_of
  AND NOT EXISTS { MATCH (d)-[:TEXT_OF]->(law:Policy) WHERE law.validTo < $as_of })
UNWIND told AS r
WITH d, r, r.strength AS strength, startNode(r) AS s, endNode(r) AS b, startNode(r).name AS supporter, endNode(r).name AS beneficiary,
  r.id AS statement
ORDER BY strength DESC, supporter, beneficiary, statement LIMIT toInteger(coalesce($rows, 1000000000))
RETURN strength, supporter, type(r) AS relation, beneficiary, r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, statement
ORDER BY strength DESC, supporter, beneficiary, statement
