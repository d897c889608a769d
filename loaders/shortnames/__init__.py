"""Short names of firms, found in a text before its sentences are read.

Two witnesses make a name of a wording that no list holds: its make and what is told of it around. The stranger the make (甲乙轴承:
syllables that make no word; 启信数据: a word of the dictionary; 涪陵锂材: a place) the less must be told; all places of a text
witness together. `make` weighs the one, `telling` the other, `found` marks what both carry; `formal` gives short names to firms
that the text names in full (重庆弘喜汽车科技有限公司: 弘喜, 弘喜科技).
"""
from __future__ import annotations

from loaders.resolution import Cast
from loaders.shortnames.formal import abbreviate
from loaders.shortnames.found import coin


def shorten(text: str, start: int, end: int, cast: Cast) -> None:
    """Mark the short names of firms wherever they stand in a document."""
    coin(text, start, end, cast)
    abbreviate(text, start, end, cast)
