"""`chuanyu query NAME`: one question of the catalogue, on the graph here or in Neo4j."""
from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from chuanyu import options
from chuanyu.commands import Spoken
from chuanyu.language import language


def _complete(context: click.Context, _option: click.Parameter, start: str) -> list[str]:
    from queries.reader import catalogue

    return [name for name in catalogue() if name.startswith(start)]


@click.command("query", cls=Spoken)
@click.argument("name", shell_complete=_complete)
@click.option("--param", "params", multiple=True)
@options.as_of
@options.rows
@click.option("--with", "extra", multiple=True, type=click.Path(path_type=Path))
@options.graph
@options.server
def command(name: str, params: tuple[str, ...], as_of: str | None, form: str, limit: int | None, timeout: float,
            extra: tuple[Path, ...], graph: Path, **server: Any) -> None:
    from queries.asking import typed
    from queries.reader import catalogue, question
    from reports.desk import Desk, answer_page
    from reports.formats import write

    given = options.pairs(params) | ({"as_of": as_of} if as_of else {})
    questions = catalogue(tuple(folder / "queries" for folder in extra))
    typed(question(name, questions), given)
    with options.open_store(graph, **server) as store:
        desk = Desk(store, language(), limit=options.row_limit(form, limit), timeout=timeout, questions=questions)
        page = answer_page(desk.ask(name, **given), language())
    write(page, form, sys.stdout)
    options.tell_cut(page, form)
