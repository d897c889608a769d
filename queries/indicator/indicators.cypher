// name: indicators
// zh: 各年的指标是多少，出自哪里？
// en: What do the indicators say, by year and document?
// parameters:
//   status:
//   as_of:
//   rows:
// columns: [indicator, subject, value, valueMax, operator, unit, year, measure, baseline, status, quote, title,
//   number, date, section, url, kind, statement]
MATCH (s)-[r:HAS_INDICATOR]->(i:Indicator)
WHERE r.status IN $status
WITH r, i.name AS indicator, s.name AS subject, r.year AS year, r.id AS statement
ORDER BY indicator, subject, year, statement
LIMIT toInteger(CASE WHEN $as_of IS NULL THEN coalesce($rows, 1000000000) ELSE 1000000000 END)
WITH r, indicator, subject, year, statement, r.document AS source
OPTIONAL MATCH (d:Document {id: source})
WITH r, indicator, subject, year, statement, d
WHERE $as_of IS NULL OR d IS NULL OR (coalesce(d.written, d.published, '') <= $as_of
  AND NOT EXISTS { MATCH (d)-[:TEXT_OF]->(law:Policy) WHERE law.validTo < $as_of })
RETURN indicator, subject, r.value AS value, r.valueMax AS valueMax, r.operator AS operator,
  r.unit AS unit, year, r.kind AS measure, r.baseline AS baseline, r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, statement
ORDER BY indicator, subject, year, statement
LIMIT toInteger(coalesce($rows, 1000000000))
// picture
MATCH way = ()-[r:HAS_INDICATOR]->(:Indicator)
WHERE r.status IN $status
RETURN way ORDER BY r.id LIMIT 18
