// name: targets-met
// zh: 同一主体同一指标的目标与实绩相比如何？
// en: How do targets compare with what was achieved for one indicator and subject?
// parameters:
//   status:
// columns: [indicator, unit, targetYear, target, targetOf, achievedYear, achieved, achievedOf, ratio]
MATCH (s)-[t:HAS_INDICATOR]->(i:Indicator)
WHERE t.status IN $status AND t.kind = 'target'
MATCH (n:Indicator)<-[a:HAS_INDICATOR]-(o)
WHERE n.name = i.name AND a.status IN $status AND a.kind = 'achieved' AND a.unit = t.unit AND t.value <> 0
  AND (o.id = s.id OR EXISTS { MATCH (s)<-[:ISSUES]-(issuer) WHERE issuer.jurisdiction = o.id })
RETURN i.name AS indicator, t.unit AS unit, t.year AS targetYear, t.value AS target, s.name AS targetOf,
  a.year AS achievedYear, a.value AS achieved, o.name AS achievedOf, 1.0 * a.value / t.value AS ratio
ORDER BY indicator, targetYear, targetOf, achievedYear, achievedOf, achieved, target, t.id, a.id
