"""The desk in Neo4j Browser: what an analyst drops onto its page once, made from the ontology and the catalogue.

    chuanyu.grass            colours, sizes and captions, by class and relation
    chuanyu-queries.zip      the catalogue as saved Cypher, a folder a topic, for Browser 5 and before
    chuanyu-queries.csv      the same for the Browser that came after it, which imports a table
"""
from __future__ import annotations

from collections.abc import Iterable

from queries.browser.saved import saved, saved_table, saved_zip
from queries.browser.style import style
from queries.reader import Query


def kit(questions: Iterable[Query], language: str) -> dict[str, bytes]:
    """The files by name; the same questions give the same bytes."""
    scripts = saved(questions, language)
    return {"chuanyu.grass": style(language).encode(), "chuanyu-queries.zip": saved_zip(scripts),
            "chuanyu-queries.csv": saved_table(scripts).encode()}
