"""The same graph answers the same on every engine; Neo4j is the oracle. Values come back as they went in."""
from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import neo4j
import pytest

from graph.stores.embedded import EmbeddedStore
from graph.stores.neo4j import Neo4jStore, refuse_old
from graph.stores.property_graph import PropertyGraph, property_graph
from graph.stores.protocol import QueryError, Store
from ontology.errors import ChuanyuError
from ontology.names import gazetteer
from ontology.records import Entity, Side, Statement
from tests.graph.tiny_graph import DOCUMENTS, ENTITIES, STATEMENTS, entity

HOSTILE = "引号'\"`反斜杠\\花括号{}{{$x}}换行\n\r\n制表\t" + "很长" * 5000
QUERIES = [
    "MATCH (n) RETURN count(n) AS nodes",
    "MATCH (n:Chuanyu) RETURN n ORDER BY n.id",
    "MATCH (f:Firm) RETURN f.id, f.name, f.class, f.nothing ORDER BY f.id",
    "MATCH (p:Policy) RETURN p.number, p.validFrom, p.validTo",
    "MATCH (:Name {key: $key})-[:NAMES]->(e) RETURN e.id, e.name",
    "MATCH (n:Name) RETURN n.key, n.text, n.kind, n.name ORDER BY n.id",
    "MATCH (s:Section)-[:IN]->(d:Document)-[:TEXT_OF]->(p:Policy) RETURN s.id, s.path, d.title, p.name ORDER BY s.id",
    "MATCH (a)-[r]->(b) RETURN a.id, type(r) AS type, b.id, r ORDER BY r.id",
    "MATCH (a)-[r:SUPPORTS|SUBSIDIZES]->(b) RETURN a.name, r.strength, r.rate, r.cap, r.condition ORDER BY r.id",
    "MATCH (a)-[r:SUBSIDIZES]->(b) WITH r, r.document AS source, r.section_id AS place "
    "MATCH (d:Document {id: source}) OPTIONAL MATCH (s:Section {id: place}) "
    "RETURN d.number, d.written, s.title, r.quote, r.start_char, r.end_char",
    "MATCH way = (:Agency)-[:RESPONSIBLE_FOR]->(:Provision)-[:BUILDS|SUPPORTS]->(x) "
    "RETURN way, nodes(way) AS nodes, relationships(way) AS links ORDER BY x.id",
    "MATCH (n:Chuanyu) RETURN n.class AS class, count(*) AS number, sum(n.hash) AS total ORDER BY class",
    "RETURN [1, 2.5, 'a', null, true] AS list, {a: {b: [1]}} AS map, date('2024-02-29') AS date",
]


def tiny() -> PropertyGraph:
    return property_graph(DOCUMENTS, ENTITIES, STATEMENTS)


@pytest.fixture
def embedded() -> EmbeddedStore:
    store = EmbeddedStore()
    store.load(tiny())
    return store


def test_every_query_has_the_same_rows_on_every_engine(embedded: EmbeddedStore, database: Neo4jStore) -> None:
    database.load(tiny())
    for cypher in QUERIES:
        asked = {"key": "甲车公司"}
        assert embedded.run(cypher, asked) == database.run(cypher, asked), cypher
        assert embedded.run(cypher, asked).rows, cypher


def test_values_are_plain(embedded: EmbeddedStore) -> None:
    assert embedded.run("MATCH way = (:Place {id: 'yubei'})-[r]->(g) RETURN way, g.name AS place").rows == [({
        "nodes": [
            {"labels": ["Actor", "Chuanyu", "Place", "Region"],
             "properties": {"caption": "渝北区", "class": "Region", "hash": 1068706598872, "id": "yubei",
                                "name": "渝北区"}},
            {"labels": ["Actor", "Chuanyu", "Place", "Region"],
             "properties": {"caption": "重庆市", "class": "Region", "gb2260": "500000", "hash": 841927445127,
                                "id": "chongqing", "name": "重庆市"}}],
        "relationships": [
            {"type": "WITHIN", "start": "yubei", "end": "chongqing",
             "properties": {"document": "reference:regions", "end_char": 0, "hash": 549446550990, "id": "r1",
                            "quote": "", "rule": "reference", "section": "yubei", "start_char": 0,
                            "status": "reference"}}]}, "重庆市")]


def test_the_answer_survives_saving(embedded: EmbeddedStore, tmp_path: Path) -> None:
    embedded.save(tmp_path / "graph.kgl")
    again = EmbeddedStore(tmp_path / "graph.kgl")
    for cypher in QUERIES:
        assert again.run(cypher, {"key": "重庆"}) == embedded.run(cypher, {"key": "重庆"})


def test_a_limit_cuts_and_says_so(embedded: EmbeddedStore, database: Neo4jStore) -> None:
    database.load(tiny())
    for store in (embedded, database):
        assert store.run("UNWIND [1, 2, 3] AS x RETURN x", limit=2).rows == [(1,), (2,)]
        assert store.run("UNWIND [1, 2, 3] AS x RETURN x", limit=2).cut
        assert not store.run("UNWIND [1, 2, 3] AS x RETURN x", limit=3).cut


