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
WITH m.id AS id, m.name AS common, m.class AS class, x.name AS name, side, type(r) AS relation, r.id AS statement
ORDER BY name, statement
WITH id, common, class, collect(DISTINCT CASE side WHEN 'left' THEN name END) AS left,
  collect(DISTINCT CASE side WHEN 'right' THEN name END) AS right,
  collect(DISTINCT relation) AS relations, collect(DISTINCT statement) AS statements
WHERE size(left) > 0 AND size(right) > 0
RETURN common, class, left, right, relations, statements
ORDER BY common, left, right, statements
