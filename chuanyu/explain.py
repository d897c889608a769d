"""`chuanyu explain ID`: a statement with its sentence marked in its paragraph, rule, status, qualifiers, premises."""
from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from chuanyu import options
from chuanyu.commands import Spoken
from chuanyu.language import language, say

if TYPE_CHECKING:
    from ontology.records import Statement
    from reports.statement import Explanation, Passage


@click.command("explain", cls=Spoken)
@click.argument("statement")
@options.graph
def command(statement: str, graph: Path) -> None:
    from graph.folder import Folder
    from reports.statement import explain

    _print(explain(Folder(graph), statement), "")


def _print(found: Explanation, indent: str) -> None:
    from reports.cells import relation, status
    from reports.width import fold, visible

    said = found.statement
    click.echo(indent + click.style(visible(f"{said.subject.name} —{relation(said.relation, language())}→ "
                                            f"{said.object.name}"), bold=True) + f"  [{visible(said.id)}]")
    rule = [(say("explain.rule"), said.evidence.rule)] if said.evidence else []
    facts = [(say("explain.status"), status(said.status, language())), *_qualifiers(said), *rule, *_source(found)]
    for label, text in facts:
        for line in fold(f"{label}: {visible(text)}", _width(indent)):
            click.echo(f"{indent}  {line}")
    if found.passage:
        click.echo(f"\n{_marked(found.passage, indent + '  ')}\n")
    if found.premises:
        click.echo(f"{indent}  {say('explain.premises')}:")
        for premise in found.premises:
            _print(premise, indent + "    ")


def _qualifiers(said: Statement) -> list[tuple[str, str]]:
    """Money and figures in one phrase each, then the other qualifiers under their labels."""
    from ontology.vocabulary import vocabulary
    from reports.cells import cell, figure, money, word
    from reports.layout import FIGURE, MONEY

    phrases = (("money", money(said.qualifiers, language())), ("figure", figure(said.qualifiers, language())))
    folded = {name for (key, phrase), names in zip(phrases, (MONEY, (*FIGURE, "kind")), strict=True) if phrase
              for name in names}
    facts = [(word(key, language()), phrase) for key, phrase in phrases if phrase]
    for name, value in said.qualifiers.items():
        if name not in folded:
            term = vocabulary().qualifiers.get(name)
            label = name if term is None else term.zh if language() == "zh" else term.en
            facts.append((label, cell(value, "year" if name == "year" else "", language())))
    return facts


def _width(indent: str) -> int:
    return shutil.get_terminal_size((80, 24)).columns - len(indent) - 2


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
    from reports.width import fold, visible

    before, quote, after = (visible(part) for part in (passage.before, passage.quote, passage.after))
    lines = fold(f"{before}【{quote}】{after}", _width(indent[2:]))
    text = "\n".join(indent + line for line in lines)
    if sys.stdout.isatty():
        text = text.replace("【", "\x1b[7m").replace("】", "\x1b[0m")
    return text
