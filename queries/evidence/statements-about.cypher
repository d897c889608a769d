// name: statements-about
// zh: 关于这个名称，有哪些陈述？
// en: What is stated about this name?
// parameters:
//   entity: {type: name, example: 长安汽车}
//   status:
//   as_of:
// columns: [subject, relation, object, role, value, valueMax, operator, unit, year, measure, baseline, amount, amountMax, per,
//   rate, rateBase, cap, capPer, share, tier, condition, deadline, status, quote, title, number, date, section, url,
//   kind, statement]
MATCH (:Name {key: $entity})-[:NAMES]->(e)
MATCH (e)-[r]-(o)
WHERE r.status IN $status
WITH r, r.document AS source
OPTIONAL MATCH (d:Document {id: source})
WITH r, d
WHERE $as_of IS NULL OR d IS NULL OR (coalesce(d.written, d.published, '') <= $as_of
  AND NOT EXISTS { MATCH (d)-[:TEXT_OF]->(law:Policy) WHERE law.validTo < $as_of })
RETURN startNode(r).name AS subject, type(r) AS relation, endNode(r).name AS object,
  r.role AS role, r.value AS value, r.valueMax AS valueMax, r.operator AS operator, r.unit AS unit, r.year AS year,
  r.kind AS measure, r.baseline AS baseline, r.amount AS amount, r.amountMax AS amountMax, r.per AS per, r.rate AS rate,
  r.rateBase AS rateBase, r.cap AS cap, r.capPer AS capPer, r.share AS share, r.tier AS tier,
  r.condition AS condition, r.deadline AS deadline, r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, r.id AS statement
ORDER BY relation, subject, object, statement
// picture
MATCH (:Name {key: $entity})-[:NAMES]->(e)
MATCH way = (e)-[r]-(o)
WHERE r.status IN $status
RETURN way
