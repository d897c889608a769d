// name: sought
// zh: 文件在寻求什么：技术需求、应用场景、招商方向、揭榜挂帅？
// en: What do the documents seek (technologies, uses, investors, challenges)?
// parameters:
//   words: {type: list, default: [技术需求, 应用场景, 招商, 揭榜]}
//   status:
//   as_of:
//   rows:
// columns: [sought, class, relation, seeker, status, quote, title, number, date, section, url, kind, statement]
MATCH (s)-[r]->(t:Technology|Product|Project|Platform|AgentGroup)
WHERE r.status IN $status AND any(word IN $words WHERE r.quote CONTAINS word OR s.name CONTAINS word)
WITH r, t.name AS sought, s.name AS seeker, r.id AS statement
ORDER BY sought, seeker, statement
LIMIT toInteger(CASE WHEN $as_of IS NULL THEN coalesce($rows, 1000000000) ELSE 1000000000 END)
WITH r, sought, seeker, statement, r.document AS source
OPTIONAL MATCH (d:Document {id: source})
WITH r, sought, seeker, statement, d
WHERE $as_of IS NULL OR d IS NULL OR (coalesce(d.written, d.published, '') <= $as_of
  AND NOT EXISTS { MATCH (d)-[:TEXT_OF]->(law:Policy) WHERE law.validTo < $as_of })
RETURN sought, endNode(r).class AS class, type(r) AS relation, seeker, r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, statement
ORDER BY sought, seeker, statement
LIMIT toInteger(coalesce($rows, 1000000000))