@pytest.mark.parametrize(("cypher", "sentence"), [
    ("MATCH (n) RETURN $who", "Line 1, column 18: the query needs the parameter $who; give it a value."),
    ("MATCH (n)\nDELETE n", "Line 2, column 1: the query writes, and only reading is allowed here; "
                            "leave the writing out or allow it with --write."),
    ("// a remark\nLOAD // split\n CSV FROM 'file:///etc/passwd' AS row RETURN row",
     "Line 2, column 1: LOAD CSV reads files of the machine and is not allowed; give values as parameters."),
])
def test_what_no_engine_runs_is_told_alike(embedded: EmbeddedStore, database: Neo4jStore, cypher: str,
                                           sentence: str) -> None:
    for store in (embedded, database):
        with pytest.raises(QueryError) as told:
            store.run(cypher)
        assert str(told.value) == sentence


@pytest.mark.parametrize(("cypher", "place"), [
    ("MATCH (n) RETRUN n", r"Line 1, column 1[19]: "),
    ("MATCH (n)\nRETURN m.name", r"Line 2, column 8: "),
    ("RETURN nothing('such')", r"Line 1, column 8: "),
    ("RETURN 1 / 0", r"The query cannot be run: "),
])
def test_a_fault_is_one_sentence_with_its_place(embedded: EmbeddedStore, database: Neo4jStore, cypher: str,
                                                place: str) -> None:
    for store in (embedded, database):
        with pytest.raises(QueryError) as told:
            store.run(cypher)
        assert re.match(place, str(told.value))
        assert "\n" not in str(told.value)


def test_a_dollar_in_a_string_or_remark_is_no_parameter(embedded: EmbeddedStore) -> None:
    assert embedded.run("RETURN '$who' AS a // $what").rows == [("$who",)]


def test_a_value_of_a_relationship_in_a_pattern_is_refused_by_the_engine_that_finds_nothing(
        embedded: EmbeddedStore) -> None:
    with pytest.raises(QueryError, match=r"^Line 1, column 54: the embedded engine finds nothing by a value of"):
        embedded.run("MATCH (a)-[r:SUBSIDIZES]->(b) MATCH (d:Document {id: r.document}) RETURN d.name")
    taken = "MATCH (s:Section) MATCH (d:Document {id: s.document}) RETURN DISTINCT d.name ORDER BY d.name"
    assert embedded.run(taken).rows == [("智车计划",), ("甲乙合作",)], "a value of a node is found"


def test_a_query_without_end_is_stopped(embedded: EmbeddedStore, database: Neo4jStore) -> None:
    for store in (embedded, database):
        with pytest.raises(QueryError, match=r"^No answer within 0\.3 seconds; narrow the query"):
            store.run("UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a * b < 0 "
                      "RETURN count(*)", timeout=0.3)


def test_a_write_with_leave_is_kept(embedded: EmbeddedStore, database: Neo4jStore, tmp_path: Path) -> None:
    embedded.save(tmp_path / "graph.kgl")
    for store in (embedded, database):
        store.run("CREATE (:Note {id: 'mine', name: 'mine'})", write=True)
        assert store.run("MATCH (n:Note) RETURN n.name").rows == [("mine",)]
    assert EmbeddedStore(tmp_path / "graph.kgl").run("MATCH (n:Note) RETURN count(n)").rows == [(1,)]


def test_hostile_text_comes_back_to_the_byte(embedded: EmbeddedStore, database: Neo4jStore) -> None:
    graph = property_graph([], [Entity("e", HOSTILE, ("Firm", "Agent", "Actor"), aliases=("`x`}) DETACH DELETE (n",))],
                           [Statement("s", "cooperatesWith", ("cooperatesWith",), Side("e", HOSTILE),
                                      Side("e", HOSTILE), {"condition": HOSTILE})])
    stores: list[Store] = [embedded, database]
    for store in stores:
        store.load(graph)
        rows = store.run("MATCH (:Name {key: $key})-[:NAMES]->(e)-[r]->(e) RETURN e.name, r.condition",
                         {"key": graph_key(HOSTILE)}).rows
        assert rows == [(HOSTILE, HOSTILE)]
        assert store.run("MATCH (n:Name) WHERE n.kind = 'alias' RETURN n.text").rows == [("`x`}) DETACH DELETE (n",)]


def graph_key(name: str) -> str:
    from graph.stores.property_graph import name_key
    return name_key(name)


def test_a_control_character_in_a_name_is_refused() -> None:
    with pytest.raises(ChuanyuError, match=r"^A name of e holds the control character U\+0007"):
        property_graph([], [Entity("e", "警\x07报", ("Firm",))], [])


