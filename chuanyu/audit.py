"""`chuanyu audit`: what resolution and rules did, and with `--gold` how a gold set judges it."""
from __future__ import annotations

import sys
from pathlib import Path

import click

from chuanyu import options
from chuanyu.commands import Spoken
from chuanyu.language import language


@click.command("audit", cls=Spoken)
@click.option("--gold", type=click.Path(path_type=Path))
@options.page_form
@options.graph
def command(gold: Path | None, form: str, limit: int | None, graph: Path) -> None:
    from graph.folder import Folder
    from reports.audit import page
    from reports.formats import write

    made = page(Folder(graph), language(), gold, options.row_limit(form, limit))
    write(made, form, sys.stdout)
    options.tell_cut(made, form)
