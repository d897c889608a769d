"""`chuanyu`, or `python -m chuanyu`: parse, call one function, print. An error is one plain sentence, no traceback.

Exit codes: 0 done, 1 done in part (some documents failed), 2 nothing done.
"""
from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TextIO

import click

from chuanyu.commands import Root
from chuanyu.language import complaint, language, say, speak
from ontology.errors import ChuanyuError

root = click.version_option(package_name="chuanyu-auto-kg", prog_name="chuanyu")(Root("chuanyu"))


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command line and leave with its exit code."""
    speak(None)
    try:
        for stream in (sys.stdout, sys.stderr):
            _never_fail(stream)
        code = root.main(arguments, prog_name="chuanyu", standalone_mode=False) or 0
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
        code = _tell(say("errors.system", problem=error.strerror or error, file=error.filename or "-"))
    sys.exit(code)


def _tell(sentence: str) -> int:
    click.echo(sentence, err=True)
    return 2


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
