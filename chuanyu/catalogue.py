"""`chuanyu queries [TOPIC]`: the questions that can be asked, by topic, with what each needs."""
from __future__ import annotations

import shutil
from itertools import zip_longest
from pathlib import Path

import click

from chuanyu.commands import Spoken
from chuanyu.language import language
from ontology.errors import ChuanyuError
from reports.width import fold

INDENT = 22


@click.command("queries", cls=Spoken)
@click.argument("topic", required=False)
@click.option("--with", "extra", multiple=True, type=click.Path(path_type=Path))
def command(topic: str | None, extra: tuple[Path, ...]) -> None:
    from queries.reader import Query, catalogue, topic_label

    topics: dict[str, list[Query]] = {}
    for query in catalogue(tuple(folder / "queries" for folder in extra)).values():
        topics.setdefault(query.topic, []).append(query)
    if topic and topic not in topics:
        known = ", ".join(sorted(topics))
        raise ChuanyuError(f"There is no topic {topic}; there are {known}.", f"没有主题 {topic}；可用的有：{known}。")
    width = shutil.get_terminal_size((80, 24)).columns
    for name in [topic] if topic else sorted(topics):
        click.echo(click.style(f"{name}  {topic_label(name, language())}" if not topic else name, bold=True))
        for query in topics[name]:
            needs = " ".join(f"{parameter.name}={parameter.example}" for parameter in query.parameters
                             if parameter.required)
            said = query.question(language()) + (f"  ({needs})" if needs else "")
            for head, piece in zip_longest([query.name], fold(said, max(width - INDENT, 30)), fillvalue=""):
                click.echo(f"  {head:<{INDENT - 2}}{piece}")
