"""The catalogue of questions: one `.cypher` file a question, in a folder a topic, described by its header comment.

The header is YAML behind `//`: the file's name, the question in both languages, the parameters and the columns.

    // name: supporters
    // zh: 谁支持这家企业？
    // en: Who supports this firm?
    // parameters:
    //   firm: {type: name, of: Firm, example: 长安汽车}
    //   status:
    // columns: [supporter, relation, quote]
    MATCH (:Name {key: $firm})-[:NAMES]->(f:Firm)<-[r:SUPPORTS|SUBSIDIZES]-(a) …

A parameter without `default` is required; one with nothing behind its name is as `terms.yaml` describes it, which also
labels parameters and columns. After a line `// picture` stands the twin that returns paths for Neo4j Browser.
"""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ontology.errors import ChuanyuError

HERE = Path(__file__).parent
TYPES = ("name", "text", "number", "count", "date", "list", "status", "class")
PICTURE = "// picture"
KEYS = {"name", "zh", "en", "parameters", "columns"}


class QueryFileError(ChuanyuError):
    """A query file whose header or body breaks the rules above; the sentence names file and line."""


@dataclass(frozen=True, slots=True)
class Label:
    """How a parameter or column is called, and how its values read (`shown`, see `terms.yaml`)."""

    name: str
    zh: str
    en: str
    shown: str = "text"

    def text(self, language: str) -> str:
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a question takes; `of` is the class that an entity's name must have, `prefers` the one to choose."""

    label: Label
    type: str
    required: bool
    default: Any = None
    example: Any = None
    of: str | None = None
    prefers: str | None = None

    @property
    def name(self) -> str:
        return self.label.name


@dataclass(frozen=True, slots=True)
class Query:
    """One question of the catalogue; `picture` is its twin that returns paths."""

    name: str
    topic: str
    zh: str
    en: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Label, ...]
    cypher: str
    picture: str | None = None

    def question(self, language: str) -> str:
        return self.zh if language == "zh" else self.en


def catalogue(extra: tuple[Path, ...] = ()) -> dict[str, Query]:
    """All questions by name, ours and those of the folders `extra`.

    Raises QueryFileError where a file breaks the rules or two share a name.
    """
    found: dict[str, Query] = {}
    for folder in (HERE, *extra):
        for path in sorted(folder.glob("*/*.cypher")):
            query = read_query(path)
            if query.name in found:
                raise QueryFileError(f"{path}, line 1: the name {query.name} is taken; choose another.",
                                     f"{path} 第1行：查询名 {query.name} 已被占用，请换一个。")
            found[query.name] = query
    return found


def question(name: str, questions: Mapping[str, Query]) -> Query:
    """The question of that name. Raises ChuanyuError with the nearest ones."""
    if name in questions:
        return questions[name]
    from difflib import get_close_matches

    near = ", ".join(get_close_matches(name, questions, 5)) or "-"
    raise ChuanyuError(f"There is no question {name}; near to it: {near}. `chuanyu queries` lists all.",
                       f"没有名为 {name} 的问题；相近的有：{near}。用 chuanyu queries 查看全部。")


