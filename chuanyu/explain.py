"""`chuanyu explain ID`: a statement with its sentence marked in its paragraph, rule, status, qualifiers, premises."""
from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from chuanyu import options
from chuanyu.commands import Spoken
from chuanyu.language import language, say

if TYPE_CHECKING:
    from reports.statement import Explanation, Passage


@click.command("explain", cls=Spoken)
@click.argument("statement")
@options.graph
def command(statement: str, graph: Path) -> None:
    from graph.folder import Folder
    from reports.statement import explain

    _print(explain(Folder(graph), statement), "")


def _print(found: Explanation, indent: str) -> None:
    from ontology.vocabulary import vocabulary
    from reports.cells import cell, relation, status
    from reports.width import visible

    said = found.statement
    click.echo(indent + click.style(visible(f"{said.subject.name} —{relation(said.relation, language())}→ "
                                            f"{said.object.name}"), bold=True) + f"  [{visible(said.id)}]")
    facts = [(say("explain.status"), status(said.status, language()))]
    for name, value in said.qualifiers.items():
        term = vocabulary().qualifiers.get(name)
        label = name if term is None else term.zh if language() == "zh" else term.en
        facts.append((label, cell(value, "", language())))
    if said.evidence:
        facts.append((say("explain.rule"), said.evidence.rule))
    for label, text in [*facts, *_source(found)]:
        click.echo(f"{indent}  {label}: {visible(text)}")
    if found.passage:
        click.echo(f"\n{_marked(found.passage, indent + '  ')}\n")
    if found.premises:
        click.echo(f"{indent}  {say('explain.premises')}:")
        for premise in found.premises:
            _print(premise, indent + "    ")


def _source(found: Explanation) -> list[tuple[str, str]]:
    """Where it is said: document, section, address; an entry of the gazetteer for a reference statement."""
    from reports.cells import citation

    evidence = found.statement.evidence
    if evidence is None:
        return []
    if found.document is None:
        return [(say("explain.source"), f"{evidence.source} {evidence.section}")]
    document = found.document
    row = {"title": document.title, "number": document.number, "date": document.written or document.published,
           "kind": document.kind, "section": found.section}
    address = [(say("explain.address"), document.url)] if document.url else []
    return [(say("explain.source"), citation(row, language())), *address]


def _marked(passage: Passage, indent: str) -> str:
    """The paragraph with the sentence in reverse video, or between 【 】 where there is no colour."""
    import shutil
    import sys

    from reports.width import fold, visible

    width = shutil.get_terminal_size((80, 24)).columns - len(indent)
    before, quote, after = (visible(part) for part in (passage.before, passage.quote, passage.after))
    lines = fold(f"{before}【{quote}】{after}", width)
    text = "\n".join(indent + line for line in lines)
    if sys.stdout.isatty():
        text = text.replace("【", "\x1b[7m").replace("】", "\x1b[0m")
    return text
