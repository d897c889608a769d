// name: who-supports-whom
// zh: 谁支持谁？
// en: Who supports whom?
// parameters:
//   status:
//   as_of:
//   rows:
// columns: [supporter, supporterClass, issuers, responsible, relation, beneficiary, amount, amountMax, unit, per, rate,
//   rateBase, cap, capPer, share, tier, condition, deadline, status, quote, title, number, date, section, url, kind, statement]
MATCH (s)
WHERE EXISTS { (s)-[:SUPPORTS|SUBSIDIZES]->() }
  AND EXISTS { MATCH (s)-[r:SUPPORTS|SUBSIDIZES]->() WHERE r.status IN $status }
WITH s.name AS supporter, collect(s) AS bearers
ORDER BY supporter
LIMIT toInteger(CASE WHEN $as_of IS NULL THEN coalesce($rows, 1000000000) ELSE 1000000000 END)
UNWIND bearers AS s
MATCH (s)-[r:SUPPORTS|SUBSIDIZES]->(b)
WHERE r.status IN $status
WITH r, supporter, b.name AS beneficiary, r.id AS statement
ORDER BY supporter, beneficiary, statement
LIMIT toInteger(CASE WHEN $as_of IS NULL THEN coalesce($rows, 1000000000) ELSE 1000000000 END)
WITH r, supporter, beneficiary, statement, r.document AS source
OPTIONAL MATCH (d:Document {id: source})
WITH r, supporter, beneficiary, statement, d
WHERE $as_of IS NULL OR d IS NULL OR (coalesce(d.written, d.published, '') <= $as_of
  AND NOT EXISTS { MATCH (d)-[:TEXT_OF]->(law:Policy) WHERE law.validTo < $as_of })
WITH r, startNode(r) AS s, supporter, beneficiary, statement, d
ORDER BY supporter, beneficiary, statement
LIMIT toInteger(coalesce($rows, 1000000000))
CALL (s) {
  OPTIONAL MATCH (a:Actor)-[w:ISSUES]->(p:Policy)-[:HAS_PROVISION*0..4]->(s)
  WHERE w.status IN ['asserted', 'reference']
  WITH DISTINCT a.name AS name ORDER BY name
  RETURN collect(name) AS issuers
}
CALL (s) {
  OPTIONAL MATCH (a:Actor)-[w:RESPONSIBLE_FOR]->(p)-[:HAS_PROVISION*0..4]->(s)
  WHERE w.status IN ['asserted', 'reference']
  WITH DISTINCT a.name AS name ORDER BY name
  RETURN collect(name) AS responsible
}
RETURN supporter, s.class AS supporterClass, issuers, responsible, type(r) AS relation, beneficiary,
  r.amount AS amount, r.amountMax AS amountMax, r.unit AS unit, r.per AS per,
  r.rate AS rate, r.rateBase AS rateBase, r.cap AS cap, r.capPer AS capPer, r.share AS share, r.tier AS tier,
  r.condition AS condition, r.deadline AS deadline, r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, statement
ORDER BY supporter, beneficiary, statement
// picture
MATCH way = (:Actor)-[r:SUPPORTS|SUBSIDIZES]->(:Actor)
WHERE r.status IN $status
RETURN way ORDER BY r.id LIMIT 60