def read_query(path: Path) -> Query:
    """The question in one file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    size = next((i for i, line in enumerate(lines) if not line.startswith("//")), len(lines))
    head = _header(path, lines[:size])
    body, _, picture = "\n".join(lines[size:]).partition(PICTURE)
    parameters = tuple(_parameter(path, lines, name, given) for name, given in (head["parameters"] or {}).items())
    columns = tuple(_label(path, lines, "columns", name) for name in head["columns"])
    query = Query(head["name"], path.parent.name, head["zh"], head["en"], parameters, columns,
                  body.strip(), picture.strip() or None)
    _check_body(path, lines, query)
    return query


def _header(path: Path, lines: list[str]) -> dict[str, Any]:
    import yaml

    try:
        head = yaml.safe_load("\n".join(line[3:] for line in lines))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise QueryFileError(f"{path}, line {line}: the header is no YAML: {error.problem}.",
                             f"{path} 第{line}行：头部不是合法的 YAML:{error.problem}。") from None
    if not isinstance(head, dict) or set(head) != KEYS:
        wanted = ", ".join(sorted(KEYS))
        raise QueryFileError(f"{path}, line 1: the header needs exactly the keys {wanted}.",
                             f"{path} 第1行：头部须恰好包含 {wanted}。")
    if head["name"] != path.stem:
        raise QueryFileError(f"{path}, line 1: the name {head['name']} is not that of the file.",
                             f"{path} 第1行：名称 {head['name']} 与文件名不一致。")
    return head


def _parameter(path: Path, lines: list[str], name: str, given: Mapping[str, Any] | None) -> Parameter:
    standard = _terms()["parameters"].get(name, {})
    said = {**standard, **(given or {})}
    if said.get("type") not in TYPES:
        known = ", ".join(TYPES)
        raise _wrong(path, lines, name, f"the parameter {name} needs a type of {known}.",
                     f"参数 {name} 的类型须为 {known} 之一。")
    if "default" not in said and "example" not in said:
        raise _wrong(path, lines, name, f"the parameter {name} needs an example or a default.",
                     f"参数 {name} 须有示例或默认值。")
    return Parameter(_label(path, lines, "parameters", name), said["type"], "default" not in said,
                     said.get("default"), said.get("example"), said.get("of"), said.get("prefers"))


def _label(path: Path, lines: list[str], kind: str, name: str) -> Label:
    term = _terms()[kind].get(name)
    if term is None:
        raise _wrong(path, lines, name, f"{name} has no label under {kind} in terms.yaml.",
                     f"{name} 在 terms.yaml 的 {kind} 中没有名称。")
    return Label(name, term["zh"], term["en"], term.get("shown", "text"))


def label(name: str) -> Label:
    """The label of a column that `terms.yaml` has."""
    term = _terms()["columns"][name]
    return Label(name, term["zh"], term["en"], term.get("shown", "text"))


def topic_names() -> tuple[str, ...]:
    """Our topics in the order of a tour."""
    return tuple(_terms()["topics"])


def opening(topic: str) -> str | None:
    """The name of the question that opens a topic; none for a folder of the user's own."""
    return _terms()["topics"].get(topic, {}).get("first")


def topic_label(topic: str, language: str) -> str:
    """What a topic is called; a folder of the user's own by its name."""
    return str(_terms()["topics"].get(topic, {}).get(language, topic))


def _check_body(path: Path, lines: list[str], query: Query) -> None:
    """Parameters and columns of the header are those of the body, and the order of the rows is fixed."""
    declared = {parameter.name for parameter in query.parameters}
    used = set(re.findall(r"\$(\w+)", _code(query.cypher)))
    for name in sorted(declared ^ used):
        raise _wrong(path, lines, name, f"the parameter {name} stands only in the header or only in the query.",
                     f"参数 {name} 只出现在头部或只出现在查询中。")
    last, ordered, _ = re.split(r"\bRETURN\b", _code(query.cypher))[-1].partition("ORDER BY")
    if _returned(last) != [column.name for column in query.columns] or not ordered:
        raise _wrong(path, lines, "RETURN", "the last RETURN must name the columns of the header, in their order, "
                     "each by AS, and fix the order of the rows by ORDER BY.",
                     "最后的 RETURN 须用 AS 依次给出头部的各列，并以 ORDER BY 固定行序。")


def _returned(items: str) -> list[str]:
    """The names of what a RETURN lists: behind AS, else the item itself."""
    flat = items
    while flat != (flat := re.sub(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}", "", flat)):
        pass
    return [item.split()[-1] for item in flat.replace("DISTINCT", "").split(",") if item.strip()]


def _code(cypher: str) -> str:
    """The query without its comments."""
    return re.sub(r"//.*", "", cypher)


def _wrong(path: Path, lines: list[str], word: str, english: str, zh: str) -> QueryFileError:
    """The error at the first line that holds the word."""
    line = next((i for i, text in enumerate(lines, 1) if re.search(rf"\b{re.escape(word)}\b", text)), 1)
    return QueryFileError(f"{path}, line {line}: {english}", f"{path} 第{line}行：{zh}")


@cache
def _terms() -> dict[str, dict[str, dict[str, Any]]]:
    import yaml

    terms: dict[str, dict[str, dict[str, Any]]] = yaml.safe_load((HERE / "terms.yaml").read_text(encoding="utf-8"))
    return terms
