// name: support-by-class
// zh: 哪类主体支持哪类对象，各有多少条陈述？
// en: Which classes support which, in how many statements?
// parameters:
//   status:
// columns: [supporterClass, relation, beneficiaryClass, statements]
MATCH (s)-[r:SUPPORTS|SUBSIDIZES]->(b)
WHERE r.status IN $status
RETURN s.class AS supporterClass, type(r) AS relation, b.class AS beneficiaryClass, count(r) AS statements
ORDER BY statements DESC, supporterClass, relation, beneficiaryClass
