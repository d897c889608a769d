"""Runs what the pages show and writes what really came out into them.

    python docs/examples.py [--check] [PAGE...]

A page runs from top to bottom in a copy of the tracked files of its own, in blocks that say what they are:

- ` ```yaml file=mine/names/firms.yaml ` is written to that file, ` append=PATH ` is added to its end;
- ` ```console ` holds commands after `$ ` and below each what it printed. A line `…` stands for all that follows, `…`
  within a line for anything, and `(code 2)` for an exit code that is not 0. Commands are `chuanyu`, `python` and what a shell has.

With --check nothing is written; a page that is not what it says is printed as a diff and the exit code is 1.
"""
from __future__ import annotations

import argparse
import difflib
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
BLOCK = re.compile(r"^```(?P<kind>\w+)(?P<attributes>[^\n]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
ATTRIBUTE = re.compile(r"\b(file|append)=(\S+)")
REST = "…"


def copy_checkout(target: Path) -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (target / name).write_bytes((ROOT / name).read_bytes())


def run(command: str, folder: Path) -> str:
    """What a command of a page prints, both streams as a terminal shows them, and its exit code unless it is 0."""
    python = shlex.quote(sys.executable)
    shell = f'chuanyu() {{ {python} -m chuanyu "$@"; }}; python() {{ {python} "$@"; }}; {command}'
    environment = {**os.environ, "COLUMNS": "100", "LC_ALL": "C.UTF-8", "PYTHONPATH": str(folder),
                   "PYTHONUNBUFFERED": "1"}
    done = subprocess.run(["bash", "-c", shell], cwd=folder, env=environment, check=False, encoding="utf-8",
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
    lines = "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())
    return lines + (f"(code {done.returncode})\n" if done.returncode else "")


def commands(body: str) -> Iterator[tuple[str, str]]:
    """The commands of a console block with what the page says that they print."""
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        while command.endswith("\\"):
            more, _, shown = shown.partition("\n")
            command += f"\n{more}"
        yield command, shown


def shortened(real: str, shown: str) -> str:
    """The real output, cut where the page cuts it; a line that the page gives with gaps stays if it still fits."""
    said = shown.splitlines()
    kept = said.index(REST) if REST in said else None
    lines = real.splitlines()
    cut = [*lines[:kept], REST] if kept is not None and len(lines) > kept else lines
    pairs = zip_longest(cut, said[:len(cut)], fillvalue="")
    return "".join(f"{old if REST in old and fits(line, old) else line}\n" for line, old in pairs)


def fits(line: str, gapped: str) -> bool:
    return re.fullmatch(".*".join(map(re.escape, gapped.split(REST))), line) is not None


def refresh(page: str, folder: Path) -> str:
    """The page with real output in its console blocks; its files are written into `folder` on the way."""

    def block(found: re.Match[str]) -> str:
        attribute = ATTRIBUTE.search(found["attributes"])
        if attribute:
            path = folder / attribute[2]
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("w" if attribute[1] == "file" else "a", encoding="utf-8") as file:
                file.write(found["body"])
        if found["kind"] != "console":
            return found[0]
        body = "".join(f"$ {command}\n{shortened(run(command, folder), shown)}"
                       for command, shown in commands(found["body"]))
        return f"```console{found['attributes']}\n{body}```"

    return BLOCK.sub(block, page)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--check", action="store_true", help="write nothing; exit 1 where a page is not what it says")
    options.add_argument("pages", nargs="*", type=Path, default=PAGES)
    asked = options.parse_args()
    stale = 0
    for path in asked.pages:
        with tempfile.TemporaryDirectory() as folder:
            copy_checkout(Path(folder))
            old = path.read_text(encoding="utf-8")
            new = refresh(old, Path(folder))
        if asked.check:
            said, real = old.splitlines(keepends=True), new.splitlines(keepends=True)
            print("".join(difflib.unified_diff(said, real, path.name, "really")), end="")
            stale += old != new
        else:
            path.write_text(new, encoding="utf-8")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
