"""Imports between the rooms go one way, as the documents do."""
from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MAY_IMPORT = {
    "ontology": {"ontology"},
    "loaders": {"ontology", "loaders"},
    "graph": {"ontology", "graph"},
    "queries": {"ontology", "graph", "queries"},
    "reports": {"ontology", "graph", "queries", "reports"},
    "chuanyu": {"ontology", "loaders", "graph", "queries", "reports", "corpus", "chuanyu"},
}


def imported(path: Path) -> Iterator[str]:
    """The first part of every module that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name.split(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_what_comes_before_it(room: str) -> None:
    rooms = set().union(*MAY_IMPORT.values())
    against = {(str(path.relative_to(ROOT)), name) for path in sorted((ROOT / room).rglob("*.py"))
               for name in imported(path) if name in rooms - MAY_IMPORT[room]}
    assert against == set()


def test_the_check_sees_an_import_inside_a_function(tmp_path: Path) -> None:
    file = tmp_path / "late.py"
    file.write_text("def late():\n    from graph.build import build\n    import loaders.mentions\n", encoding="utf-8")
    assert set(imported(file)) == {"graph", "loaders"}
