"""`chuanyu push`: the graph into a Neo4j database, only what differs; the result is compared."""
from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from chuanyu import options
from chuanyu.commands import Spoken
from chuanyu.language import say
from ontology.errors import ChuanyuError

COUNTERS = ("nodes_created", "relationships_created", "nodes_deleted", "relationships_deleted")


@click.command("push", cls=Spoken)
@click.option("--dry-run", is_flag=True)
@options.graph
@options.server
def command(dry_run: bool, graph: Path, uri: str | None, user: str, database: str | None,
            password_file: Path | None) -> None:
    from graph.folder import Folder
    from graph.stores.difference import compare
    from graph.stores.neo4j import Neo4jStore
    from graph.stores.push import push

    uri = uri or os.environ.get("NEO4J_URI")
    if not uri:
        raise ChuanyuError("Say which Neo4j to push to: --uri bolt://127.0.0.1:7687, or set NEO4J_URI.",
                           "请说明推送到哪个 Neo4j：用 --uri bolt://127.0.0.1:7687，或设置 NEO4J_URI。")
    source = Folder(graph).store()
    target = Neo4jStore(uri, user, options.password(password_file), database)
    if dry_run:
        with target:
            click.echo(say("push.would", uri=uri, **compare(source, target).counts()), err=True)
        return
    bar = click.progressbar(length=1, label=say("push.writing"), file=sys.stderr, hidden=not sys.stderr.isatty())

    def progress(done: int, total: int) -> None:
        bar.length = total
        bar.update(done - bar.pos)

    with target, bar:
        pushed = push(source, target, progress)
    made = {counter: pushed.written[counter] for counter in COUNTERS}
    click.echo(say("push.done" if pushed.written.total() else "push.same", uri=uri, nodes=pushed.nodes,
                   relationships=pushed.relationships, **made), err=True)
