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
  MATCH way = (a)-[*1..2]-(b)
  WHERE all(r IN relationships(way) WHERE r.status IN $status)
  RETURN count(way) AS near
}
CALL (a, b, near) {
  WITH a, b, near
  WHERE near > 0
  MATCH way = (a)-[*1..2]-(b)
  WHERE all(r IN relationships(way) WHERE r.status IN $status)
  RETURN way
  UNION
  WITH a, b, near
  WHERE near = 0
  MATCH way = (a)-[*3..3]-(b)
  WHERE all(r IN relationships(way) WHERE r.status IN $status)
    AND all(n IN nodes(way) WHERE single(m IN nodes(way) WHERE m.id = n.id))
  RETURN way
}
RETURN length(way) AS steps, [n IN nodes(way) | n.name] AS names, [r IN relationships(way) | type(r)] AS relations,
  [r IN relationships(way) | r.id] AS statements
ORDER BY steps, names, statements
LIMIT toInteger($top)
// picture
MATCH (:Name {key: $one})-[:NAMES]->(a)
MATCH (:Name {key: $other})-[:NAMES]->(b)
MATCH way = (a)-[*1..3]-(b)
WHERE all(r IN relationships(way) WHERE r.status IN $status)
RETURN way ORDER BY length(way) LIMIT toInteger($top)
