"""Which words of the vocabulary a file of Cypher, Python or YAML uses: `(kind, word)` pairs.

A kind is class, relation, qualifier, label or type. Strings are taken where the code plainly means a term: a label in a
Cypher pattern, a key of `vocabulary().relations`, what a `.relation` is compared with, a capitalised key of a pattern.
"""
from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

import yaml

from ontology.vocabulary import vocabulary

Use = tuple[str, str]

HIDDEN = re.compile(r"//[^\n]*|'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"")  # comments and texts
MAP = re.compile(r"\{\s*\w+\s*:[^{}]*\}")
BRACKET = re.compile(r"(\[\s*\w*\s*:)([\w|:!&\s]+)")
LABELS = re.compile(r":\s*(!?[A-Za-z_]\w*(?:\s*[|&:]\s*!?[A-Za-z_]\w*)*)")
HEADER_CLASS = re.compile(r"^//.*\bof:\s*(\w+)", re.MULTILINE)
CYPHER = re.compile(r"\b(MATCH|MERGE|CREATE|FOR)\s*\(\w*\s*[:)]")

CLASS = re.compile(r"[A-Z][a-z]+([A-Z][a-z]+)*")
CAMEL = re.compile(r"[a-z]+([A-Z][a-z]+)+")
KINDS = {"relation": "relation", "relations": "relation", "class": "class", "classes": "class",
         "qualifier": "qualifier", "qualifiers": "qualifier"}
FIRST = {"relations_up": "relation", "narrower": "relation", "cypher_type": "relation", "leaf_first": "class",
         "Atom": "relation", "fits": "relation"}  # calls whose first argument is a term


def in_cypher(text: str) -> set[Use]:
    """Labels and relationship types of the patterns, and the classes that a header asks for."""
    found = {("label", word) for word in HEADER_CLASS.findall(text)}
    text = HIDDEN.sub("", text)
    while MAP.search(text):
        text = MAP.sub("", text)
    for match in BRACKET.finditer(text):
        found.update(("type", word) for word in re.findall(r"\w+", match[2]))
    for match in LABELS.finditer(BRACKET.sub("[", text)):
        found.update(("label", word) for word in re.findall(r"\w+", match[1]))
    return found


def in_python(source: str) -> set[Use]:
    """Terms that the code asks the vocabulary for, compares with, gives as `relation=`, lists or matches in Cypher."""
    found: set[Use] = set()
    nodes = list(ast.walk(ast.parse(source)))
    prose = {node.value for node in nodes if isinstance(node, ast.Expr)}  # docstrings
    for node in nodes:
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=args, keywords=keywords):
                if name in FIRST:
                    found.update((FIRST[name], word) for arg in args[:1] for word in _words(arg))
                for keyword in keywords:
                    if keyword.arg in KINDS:
                        found.update((KINDS[keyword.arg], word) for word in _words(keyword.value))
            case ast.Subscript(value=ast.Name(id=name) | ast.Attribute(attr=name), slice=key) if name in KINDS:
                found.update((KINDS[name], word) for word in _words(key))
            case ast.Tuple() | ast.List() | ast.Set():
                found.update(_beside_classes(list(_words(node))))
            case ast.Compare(left=left, comparators=[right]):
                for one, other in ((left, right), (right, left)):
                    if (kind := KINDS.get(getattr(one, "attr", getattr(one, "id", "")))) is not None:
                        found.update((kind, word) for word in _words(other))
            case ast.Constant(value=str(text)) if node not in prose and CYPHER.search(text):
                found.update(in_cypher(text))
            case ast.JoinedStr(values=values):
                text = "".join(one.value if isinstance(one, ast.Constant) else "§" for one in values)
                found.update(in_cypher(text) if CYPHER.search(text) else ())
    return found


def in_patterns(text: str) -> set[Use]:
    """What stands under `relation` and `classes`, every key that is written like a term, and lists that hold a class."""
    return set(_in_data(yaml.safe_load(text)))


def in_names(text: str) -> set[Use]:
    """The classes of a file of names; its names are free, and its links are checked as it loads."""
    data = yaml.safe_load(text)
    entries = [data, *data["entries"].values()]
    return {("class", word) for entry in entries for word in entry.get("classes", ())}


def _in_data(data: Any, kind: str = "") -> Iterator[Use]:
    if isinstance(data, dict):
        for key, value in data.items():
            if CLASS.fullmatch(str(key)):
                yield "class", key
            elif CAMEL.fullmatch(str(key)):
                yield "relation or qualifier", key
            yield from _in_data(value, KINDS.get(str(key), ""))
    elif isinstance(data, list):
        yield from _beside_classes([item for item in data if isinstance(item, str)])
        for item in data:
            yield from _in_data(item, kind)
    elif isinstance(data, str) and kind:
        yield kind, data


def _beside_classes(words: list[str]) -> Iterator[Use]:
    """Words that are written like a class and stand in a list with one."""
    if vocabulary().classes.keys() & set(words):
        yield from (("class", word) for word in words if CLASS.fullmatch(word))


def _words(node: ast.expr) -> Iterator[str]:
    """The constant strings that an expression is or lists."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Tuple | ast.List | ast.Set):
        for element in node.elts:
            yield from _words(element)
