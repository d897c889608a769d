"""Options that several commands share, and the store that they mean."""
from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from chuanyu.language import language, say
from ontology.errors import ChuanyuError
from ontology.records import STATUSES

if TYPE_CHECKING:
    from graph.stores.protocol import Store
    from reports.page import Page

Command = TypeVar("Command", bound=Callable[..., Any])
DEFAULT_GRAPH = Path("graph-data")
TABLE_ROWS = 100


def complete_name(context: click.Context, _option: click.Parameter, start: str) -> list[str]:
    """The names of the graph that begin so, for the shell's completion; none where there is no graph."""
    try:
        with open_store(context.params.get("graph") or DEFAULT_GRAPH) as store:
            found = store.run("MATCH (n:Name) WHERE n.kind <> 'id' AND n.text STARTS WITH $start "
                              "RETURN DISTINCT n.text AS text ORDER BY text", {"start": start}, limit=50)
    except ChuanyuError:
        return []
    return [str(row[0]) for row in found.rows]


def graph(command: Command) -> Command:
    """`--graph DIR`: where `build` put the graph."""
    return click.option("--graph", type=click.Path(path_type=Path), default=DEFAULT_GRAPH)(command)


def server(command: Command) -> Command:
    """`--uri` and what a connection to Neo4j needs besides; the password never stands on the command line."""
    for option in (click.option("--password-file", type=click.Path(path_type=Path)),
                   click.option("--database", envvar="NEO4J_DATABASE"),
                   click.option("--user", envvar="NEO4J_USERNAME", default="neo4j"),
                   click.option("--uri")):
        command = option(command)
    return command


def status(command: Command) -> Command:
    """`--status`, repeatable."""
    return click.option("--status", multiple=True, type=click.Choice(STATUSES))(command)


def as_of(command: Command) -> Command:
    """`--as-of DATE`, a day as ISO text."""
    return click.option("--as-of", callback=_day)(command)


def _day(_context: click.Context, _option: click.Parameter, text: str | None) -> str | None:
    try:
        return text and date.fromisoformat(text).isoformat()
    except ValueError:
        raise ChuanyuError(f"--as-of needs a day such as 2025-06-30, not {text}.",
                           f"--as-of 须为日期，如 2025-06-30，不能是 {text}。") from None


PLAIN_FORMS = ("table", "json", "csv", "md")
PAGE_FORMS = (*PLAIN_FORMS, "html")


def rows(command: Command, forms: tuple[str, ...] = PLAIN_FORMS) -> Command:
    """`--format`, `--limit` and `--timeout` of a command that asks for rows."""
    timeout = click.option("--timeout", type=click.FloatRange(min=0, min_open=True), default=60.0)
    return _form(timeout(command), forms)


def page_rows(command: Command) -> Command:
    """As `rows`, with HTML besides."""
    return rows(command, PAGE_FORMS)


def page_form(command: Command) -> Command:
    """`--format` and `--limit` of a page that asks the store nothing."""
    return _form(command, PAGE_FORMS)


def _form(command: Command, forms: tuple[str, ...]) -> Command:
    limit = click.option("--limit", type=click.IntRange(min=1))
    return click.option("--format", "form", type=click.Choice(forms), default="table")(limit(command))


def row_limit(form: str, limit: int | None) -> int | None:
    """How many rows: as asked, else a screenful in a table and all elsewhere."""
    return limit or (TABLE_ROWS if form == "table" else None)


@contextmanager
def open_store(graph: Path, uri: str | None = None, user: str = "neo4j", database: str | None = None,
               password_file: Path | None = None) -> Iterator[Store]:
    """The graph on disk, or with `uri` the one in Neo4j; closed at the end."""
    store: Store
    if uri:
        from graph.stores.neo4j import Neo4jStore

        store = Neo4jStore(uri, user, password(password_file), database)
    else:
        from graph.folder import Folder

        store = Folder(graph).store()
    try:
        yield store
    finally:
        store.close()


def password(file: Path | None) -> str:
    """The password of Neo4j: from the file, else NEO4J_PASSWORD, else asked for on a terminal."""
    if file:
        return file.read_text(encoding="utf-8").strip()
    given = os.environ.get("NEO4J_PASSWORD")
    if given is None and sys.stdin.isatty():
        given = click.prompt(say("password"), hide_input=True, err=True)
    if given is None:
        raise ChuanyuError("The password of Neo4j is missing: set NEO4J_PASSWORD or name a file with --password-file.",
                           "缺少 Neo4j 密码：请设置 NEO4J_PASSWORD，或用 --password-file 指定文件。")
    return str(given)


def pairs(texts: tuple[str, ...]) -> dict[str, str]:
    """`--param name=value` as a mapping."""
    values = {}
    for text in texts:
        name, sign, value = text.partition("=")
        if not sign:
            raise ChuanyuError(f"--param needs name=value, not {text}.", f"--param 须写作 名称=值，不能是 {text}。")
        values[name.strip()] = value
    return values


def tell_cut(page: Page, form: str) -> None:
    """Say on stderr that rows were left out; a table says it below its rows."""
    from reports.cells import word

    if form != "table" and any(table.cut for table in page.tables):
        click.echo(word("cut", language(), shown=sum(len(table.rows) for table in page.tables)), err=True)
