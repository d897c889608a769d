// name: place-profile
// zh: 关于这个地方（含其下辖）说了什么？
// en: What is said of this place and what lies in it?
// parameters:
//   region: {type: name, of: Place, example: 渝北区}
//   status:
//   as_of:
// columns: [place, subject, relation, object, role, value, valueMax, operator, unit, year, measure, baseline, amount, amountMax,
//   per, rate, rateBase, cap, capPer, share, tier, condition, deadline, status, quote, title, number, date, section, url,
//   kind, statement]
MATCH (:Name {key: $region})-[:NAMES]->(g:Place)
MATCH (k:Place)-[:WITHIN|PART_OF|SUBSIDIARY_OF*0..3]->(g)
WITH DISTINCT k
MATCH (k)-[r]-(o)
WHERE r.status IN $status
WITH k, r, r.document AS source
OPTIONAL MATCH (d:Document {id: source})
WITH k, r, d
WHERE $as_of IS NULL OR d IS NULL OR (coalesce(d.written, d.published, '') <= $as_of
  AND NOT EXISTS { MATCH (d)-[:TEXT_OF]->(law:Policy) WHERE law.validTo < $as_of })
RETURN DISTINCT k.name AS place, startNode(r).name AS subject, type(r) AS relation, endNode(r).name AS object,
  r.role AS role, r.value AS value, r.valueMax AS valueMax, r.operator AS operator, r.unit AS unit, r.year AS year,
  r.kind AS measure, r.baseline AS baseline, r.amount AS amount, r.amountMax AS amountMax, r.per AS per, r.rate AS rate,
  r.rateBase AS rateBase, r.cap AS cap, r.capPer AS capPer, r.share AS share, r.tier AS tier,
  r.condition AS condition, r.deadline AS deadline, r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, r.id AS statement
ORDER BY place, relation, subject, object, statement
