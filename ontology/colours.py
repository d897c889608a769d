"""A colour for each class: `colours.yaml`, which pages and pictures of the graph share."""
from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from ontology.errors import ChuanyuError
from ontology.vocabulary import vocabulary

FILE = Path(__file__).with_name("colours.yaml")
INK, PAPER = "#1d2129", "#ffffff"


@cache
def colours() -> dict[str, str]:
    """`#rrggbb` of every class of the ontology.

    Raises ChuanyuError that names the key where a class has none, or what stands there is no class or no colour.
    """
    import yaml

    found: dict[str, str] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    for name in sorted(found.keys() ^ vocabulary().classes.keys()):
        raise ChuanyuError(f"{FILE.name}, {name}: every class of the ontology needs a colour, and nothing else has one.",
                           f"{FILE.name} 的 {name}：本体的每个类别须有颜色，此外不得有别的条目。")
    for name, colour in found.items():
        if not re.fullmatch("#[0-9a-f]{6}", colour):
            raise ChuanyuError(f"{FILE.name}, {name}: {colour!r} is no colour such as #2b60ab.",
                               f"{FILE.name} 的 {name}：{colour!r} 不是形如 #2b60ab 的颜色。")
    return found


def mixed(colour: str, other: str, share: float) -> str:
    """The colour with that share (0 to 1) of the other in it."""
    return "#" + "".join(f"{round(own * (1 - share) + new * share):02x}"
                         for own, new in zip(_parts(colour), _parts(other), strict=True))


def readable(colour: str) -> str:
    """Dark or light: what is read better on this colour."""
    return max((INK, PAPER), key=lambda ink: contrast(ink, colour))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2.1)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
              for part in (whole / 255 for whole in _parts(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _parts(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue
