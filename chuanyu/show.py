"""`chuanyu show NAME`: an entity with its names, documents and statements."""
from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from chuanyu import options
from chuanyu.commands import Spoken
from chuanyu.language import language


@click.command("show", cls=Spoken)
@click.argument("name", shell_complete=options.complete_name)
@options.status
@options.as_of
@options.page_rows
@options.graph
@options.server
def command(name: str, status: tuple[str, ...], as_of: str | None, form: str, limit: int | None, timeout: float,
            graph: Path, **server: Any) -> None:
    from reports.desk import Desk
    from reports.entity import page
    from reports.formats import write

    with options.open_store(graph, **server) as store:
        standing = {"status": list(status) or None, "as_of": as_of}
        made = page(Desk(store, language(), standing, options.row_limit(form, limit), timeout,
                         folder=None if server["uri"] else graph), name)
    write(made, form, sys.stdout)
    options.tell_cut(made, form)
