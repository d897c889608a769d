"""Values as people read them: 500万元, 不超过20%, 资助, ≥7000亿元（2027年，目标）, in Chinese or English."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

Record = Mapping[str, Any]
SIGNS = {"=": "", ">=": "≥", "<=": "≤", ">": ">", "<": "<", "~": "≈"}
INNER = str.maketrans("《》", "〈〉")  # a title within a title
SCALES = ((Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"))


def cell(value: Any, shown: str, language: str) -> str:
    """One value as text; None is empty, a list is joined."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ("、" if language == "zh" else ", ").join(cell(item, shown, language) for item in value)
    if isinstance(value, dict):
        return _element(value, language)
    if isinstance(value, bool):
        return word("yes" if value else "no", language)
    if shown == "rate":
        return percent(value)
    if shown == "money":
        return quantity(value, "CNY", language)
    if shown == "year":
        return str(int(value))
    if isinstance(value, int | float):
        return plain(value, language)
    return TRANSLATED[shown](str(value), language) if shown in TRANSLATED else str(value)


def _element(value: Mapping[str, Any], language: str) -> str:
    """A node by its name, a relationship by its type, a path by both; another map as JSON."""
    import json

    if "labels" in value and "properties" in value:
        return str(value["properties"].get("name", value["properties"].get("id", "()")))
    if "nodes" in value and "relationships" in value:
        names = [_element(node, language) for node in value["nodes"]]
        types = [relation(link["type"], language) for link in value["relationships"]]
        return names[0] + "".join(f" —{type_}— {name}" for type_, name in zip(types, names[1:], strict=True))
    if "type" in value and "properties" in value:
        return relation(value["type"], language)
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def plain(value: float, language: str) -> str:
    """A number in 万 and 亿, or with thousands separated."""
    number = Decimal(str(value))
    if language != "zh":
        return f"{number.normalize():,f}"
    for size, name in SCALES:
        if abs(number) >= size:
            return f"{(number / size).normalize():f}{name}"
    return f"{number.normalize():f}"


def percent(value: float) -> str:
    """A share as a percentage, to two places."""
    return f"{round(Decimal(str(value)) * 100, 2).normalize():f}%"


def quantity(value: float, unit: str | None, language: str) -> str:
    """A number with its unit; `CNY` is money, `1` a share."""
    if unit == "1":
        return percent(value)
    if unit == "CNY":
        return plain(value, language) + "元" if language == "zh" else "CNY " + plain(value, language)
    return plain(value, language) + ("" if language == "zh" or not unit else " ") + (unit or "")


def money(grant: Record, language: str) -> str:
    """A grant's amount, rate, cap and share in one phrase; empty where it names no figure."""
    unit = grant.get("unit") or "CNY"
    parts = []
    if grant.get("amount") is not None:
        upper = grant.get("amountMax")
        amount = quantity(grant["amount"], unit, language)
        amount += f"–{quantity(upper, unit, language)}" if upper is not None else ""
        parts.append(amount + _per(grant.get("per")))
    if grant.get("rate") is not None:
        parts.append(percent(grant["rate"]) + _aside(grant.get("rateBase") or "", language))
    if grant.get("cap") is not None:
        parts.append(word("cap", language) + quantity(grant["cap"], "CNY", language) + _per(grant.get("capPer")))
    if grant.get("share") is not None:
        parts.append(word("share", language) + percent(grant["share"]))
    return ("，", ", ")[language != "zh"].join(parts)


def figure(measure: Record, language: str) -> str:
    """What an indicator says: sign, value, unit, year, and whether it is a target."""
    if measure.get("value") is None:
        return ""
    unit, upper = measure.get("unit"), measure.get("valueMax")
    text = SIGNS.get(str(measure.get("operator") or "="), "") + quantity(measure["value"], unit, language)
    text += f"–{quantity(upper, unit, language)}" if upper is not None else ""
    asides = [word("year", language, year=int(measure["year"]))] if measure.get("year") is not None else []
    asides += [word(str(measure["kind"]), language)] if measure.get("kind") else []
    return text + _aside(("，", ", ")[language != "zh"].join(asides), language)


def _aside(text: str, language: str) -> str:
    return "" if not text else f"（{text}）" if language == "zh" else f" ({text})"


def _per(base: Any) -> str:
    return f"/{base}" if base else ""


def citation(row: Record, language: str) -> str:
    """Where a row's statement is said: 摘要 of a digest, then title, number, date and section."""
    if not row.get("title"):
        return word("inferred" if row.get("status") == "inferred" else "reference", language)
    title = f"《{row['title'].translate(INNER)}》" if language == "zh" else f"“{row['title']}”"
    digest = word("digest", language) if row.get("kind") == "digest" else ""
    parts = [row.get(name) for name in ("number", "date", "section")]
    return digest + " ".join([title, *(str(part) for part in parts if part)])


@cache
def words() -> dict[str, dict[str, str]]:
    """The words of cells and headings, from `words.yaml`."""
    import yaml

    text = Path(__file__).with_name("words.yaml").read_text(encoding="utf-8")
    loaded: dict[str, dict[str, str]] = yaml.safe_load(text)
    return loaded


def word(key: str, language: str, **values: Any) -> str:
    """A word or sentence of `words.yaml`, its `{places}` filled."""
    return words()[key][language].format(**values)


def status(text: str, language: str) -> str:
    return word(f"status-{text}", language) if f"status-{text}" in words() else text


def relation(text: str, language: str) -> str:
    """A relation by its Cypher type or its name, as the ontology labels it."""
    from ontology.vocabulary import vocabulary

    term = vocabulary().relations.get(_names().get(text, text))
    return text if term is None else term.zh if language == "zh" else term.en


def kind(text: str, language: str) -> str:
    """A class as the ontology labels it."""
    from ontology.vocabulary import vocabulary

    term = vocabulary().classes.get(text)
    return text if term is None else term.zh if language == "zh" else term.en


@cache
def _names() -> dict[str, str]:
    """Cypher type -> relation."""
    from ontology.vocabulary import vocabulary

    return {vocabulary().cypher_type(name): name for name in vocabulary().relations}


TRANSLATED: dict[str, Callable[[str, str], str]] = {
    "relation": relation, "class": kind, "status": status,
    "measure": lambda text, language: word(text, language) if text in words() else text,
    "genre": lambda text, language: word(f"genre-{text}", language),
    "way": lambda text, language: word(f"way-{text}", language),
    "basis": lambda text, language: word(f"basis-{text}", language),
    "reason": lambda text, language: word(f"reason-{text}", language),
    "effect": lambda text, language: word(f"effect-{text}", language),
    "text-kind": lambda text, language: word(f"kind-{text}", language),
}
