// name: shared-work
// zh: 两地共同做什么：共建、共同负责、共同印发？
// en: "What do both sides work on: build, answer for, issue?"
// parameters:
//   left: {type: name, of: Place, default: 重庆市, example: 重庆市}
//   right: {type: name, of: Place, default: 四川省, example: 四川省}
//   status:
// columns: [common, class, left, right, relations, statements]
MATCH (:Name {key: $left})-[:NAMES]->(l:Place)
MATCH (:Name {key: $right})-[:NAMES]->(t:Place)
CALL (l, t) {
  MATCH (x:Place)-[:WITHIN|PART_OF|SUBSIDIARY_OF*0..3]->(l)
  RETURN x, 'left' AS side
  UNION
  MATCH (x:Actor) WHERE x.jurisdiction IS NOT NULL
  WITH l, x, x.jurisdiction AS home
  MATCH (:Region {id: home})-[:WITHIN|PART_OF|SUBSIDIARY_OF*0..3]->(up) WHERE up.id = l.id
  RETURN x, 'left' AS side
  UNION
  MATCH (x:Place)-[:WITHIN|PART_OF|SUBSIDIARY_OF*0..3]->(t)
  RETURN x, 'right' AS side
  UNION
  MATCH (x:Actor) WHERE x.jurisdiction IS NOT NULL
  WITH t, x, x.jurisdiction AS home
  MATCH (:Region {id: home})-[:WITHIN|PART_OF|SUBSIDIARY_OF*0..3]->(up) WHERE up.id = t.id
  RETURN x, 'right' AS side
}
MATCH (x)-[r:ISSUES|RESPONSIBLE_FOR|ASSISTS|CONTRIBUTES_TO|BUILDS|UNDERTAKES|ORGANIZES]->(m)
WHERE r.status IN $status
WITH m, r, x.name AS name, side ORDER BY name, r.id
WITH m, collect(DISTINCT CASE side WHEN 'left' THEN name END) AS left,
  collect(DISTINCT CASE side WHEN 'right' THEN name END) AS right,
  collect(DISTINCT type(r)) AS relations, collect(DISTINCT r.id) AS statements
WHERE size(left) > 0 AND size(right) > 0
RETURN m.name AS common, m.class AS class, left, right, relations, statements
ORDER BY common, left, right, statements
