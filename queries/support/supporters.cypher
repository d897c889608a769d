// name: supporters
// zh: 谁支持它，直接、经由其印发的政策与负责的条款，或支持它的项目、它所属的群体？
// en: Who supports this firm or thing, directly, by policies and provisions, in a project of its, or as one of a group?
// parameters:
//   beneficiary: {type: name, prefers: Actor, example: 长安汽车}
//   status:
//   as_of:
//   rows:
// columns: [basis, supporter, supporterClass, issuers, responsible, relation, beneficiary, amount, amountMax, unit,
//   per, rate, rateBase, cap, capPer, share, tier, condition, deadline, status, quote, title, number, date, section, url, kind, statement]
MATCH (:Name {key: $beneficiary})-[:NAMES]->(f)
CALL (f) {
  RETURN f AS b, 'named' AS basis
  UNION
  MATCH (f)-[w:MEMBER_OF]->(b:AgentGroup)
  WHERE w.status IN ['asserted', 'reference']
  RETURN b, 'member' AS basis
  UNION
  MATCH (f)-[w:UNDERTAKES]->(b:Project)
  WHERE w.status IN ['asserted', 'reference']
  RETURN b, 'project' AS basis
  UNION
  MATCH (b:AgentGroup)
  WHERE any(kind IN b.memberClasses WHERE kind IN labels(f))
    AND (b.memberJurisdiction IS NULL OR f.jurisdiction IN b.memberJurisdiction)
    AND (b.memberProduces IS NULL OR EXISTS { MATCH (f)-[:PRODUCES]->(t) WHERE t.id IN b.memberProduces })
  RETURN b, 'candidate' AS basis
}
WITH b, basis ORDER BY basis DESC
WITH b, collect(basis)[0] AS basis
MATCH (s)-[r:SUPPORTS|SUBSIDIZES]->(b)
WHERE r.status IN $status
WITH r, basis, s.name AS supporter, b.name AS beneficiary, r.id AS statement
ORDER BY basis DESC, supporter, beneficiary, statement
LIMIT toInteger(CASE WHEN $as_of IS NULL THEN coalesce($rows, 1000000000) ELSE 1000000000 END)
WITH r, basis, supporter, beneficiary, statement, r.document AS source
OPTIONAL MATCH (d:Document {id: source})
WITH r, basis, supporter, beneficiary, statement, d
WHERE $as_of IS NULL OR d IS NULL OR (coalesce(d.written, d.published, '') <= $as_of
  AND NOT EXISTS { MATCH (d)-[:TEXT_OF]->(law:Policy) WHERE law.validTo < $as_of })
WITH r, startNode(r) AS s, basis, supporter, beneficiary, statement, d
ORDER BY basis DESC, supporter, beneficiary, statement
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
RETURN basis, supporter, s.class AS supporterClass, issuers, responsible, type(r) AS relation, beneficiary,
  r.amount AS amount, r.amountMax AS amountMax, r.unit AS unit, r.per AS per,
  r.rate AS rate, r.rateBase AS rateBase, r.cap AS cap, r.capPer AS capPer, r.share AS share, r.tier AS tier,
  r.condition AS condition, r.deadline AS deadline, r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, statement
ORDER BY basis DESC, supporter, beneficiary, statement
// picture
MATCH (:Name {key: $beneficiary})-[:NAMES]->(b)
MATCH way = (s)-[r:SUPPORTS|SUBSIDIZES]->(b)
WHERE r.status IN $status
OPTIONAL MATCH behind = (:Actor)-[:ISSUES|RESPONSIBLE_FOR]->()-[:HAS_PROVISION*0..4]->(s)
RETURN way, behind
