"""A question asked: its parameters checked and typed, names resolved, the answer's rows under its columns."""
from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.stores.property_graph import name_key
from graph.stores.protocol import Store
from ontology.errors import ChuanyuError
from ontology.records import STATUSES
from ontology.vocabulary import vocabulary
from queries.lookup import resolve
from queries.reader import Parameter, Query

DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a question; `cut` says that the limit left some out."""

    query: Query
    rows: tuple[tuple[Any, ...], ...]
    cut: bool = False

    def records(self) -> list[dict[str, Any]]:
        """The rows as mappings from column to value."""
        names = [column.name for column in self.query.columns]
        return [dict(zip(names, row, strict=True)) for row in self.rows]


def ask(store: Store, query: Query, given: Mapping[str, Any], *, limit: int | None = None,
        timeout: float | None = None) -> Answer:
    """The answer to a question. `given` holds values or, from a command line, their texts.

    Raises ChuanyuError for a parameter that is unknown, missing or mistyped, and for a name that the graph lacks.
    """
    parameters = values(store, query, given)
    if "rows" in parameters and limit is not None:
        parameters["rows"] = limit + 1  # the query itself stops early; one row more tells that it was cut
    found = store.run(query.cypher, parameters, limit=limit, timeout=timeout)
    return Answer(query, tuple(found.rows), found.cut)


def values(store: Store, query: Query, given: Mapping[str, Any]) -> dict[str, Any]:
    """All parameters of a question as the engines take them: typed, names as keys that mean one entity."""
    found = typed(query, given)
    for parameter in query.parameters:
        if parameter.type == "name" and found[parameter.name] is not None:
            named = resolve(store, found[parameter.name], parameter.of, parameter.prefers)
            found[parameter.name] = name_key(named.id)
    return found


def typed(query: Query, given: Mapping[str, Any]) -> dict[str, Any]:
    """All parameters of a question with values of their types."""
    known = {parameter.name: parameter for parameter in query.parameters}
    for name in given:
        if name not in known:
            takes = ", ".join(known) or "-"
            raise ChuanyuError(f"{query.name} has no parameter {name}; it takes {takes}.",
                               f"查询 {query.name} 没有参数 {name}，可用的有：{takes}。")
    return {name: _value(query, parameter, given) for name, parameter in known.items()}


def _value(query: Query, parameter: Parameter, given: Mapping[str, Any]) -> Any:
    if parameter.name not in given:
        if parameter.required:
            raise ChuanyuError(
                f"{query.name} needs the parameter {parameter.name}, such as {parameter.name}={parameter.example}.",
                f"查询 {query.name} 缺少参数 {parameter.name}，例如 {parameter.name}={parameter.example}。")
        return parameter.default
    value = given[parameter.name]
    return _from_text(parameter, value.strip()) if isinstance(value, str) else value


def _from_text(parameter: Parameter, text: str) -> Any:
    """The value that a text writes down."""
    if not text:
        raise _mistyped(parameter, text, "a value", "一个值")
    if parameter.type in CHECKED:
        return CHECKED[parameter.type](parameter, text)
    if parameter.type == "list":
        return [part.strip() for part in re.split("[,\uff0c\u3001]", text) if part.strip()]
    if parameter.type == "date" and not DATE.fullmatch(text):
        raise _mistyped(parameter, text, "a date such as 2025-06-30", "日期，如 2025-06-30")
    return text


def _number(parameter: Parameter, text: str) -> float:
    if not re.fullmatch(r"-?\d{1,18}(\.\d+)?", text):
        raise _mistyped(parameter, text, "a number", "数字")
    return float(text) if "." in text else int(text)


def _count(parameter: Parameter, text: str) -> int:
    if not re.fullmatch(r"[1-9]\d{0,8}", text):
        raise _mistyped(parameter, text, "a count such as 20", "正整数，如 20")
    return int(text)


def _statuses(parameter: Parameter, text: str) -> list[str]:
    found = re.split("[,\uff0c\u3001]\\s*", text)
    if not set(found) <= set(STATUSES):
        known = ", ".join(STATUSES)
        raise _mistyped(parameter, text, f"of {known}", f" {known} 中的一个或几个")
    return found


def _class(parameter: Parameter, text: str) -> str:
    """The class by its name or one of its labels."""
    for name, term in vocabulary().classes.items():
        if text.casefold() in (name.casefold(), term.zh, term.en.casefold()):
            return name
    raise _mistyped(parameter, text, "a class such as Firm", "类别，如 企业")


CHECKED: dict[str, Callable[[Parameter, str], Any]] = {
    "number": _number, "count": _count, "status": _statuses, "class": _class}


def _mistyped(parameter: Parameter, text: str, english: str, zh: str) -> ChuanyuError:
    return ChuanyuError(f"The parameter {parameter.name} must be {english}, not {text!r}.",
                        f"参数 {parameter.name} 须为{zh}，不能是“{text}”。")
