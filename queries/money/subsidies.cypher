// name: subsidies
// zh: 有哪些奖补：给谁、多少、什么条件、由谁负责？
// en: "What subsidies are there: for whom, how much, on what condition, answered for by whom?"
// parameters:
//   status:
//   as_of:
//   rows:
// columns: [beneficiary, amount, amountMax, unit, per, rate, rateBase, cap, capPer, share, tier, condition, supporter,
//   responsible, issuers, deadline, validFrom, validTo, status, quote, title, number, date, section, url, kind,
//   statement]
MATCH (b)
WHERE EXISTS { (b)<-[:SUBSIDIZES]-() } AND EXISTS { MATCH (b)<-[r:SUBSIDIZES]-() WHERE r.status IN $status }
WITH b.name AS beneficiary, collect(b) AS bearers
ORDER BY beneficiary
LIMIT toInteger(CASE WHEN $as_of IS NULL THEN coalesce($rows, 1000000000) ELSE 1000000000 END)
UNWIND bearers AS b
MATCH (b)<-[r:SUBSIDIZES]-(s)
WHERE r.status IN $status
WITH r, beneficiary, s.name AS supporter, r.id AS statement
ORDER BY beneficiary, supporter, statement
LIMIT toInteger(CASE WHEN $as_of IS NULL THEN coalesce($rows, 1000000000) ELSE 1000000000 END)
WITH r, beneficiary, supporter, statement, r.document AS source
OPTIONAL MATCH (d:Document {id: source})
WITH r, beneficiary, supporter, statement, d
WHERE $as_of IS NULL OR d IS NULL OR (coalesce(d.written, d.published, '') <= $as_of
  AND NOT EXISTS { MATCH (d)-[:TEXT_OF]->(law:Policy) WHERE law.validTo < $as_of })
WITH r, startNode(r) AS s, beneficiary, supporter, statement, d
ORDER BY beneficiary, supporter, statement
LIMIT toInteger(coalesce($rows, 1000000000))
CALL (d) {
  OPTIONAL MATCH (d)-[:TEXT_OF]->(law:Policy)
  RETURN min(law.validFrom) AS validFrom, max(law.validTo) AS validTo
}
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
RETURN beneficiary,
  r.amount AS amount, r.amountMax AS amountMax, r.unit AS unit, r.per AS per,
  r.rate AS rate, r.rateBase AS rateBase, r.cap AS cap, r.capPer AS capPer, r.share AS share, r.tier AS tier,
  r.condition AS condition, supporter, responsible, issuers, r.deadline AS deadline, validFrom, validTo,
  r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, statement
ORDER BY beneficiary, supporter, statement
// picture
MATCH (s)-[r:SUBSIDIZES]->(b)
WHERE r.status IN $status
WITH s, r ORDER BY coalesce(r.amount, r.cap, 0) DESC, r.id LIMIT 8
MATCH way = (s)-[r]->()
OPTIONAL MATCH behind = (:Agent)-[:RESPONSIBLE_FOR]->(s)
RETURN way, behind
