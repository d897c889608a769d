// name: shortest-tie
// zh: 这两者之间最短的联系是什么，至多三步？
// en: What are the shortest ties between these two, within three steps?
// parameters:
//   one: {type: name, example: 重庆市}
//   other: {type: name, example: 长安汽车}
//   top: {type: count, default: 5, example: 5}
//   status:
// columns: [steps, names, relations, statements]
MATCH (:Name {key: $one})-[:NAMES]->(a)
MATCH (:Name {key: $other})-[:NAMES]->(b)
CALL (a, b) {
  MATCH (a)-[p]-(b)
  WHERE p.status IN $status
  RETURN collect([[a, b], [p]]) AS direct
}
CALL (a, b) {
  MATCH (a)-[p]-(x)-[q]-(b)
  WHERE p.status IN $status AND q.status IN $status AND x <> a AND x <> b
  RETURN collect([[a, x, b], [p, q]]) AS near
}
CALL (a, b, direct, near) {
  UNWIND direct + near AS way
  RETURN way[0] AS things, way[1] AS ties
  UNION ALL
  WITH a, b, direct, near
  WHERE size(direct + near) = 0
  MATCH (a)-[p]-(x)
  WHERE p.status IN $status AND x <> a
  WITH DISTINCT a, b, x
  MATCH (b)-[s]-(y)
  WHERE s.status IN $status AND y <> b AND y <> x
  WITH DISTINCT a, b, x, y
  MATCH (x)-[q]-(y)
  WHERE q.status IN $status
  MATCH (a)-[p]-(x)
  WHERE p.status IN $status
  MATCH (b)-[s]-(y)
  WHERE s.status IN $status
  RETURN [a, x, y, b] AS things, [p, q, s] AS ties
}
RETURN size(ties) AS steps, [n IN things | n.name] AS names, [r IN ties | type(r)] AS relations,
  [r IN ties | r.id] AS statements
ORDER BY steps, names, statements
LIMIT toInteger($top)
// picture
MATCH (:Name {key: $one})-[:NAMES]->(a)
MATCH (:Name {key: $other})-[:NAMES]->(b)
MATCH way = (a)-[*1..3]-(b)
WHERE all(r IN relationships(way) WHERE r.status IN $status)
RETURN way ORDER BY length(way) LIMIT toInteger($top)
