// name: supported-by
// zh: 这个机构支持谁：直接支持，或由其印发的政策、其负责的条款支持？
// en: Whom does this agency support, directly or by policies that it issues and provisions that it answers for?
// parameters:
//   agency: {type: name, of: Actor, example: 重庆市经济和信息化委员会}
//   beneficiary: {type: name, prefers: Actor, default: null, example: 长安汽车}
//   status:
//   as_of:
// columns: [agency, way, supporter, relation, beneficiary, class, amount, amountMax, unit, per, rate, rateBase, cap,
//   capPer, share, tier, condition, deadline, status, quote, title, number, date, section, url, kind, statement]
MATCH (:Name {key: $agency})-[:NAMES]->(a:Actor)
CALL (a) {
  RETURN a AS s, 'SUPPORTS' AS way
  UNION
  MATCH (a)-[w:ISSUES|RESPONSIBLE_FOR]->(p)-[:HAS_PROVISION*0..4]->(s)
  WHERE w.status IN ['asserted', 'reference']
  RETURN s, type(w) AS way
}
WITH a, s, way ORDER BY way
WITH a, s, collect(way) AS way
MATCH (s)-[r:SUPPORTS|SUBSIDIZES]->(b)
WHERE r.status IN $status
  AND ($beneficiary IS NULL OR EXISTS { MATCH (:Name {key: $beneficiary})-[:NAMES]->(b) })
WITH a, way, s, r, b, r.document AS source
OPTIONAL MATCH (d:Document {id: source})
WITH a, way, s, r, b, d
WHERE $as_of IS NULL OR d IS NULL OR (coalesce(d.written, d.published, '') <= $as_of
  AND NOT EXISTS { MATCH (d)-[:TEXT_OF]->(law:Policy) WHERE law.validTo < $as_of })
RETURN a.name AS agency, way, s.name AS supporter, type(r) AS relation, b.name AS beneficiary, b.class AS class,
  r.amount AS amount, r.amountMax AS amountMax, r.unit AS unit, r.per AS per,
  r.rate AS rate, r.rateBase AS rateBase, r.cap AS cap, r.capPer AS capPer, r.share AS share, r.tier AS tier,
  r.condition AS condition, r.deadline AS deadline, r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, r.id AS statement
ORDER BY supporter, beneficiary, statement
// picture
MATCH (:Name {key: $agency})-[:NAMES]->(a:Actor)
MATCH way = (a)-[:ISSUES|RESPONSIBLE_FOR*0..1]->()-[:HAS_PROVISION*0..4]->()-[r:SUPPORTS|SUBSIDIZES]->()
WHERE r.status IN $status
RETURN way
