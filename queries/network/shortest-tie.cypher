// name: shortest-tie
// zh: 这两者之间最短的联系是什么，至多四步？
// en: What are the shortest ties between these two, within four steps?
// parameters:
//   one: {type: name, example: 国务院}
//   other: {type: name, example: 长安汽车}
//   top: {type: number, default: 5, example: 5}
//   status:
// columns: [steps, names, relations, statements]
MATCH (:Name {key: $one})-[:NAMES]->(a)
MATCH (:Name {key: $other})-[:NAMES]->(b)
MATCH way = (a)-[*1..4]-(b)
WHERE all(r IN relationships(way) WHERE r.status IN $status)
  AND all(n IN nodes(way) WHERE single(m IN nodes(way) WHERE m.id = n.id))
RETURN length(way) AS steps, [n IN nodes(way) | n.name] AS names, [r IN relationships(way) | type(r)] AS relations,
  [r IN relationships(way) | r.id] AS statements
ORDER BY steps, names, statements
LIMIT toInteger($top)
// picture
MATCH (:Name {key: $one})-[:NAMES]->(a)
MATCH (:Name {key: $other})-[:NAMES]->(b)
MATCH way = allShortestPaths((a)-[*..4]-(b))
WHERE all(r IN relationships(way) WHERE r.status IN $status)
RETURN way
