"""`chuanyu annotate FILE --html OUT`: the document itself with what was read from it, to be checked by a reader."""
from __future__ import annotations

import io
from pathlib import Path

import click

from chuanyu import options
from chuanyu.commands import Spoken
from chuanyu.language import language, say
from ontology.errors import ChuanyuError


@click.command("annotate", cls=Spoken)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--html", "out", required=True, type=click.Path(path_type=Path))
@click.option("--with", "extra", multiple=True, type=click.Path(path_type=Path))
@options.graph
def command(file: Path, out: Path, extra: tuple[Path, ...], graph: Path) -> None:
    from graph.build import build
    from graph.decisions import FILE, read_decisions
    from loaders.pipeline import read_file
    from ontology.names import gazetteer
    from reports.annotation import annotate
    from reports.formats.annotated import write

    if not file.is_file():
        raise ChuanyuError(f"There is no file {file}: name a document.", f"没有文件{file}：请给出一份文件。")
    if out.exists() and out.samefile(file):
        raise ChuanyuError(f"{out} is the document itself: choose another with --html.",
                           f"{out}就是文件本身：请用--html另选位置。")
    names = gazetteer(extra)
    decisions = read_decisions(*(folder / FILE for folder in (*extra, graph)))
    text, readings = read_file(file, file.name, names)
    made = annotate(file.name, text, build(readings, {file.name: text}, names, decisions=decisions), names.entries)
    page = io.StringIO()
    write(made, language(), page)
    out.write_text(page.getvalue(), encoding="utf-8", newline="\n")
    click.echo(say("annotate.done", out=out), err=True)
