"""`chuanyu`, or `python -m chuanyu`: parse, call one function, print. An error is one plain sentence, no traceback.

Exit codes: 0 done, 1 done in part (some documents failed), 2 nothing done.
"""
from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from typing import TextIO

import click

from chuanyu.commands import Root
from chuanyu.language import complaint, known, language, say, speak
from ontology.errors import ChuanyuError
from reports.width import visible


def _version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    """Print the version of the installed distribution and leave."""
    if not wanted or context.resilient_parsing:
        return
    from importlib.metadata import PackageNotFoundError, version

    try:
        click.echo(f"chuanyu {version('chuanyu-auto-kg')}")
    except PackageNotFoundError:
        click.echo("chuanyu, not installed")
    context.exit()


root = click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version)(Root("chuanyu"))


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command line and leave with its exit code."""
    speak(None)
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        "".join(given).encode()
        for stream in (sys.stdout, sys.stderr):
            _never_fail(stream)
        code = root.main(given, prog_name="chuanyu", standalone_mode=False) or 0
        sys.stdout.flush()
    except BrokenPipeError:
        code = _leave_quietly()
    except (KeyboardInterrupt, click.Abort):
        code = _tell(say("errors.interrupted"))
    except ChuanyuError as error:
        code = _tell(error.sentence(language()))
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        code = 2
    except click.ClickException as error:
        code = _tell(complaint(error))
    except OSError as error:
        code = _tell(_system_error(error))
    except UnicodeError:
        code = _tell(say("errors.encoding"))
    sys.exit(code)


def _tell(sentence: str) -> int:
    """Say what is wrong, without what could steer the terminal; the exit code is that of nothing done."""
    click.echo(visible(sentence), err=True)
    return 2


def _system_error(error: OSError) -> str:
    """What the system could not do, in our words where we have them."""
    key = f"errors.{errno.errorcode.get(error.errno or 0)}"
    problem = say(key) if known(key) else str(error.strerror or error)
    return say("errors.system", problem=problem, file=error.filename or "-")


def _never_fail(stream: TextIO) -> None:
    """Characters that the terminal's encoding lacks are shown as escapes."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="backslashreplace")


def _leave_quietly() -> int:
    """The reader of our output went away: nothing more can be said, nor flushed at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


if __name__ == "__main__":
    main()
