"""One statement explained: what it says, where, by which rule, in its paragraph, and from which premises."""
from __future__ import annotations

from dataclasses import dataclass

from graph.folder import Folder
from ontology.errors import ChuanyuError
from ontology.records import Document, Evidence, Statement

MARGIN = 300


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph in three parts: what stands before the sentence, the sentence, what stands behind it."""

    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A statement with its document and passage where the text says it, and the explanations of its premises."""

    statement: Statement
    document: Document | None
    section: str
    passage: Passage | None
    premises: tuple[Explanation, ...]


def explain(folder: Folder, id_: str) -> Explanation:
    """The explanation of a statement. Raises ChuanyuError where the graph has none of that id."""
    statements = {statement.id: statement for statement in folder.statements}
    if id_ not in statements:
        raise ChuanyuError(f"The graph has no statement {id_}; `chuanyu show NAME` prints their ids in brackets.",
                           f"图谱中没有陈述 {id_}；chuanyu show 会在方括号中列出陈述编号。")
    documents = {document.id: document for document in folder.documents}
    return _explain(folder, statements, documents, id_)


def _explain(folder: Folder, statements: dict[str, Statement], documents: dict[str, Document], id_: str) -> Explanation:
    statement = statements[id_]
    evidence = statement.evidence
    document = documents.get(evidence.document) if evidence else None
    premises = tuple(_explain(folder, statements, documents, premise) for premise in statement.premises)
    if evidence is None or document is None:
        return Explanation(statement, None, "", None, premises)
    return Explanation(statement, document, section_title(document, evidence),
                       passage(folder.text(evidence.source), evidence.start, evidence.end), premises)


def section_title(document: Document, evidence: Evidence) -> str:
    """The path of the section with its title."""
    titles = {section.path: section.title for section in document.sections
              if section.start <= evidence.start < section.end}
    return f"{evidence.section} {titles.get(evidence.section, '')}".strip()


def passage(text: str, start: int, end: int) -> Passage:
    """The paragraph around the characters, long ones cut at some distance from the sentence.

    >>> passage("题目\\n甲。乙支持丙。丁。\\n戊。", 5, 10)
    Passage(before='甲。', quote='乙支持丙。', after='丁。')
    """
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    before, after = text[max(first, start - MARGIN):start], text[end:min(last, end + MARGIN)]
    return Passage(("…" if start - first > MARGIN else "") + before.lstrip(), text[start:end],
                   after.rstrip() + ("…" if last - end > MARGIN else ""))
