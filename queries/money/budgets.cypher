// name: budgets
// zh: 文件写明了哪些投资、贷款与额度？
// en: Which investments, loans and ceilings do the documents declare?
// parameters:
//   status:
//   as_of:
//   rows:
// columns: [subject, relation, object, amount, amountMax, unit, per, rate, rateBase, cap, capPer, share, tier,
//   condition, status, quote, title, number, date, section, url, kind, statement]
MATCH (s)-[r]->(o)
WHERE r.status IN $status AND r.amount IS NOT NULL AND type(r) <> 'SUBSIDIZES'
WITH r, s.name AS subject, o.name AS object, r.id AS statement
ORDER BY subject, object, statement
LIMIT toInteger(CASE WHEN $as_of IS NULL THEN coalesce($rows, 1000000000) ELSE 1000000000 END)
WITH r, subject, object, statement, r.document AS source
OPTIONAL MATCH (d:Document {id: source})
WITH r, subject, object, statement, d
WHERE $as_of IS NULL OR d IS NULL OR (coalesce(d.written, d.published, '') <= $as_of
  AND NOT EXISTS { MATCH (d)-[:TEXT_OF]->(law:Policy) WHERE law.validTo < $as_of })
RETURN subject, type(r) AS relation, object,
  r.amount AS amount, r.amountMax AS amountMax, r.unit AS unit, r.per AS per,
  r.rate AS rate, r.rateBase AS rateBase, r.cap AS cap, r.capPer AS capPer, r.share AS share, r.tier AS tier,
  r.condition AS condition, r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, statement
ORDER BY subject, object, statement
LIMIT toInteger(coalesce($rows, 1000000000))
