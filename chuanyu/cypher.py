"""`chuanyu cypher 'MATCH …'`: a query of the user's own, read-only unless `--write`; `-` reads it from a pipe."""
from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import click

from chuanyu import options
from chuanyu.commands import Spoken
from chuanyu.language import language, say

STORE = ("Chuanyu", "Name", "Section", "Document", "NAMES", "IN", "TEXT_OF")  # what the store adds to the ontology


@click.command("cypher", cls=Spoken)
@click.argument("text")
@click.option("--param", "params", multiple=True)
@click.option("--write", "writes", is_flag=True)
@options.rows
@options.graph
@options.server
def command(text: str, params: tuple[str, ...], writes: bool, form: str, limit: int | None, timeout: float,
            graph: Path, **server: Any) -> None:
    from queries.reader import Label
    from reports.formats import write
    from reports.page import Page, Table

    cypher = sys.stdin.read() if text == "-" else text
    values = {name: _value(value) for name, value in options.pairs(params).items()}
    with options.open_store(graph, **server) as store:
        found = store.run(cypher, values, write=writes, limit=options.row_limit(form, limit), timeout=timeout)
    columns = tuple(Label(name, name, name) for name in found.columns)
    page = Page("cypher", "", language(), (Table("cypher", "", columns, tuple(found.rows), found.cut),))
    write(page, form, sys.stdout)
    options.tell_cut(page, form)
    if not found.rows:
        _tell_unknown(cypher)


def _tell_unknown(cypher: str) -> None:
    """Say on stderr which labels and types of a query that found nothing are none of the ontology, and what is near."""
    from difflib import get_close_matches

    from ontology.vocabulary import vocabulary

    known = {*STORE, *vocabulary().classes, *map(vocabulary().cypher_type, vocabulary().relations)}
    asked = re.findall(r"[:|&]\s*!?([A-Z]\w*)", re.sub(r"'[^']*'|\"[^\"]*\"|\{[^{}]*\}", "", cypher))
    unknown = [name for name in dict.fromkeys(asked) if name not in known]
    if unknown:
        near = dict.fromkeys(match for name in unknown for match in get_close_matches(name, sorted(known), 3))
        click.echo(say("cypher.unknown-near" if near else "cypher.unknown", names=", ".join(unknown),
                       near=", ".join(near)), err=True)


def _value(text: str) -> Any:
    """A number, list or truth as JSON writes it, else the text itself."""
    try:
        return json.loads(text)
    except ValueError:
        return text
