"""`chuanyu export`: the graph for other systems, as the JSON lines of its records or as Turtle."""
from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from chuanyu import options
from chuanyu.commands import Spoken

if TYPE_CHECKING:
    from graph.folder import Folder

RECORDS = ("statements", "entities", "documents")


@click.command("export", cls=Spoken)
@click.option("--format", "form", type=click.Choice(("jsonl", "turtle")), default="jsonl")
@click.option("--records", type=click.Choice(RECORDS), default="statements")
@click.option("--out", type=click.Path(path_type=Path))
@options.graph
def command(form: str, records: str, out: Path | None, graph: Path) -> None:
    from graph.folder import Folder

    folder = Folder(graph)
    content = _turtle(folder) if form == "turtle" else (folder.path / f"{records}.jsonl").read_bytes()
    if out:
        out.write_bytes(content)
    else:
        sys.stdout.buffer.write(content)


def _turtle(folder: Folder) -> bytes:
    from graph.rdf.write import write

    return write(folder.documents, folder.entities, folder.statements).encode()
