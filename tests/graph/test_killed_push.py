"""A push that is killed at any moment: the next run ends in the same database as one that nobody disturbed."""
from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

from benchmarks.generated import generated
from graph.stores.difference import compare
from graph.stores.embedded import EmbeddedStore
from graph.stores.neo4j import Neo4jStore
from graph.stores.property_graph import property_graph
from graph.stores.push import push
from tests.conftest import PASSWORD

ROOT = Path(__file__).parents[2]
KILLS = 10
CHILD = """
import sys
from pathlib import Path
from graph.stores import push
from graph.stores.embedded import EmbeddedStore
from graph.stores.neo4j import Neo4jStore
push.BATCH = 50
source, target = EmbeddedStore(Path(sys.argv[1])), Neo4jStore(sys.argv[2], "neo4j", sys.argv[3])
print("pushing", flush=True)
push.push(source, target)
"""


def saved(path: Path, statements: int) -> EmbeddedStore:
    store = EmbeddedStore()
    store.load(property_graph(*generated(100, statements)))
    store.save(path)
    return store


def killed(graph: Path, uri: str, after: float) -> bool:
    """Push in a child and kill it; whether it was killed before it was done."""
    with subprocess.Popen([sys.executable, "-c", CHILD, str(graph), uri, PASSWORD], cwd=ROOT,
                          env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"pushing\n"
        try:
            child.wait(after)
        except subprocess.TimeoutExpired:
            child.kill()
            return True
    return False


def test_killed_pushes_end_well_at_the_next_run(database: Neo4jStore, tmp_path: Path) -> None:
    """Two graphs in turn, so that every run has nodes and relationships to make and to remove."""
    graphs = {tmp_path / "small.kgl": 400, tmp_path / "large.kgl": 1200}
    stores = {path: saved(path, statements) for path, statements in graphs.items()}
    moments, died, partly = random.Random(11), 0, 0
    for turn in range(KILLS):
        path = list(stores)[turn % 2]
        died += killed(path, database.uri, moments.uniform(0.02, 0.7))
        partly += bool(compare(stores[path], database))
        push(stores[path], database)
        assert contents(database) == contents(stores[path])
    assert died and partly, "some were killed, and not all of them after their work"


def contents(store: EmbeddedStore | Neo4jStore) -> list[object]:
    """Everything that the store holds."""
    return [store.run("MATCH (n:Chuanyu) RETURN n ORDER BY n.id").rows,
            store.run("MATCH (a)-[r]->(b) RETURN a.id, b.id, r ORDER BY r.id").rows]
