// name: missing-links
// zh: 支持了、却没有提到本地谁在生产的技术和产品有哪些？
// en: Which technologies and products are supported though no maker is named?
// parameters:
//   status:
//   rows:
// columns: [technology, class, supporters]
MATCH (t:Technology|Product)
WHERE EXISTS { MATCH (t)<-[r:SUPPORTS|SUBSIDIZES]-() WHERE r.status IN $status }
  AND NOT EXISTS { MATCH (t)<-[r:PRODUCES]-(:Actor) WHERE r.status IN $status }
WITH t
ORDER BY t.name, t.id
LIMIT toInteger(coalesce($rows, 1000000000))
CALL (t) {
  MATCH (t)<-[r:SUPPORTS|SUBSIDIZES]-(s) WHERE r.status IN $status
  WITH DISTINCT s.name AS name ORDER BY name
  RETURN collect(name) AS supporters
}
RETURN t.name AS technology, t.class AS class, supporters
ORDER BY technology, t.id
