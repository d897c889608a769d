"""Plain text: UTF-8, GB18030 and UTF-16 of either byte order, with or without a byte-order mark.

A mark decides. Without one, text that is valid UTF-8 is UTF-8; what is left is decoded as each of the others, and the
reading with the most everyday characters wins: the 3,755 most used hanzi (level 1 of GB 2312, sorted first in that
code), ASCII and Chinese punctuation. A wrong decoding of Chinese text gives rare hanzi, so it cannot win.
"""
from __future__ import annotations

import codecs
from pathlib import Path

from loaders.formats.base import Text, UnreadableError
from ontology.entries import control

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
UNMARKED = ("gb18030", "utf-16-le", "utf-16-be")
SAMPLE = 20_000  # characters that are looked at; even, and enough for any text
EVERYDAY = 0.8  # share of everyday characters that a true reading has; wrong ones stay below a half
WHITE = frozenset("\t\n\r\f\x85")


def read(path: Path) -> Text:
    """The text of a file. Raises UnreadableError where it is empty, binary, or fits no encoding."""
    data = path.read_bytes()
    if not data.strip():
        raise UnreadableError("It is empty: give a file with text.",
                              "文件是空的，请换一份有内容的。")
    text = decoded(data)
    if text is None and (sign := unwanted(data)):
        raise UnreadableError(f"It is full of control characters such as {sign}: take them out.",
                              f"文件里尽是{sign}之类的控制字符，请先删去。")
    if text is None and looks_binary(data):
        raise UnreadableError("It is binary: save it as plain text first.",
                              "这是二进制文件，请先另存为文本（.txt）。")
    if text is None:
        raise UnreadableError("It fits no known encoding: save it as UTF-8.",
                              "认不出文件的编码，请另存为 UTF-8。")
    if not text.content.strip():
        raise UnreadableError("It is empty: give a file with text.",
                              "文件是空的，请换一份有内容的。")
    return text


def decoded(data: bytes) -> Text | None:
    """The bytes as text, or None where no encoding gives one without control characters."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            content = strictly(data[len(mark):], encoding)
            return Text(content, encoding) if content is not None else None
    content = strictly(data, "utf-8")
    if content is not None:
        return Text(content, "utf-8")
    guesses = [(content, encoding) for encoding in UNMARKED if (content := strictly(data, encoding)) is not None]
    if not guesses:
        return None
    best, encoding = max(guesses, key=lambda guess: everyday(guess[0]))
    return Text(best, encoding) if everyday(best) >= EVERYDAY else None


def strictly(data: bytes, encoding: str) -> str | None:
    """The decoded text if every byte fits and next to nothing of it is a control character."""
    try:
        content = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    controls = sum(1 for char in content if (char < " " or "\x7f" <= char < "\xa0") and char not in WHITE)
    return None if "\0" in content or controls > len(content) / 100 else content


def unwanted(data: bytes) -> str | None:
    """A control character of what is UTF-8 and without NULs, so text but for it."""
    try:
        content = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if "\0" in content else control(content)


def everyday(content: str) -> float:
    """The share of characters that everyday Chinese text is made of."""
    sample = content[:SAMPLE]
    return sum(map(is_everyday, sample)) / len(sample) if sample else 0.0


def is_everyday(char: str) -> bool:
    if char.isascii() or "\u3000" <= char <= "\u301f" or "\uff01" <= char <= "\uff5e" or char in "“”‘’—…·\xa0":
        return True
    code = char.encode("gb2312", "ignore")
    return len(code) == 2 and 0xB0 <= code[0] <= 0xD7


def looks_binary(data: bytes) -> bool:
    """NULs, or more than one control byte in a hundred."""
    sample = data[:SAMPLE]
    controls = sum(1 for byte in sample if byte < 32 and chr(byte) not in WHITE)
    return b"\0" in sample or controls > len(sample) / 100
