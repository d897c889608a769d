"""Text in cells of a terminal: a Chinese character fills two, a combining sign none."""
from __future__ import annotations

from unicodedata import category, combining, east_asian_width

BREAKS = frozenset("\n\r\t\u2028\u2029")
UNSAFE = frozenset(("Cc", "Cf", "Cs", "Co"))  # control, format (bidi, joiners), surrogate, private use
CLOSING = frozenset("\uff0c。、\uff1b\uff1a\uff1f\uff01\uff09》」』〉〕】”’%‰")
OPENING = frozenset("\uff08《「『〈〔【“‘")


def cells(text: str) -> int:
    """How many cells the text fills."""
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def pad(text: str, width: int) -> str:
    """The text with spaces behind it up to `width` cells."""
    return text + " " * (width - cells(text))


def fold(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells, broken at spaces, between Chinese characters, or where it must be."""
    lines: list[str] = []
    line = ""
    for word in _words(text):
        if line and cells(line) + cells(word.rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        while cells(word.rstrip()) > width:
            head = _head(word, width)
            lines.append(head)
            word = word[len(head):]
        line += word
    return [*lines, line.rstrip()]


def visible(text: str) -> str:
    """The text on one line, with U+FFFD for each character that could steer a terminal or reorder what it shows."""
    return "".join(" " if char in BREAKS else "\ufffd" if category(char) in UNSAFE else char for char in text)


def _head(word: str, width: int) -> str:
    """As much of the word as fits, at least one character."""
    size = 1
    while size < len(word) and cells(word[:size + 1]) <= width:
        size += 1
    return word[:size]


def _words(text: str) -> list[str]:
    """Pieces that stay whole: a wide character with the punctuation around it, or a word with its space."""
    pieces: list[str] = []
    for char in text:
        last = pieces[-1][-1] if pieces else ""
        joined = last and (char in CLOSING or char == " " or last in OPENING
                           or not (_wide(char) or _wide(last) or last == " "))
        if joined:
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces


def _wide(char: str) -> bool:
    return east_asian_width(char) in "WF"
