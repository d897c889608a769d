"""Documentation is tested: what the pages show comes out, what they name exists, and what exists they name."""
from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from chuanyu.__main__ import root
from chuanyu.commands import COMMANDS
from chuanyu.report import REPORTS
from queries.reader import catalogue, topic_names
from tests.project.conftest import ROOT

PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
TEXT = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_shows_what_really_comes_out(page: Path) -> None:
    done = subprocess.run([sys.executable, ROOT / "docs/examples.py", "--check", page],
                          capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, f"make docs writes the real output into the pages\n{done.stdout}{done.stderr}"


def options(command: click.Command = root) -> set[str]:
    """Every long option of a command and of those below it."""
    context = click.Context(command)
    own = {word for option in command.get_params(context) for word in option.opts if word.startswith("--")}
    below = [command.get_command(context, name) for name in command.list_commands(context)] if isinstance(
        command, click.Group) else []
    return own.union(*(options(one) for one in below if one))


def asked() -> list[str]:
    """The command lines of ours on the pages, in blocks and within sentences."""
    code = re.findall(r"```.*?```|`[^`]+`", TEXT, re.DOTALL)
    return [line for block in code for line in re.findall(r"(?:^|\$ |`|\()(chuanyu [a-z][^\n|`]*)", block, re.MULTILINE)]


def test_every_command_option_query_and_report_is_on_a_page() -> None:
    wanted = {f"chuanyu {name}" for name in COMMANDS} | options() | set(REPORTS) | set(catalogue())
    assert sorted(word for word in wanted if word not in TEXT) == []


def test_every_command_option_and_query_on_a_page_exists() -> None:
    assert {line.split()[1] for line in asked()} <= set(COMMANDS)
    assert {word for line in asked() for word in re.findall(r"(?<![\w-])--[a-z][a-z-]*", line)} <= options()
    assert {line.split()[2] for line in asked() if line.startswith("chuanyu query ") and "--with" not in line
            } <= set(catalogue()) | {"--help", "NAME"}


def test_every_make_target_is_in_the_readme_and_every_one_there_exists() -> None:
    targets = set(re.findall(r"^([a-z0-9-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"make ([a-z0-9-]+)", readme)) == targets - {"help"}


def test_every_link_of_a_page_leads_somewhere() -> None:
    broken = [(page.name, link) for page in PAGES
              for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
              if not (page.parent / link).exists()]
    assert broken == []


def test_every_picture_is_small_and_on_a_page() -> None:
    pictures = sorted((ROOT / "docs/pictures").iterdir())
    assert {picture.name for picture in pictures if f"pictures/{picture.name}" in TEXT} == {one.name for one in pictures}
    assert [picture.name for picture in pictures if picture.stat().st_size >= 150_000] == []
    assert {f"browser-{topic}.png" for topic in topic_names()} <= {picture.name for picture in pictures}
