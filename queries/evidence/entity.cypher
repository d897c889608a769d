// name: entity
// zh: 这个名称指谁，还有哪些名称和编号？
// en: Whom does this name mean, and what other names and identifiers has it?
// parameters:
//   entity: {type: name, example: 长安汽车}
// columns: [id, entity, class, aliases, number, gb2260, creditCode, stock]
MATCH (:Name {key: $entity})-[:NAMES]->(e)
WITH DISTINCT e
MATCH (n:Name)-[:NAMES]->(e)
WHERE n.kind <> 'id'
WITH DISTINCT e, n.text AS name ORDER BY name
RETURN e.id AS id, e.name AS entity, e.class AS class, collect(name) AS aliases, e.number AS number,
  e.gb2260 AS gb2260, e.creditCode AS creditCode, e.stock AS stock
ORDER BY id
