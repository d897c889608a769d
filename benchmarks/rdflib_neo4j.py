"""`rdflib-neo4j` at work in a process of its own, with the driver's compiled codec or as its own requirements install it."""
from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from contextlib import redirect_stdout
from multiprocessing import get_context
from time import perf_counter
from typing import Any

import pyoxigraph as ox

Term = tuple[bool, str]  # whether it is an address, and its text
_terms: list[tuple[Term, Term, Term]] = []


def process(triples: Iterable[ox.Triple], *, compiled: bool) -> ProcessPoolExecutor:
    """A process that holds the triples, to which `written` is submitted; it runs no compiled codec unless `compiled`."""
    return ProcessPoolExecutor(1, get_context("spawn"), _begin, (
        [(_plain(one.subject), _plain(one.predicate), _plain(one.object)) for one in triples], compiled))


def written(access: dict[str, str]) -> float:
    """How many seconds it takes to write all triples into the database of `access` (uri, database, user, pwd)."""
    import rdflib
    from rdflib_neo4j import HANDLE_VOCAB_URI_STRATEGY, Neo4jStore, Neo4jStoreConfig

    makers: tuple[Callable[[str], Any], ...] = (rdflib.Literal, rdflib.URIRef)
    triples = [tuple(makers[address](text) for address, text in triple) for triple in _terms]
    config = Neo4jStoreConfig(auth_data=access, batching=True, handle_vocab_uri_strategy=HANDLE_VOCAB_URI_STRATEGY.IGNORE)
    with redirect_stdout(sys.stderr):
        start = perf_counter()
        graph = rdflib.Graph(store=Neo4jStore(config))
        for triple in triples:
            graph.add(triple)
        graph.close(True)
        return perf_counter() - start


def _begin(terms: list[tuple[Term, Term, Term]], compiled: bool) -> None:
    if not compiled:
        sys.modules["neo4j._rust"] = None  # type: ignore[assignment]  # an import of it fails, as where it is not installed
    _terms.extend(terms)


def _plain(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Term:
    return isinstance(term, ox.NamedNode), str(getattr(term, "value", term))
