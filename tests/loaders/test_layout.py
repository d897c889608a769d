"""The layout files are checked as they are loaded, and every label and column has one meaning."""
from __future__ import annotations

from pathlib import Path

import pytest

import loaders.layout
from loaders.layout import LayoutError, layout
from ontology.records import GENRES


def test_the_files_that_ship_are_sound() -> None:
    forms = layout()
    assert {genre for genre, _ in forms.genres} < set(GENRES)
    assert [style.rank for style in forms.styles] == sorted(style.rank for style in forms.styles)
    assert forms.columns["牵头单位"] == forms.fields["牵头单位"] == "responsible"


@pytest.mark.parametrize(("file", "content", "sentence"), [
    ("columns.yaml", "payer: [出资人]\n", "columns.yaml: payer: must be one of"),
    ("columns.yaml", "goal: [目标]\nother: [目标]\n", "columns.yaml: other: 目标 stands under goal"),
    ("numbering.yaml", "- {style: han, number: '(', path: '{n}'}\n", "numbering.yaml: han: no regular expression"),
    ("numbering.yaml", "- {style: han, number: '一'}\n", "numbering.yaml: han: must have just"),
    ("genres.yaml", "- {genre: poem, ends: [诗]}\n", "genres.yaml: poem: must be one of"),
])
def test_a_bad_entry_is_named_with_file_and_key(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, content: str, sentence: str) -> None:
    for path in loaders.layout.FOLDER.glob("*.yaml"):
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / file).write_text(content, encoding="utf-8")
    monkeypatch.setattr(loaders.layout, "FOLDER", tmp_path)
    with pytest.raises(LayoutError, match=sentence):
        layout.__wrapped__()
