"""Pushing: only the difference is written, what vanished goes, what others own stays, and the end is always the same."""
from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.stores.difference import LINK_SUMS, NODE_SUMS, compare, sums
from graph.stores.embedded import EmbeddedStore
from graph.stores.neo4j import Neo4jStore
from graph.stores.property_graph import property_graph
from graph.stores.push import push
from ontology.records import Entity, Side, Statement
from tests.graph.tiny_graph import DOCUMENTS, ENTITIES, STATEMENTS, entity

EVERYTHING = ("MATCH (n:Chuanyu) RETURN labels(n) AS labels, n ORDER BY n.id",
              "MATCH (a:Chuanyu)-[r]->(b:Chuanyu) RETURN a.id, b.id, r ORDER BY r.id")


def source(entities: list[Entity] = ENTITIES, statements: list[Statement] = STATEMENTS,
           documents: list[Any] = DOCUMENTS) -> EmbeddedStore:
    store = EmbeddedStore()
    store.load(property_graph(documents, entities, statements))
    return store


def changed() -> EmbeddedStore:
    """A firm becomes a platform and gets another name, a figure changes, a statement and a document vanish, one comes."""
    entities = [replace(one, name="甲车出行公司") if one.id == "jia" else one for one in ENTITIES if one.id != "yi"]
    entities = [entity("district", "渝北区人民政府", "Institution") if one.id == "district" else one for one in entities]
    statements = [replace(one, qualifiers={"cap": 6000000}) if one.id == "a4" else one for one in STATEMENTS
                  if "yi" not in (one.subject.id, one.object.id)]
    new = Statement("new", "supports", ("supports",), Side("miit", ""), Side("jia", ""))
    return source([*entities, entity("bing", "丙公司", "Firm")], [*statements, new], DOCUMENTS[:1])


def contents(store: Neo4jStore) -> list[Any]:
    return [[(sorted(row[0]), *row[1:]) if isinstance(row[0], list) else row for row in store.run(query).rows]
            for query in EVERYTHING]


def test_the_database_holds_what_the_embedded_graph_holds(database: Neo4jStore) -> None:
    pushed = push(source(), database)
    graph = property_graph(DOCUMENTS, ENTITIES, STATEMENTS)
    assert pushed.nodes == pushed.written["nodes_created"] == len(graph.nodes)
    assert pushed.relationships == pushed.written["relationships_created"] == len(graph.relationships)
    assert sums(database, LINK_SUMS) == sums(source(), LINK_SUMS)
    for query in EVERYTHING:
        ours = source().run(query.replace("(a:Chuanyu)", "(a)").replace("(b:Chuanyu)", "(b)")).rows
        assert [row[1:] for row in database.run(query).rows] == [row[1:] for row in ours]


def test_a_second_push_writes_nothing(database: Neo4jStore) -> None:
    push(source(), database)
    assert push(source(), database).written == {}


def test_a_push_after_a_changed_graph_equals_a_fresh_one(database: Neo4jStore) -> None:
    push(changed(), database)
    fresh = contents(database)
    database.write("MATCH (n) DETACH DELETE n")
    push(source(), database)
    written = push(changed(), database).written
    assert contents(database) == fresh
    assert written["nodes_created"] == 4, "the new firm, its name and id, and the new name of the renamed one"
    assert written["nodes_deleted"] == 6, "the old name, the firm with its name and id, the document with its section"


def test_going_back_restores_the_first(database: Neo4jStore) -> None:
    push(source(), database)
    first = contents(database)
    push(changed(), database)
    push(source(), database)
    assert contents(database) == first


def test_what_others_own_is_not_touched(database: Neo4jStore) -> None:
    """Their nodes, their ties to ours and among ours, and their own labels on ours stay."""
    push(source(), database)
    database.write("CREATE (:Firm {id: 'jia', name: 'theirs'})-[:SUPPORTS {id: 'a6', hash: 1}]->(:Firm {id: 'yi'})")
    database.write("MATCH (f:Chuanyu {id: 'jia'}), (p:Chuanyu {id: 'plan'}) SET f:Watched "
                   "CREATE (:Note {text: 'look'})-[:ABOUT]->(f)-[:REMINDS_OF]->(p)")
    push(changed(), database)
    assert database.run("MATCH (n) WHERE NOT n:Chuanyu RETURN n.id, n.text, n.name ORDER BY n.id").rows == [
        ("jia", None, "theirs"), ("yi", None, None), (None, "look", None)]
    assert database.run("MATCH (:Firm {name: 'theirs'})-[r]->(:Firm {id: 'yi'}) RETURN type(r), r.id").rows == [
        ("SUPPORTS", "a6")]
    assert database.run("MATCH (:Note)-[:ABOUT]->(f:Watched)-[:REMINDS_OF]->(p) RETURN f.name, p.id").rows == [
        ("甲车出行公司", "plan")]


def test_a_vanished_node_to_which_others_tied_something_is_left_to_them(database: Neo4jStore) -> None:
    push(source(), database)
    database.write("MATCH (f:Chuanyu {id: 'yi'}) CREATE (:Note {text: 'look'})-[:ABOUT]->(f)")
    push(changed(), database)
    assert database.run("MATCH (:Note)-[:ABOUT]->(f) RETURN f.name, labels(f), f.hash").rows == [("乙件公司", [], None)]
    push(source(), database)
    assert sums(database, NODE_SUMS) == sums(source(), NODE_SUMS)


@pytest.mark.parametrize("damage", [
    "MATCH (n:Chuanyu {id: 'jia'}) DETACH DELETE n",
    "MATCH (n:Chuanyu) WHERE n.class = 'Name' DETACH DELETE n",
    "MATCH (a:Chuanyu)-[r:SUPPORTS]->(b) CREATE (a)-[again:SUPPORTS]->(b) SET again = r",
    "MATCH (a:Chuanyu)-[r:SUPPORTS]->(b) SET r.hash = 7",
    "MATCH (n:Chuanyu {id: 'jia'}) SET n.hash = 7",
    "CREATE (:Chuanyu:Firm {id: 'strange', class: 'Firm', hash: 7})",
])
def test_a_push_mends_what_a_broken_one_left(database: Neo4jStore, damage: str) -> None:
    push(source(), database)
    whole = contents(database)
    database.write(damage)
    assert compare(source(), database)
    push(source(), database)
    assert contents(database) == whole


def test_names_are_found_by_people_in_the_full_text_index(database: Neo4jStore) -> None:
    push(source(), database)
    database.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
    rows = database.run("CALL db.index.fulltext.queryNodes('chuanyu_name_text', '甲车') YIELD node "
                        "RETURN node.text LIMIT 1").rows
    assert rows == [("甲车公司",)]


def test_progress_is_told(database: Neo4jStore) -> None:
    heard: list[tuple[int, int]] = []
    push(source(), database, lambda done, total: heard.append((done, total)))
    graph = property_graph(DOCUMENTS, ENTITIES, STATEMENTS)
    assert (len(graph.nodes),) * 2 in heard
    assert heard[-1] == (len(graph.nodes) + len(graph.relationships),) * 2
