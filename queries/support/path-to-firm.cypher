// name: path-to-firm
// zh: 从这个机构（如国务院）到这家企业，政策怎样一步步落下来？
// en: By which policies and provisions does support come down from this agency (the State Council, say) to this firm?
// parameters:
//   agency: {type: name, of: Actor, default: 国务院, example: 国务院}
//   firm: {type: name, of: Firm, example: 长安汽车}
//   status:
// columns: [steps, names, relations]
MATCH (:Name {key: $agency})-[:NAMES]->(a:Actor)
MATCH (:Name {key: $firm})-[:NAMES]->(f:Firm)
MATCH way = (f)<-[:SUPPORTS|SUBSIDIZES]-()<-[:HAS_PROVISION*0..4]-()-[:BASED_ON*0..3]->()<-[:ISSUES|RESPONSIBLE_FOR*0..1]-(a)
WHERE all(r IN relationships(way) WHERE r.status IN $status)
WITH length(way) AS steps, reverse([n IN nodes(way) | n.name]) AS names,
  reverse([r IN relationships(way) | type(r)]) AS relations
RETURN DISTINCT steps, names, relations
ORDER BY steps, names, relations
// picture
MATCH (:Name {key: $agency})-[:NAMES]->(a:Actor)
MATCH (:Name {key: $firm})-[:NAMES]->(f:Firm)
MATCH way = (f)<-[:SUPPORTS|SUBSIDIZES]-()<-[:HAS_PROVISION*0..4]-()-[:BASED_ON*0..3]->()<-[:ISSUES|RESPONSIBLE_FOR*0..1]-(a)
WHERE all(r IN relationships(way) WHERE r.status IN $status)
RETURN way
