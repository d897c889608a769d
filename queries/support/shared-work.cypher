// name: shared-work
// zh: 两地共同做什么：共建、共同负责、共同印发？
// en: "What do both sides work on: build, answer for, issue?"
// parameters:
//   left: {type: name, of: Place, default: 重庆市, example: 重庆市}
//   right: {type: name, of: Place, default: 四川省, example: 四川省}
//   status:
// columns: [common, class, left, leftRelation, right, rightRelation, statements]
MATCH (:Name {key: $left})-[:NAMES]->(l:Place)
MATCH (:Name {key: $right})-[:NAMES]->(t:Place)
CALL (l) {
  MATCH (k:Place)-[:WITHIN|PART_OF|SUBSIDIARY_OF*0..3]->(l)
  WITH collect(k.id) AS places
  MATCH (e:Actor)
  WHERE e.id IN places OR e.jurisdiction IN places
  RETURN collect(e.id) AS here
}
CALL (t) {
  MATCH (k:Place)-[:WITHIN|PART_OF|SUBSIDIARY_OF*0..3]->(t)
  WITH collect(k.id) AS places
  MATCH (e:Actor)
  WHERE e.id IN places OR e.jurisdiction IN places
  RETURN collect(e.id) AS there
}
MATCH (x:Actor)-[r]->(m)<-[o]-(y:Actor)
WHERE x.id IN here AND y.id IN there AND r.status IN $status AND o.status IN $status
  AND NOT m.id IN here AND NOT m.id IN there
RETURN m.name AS common, m.class AS class, x.name AS left, type(r) AS leftRelation, y.name AS right,
  type(o) AS rightRelation, [r.id, o.id] AS statements
ORDER BY common, left, right, leftRelation, rightRelation, statements
