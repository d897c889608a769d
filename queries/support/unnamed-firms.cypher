// name: unnamed-firms
// zh: 哪些企业没有任何政策或条款点名支持？
// en: Which firms does no policy or provision name?
// parameters:
//   status:
// columns: [firm, class, statements]
MATCH (f:Firm)
WHERE NOT EXISTS { MATCH (f)<-[r:SUPPORTS|SUBSIDIZES]-(:Provision) WHERE r.status IN $status }
  AND NOT EXISTS { MATCH (f)<-[r:SUPPORTS|SUBSIDIZES]-(:Policy) WHERE r.status IN $status }
OPTIONAL MATCH (f)-[r]-(o)
WHERE r.status IN $status
RETURN f.name AS firm, f.class AS class, count(DISTINCT r.id) AS statements
ORDER BY statements DESC, firm
