"""`chuanyu report NAME`: canned queries laid out; one file a report in `reports/`, one entry here."""
from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from chuanyu import options
from chuanyu.commands import Group, Spoken
from chuanyu.language import language

# report -> its own parameters; the module `reports/NAME.py` has `page(desk, **parameters) -> Page`.
REPORTS: dict[str, tuple[click.Parameter, ...]] = {
    "supports": (click.Option(["--by"], shell_complete=options.complete_name),
                 click.Option(["--of"], shell_complete=options.complete_name), click.Option(["--matrix"], is_flag=True)),
    "firm": (click.Argument(["name"], shell_complete=options.complete_name),),
    "agency": (click.Argument(["name"], shell_complete=options.complete_name),),
    "policy": (click.Argument(["name"], shell_complete=options.complete_name),),
    "region": (click.Argument(["name"], shell_complete=options.complete_name),),
    "money": (),
    "deadlines": (),
    "indicators": (),
    "chain": (),
    "match": (),
    "network": (),
    "coverage": (),
    "diff": (click.Argument(["old"], type=click.Path(path_type=Path)),
             click.Argument(["graph"], metavar="NEW", type=click.Path(path_type=Path))),
}


class Reports(Group):
    """A command for every report."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(REPORTS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in REPORTS:
            return None
        made = options.page_rows(options.as_of(options.status(
            Spoken(cmd_name, params=list(REPORTS[cmd_name]), callback=_maker(cmd_name)))))
        return made if cmd_name == "diff" else options.server(options.graph(made))


def _maker(name: str) -> Any:
    def make(status: tuple[str, ...], as_of: str | None, form: str, limit: int | None, timeout: float, graph: Path,
             uri: str | None = None, user: str = "", database: str | None = None, password_file: Path | None = None,
             **own: Any) -> None:
        from reports.desk import Desk
        from reports.formats import write

        standing = {"status": list(status) or None, "as_of": as_of}
        with options.open_store(graph, uri, user, database, password_file) as store:
            desk = Desk(store, language(), standing, options.row_limit(form, limit), timeout,
                        folder=None if uri else graph)
            page = import_module(f"reports.{name}").page(desk, **own)
        write(page, form, sys.stdout)
        options.tell_cut(page, form)

    return make


command = Reports("report", no_args_is_help=True)
