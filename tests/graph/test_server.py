"""The real servers: they start on free ports, answer, and say plainly what is missing."""
from __future__ import annotations

import socket
from pathlib import Path
from urllib.request import urlopen

import pytest
from neo4j import GraphDatabase

from graph.server import RELEASES, Server, check_free, java_version, last_line, missing, start
from ontology.errors import ChuanyuError
from tests.conftest import PASSWORD


def test_each_release_answers_cypher(neo4j: Server) -> None:
    with GraphDatabase.driver(neo4j.uri, auth=("neo4j", PASSWORD)) as driver:
        records, _, _ = driver.execute_query("CALL dbms.components() YIELD versions RETURN versions[0] AS version")
    assert records[0]["version"] == neo4j.release.version


def test_the_older_one_serves_browser(neo4j_5: Server) -> None:
    with urlopen(neo4j_5.browser, timeout=10) as page:
        assert b"Neo4j Browser" in page.read()


def test_two_servers_run_side_by_side(neo4j_5: Server, neo4j_2026: Server) -> None:
    assert len({neo4j_5.bolt, neo4j_5.http, neo4j_2026.bolt, neo4j_2026.http}) == 4


def test_a_taken_port_is_named(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(ChuanyuError, match=f"Port {port} .* is taken"):
            check_free(port)


def test_the_version_of_a_java_is_read_from_its_release_file(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/java").touch()
    (tmp_path / "release").write_text('IMPLEMENTOR="x"\nJAVA_VERSION="21.0.2"\n', encoding="utf-8")
    assert java_version(tmp_path) == 21
    assert java_version(tmp_path / "bin") is None, "a folder without a release file is no Java home"


def test_a_machine_without_maven_is_told_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert missing(RELEASES["5.26"]) == "Neo4j needs Maven (mvn), which fetches it; please install it."


def test_a_server_that_cannot_start_says_its_last_word(tmp_path: Path, neo4j_5: Server) -> None:
    empty = tmp_path / "no jars"
    empty.mkdir()
    with pytest.raises(ChuanyuError, match="failed"):
        start(tmp_path / "home", neo4j_5.release, empty, PASSWORD)


def test_the_last_line_of_a_log() -> None:
    assert last_line("first\nlast\n\n") == "last"
    assert last_line("") == "it said nothing"
