// name: most-connected
// zh: 谁的联系最多？
// en: Who is connected most?
// parameters:
//   class: {type: class, default: Actor, example: Firm}
//   top: {type: count, default: 20, example: 20}
//   status:
// columns: [entity, class, statements, neighbours]
MATCH (e:Actor)
// Ties are counted faster than read, and statements are no more than ties: who has fewer ties than the least of
// the first has statements is not among the first.
WHERE $class IN labels(e)
WITH e, COUNT { (e)--() } AS ties
ORDER BY ties DESC
LIMIT toInteger($top)
WITH COUNT { MATCH (e)-[r]-() WHERE r.status IN $status } AS statements
WITH min(statements) AS least
MATCH (e:Actor)
WHERE $class IN labels(e) AND COUNT { (e)--() } >= least
WITH e, COUNT { MATCH (e)-[r]-() WHERE r.status IN $status } AS statements
WHERE statements > 0
WITH e, statements
ORDER BY statements DESC, e.id
LIMIT toInteger($top)
CALL (e) {
  MATCH (e)-[r]-(o)
  WHERE r.status IN $status
  WITH DISTINCT o.id AS other
  RETURN count(other) AS neighbours
}
RETURN e.name AS entity, e.class AS class, statements, neighbours
ORDER BY statements DESC, neighbours DESC, entity, e.id
// picture
MATCH (e:Actor)-[r]-()
WHERE r.status IN $status AND $class IN labels(e)
WITH e, count(r) AS statements
ORDER BY statements DESC, e.id
LIMIT toInteger($top)
WITH collect(e.id) AS hubs
MATCH way = (a:Actor)-[r]->(b:Actor)
WHERE a.id IN hubs AND b.id IN hubs AND r.status IN $status
RETURN way
