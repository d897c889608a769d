// name: firm-products
// zh: 这家企业生产什么，谁为它配套，它为谁配套？
// en: What does this firm make, who supplies it, and whom does it supply?
// parameters:
//   firm: {type: name, of: Firm, example: 长安汽车}
//   status:
//   as_of:
// columns: [subject, relation, object, status, quote, title, number, date, section, url, kind, statement]
MATCH (:Name {key: $firm})-[:NAMES]->(f:Firm)
MATCH (f)-[r:PRODUCES|SUPPLIES_TO|USES]-(o)
WHERE r.status IN $status
WITH r, r.document AS source
OPTIONAL MATCH (d:Document {id: source})
WITH r, d
WHERE $as_of IS NULL OR d IS NULL OR (coalesce(d.written, d.published, '') <= $as_of
  AND NOT EXISTS { MATCH (d)-[:TEXT_OF]->(law:Policy) WHERE law.validTo < $as_of })
RETURN startNode(r).name AS subject, type(r) AS relation, endNode(r).name AS object, r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, r.id AS statement
ORDER BY relation, subject, object, statement
// picture
MATCH (:Name {key: $firm})-[:NAMES]->(f:Firm)
MATCH way = (f)-[r:PRODUCES|SUPPLIES_TO|USES]-()
WHERE r.status IN $status
RETURN way
