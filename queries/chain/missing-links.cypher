// name: missing-links
// zh: 支持了、却没有提到本地谁在生产的技术和产品有哪些？
// en: Which technologies and products are supported though no maker is named?
// parameters:
//   status:
// columns: [technology, class, supporters]
CALL () {
  MATCH (s)-[r:SUPPORTS|SUBSIDIZES]->(t:Technology) WHERE r.status IN $status RETURN s, t
  UNION
  MATCH (s)-[r:SUPPORTS|SUBSIDIZES]->(t:Product) WHERE r.status IN $status RETURN s, t
}
WITH s, t
WHERE NOT EXISTS { MATCH (t)<-[r:PRODUCES]-(:Actor) WHERE r.status IN $status }
WITH DISTINCT t, s.name AS supporter ORDER BY supporter
RETURN t.name AS technology, t.class AS class, collect(supporter) AS supporters
ORDER BY technology, class
