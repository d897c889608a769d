"""What the command line says, in Chinese or in English: `messages.yaml` holds every sentence in both."""
from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Any

import click

LANGUAGES = ("zh", "en")
_chosen: list[str] = []


def language() -> str:
    """The language of `--lang`, else of CHUANYU_LANG, else Chinese."""
    asked = _chosen[0] if _chosen else os.environ.get("CHUANYU_LANG", "zh")
    return asked if asked in LANGUAGES else "zh"


def speak(code: str | None) -> None:
    """Speak this language from here on; None returns to that of the environment."""
    _chosen[:] = [code] if code else []


def say(key: str, **values: Any) -> str:
    """The sentence of `messages.yaml` at a dotted key, its `{places}` filled."""
    return sentence(key, language()).format(**values)


def sentence(key: str, code: str) -> str:
    """The sentence at a dotted key in one language; KeyError where there is none."""
    place: Any = messages()
    for part in key.split("."):
        place = place[part]
    return str(place[code])


def known(key: str) -> bool:
    """Whether `messages.yaml` has this key."""
    place: Any = messages()
    for part in key.split("."):
        if not isinstance(place, dict) or part not in place:
            return False
        place = place[part]
    return True


@cache
def messages() -> dict[str, Any]:
    import yaml

    text = (Path(__file__).parent / "messages.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return loaded


def complaint(error: click.ClickException) -> str:
    """What click finds wrong with a command line, in our words."""
    name = getattr(error, "option_name", None) or getattr(error, "command_name", None)
    if isinstance(error, click.BadParameter) and error.param is not None:
        name = error.param.opts[0] if isinstance(error.param, click.Option) else error.param.human_readable_name
        if isinstance(error.param.type, click.Choice):
            return say("click.choice", name=name, choices=", ".join(error.param.type.choices))
    key = f"click.{type(error).__name__}"
    if name is None or not known(key):
        return say("click.other", problem=error.format_message())
    near = getattr(error, "possibilities", None) or ()
    hint = say("click.near", names="、".join(near) if language() == "zh" else ", ".join(near)) if near else ""
    context = error.ctx if isinstance(error, click.UsageError) else None
    usage = " ".join([context.command_path, *context.command.collect_usage_pieces(context)]) if context else ""
    return say(key, name=name, near=hint, usage=usage)
