"""Every encoding that pages come in gives the same characters; what is no text gives one plain sentence."""
from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from loaders.formats import UnreadableError, read

PAGE = "关于支持汽车产业发展的通知\r\n\r\n各区县人民政府：\r\n现将有关事项通知如下。2022年1月4日\n"


@pytest.mark.parametrize(("data", "encoding"), [
    (PAGE.encode(), "utf-8"),
    (codecs.BOM_UTF8 + PAGE.encode(), "utf-8"),
    (PAGE.encode("gb18030"), "gb18030"),
    (codecs.BOM_UTF16_LE + PAGE.encode("utf-16-le"), "utf-16-le"),
    (codecs.BOM_UTF16_BE + PAGE.encode("utf-16-be"), "utf-16-be"),
    (PAGE.encode("utf-16-le"), "utf-16-le"),
    (PAGE.encode("utf-16-be"), "utf-16-be"),
])
def test_the_characters_are_the_same_in_every_encoding(tmp_path: Path, data: bytes, encoding: str) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(data)
    text = read(path)
    assert (text.content, text.encoding) == (PAGE, encoding)  # no byte-order mark, \r\n and \n as they were


def test_plain_english_is_utf_8_and_not_taken_for_utf_16(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_bytes(b"Changan builds cars in Chongqing.\n")
    assert read(path).encoding == "utf-8"


@pytest.mark.parametrize(("name", "data", "sentence"), [
    ("a.txt", b"", "is empty"),
    ("a.txt", codecs.BOM_UTF8 + b" \n", "is empty"),
    ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", "is binary"),
    ("a.txt", "支持\x07长安\x07汽车".encode(), r"full of control characters such as U\+0007"),
    ("a.txt", "caf\xe9 au lait \xe0 la carte, d\xe9j\xe0 vu".encode("latin-1"), "fits no known encoding"),
    ("a.txt", PAGE.encode()[:-40] + b"\xff\xfe", "fits no known encoding"),
    ("a.pdf", b"%PDF-1.7", "give one of .md, .txt"),
    ("noname", PAGE.encode(), "give one of .md, .txt"),
])
def test_a_file_without_text_is_refused_in_a_sentence(tmp_path: Path, name: str, data: bytes, sentence: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableError, match=sentence):
        read(path)
