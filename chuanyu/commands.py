"""The commands of `chuanyu`, a file each; a file is imported only when its command is asked for."""
from __future__ import annotations

from importlib import import_module
from itertools import zip_longest
from typing import Any

import click

from chuanyu.language import LANGUAGES, known, say, speak
from reports.width import fold

# command -> module; the module holds the command under the name `command`.
COMMANDS: dict[str, str] = {
    "build": "chuanyu.build",
    "show": "chuanyu.show",
    "explain": "chuanyu.explain",
    "audit": "chuanyu.audit",
    "annotate": "chuanyu.annotate",
    "report": "chuanyu.report",
    "queries": "chuanyu.catalogue",
    "query": "chuanyu.query",
    "cypher": "chuanyu.cypher",
    "export": "chuanyu.export",
    "push": "chuanyu.push",
    "browser-kit": "chuanyu.browser_kit",
}


class Formatter(click.HelpFormatter):
    """Help whose headings are translated and whose lines count Chinese characters as two cells."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or say("help.usage") + " ")

    def section(self, name: str) -> Any:
        return super().section(say(f"help.{name.lower()}") if known(f"help.{name.lower()}") else name)

    def write_text(self, text: str) -> None:
        for line in text.splitlines():
            for piece in fold(line, self.width - self.current_indent):
                self.write(" " * self.current_indent + piece + "\n")

    def write_dl(self, rows: Any, col_max: int = 30, col_spacing: int = 2) -> None:
        pairs = list(rows)
        left = min(max((len(first) for first, _ in pairs), default=0), col_max) + col_spacing
        for first, second in pairs:
            pieces = fold(second, max(self.width - self.current_indent - left, 20))
            if len(first) + col_spacing > left:
                self.write(" " * self.current_indent + first + "\n")
                first = ""
            for head, piece in zip_longest([first], pieces, fillvalue=""):
                self.write(" " * self.current_indent + head.ljust(left) + piece + "\n")


def _speak(_context: click.Context, _option: click.Parameter, code: str | None) -> None:
    if code:
        speak(code)


class Context(click.Context):
    formatter_class = Formatter


class Spoken(click.Command):
    """A command whose help and options are described in `messages.yaml`, under its own name and the option's."""

    context_class = Context

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.params.append(click.Option(["--lang"], type=click.Choice(LANGUAGES), is_eager=True, expose_value=False,
                                        callback=_speak))

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        params = super().get_params(ctx)
        for option in params:
            if isinstance(option, click.Option):
                name = str(option.opts[0]).lstrip("-")
                own = f"options.{self.name}-{name}"
                option.help = say(own if known(own) else f"options.{name}")
        return params

    def get_short_help_str(self, limit: int = 45) -> str:
        return say(f"commands.{self.name}").splitlines()[0]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(say(f"commands.{self.name}"))


class Group(Spoken, click.Group):
    """A group that lists what its names do, and suggests the nearest for one that it lacks."""

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        names = self.list_commands(ctx)
        if args[0] not in names and not args[0].startswith("-"):
            raise click.exceptions.NoSuchCommand(args[0], possibilities=names, ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, say(f"commands.{name}").splitlines()[0]) for name in self.list_commands(ctx)])


class Root(Group):
    """The group that imports a command when it is called, and only then."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name]).command
        return command
