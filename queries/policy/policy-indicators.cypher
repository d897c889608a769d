// name: policy-indicators
// zh: 这份政策的文本提到哪些指标？
// en: What indicators does the text of this policy state?
// parameters:
//   policy: {type: name, of: Policy, example: 渝府发〔2022〕38号}
//   status:
// columns: [indicator, subject, value, valueMax, operator, unit, year, measure, baseline, status, quote, title, number,
//   date, section, url, kind, statement]
MATCH (:Name {key: $policy})-[:NAMES]->(p:Policy)
MATCH (d:Document)-[:TEXT_OF]->(p)
WITH DISTINCT d
MATCH (s)-[r:HAS_INDICATOR]->(i:Indicator)
WHERE r.status IN $status AND r.document = d.id
RETURN i.name AS indicator, s.name AS subject, r.value AS value, r.valueMax AS valueMax, r.operator AS operator,
  r.unit AS unit, r.year AS year, r.kind AS measure, r.baseline AS baseline, r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, r.id AS statement
ORDER BY indicator, subject, year, statement
