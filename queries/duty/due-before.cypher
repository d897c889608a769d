// name: due-before
// zh: 哪些任务须在某日之前完成，此后有没有新的记载？
// en: Which tasks are due before a date, and does anything later speak of them?
// parameters:
//   before: {type: date, example: "2026-12-31"}
//   status:
//   rows:
// columns: [deadline, task, agency, role, later, status, quote, title, number, date, section, url, kind, statement]
MATCH (a:Agent)-[r:RESPONSIBLE_FOR|ASSISTS]->(t)
WHERE r.status IN $status AND r.deadline <= $before
WITH a, r, t
ORDER BY r.deadline, t.name, a.name, r.id LIMIT toInteger(coalesce($rows, 1000000000))
WITH a, r, t, r.document AS source
OPTIONAL MATCH (d:Document {id: source})
CALL (r, t) {
  OPTIONAL MATCH (t)-[x]-()
  WHERE x.status IN $status AND x.id <> r.id
  WITH DISTINCT r, x.document AS later
  OPTIONAL MATCH (e:Document {id: later})
  WHERE coalesce(e.written, e.published, '') > r.deadline
  RETURN count(e) AS later
}
RETURN r.deadline AS deadline, t.name AS task, a.name AS agency, r.role AS role, later, r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, r.id AS statement
ORDER BY deadline, task, agency, statement
