// name: targets-met
// zh: 同一主体同一指标的目标与实绩相比如何？
// en: How do targets compare with what was achieved for one indicator and subject?
// parameters:
//   status:
// columns: [indicator, unit, targetYear, target, targetOf, achievedYear, achieved, achievedOf, ratio]
CALL () {
  MATCH (s)-[r:HAS_INDICATOR]->(i:Indicator)
  WHERE r.status IN $status AND r.kind IN ['target', 'achieved'] AND r.unit IS NOT NULL
  RETURN i.name AS indicator, r.unit AS unit, s.id AS place, r.kind AS kind, r.value AS value, r.year AS year,
    s.name AS name, r.id AS id
  UNION ALL
  MATCH (s)<-[:ISSUES]-(issuer)
  WHERE issuer.jurisdiction IS NOT NULL AND issuer.jurisdiction <> s.id
  WITH DISTINCT s, issuer.jurisdiction AS place
  MATCH (s)-[r:HAS_INDICATOR]->(i:Indicator)
  WHERE r.status IN $status AND r.kind = 'target' AND r.unit IS NOT NULL
  RETURN i.name AS indicator, r.unit AS unit, place, r.kind AS kind, r.value AS value, r.year AS year,
    s.name AS name, r.id AS id
}
WITH indicator, unit, place,
  collect(CASE WHEN kind = 'target' AND value <> 0 THEN {value: value, year: year, name: name, id: id} END) AS targets,
  collect(CASE WHEN kind = 'achieved' THEN {value: value, year: year, name: name, id: id} END) AS results
UNWIND targets AS t
UNWIND results AS a
RETURN indicator, unit, t.year AS targetYear, t.value AS target, t.name AS targetOf, a.year AS achievedYear,
  a.value AS achieved, a.name AS achievedOf, 1.0 * a.value / t.value AS ratio
ORDER BY indicator, targetYear, targetOf, achievedYear, achievedOf, achieved, target, t.id, a.id
