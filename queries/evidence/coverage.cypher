// name: coverage
// zh: 图谱收录了哪些文件，来自谁、哪个地区，各有多少条陈述？
// en: Which documents does the graph hold, from whom and which region, with how many statements?
// parameters:
//   status:
// columns: [title, number, date, genre, kind, issuers, regions, statements]
CALL () {
  MATCH (d:Document) RETURN d.id AS source, 0 AS said
  UNION ALL
  MATCH ()-[r]->() WHERE r.status IN $status RETURN r.document AS source, count(r) AS said
}
WITH source, sum(said) AS statements
MATCH (d:Document {id: source})
CALL (d) {
  OPTIONAL MATCH (d)-[:TEXT_OF]->(p:Policy)<-[r:ISSUES]-(a:Actor) WHERE r.status IN $status
  WITH DISTINCT a.name AS name ORDER BY name
  RETURN collect(name) AS issuers
}
CALL (d) {
  OPTIONAL MATCH (d)-[:TEXT_OF]->(p:Policy)<-[r:ISSUES]-(a:Actor) WHERE r.status IN $status
  WITH DISTINCT a.jurisdiction AS place
  OPTIONAL MATCH (g:Region {id: place})
  WITH DISTINCT g.name AS name ORDER BY name
  RETURN collect(name) AS regions
}
RETURN d.title AS title, d.number AS number, coalesce(d.written, d.published) AS date, d.genre AS genre,
  d.kind AS kind, issuers, regions, statements
ORDER BY date, title, number, d.id
