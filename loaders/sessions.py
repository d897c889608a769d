"""Sessions: the congresses and plenary sessions that official prose rests on (党的二十届三中全会, 市委六届四次全会, 市第九次党代会).

Whose session it is, which term and which meeting make its name in full, so that every document means the same one.
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.words import Mark

NUMBER = "[一二三四五六七八九十]{1,3}"
SESSION = re.compile(rf"(?:(?P<body>党的|[省市区县州]委))?(?P<term>{NUMBER})届(?P<time>{NUMBER})(?:(?P<central>中)|次)全(?:体)?会议?"
                     rf"|(?P<place>[省市区县州])第(?P<congress>{NUMBER})次(?:党代会|党代表大会)")


def sessions(text: str, start: int, end: int) -> Iterator[Mark]:
    """The places where a text names a session by its numbers."""
    for found in SESSION.finditer(text, start, end):
        if found["congress"] or found["body"] or found["central"]:
            yield Mark(found.start(), found.end(), found.group(), (), ("Event",), "session")


def session_name(text: str) -> tuple[str, str]:
    """The sign of the place whose session it is ("" for the whole country), and its name in full behind that of the Party
    and the place."""
    found = SESSION.fullmatch(text)
    if found is None:
        return "", text
    if found["congress"]:
        return found["place"], f"第{found['congress']}次代表大会"
    if found["central"]:
        return "", f"第{found['term']}届中央委员会第{found['time']}次全体会议"
    return found["body"][0], f"第{found['term']}届委员会第{found['time']}次全体会议"
