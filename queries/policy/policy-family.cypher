// name: policy-family
// zh: 这份政策依据什么、被谁依据、解读、答复？
// en: What is this policy based on, and what is based on it, interprets it or replies to it?
// parameters:
//   policy: {type: name, of: Policy, example: 渝府发〔2022〕38号}
//   status:
//   as_of:
// columns: [subject, relation, object, status, quote, title, number, date, section, url, kind, statement]
MATCH (:Name {key: $policy})-[:NAMES]->(p:Policy)
MATCH (p)-[r:BASED_ON|INTERPRETS|REPLIES_TO|PART_OF|SUBSIDIARY_OF|WITHIN]-(o)
WHERE r.status IN $status
WITH r, r.document AS source
OPTIONAL MATCH (d:Document {id: source})
WITH r, d
WHERE $as_of IS NULL OR d IS NULL OR (coalesce(d.written, d.published, '') <= $as_of
  AND NOT EXISTS { MATCH (d)-[:TEXT_OF]->(law:Policy) WHERE law.validTo < $as_of })
RETURN startNode(r).name AS subject, type(r) AS relation, endNode(r).name AS object, r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, r.id AS statement
ORDER BY subject, relation, object, statement
// picture
MATCH (:Name {key: $policy})-[:NAMES]->(p:Policy)
MATCH way = (p)-[:BASED_ON|INTERPRETS|REPLIES_TO|PART_OF|SUBSIDIARY_OF|WITHIN*1..2]-()
RETURN way
