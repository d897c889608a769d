// name: contradictions
// zh: 同一主体、同一指标、同一年份，哪些数值互相矛盾？
// en: Which values of one indicator, subject and year contradict each other?
// parameters:
//   status:
// columns: [subject, indicator, year, measure, unit, values, statements]
MATCH (s)-[r:HAS_INDICATOR]->(i:Indicator)
WHERE r.status IN $status AND r.operator = '='
WITH s.id AS who, s.name AS name, i.name AS indicator, r.year AS year, r.kind AS measure, r.unit AS unit,
  collect(r) AS told
WHERE size(told) > 1
UNWIND told AS r
WITH who, name, indicator, year, measure, unit, r.value AS value, r.id AS id
ORDER BY value, id
WITH who, name, indicator, year, measure, unit, collect(DISTINCT value) AS values, collect(id) AS statements
WHERE size(values) > 1
RETURN name AS subject, indicator, year, measure, unit, values, statements
ORDER BY subject, indicator, year, measure, unit, statements
