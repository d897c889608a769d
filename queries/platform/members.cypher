// name: members
// zh: 平台与联盟有哪些成员？
// en: Who are the members of platforms and alliances?
// parameters:
//   status:
//   as_of:
//   rows:
// columns: [platform, member, class, status, quote, title, number, date, section, url, kind, statement]
MATCH (p:Platform)<-[r:MEMBER_OF]-(m)
WHERE r.status IN $status
WITH r, p.name AS platform, m.name AS member, r.id AS statement
ORDER BY platform, member, statement
LIMIT toInteger(CASE WHEN $as_of IS NULL THEN coalesce($rows, 1000000000) ELSE 1000000000 END)
WITH r, platform, member, statement, r.document AS source
OPTIONAL MATCH (d:Document {id: source})
WITH r, platform, member, statement, d
WHERE $as_of IS NULL OR d IS NULL OR (coalesce(d.written, d.published, '') <= $as_of
  AND NOT EXISTS { MATCH (d)-[:TEXT_OF]->(law:Policy) WHERE law.validTo < $as_of })
RETURN platform, member, startNode(r).class AS class, r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, statement
ORDER BY platform, member, statement
LIMIT toInteger(coalesce($rows, 1000000000))
// picture
MATCH way = (:Platform)<-[r:MEMBER_OF]-()
WHERE r.status IN $status
RETURN way ORDER BY r.id LIMIT 60
