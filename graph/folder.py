"""The graph on disk: JSON lines, the texts behind them, the embedded graph and the build's report, in one folder.

A folder is written beside its place and swapped in whole, so that whoever looks, and whoever is killed, finds the old
graph or the new one and nothing between. What killed runs leave beside it is cleaned by the next one.
"""
from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from graph.decisions import FILE as DECISIONS
from graph.stores.embedded import EmbeddedStore
from graph.stores.property_graph import property_graph
from graph.swap import abandoned, beside, exchange
from ontology.errors import ChuanyuError
from ontology.names import Gazetteer
from ontology.records import Document, Entity, Statement, to_lines

DOCUMENTS, ENTITIES, STATEMENTS = "documents.jsonl", "entities.jsonl", "statements.jsonl"
TEXTS, GRAPH, REPORT = "texts", "graph.kgl", "build-report.json"
OURS = frozenset((DOCUMENTS, ENTITIES, STATEMENTS, TEXTS, GRAPH, REPORT))

Read = TypeVar("Read")


class Folder:
    """A graph on disk, read as far as it is asked for."""

    def __init__(self, path: Path) -> None:
        """Raises ChuanyuError where the folder holds no graph."""
        self.path = Path(path)
        if not all((self.path / name).exists() for name in OURS):
            raise ChuanyuError(f"There is no graph in {path}: run `chuanyu build`, or name its folder with --graph.",
                               f"{path} 中没有图谱：请先运行 chuanyu build，或用 --graph 指定图谱目录。")

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """All documents in the order of their ids."""
        return self._records(DOCUMENTS, Document.from_json)

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """All entities in the order of their ids."""
        return self._records(ENTITIES, Entity.from_json)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """All statements in the order of their ids."""
        return self._records(STATEMENTS, Statement.from_json)

    @cached_property
    def report(self) -> dict[str, Any]:
        """What the build counted."""
        report: dict[str, Any] = json.loads((self.path / REPORT).read_text(encoding="utf-8"))
        return report

    def text(self, source: str) -> str:
        """The text whose characters mentions and evidence of this source count."""
        return (self.path / TEXTS / inside(source)).read_bytes().decode()

    def store(self) -> EmbeddedStore:
        """The embedded graph."""
        return EmbeddedStore(self.path / GRAPH)

    def _records(self, name: str, read: Callable[[dict[str, Any]], Read]) -> tuple[Read, ...]:
        records = []
        for number, line in enumerate((self.path / name).read_bytes().split(b"\n")[:-1], 1):
            try:
                records.append(read(json.loads(line)))
            except (ValueError, KeyError, TypeError) as error:
                raise ChuanyuError(f"{self.path / name}, line {number} is damaged: build the graph anew.",
                                   f"{self.path / name}第{number}行已损坏：请重新构建图谱。") from error
        return tuple(records)


def write_folder(out: Path, documents: Iterable[Document], entities: Iterable[Entity],
                 statements: Iterable[Statement], texts: Mapping[str, str], report: Mapping[str, Any],
                 names: Gazetteer | None = None) -> None:
    """Make `out` the folder of this graph, in one step; `texts` are by source, `names` tells the kinds of names.

    Raises ChuanyuError, with the old graph as it was, where `out` holds anything but a graph of ours or cannot be
    written, and where the records contradict each other.
    """
    documents, entities, statements = list(documents), list(entities), list(statements)
    out = Path(out).resolve()
    new = beside(out)
    try:
        check_place(out)
        for leftover in abandoned(out):
            shutil.rmtree(leftover)
        new.mkdir(parents=True)
        for name, records in ((DOCUMENTS, documents), (ENTITIES, entities), (STATEMENTS, statements)):
            _write(new / name, to_lines(records))
        _write(new / REPORT, json.dumps(report, ensure_ascii=False, indent=1, sort_keys=True) + "\n")
        (new / TEXTS).mkdir()
        for source, text in sorted(texts.items()):
            _write(new / TEXTS / inside(source), text)
        if (out / DECISIONS).exists():
            shutil.copy2(out / DECISIONS, new)
        _save_graph(new / GRAPH, documents, entities, statements, names)
        exchange(new, out)
    except OSError as error:
        raise _unwritable(out, error) from error
    finally:
        shutil.rmtree(new, ignore_errors=True)


def check_place(out: Path) -> None:
    """Refuse to replace what is not a graph of ours; an empty folder or none at all is fine."""
    if not out.exists():
        return
    found = {path.name for path in out.iterdir()} - {DECISIONS} if out.is_dir() else {out.name}
    if found - OURS or (found and REPORT not in found):
        first = min(found - OURS or found)
        raise ChuanyuError(f"{out} is not a graph folder of chuanyu (it holds {first}): choose another with --out.",
                           f"{out}不是chuanyu的图谱目录（其中有{first}）：请用--out另选目录。")


def inside(source: str) -> PurePosixPath:
    """The relative path of a source; it never leads out of the folder that it is taken to lie in."""
    path = PurePosixPath(source)
    if not path.parts or path.is_absolute() or ".." in path.parts or "\0" in source or "\\" in source:
        raise ChuanyuError(f"{source!r} is no name for a text: rename the file.", f"{source!r}不能作文件名：请改名。")
    return path


def _save_graph(path: Path, documents: list[Document], entities: list[Entity], statements: list[Statement],
                names: Gazetteer | None) -> None:
    store = EmbeddedStore()
    store.load(property_graph(documents, entities, statements, names))
    store.save(path)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(text.encode())
        file.flush()
        os.fsync(file.fileno())


def _unwritable(out: Path, error: OSError) -> ChuanyuError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return ChuanyuError(f"The disk is full, {out} stays as it was: make room or choose another with --out.",
                            f"磁盘已满，{out}保持原样：请腾出空间，或用--out另选位置。")
    return ChuanyuError(f"{out} cannot be written ({error.strerror}), it stays as it was: choose another with --out.",
                        f"{out}无法写入（{error.strerror}），保持原样：请用--out另选位置。")
