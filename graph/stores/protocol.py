"""What every property-graph engine offers: take a graph in, answer Cypher with rows of plain values."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from graph.stores.property_graph import PropertyGraph
from ontology.errors import ChuanyuError


class QueryError(ChuanyuError):
    """A query that cannot be answered: it does not read, writes without leave, lacks a parameter or takes too long."""


@dataclass(frozen=True, slots=True)
class Rows:
    """An answer; `cut` says that there were more rows than the limit.

    Values are plain: text, numbers, truth, None, lists and dicts. A node is `{"labels", "properties"}`, a relationship
    `{"type", "properties"}`, a path `{"nodes", "relationships"}` whose relationships also have `start` and `end`, the
    ids of the nodes that they join.
    """

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    cut: bool = False


class Store(Protocol):
    """A property graph that answers Cypher."""

    def load(self, graph: PropertyGraph) -> None:
        """Hold exactly this graph."""

    def run(self, cypher: str, parameters: Mapping[str, Any] | None = None, *, write: bool = False,
            limit: int | None = None, timeout: float | None = None) -> Rows:
        """The answer, at most `limit` rows, within `timeout` seconds. Only with `write` may the query change anything.

        Raises QueryError with one plain sentence, and the place in the query where the engine knows it.
        """

    def close(self) -> None:
        """Let go of files and connections."""
