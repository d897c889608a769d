"""What is checked in a query before any engine runs it, and how a complaint becomes one sentence with its place."""
from __future__ import annotations

import re
from collections.abc import Container

from graph.stores.protocol import QueryError

NOT_CODE = re.compile(r"'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`(?:``|[^`])*`|//[^\n]*|/\*.*?\*/", re.DOTALL)
PARAMETER = re.compile(r"\$(\w+)")
FILE_READER = re.compile(r"\bLOAD(?:\s|//[^\n]*\n|/\*.*?\*/)+CSV\b", re.IGNORECASE | re.DOTALL)
WRITER = re.compile(r"(?<![.:$\w])(?:CREATE|MERGE|SET|DELETE|DETACH|REMOVE|DROP|INSERT|FOREACH|ALTER)\b(?!\s*[:.])",
                    re.IGNORECASE)
QUOTED = re.compile(r"[`'\"]([^`'\"\s]+)[`'\"]|: (\w+)$")

Place = tuple[int, int]


def check(cypher: str, parameters: Container[str]) -> None:
    """Refuse a query that reads files of the machine, or names a parameter that was not given."""
    if found := FILE_READER.search(cypher):
        raise fault("LOAD CSV reads files of the machine and is not allowed; give values as parameters",
                    "不允许用LOAD CSV读取本机文件，请用参数传值", place(cypher, found.start()))
    for found in PARAMETER.finditer(code(cypher)):
        if found[1] not in parameters:
            raise fault(f"the query needs the parameter ${found[1]}; give it a value",
                        f"查询缺少参数${found[1]}，请给出它的值", place(cypher, found.start()))


def code(cypher: str) -> str:
    """The query with strings, quoted names and comments blanked out, every character in its place."""
    return NOT_CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), cypher)


def place(cypher: str, offset: int) -> Place:
    """Line and column of a character, counted from 1."""
    return cypher.count("\n", 0, offset) + 1, offset - (cypher.rfind("\n", 0, offset) + 1) + 1


def first_write(cypher: str) -> Place | None:
    """Where the first writing word stands."""
    found = WRITER.search(code(cypher))
    return place(cypher, found.start()) if found else None


def named_place(cypher: str, complaint: str) -> Place | None:
    """Where the name stands that a complaint quotes."""
    for quoted in QUOTED.finditer(complaint):
        if found := re.search(rf"(?<!\w){re.escape(quoted[1] or quoted[2])}(?!\w)", code(cypher)):
            return place(cypher, found.start())
    return None


def fault(english: str, zh: str, where: Place | None = None) -> QueryError:
    """The error of a query: one sentence that opens with the place, where that is known."""
    if where is None:
        return QueryError(f"{english[:1].upper()}{english[1:]}.", f"{zh}。")
    line, column = where
    return QueryError(f"Line {line}, column {column}: {english}.", f"第{line}行第{column}列：{zh}。")


def read_only(cypher: str) -> QueryError:
    """The refusal of a query that writes without leave."""
    return fault("the query writes, and only reading is allowed here; leave the writing out or allow it with --write",
                 "查询要写入，而这里只许读取；请去掉写入，或用 --write 允许", first_write(cypher))


def too_slow(timeout: float) -> QueryError:
    """The refusal of a query that ran out of time."""
    return fault(f"no answer within {timeout:g} seconds; narrow the query or allow more time with --timeout",
                 f"{timeout:g}秒内没有结果；请缩小查询范围，或用--timeout放宽时限")


def quoted(name: str) -> str:
    """A label or type as it may stand in a query."""
    return "`" + name.replace("`", "``") + "`"
