// name: documents
// zh: 哪些文件说到这个名称？
// en: Which documents speak of this name?
// parameters:
//   entity: {type: name, example: 长安汽车}
//   status:
// columns: [title, number, date, statements, kind, url]
MATCH (:Name {key: $entity})-[:NAMES]->(e)
MATCH (e)-[r]-(o)
WHERE r.status IN $status
WITH DISTINCT r.id AS id, r.document AS source
MATCH (d:Document {id: source})
RETURN d.title AS title, d.number AS number, coalesce(d.written, d.published) AS date, count(id) AS statements, d.kind AS kind,
  d.url AS url
ORDER BY date, title, number, url
