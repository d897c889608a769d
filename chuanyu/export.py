"""`chuanyu export`: the graph for other systems, as the JSON lines of its records, as Turtle, or as files for neo4j-admin."""
from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from chuanyu import options
from chuanyu.commands import Spoken
from ontology.errors import ChuanyuError

if TYPE_CHECKING:
    from graph.folder import Folder

RECORDS = ("statements", "entities", "documents")


@click.command("export", cls=Spoken)
@click.option("--format", "form", type=click.Choice(("jsonl", "turtle", "neo4j-admin")), default="jsonl")
@click.option("--records", type=click.Choice(RECORDS), default="statements")
@click.option("--out", type=click.Path(path_type=Path))
@options.graph
def command(form: str, records: str, out: Path | None, graph: Path) -> None:
    from graph.folder import Folder

    folder = Folder(graph)
    if form == "neo4j-admin":
        click.echo(_bulk(folder, out))
        return
    content = _turtle(folder) if form == "turtle" else (folder.path / f"{records}.jsonl").read_bytes()
    if out:
        out.write_bytes(content)
    else:
        sys.stdout.buffer.write(content)


def _turtle(folder: Folder) -> bytes:
    from graph.rdf.write import write

    return write(folder.documents, folder.entities, folder.statements).encode()


def _bulk(folder: Folder, out: Path | None) -> str:
    from graph.stores.bulk import write_bulk

    if out is None or out.exists():
        raise ChuanyuError("neo4j-admin takes a folder of files: name one that is not there yet with --out.",
                           "neo4j-admin 需要一个文件夹：请用 --out 指定一个尚不存在的。")
    return write_bulk(folder.store(), out)
