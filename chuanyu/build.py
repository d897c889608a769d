"""`chuanyu build PATH...`: files and folders to a graph folder."""
from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

import corpus
from chuanyu.commands import Spoken
from chuanyu.language import language, say
from ontology.errors import ChuanyuError
from reports.width import visible

if TYPE_CHECKING:
    from ontology.names import Gazetteer
    from ontology.records import Reading


@click.command("build", cls=Spoken)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), default=Path("graph-data"))
@click.option("--with", "extra", multiple=True, type=click.Path(path_type=Path))
def command(paths: tuple[Path, ...], out: Path, extra: tuple[Path, ...]) -> int:
    from graph.build import build
    from graph.decisions import FILE, read_decisions
    from graph.folder import check_place, write_folder
    from ontology.names import gazetteer

    files = list(found(paths or (Path(corpus.__file__).parent,)))
    check_place(out)
    names = gazetteer(extra)
    decisions = read_decisions(*(folder / FILE for folder in (*extra, out)))
    readings, texts, failures = read_all(files, names)
    for source, reason in sorted(failures.items()):
        click.echo(visible(say("build.failed", source=source, reason=reason)), err=True)
    if not readings:
        return 2
    graph = build(readings, texts, names, failures, decisions)
    for unfit in graph.report["unfit_decisions"]:
        click.echo(say(f"build.unfit-{unfit['why']}", **unfit), err=True)
    write_folder(out, graph.documents, graph.entities, graph.statements, texts, graph.report, names)
    click.echo(say("build.done", documents=len(graph.documents), entities=len(graph.entities),
                   statements=len(graph.statements), out=out), err=True)
    return 1 if failures else 0


def found(paths: tuple[Path, ...]) -> Iterator[tuple[Path, str]]:
    """Each file to read and its source: the path relative to the folder named, a file's own name."""
    from loaders.formats import FORMATS

    seen: set[str] = set()
    for path in paths:
        if not path.exists():
            raise ChuanyuError(f"There is no {path}: name a file or a folder of documents.",
                               f"没有 {path}：请给出文件或存放文件的文件夹。")
        files = [path] if path.is_file() else sorted(
            file for file in path.rglob("*") if file.is_file() and file.suffix.lower() in FORMATS)
        if not files:
            raise ChuanyuError(f"{path} holds no documents ({', '.join(FORMATS)}).",
                               f"{path} 中没有文件（{'、'.join(FORMATS)}）。")
        for file in files:
            source = file.name if path.is_file() else file.relative_to(path).as_posix()
            if source in seen:
                raise ChuanyuError(f"Two files are called {source}: build them from one folder above both.",
                                   f"有两个文件都叫 {source}：请从二者之上的文件夹构建。")
            seen.add(source)
            yield file, source


def read_all(files: list[tuple[Path, str]],
             names: Gazetteer) -> tuple[list[Reading], dict[str, str], dict[str, str]]:
    """The readings, the texts and the failures by source; a bar on a terminal."""
    from loaders.digest import DigestError
    from loaders.formats import UnreadableError
    from loaders.pipeline import read_file, unfit

    readings: list[Reading] = []
    texts: dict[str, str] = {}
    failures: dict[str, str] = {}
    with click.progressbar(files, label=say("build.reading"), file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        for path, source in bar:
            try:
                text, read = read_file(path, source, names)
            except (UnreadableError, DigestError) as error:
                failures[source] = error.sentence(language())
                continue
            except OSError as error:
                failures[source] = say("build.unreadable", problem=error.strerror)
                continue
            fit = [one for one in read if not unfit(one)]
            if len(fit) < len(read):
                failures[source] = "".join(problem.sentence(language()) for one in read if (problem := unfit(one)))
            if fit:
                texts[source] = text
                readings += fit
    return readings, texts, failures
