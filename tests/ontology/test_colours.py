"""Every class has a colour, and two that stand side by side in a picture are told apart."""
from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from ontology import colours as module
from ontology.colours import INK, PAPER, colours, contrast, mixed, readable
from ontology.errors import ChuanyuError
from ontology.vocabulary import vocabulary

SELDOM = {"Actor", "Agent", "Statement"}  # hardly anything has one of these as its own class


def test_every_class_has_a_colour() -> None:
    assert set(colours()) == set(vocabulary().classes)


def test_classes_are_told_apart() -> None:
    near = [(one, other) for one, other in combinations(sorted(set(colours()) - SELDOM), 2)
            if distance(colours()[one], colours()[other]) < 13]
    assert near == [], "in CIELAB 2 is just seen, 10 at a glance"


def test_captions_are_readable() -> None:
    assert {name: tone for name, tone in colours().items() if contrast(tone, readable(tone)) < 4.5} == {}
    assert (readable("#ffcb69"), readable("#4a0d14")) == (INK, PAPER)


def test_colours_are_mixed() -> None:
    assert mixed("#000000", "#ffffff", 0.5) == "#808080" and mixed("#2b60ab", PAPER, 0) == "#2b60ab"


@pytest.mark.parametrize(("text", "says"), [
    ('Actor: "#8c8c8c"\n', "Agency: every class of the ontology needs a colour"),
    ("".join(f'{name}: "blue"\n' for name in vocabulary().classes), "Actor: 'blue' is no colour such as #2b60ab"),
])
def test_a_wrong_file_is_named_with_its_key(text: str, says: str, tmp_path: Path,
                                            monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "colours.yaml"
    file.write_text(text, encoding="utf-8")
    monkeypatch.setattr(module, "FILE", file)
    with pytest.raises(ChuanyuError, match=says):
        colours.__wrapped__()


def distance(one: str, other: str) -> float:
    """How unlike two colours look (CIE 1976)."""
    return sum((a - b) ** 2 for a, b in zip(lab(one), lab(other), strict=True)) ** 0.5


def lab(colour: str) -> tuple[float, float, float]:
    """A colour in CIELAB, by daylight (D65)."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
                        for part in (whole / 255 for whole in bytes.fromhex(colour[1:])))
    x, y, z = (bent(part) for part in ((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
                                       0.2126 * red + 0.7152 * green + 0.0722 * blue,
                                       (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def bent(part: float) -> float:
    return float(part ** (1 / 3)) if part > 0.008856 else 7.787 * part + 16 / 116
