// name: most-connected
// zh: 谁的联系最多？
// en: Who is connected most?
// parameters:
//   class: {type: text, default: Actor, example: Firm}
//   top: {type: number, default: 20, example: 20}
//   status:
// columns: [entity, class, neighbours, statements]
MATCH (e:Actor)-[r]-(o)
WHERE r.status IN $status AND $class IN labels(e)
WITH e, count(DISTINCT o.id) AS neighbours, count(DISTINCT r.id) AS statements
RETURN e.name AS entity, e.class AS class, neighbours, statements
ORDER BY neighbours DESC, statements DESC, entity
LIMIT toInteger($top)
