"""`chuanyu browser-kit DIR`: a style and the catalogue for Neo4j Browser, as files that are dropped onto its page."""
from __future__ import annotations

from pathlib import Path

import click

from chuanyu.commands import Spoken
from chuanyu.language import language, say


@click.command("browser-kit", cls=Spoken)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--with", "extra", multiple=True, type=click.Path(path_type=Path))
def command(folder: Path, extra: tuple[Path, ...]) -> None:
    from queries.browser import kit
    from queries.browser.saved import saved
    from queries.reader import catalogue

    questions = catalogue(tuple(one / "queries" for one in extra))
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in kit(questions.values(), language()).items():
        (folder / name).write_bytes(content)
    first = saved(questions.values(), language())[0]
    click.echo(say("browser-kit.done", folder=folder, topic=first.folder), err=True)
