// name: members
// zh: 平台与联盟有哪些成员？
// en: Who are the members of platforms and alliances?
// parameters:
//   status:
//   as_of:
// columns: [platform, member, class, status, quote, title, number, date, section, url, kind, statement]
MATCH (p:Platform)<-[r:MEMBER_OF]-(m)
WHERE r.status IN $status
WITH p, r, m, r.document AS source
OPTIONAL MATCH (d:Document {id: source})
WITH p, r, m, d
WHERE $as_of IS NULL OR (coalesce(d.written, d.published, '') <= $as_of
  AND NOT EXISTS { MATCH (d)-[:TEXT_OF]->(law:Policy) WHERE law.validTo < $as_of })
RETURN p.name AS platform, m.name AS member, m.class AS class, r.status AS status,
  r.quote AS quote, d.title AS title, d.number AS number,
  coalesce(d.written, d.published) AS date, r.section AS section, d.url AS url, d.kind AS kind, r.id AS statement
ORDER BY platform, member, statement
// picture
MATCH way = (:Platform)<-[r:MEMBER_OF]-()
WHERE r.status IN $status
RETURN way ORDER BY r.id LIMIT 60
