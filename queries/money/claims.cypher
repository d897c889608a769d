// name: claims
// zh: 这家企业可能申请哪些支持，条件未核实？
// en: What may this firm claim, conditions unverified?
// parameters:
//   firm: {type: name, of: Firm, example: 长安汽车}
//   status:
//   as_of:
//   rows:
// columns: [basis, beneficiary, supporter, relation, amount, amountMax, unit, per, rate, rateBase, cap, capPer, share,
//   tier, condition, responsible, issuers, deadline, validFrom, validTo, status, quote, title, number, date, section,
//   url, kind, statement]
MATCH (:Name {key: $firm})-[:NAMES]->(f:Firm)
CALL (f) {
  RETURN f AS b, 'named' AS basis
  UNION
  MATCH (f)-[w:MEMBER_OF]->(b:AgentGroup)
  WHERE w.status IN ['asserted', 'reference']
  RETURN b, 'member' AS basis
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
WITH r, basis, b.name AS beneficiary, s.name AS supporter, r.id AS statement
ORDER BY basis DESC, beneficiary, supporter, statement
LIMIT toInteger(CASE WHEN $as_of IS NULL THEN coalesce($rows, 1000000000) ELSE 1000000000 END)
WITH r, basis, beneficiary, supporter, statement, r.document AS source
OPTIONAL MATCH (d:Document {id: source})
WITH r, basis, beneficiary, supporter, statement, d
WHERE $as_of IS NULL OR d IS NULL OR (coalesce(d.written, d.published, '') <= $as_of
  AND NOT EXISTS { MATCH (d)-[:TEXT_OF]->(law:Policy) WHERE law.validTo < $as_of })
WITH r, startNode(r) AS s, basis, beneficiary, supporter, statement, d
ORDER BY basis DESC, beneficiary, supporter, statement
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
RETURN basis, beneficiary, supporter, type(r) AS relation,
  r.amount AS amount, r.amountMax AS amountMax, r.unit AS unit, r.per AS per,
  r.rate AS rate, r.rateBase AS rateBase, r.cap AS cap, r.capPer AS capPer, r.share AS share, r.tier AS tier,
  r.condition AS condition, responsible, issuers, r.deadline AS deadline, validFrom, validTo, r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, statement
ORDER BY basis DESC, beneficiary, supporter, statement
// picture
MATCH (:Name {key: $firm})-[:NAMES]->(f:Firm)
MATCH way = (f)-[w:MEMBER_OF*0..1]->(b)<-[r:SUPPORTS|SUBSIDIZES]-()
WHERE r.status IN $status AND all(m IN w WHERE m.status IN ['asserted', 'reference'])
RETURN way
