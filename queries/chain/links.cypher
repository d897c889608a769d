// name: links
// zh: 产业链各环节：谁在生产，谁在支持，谁在谋划？
// en: Along the chain, who makes, who supports, who plans?
// parameters:
//   status:
//   rows:
// columns: [technology, class, makers, supporters, planners]
MATCH (t)
WHERE (t:Technology OR t:Product) AND (
  EXISTS { MATCH (t)<-[r:PRODUCES|OFFERS|UNDERTAKES]-(:Actor) WHERE r.status IN $status }
  OR EXISTS { MATCH (t)<-[r:SUPPORTS|SUBSIDIZES]-() WHERE r.status IN $status }
  OR EXISTS { MATCH (t)<-[r]-() WHERE r.status = 'proposed' })
WITH t
ORDER BY t.name, t.id
LIMIT toInteger(coalesce($rows, 1000000000))
CALL (t) {
  OPTIONAL MATCH (t)<-[r:PRODUCES|OFFERS|UNDERTAKES]-(a:Actor) WHERE r.status IN $status
  WITH DISTINCT a.name AS name ORDER BY name
  RETURN collect(name) AS makers
}
CALL (t) {
  OPTIONAL MATCH (t)<-[r:SUPPORTS|SUBSIDIZES]-(a) WHERE r.status IN $status
  WITH DISTINCT a.name AS name ORDER BY name
  RETURN collect(name) AS supporters
}
CALL (t) {
  OPTIONAL MATCH (t)<-[r]-(a) WHERE r.status = 'proposed'
  WITH DISTINCT a.name AS name ORDER BY name
  RETURN collect(name) AS planners
}
RETURN t.name AS technology, t.class AS class, makers, supporters, planners
ORDER BY technology, t.id
