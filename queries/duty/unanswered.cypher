// name: unanswered
// zh: 哪些条款没有写明责任单位？
// en: Which provisions does nobody answer for?
// parameters:
//   status:
// columns: [policy, task, statements]
MATCH (t:Provision)
WHERE NOT EXISTS { MATCH (t)<-[r:RESPONSIBLE_FOR]-(:Agent) WHERE r.status IN $status }
CALL (t) {
  OPTIONAL MATCH (p:Policy)-[:HAS_PROVISION*1..4]->(t)
  RETURN min(p.name) AS policy
}
OPTIONAL MATCH (t)-[r]->(o)
WHERE r.status IN $status
RETURN policy, t.name AS task, count(r) AS statements
ORDER BY policy, task, statements
