// name: policy-money
// zh: 这份政策给谁多少、什么条件？
// en: What does this policy grant, to whom and on what condition?
// parameters:
//   policy: {type: name, of: Policy, example: 重庆市促进汽车产业平稳增长政策措施}
//   status:
// columns: [provision, beneficiary, amount, amountMax, unit, per, rate, rateBase, cap, capPer, share, tier, condition,
//   deadline, status, quote, title, number, date, section, url, kind, statement]
MATCH (:Name {key: $policy})-[:NAMES]->(p:Policy)
MATCH (p)-[:HAS_PROVISION*0..4]->(s)
WITH DISTINCT s
MATCH (s)-[r:SUBSIDIZES]->(b)
WHERE r.status IN $status
WITH s, r, b, r.document AS source
OPTIONAL MATCH (d:Document {id: source})
RETURN s.name AS provision, b.name AS beneficiary,
  r.amount AS amount, r.amountMax AS amountMax, r.unit AS unit, r.per AS per,
  r.rate AS rate, r.rateBase AS rateBase, r.cap AS cap, r.capPer AS capPer, r.share AS share, r.tier AS tier,
  r.condition AS condition, r.deadline AS deadline, r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, r.id AS statement
ORDER BY provision, beneficiary, statement
