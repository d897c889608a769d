// name: duties
// zh: 这个机构负责、配合哪些任务，何时完成？
// en: What does this agency answer for or assist, and until when?
// parameters:
//   agency: {type: name, of: Agent, example: 重庆市经济和信息化委员会}
//   status:
//   as_of:
// columns: [relation, role, task, policy, deadline, deadlineText, status, quote, title, number, date, section,
//   url, kind, statement]
MATCH (:Name {key: $agency})-[:NAMES]->(a:Agent)
MATCH (a)-[r:RESPONSIBLE_FOR|ASSISTS]->(t)
WHERE r.status IN $status
WITH r, t, r.document AS source
OPTIONAL MATCH (d:Document {id: source})
WITH r, t, d
WHERE $as_of IS NULL OR d IS NULL OR (coalesce(d.written, d.published, '') <= $as_of
  AND NOT EXISTS { MATCH (d)-[:TEXT_OF]->(law:Policy) WHERE law.validTo < $as_of })
CALL (t) {
  OPTIONAL MATCH (p:Policy)-[:HAS_PROVISION*1..4]->(t)
  RETURN min(p.name) AS policy
}
RETURN type(r) AS relation, r.role AS role, t.name AS task, policy, r.deadline AS deadline,
  r.deadlineText AS deadlineText, r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, r.id AS statement
ORDER BY deadline, task, statement
// picture
MATCH (:Name {key: $agency})-[:NAMES]->(a:Agent)
MATCH way = (a)-[r:RESPONSIBLE_FOR|ASSISTS]->(t)
WHERE r.status IN $status
OPTIONAL MATCH up = (:Policy)-[:HAS_PROVISION*1..4]->(t)
RETURN way, up