def test_an_entity_is_found_once_by_a_key_though_several_names_of_its_have_it(embedded: EmbeddedStore) -> None:
    embedded.load(property_graph([], [Entity("byd", "比亚迪", ("Firm", "Agent", "Actor"), aliases=("BYD", "Byd"))], []))
    rows = embedded.run("MATCH (n:Name)-[:NAMES]->(e) RETURN n.key, n.text, e.id ORDER BY n.key").rows
    assert rows == [("byd", "BYD", "byd"), ("比亚迪", "比亚迪", "byd")]


def test_two_things_of_one_id_are_refused() -> None:
    with pytest.raises(ChuanyuError, match=r"^The id 'jia' stands for two things"):
        property_graph([], [*ENTITIES, entity("jia", "另一家", "Firm")], [])


def test_a_statement_about_nothing_is_refused() -> None:
    with pytest.raises(ChuanyuError, match=r"^SUPPORTS s points to 'nobody', which is no entity: build anew\.$"):
        property_graph([], ENTITIES, [Statement("s", "supports", ("supports",), Side("jia", ""), Side("nobody", ""))])


def test_homonyms_share_a_name_and_kinds_come_from_the_gazetteer() -> None:
    names = gazetteer()
    key = next(key for key, entry in sorted(names.entries.items()) if any(n.kind == "former" for n in entry.names))
    graph = property_graph([], [entity(key, names.entries[key].name, *names.entries[key].classes, aliases=("渝",)),
                                entity("other", "别的", "Firm", aliases=("渝",))], [], names)
    store = EmbeddedStore()
    store.load(graph)
    assert store.run("MATCH (n:Name {key: '渝'})-[:NAMES]->(e) RETURN n.kind, e.id ORDER BY e.id").rows == sorted(
        [("alias", key), ("alias", "other")], key=lambda row: row[1])
    kinds = store.run("MATCH (n:Name)-[:NAMES]->(e) WHERE e.id = $id RETURN DISTINCT n.kind", {"id": key}).rows
    assert ("former",) in kinds and ("full",) in kinds


def test_a_section_path_that_stands_twice_keeps_both() -> None:
    from dataclasses import replace

    from ontology.records import Section
    document = replace(DOCUMENTS[0], sections=(Section("一", "甲", 0, 5), Section("一", "乙", 5, 59)))
    graph = property_graph([document], ENTITIES, STATEMENTS[3:4])
    sections = {node.id: node.properties["title"] for node in graph.nodes if node.labels[0] == "Section"}
    assert sections == {"渝府〔2023〕1号#一": "甲", "渝府〔2023〕1号#一~2": "乙"}
    said = [link.properties["section_id"] for link in graph.relationships if link.id == "a4"]
    assert said == ["渝府〔2023〕1号#一~2"], "the sentence stands in the second"


def test_what_is_no_graph_is_told(tmp_path: Path) -> None:
    (tmp_path / "graph.kgl").write_bytes(b"not a graph")
    with pytest.raises(ChuanyuError, match="is no graph that can be opened: build it anew"):
        EmbeddedStore(tmp_path / "graph.kgl")


def refused(*arguments: Any) -> str:
    with pytest.raises(ChuanyuError) as told:
        Neo4jStore(*arguments)
    assert "s3cret" not in str(told.value) + told.value.zh
    return str(told.value)


def test_a_server_that_refuses_is_told_plainly(database: Neo4jStore) -> None:
    uri = database.uri
    assert refused(uri, "neo4j", "s3cret") == (
        f"Neo4j at {uri} does not let neo4j in: check user and password.")
    assert refused("bolt://127.0.0.1:1", "neo4j", "s3cret") == (
        "No Neo4j answers at bolt://127.0.0.1:1: start it, or check the address.")
    assert refused("http://127.0.0.1:7474", "neo4j", "s3cret") == (
        "http://127.0.0.1:7474 is no address of Neo4j: give one like bolt://127.0.0.1:7687 or neo4j+s://host.")


def test_a_server_that_fails_at_its_work_is_not_told_to_be_away(database: Neo4jStore) -> None:
    told = pytest.raises(ChuanyuError, match=f"^Neo4j at {database.uri} failed at its work: its log tells why")
    with told, database._told():
        raise neo4j.exceptions.DatabaseError("Could not append transaction to log")


def test_what_the_driver_tells_of_its_retries_does_not_reach_the_user() -> None:
    said = "import logging, graph.stores.neo4j; logging.getLogger('neo4j.pool').warning('will be retried in 1.1 s')"
    assert subprocess.run([sys.executable, "-c", said], capture_output=True, check=True).stderr == b""


def test_an_unknown_database_is_told_plainly(database: Neo4jStore) -> None:
    from tests.conftest import PASSWORD
    assert refused(database.uri, "neo4j", PASSWORD, "nowhere") == (
        f"Neo4j at {database.uri} has no database 'nowhere': check its name.")


def test_an_old_server_is_refused() -> None:
    for version in ("4.4.40", "5.25.1"):
        with pytest.raises(ChuanyuError, match=rf"^bolt://old runs Neo4j {version}, which is too old: use 5\.26"):
            refuse_old("bolt://old", version)
    for version in ("5.26.30", "2025.01.0", "2026.08.1"):
        refuse_old("bolt://new", version)
