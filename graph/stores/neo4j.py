"""Neo4j behind the same protocol, by its driver: 5.26 LTS and the calendar versions (2025.01 and later)."""
from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Self

from graph.stores.cypher import Place, check, fault, named_place, read_only, too_slow
from graph.stores.property_graph import PropertyGraph
from graph.stores.protocol import QueryError, Rows
from ontology.errors import ChuanyuError

OLDEST = (5, 26)
SCHEME = re.compile(r"(?:bolt|neo4j)(?:\+s|\+ssc)?://")
COUNTERS = ("nodes_created", "nodes_deleted", "relationships_created", "relationships_deleted", "properties_set",
            "labels_added", "labels_removed", "constraints_added", "indexes_added")
POSITION = re.compile(r"\(line (\d+), column (\d+)")

logging.getLogger("neo4j").addHandler(logging.NullHandler())  # else the driver tells users about each retry


class Neo4jStore:
    """One database of a server. No error tells the password."""

    def __init__(self, uri: str, user: str, password: str, database: str | None = None) -> None:
        """Connect. Raises ChuanyuError where no server answers, lets this user in, or is new enough."""
        import neo4j

        self.uri, self.user, self.database = uri, user, database
        try:
            if not SCHEME.match(uri):
                raise ValueError
            self._driver = neo4j.GraphDatabase.driver(
                uri, auth=(user, password), notifications_min_severity="OFF", connection_timeout=10)
        except (ValueError, neo4j.exceptions.ConfigurationError) as error:
            raise ChuanyuError(f"{uri} is no address of Neo4j: give one like bolt://127.0.0.1:7687 or neo4j+s://host.",
                               f"{uri}不是Neo4j的地址：请写成bolt://127.0.0.1:7687或neo4j+s://host。") from error
        try:
            self._connect()
        except ChuanyuError:
            self._driver.close()
            raise

    def _connect(self) -> None:
        with self._told(), self.session(write=False) as session:
            agent = session.run("RETURN 1").consume().server.agent
        refuse_old(self.uri, agent.removeprefix("Neo4j/"))

    def load(self, graph: PropertyGraph) -> None:
        """Hold exactly this graph beside what others put into the database."""
        from graph.stores.embedded import EmbeddedStore
        from graph.stores.push import push

        source = EmbeddedStore()
        source.load(graph)
        push(source, self)

    def run(self, cypher: str, parameters: Mapping[str, Any] | None = None, *, write: bool = False,
            limit: int | None = None, timeout: float | None = None) -> Rows:
        """The answer of the query, read by the server's own leave unless `write`."""
        import neo4j

        check(cypher, parameters or {})

        @neo4j.unit_of_work(timeout=timeout)
        def work(transaction: neo4j.ManagedTransaction) -> Rows:
            result = transaction.run(cypher, dict(parameters or {}))
            records = list(result) if limit is None else result.fetch(limit + 1)
            rows = [tuple(plain(value) for value in record.values()) for record in records[:limit]]
            return Rows(tuple(result.keys()), rows, limit is not None and len(records) > limit)

        with self._told(cypher, timeout), self.session(write) as session:
            answer: Rows = (session.execute_write if write else session.execute_read)(work)
        return answer

    def write(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> Counter[str]:
        """Run one write of our own in a transaction with retries: the server's counters."""
        def work(transaction: Any) -> Counter[str]:
            counters = vars(transaction.run(cypher, dict(parameters or {})).consume().counters)
            return Counter({name: counters.get(name, 0) for name in COUNTERS})

        with self._told(cypher), self.session(write=True) as session:
            written: Counter[str] = session.execute_write(work)
        return +written

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def session(self, write: bool) -> Any:
        """A session of the driver on our database."""
        import neo4j

        return self._driver.session(database=self.database,
                                    default_access_mode=neo4j.WRITE_ACCESS if write else neo4j.READ_ACCESS)

    @contextmanager
    def _told(self, cypher: str = "", timeout: float | None = None) -> Iterator[None]:
        """Whatever the driver raises, as one plain sentence."""
        import neo4j.exceptions as wrong

        try:
            yield
        except (wrong.AuthError, wrong.ClientError) as error:
            raise self._refusal(error, cypher, timeout) from error
        except wrong.Neo4jError as error:
            raise ChuanyuError(f"Neo4j at {self.uri} failed at its work: its log tells why, often a full disk or memory.",
                               f"{self.uri}的Neo4j运行出错：原因见其日志，常见的是磁盘或内存已满。") from error
        except (wrong.DriverError, OSError) as error:
            raise ChuanyuError(f"No Neo4j answers at {self.uri}: start it, or check the address.",
                               f"{self.uri}没有Neo4j应答：请启动服务器，或检查地址。") from error

    def _refusal(self, error: Any, cypher: str, timeout: float | None) -> ChuanyuError:
        """What the server refused, by its code."""
        code, said = error.code or "", (error.message or "").splitlines()[0]
        if ".Security." in code:
            return ChuanyuError(f"Neo4j at {self.uri} does not let {self.user} in: check user and password.",
                                f"{self.uri}的Neo4j拒绝了用户{self.user}：请检查用户名和密码。")
        if code.endswith("DatabaseNotFound"):
            return ChuanyuError(f"Neo4j at {self.uri} has no database {self.database!r}: check its name.",
                                f"{self.uri}的Neo4j没有数据库{self.database!r}：请检查名称。")
        if code.endswith("AccessMode"):
            return read_only(cypher)
        if code.endswith(("TransactionTimedOut", "TransactionTimedOutClientConfiguration")) and timeout:
            return too_slow(timeout)
        return _complaint(said, cypher, POSITION.search(error.message or ""))


def refuse_old(uri: str, version: str) -> None:
    """Raise where the server is older than what we write for."""
    if tuple(int(part) for part in re.findall(r"\d+", version)[:2]) < OLDEST:
        raise ChuanyuError(f"{uri} runs Neo4j {version}, which is too old: use 5.26 or newer.",
                           f"{uri}是Neo4j {version}，版本过旧：请使用5.26或更新的版本。")


def _complaint(said: str, cypher: str, found: re.Match[str] | None) -> QueryError:
    where: Place | None = (int(found[1]), int(found[2])) if found else named_place(cypher, said)
    said = POSITION.split(said)[0].strip().rstrip(".")
    return fault(f"the query cannot be run: {said}", f"查询无法执行：{said}", where)


def plain(value: Any) -> Any:
    """A value of the driver as the protocol wants it."""
    from neo4j.graph import Node, Path, Relationship

    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, Node):
        return _node(value)
    if isinstance(value, Relationship):
        return {"type": value.type, "properties": dict(value)}
    if isinstance(value, Path):
        return _path(value)
    return value.iso_format() if hasattr(value, "iso_format") else str(value)


def _node(node: Any) -> dict[str, Any]:
    return {"labels": sorted(node.labels), "properties": dict(node)}


def _path(path: Any) -> dict[str, Any]:
    links = [{"type": link.type, "start": link.start_node["id"], "end": link.end_node["id"], "properties": dict(link)}
             for link in path.relationships]
    return {"nodes": [_node(node) for node in path.nodes], "relationships": links}
