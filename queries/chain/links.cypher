// name: links
// zh: 产业链各环节：谁在生产，谁在支持，谁在谋划？
// en: Along the chain, who makes, who supports, who plans?
// parameters:
//   status:
// columns: [technology, class, makers, supporters, planners]
CALL () {
  MATCH (t:Technology) RETURN t
  UNION
  MATCH (t:Product) RETURN t
}
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
WITH t, makers, supporters, planners
WHERE size(makers) + size(supporters) + size(planners) > 0
RETURN t.name AS technology, t.class AS class, makers, supporters, planners
ORDER BY technology, class, makers, supporters, planners
