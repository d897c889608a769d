"""Words: a run of text cut into words, each known by what it does in a clause."""
from __future__ import annotations

from pathlib import Path

import pytest

from loaders import lexicon as lexicon_module
from loaders.lexicon import lexicon
from loaders.mentions import mentions
from loaders.words import words
from ontology.errors import ChuanyuError
from ontology.names import gazetteer


def cut(text: str) -> str:
    """The words of a text with their kinds, names of the gazetteer whole."""
    found = words(text, 0, len(text), mentions(text, 0, len(text), gazetteer()))
    return " ".join(f"{word.text}/{word.kind}" for word in found)


@pytest.mark.parametrize(("text", "found"), [
    ("支持长安汽车", "支持/verb 长安汽车/mark"),
    ("加快建设换电站", "加快/verb 建设/either 换电站/mark"),  # 建设 is a verb or a noun: the clause decides
    ("不再支持企业", "不再/adverb 支持/verb 企业/noun"),
    ("建成20座换电站", "建成/verb 20座/number 换电站/mark"),
    ("2025年6月底前建成换电站", "2025年6月底前/adverb 建成/verb 换电站/mark"),
    ("“智行”平台", "“智行”/quote 平台/noun"),
    ("平台(一期)", "平台/noun (一期)/bracket"),
    ("长安汽车和比亚迪", "长安汽车/mark 和/join 比亚迪/mark"),
])
def test_words_and_what_they_do(text: str, found: str) -> None:
    assert cut(text) == found


def test_from_one_place_to_another_is_inside_the_name_of_a_line() -> None:
    assert cut("重庆至成都高速公路") == "重庆/mark 至/noun 成都/mark 高速公路/noun"
    assert cut("上午至下午").split()[1] == "至/preposition"  # between anything else it is a preposition


def test_what_is_in_a_place_is_parted_from_it() -> None:
    assert cut("园区内企业") == "园区/noun 内/of 企业/noun"
    assert cut("内企业") == "内/noun 企业/noun"  # no place before it, nor any word


def test_a_name_in_brackets_stays_inside_them() -> None:
    assert cut("平台(长安汽车)") == "平台/noun (长安汽车)/bracket"


def test_a_figure_glued_to_latin_letters_is_part_of_a_name() -> None:
    assert "number" not in cut("问界M5")


@pytest.mark.parametrize(("text", "head"), [
    ("汽车软件测试平台", ("平台", "Platform")),
    ("智能网联汽车示范区", ("示范区", "Park")),
    ("新能源汽车", ("汽车", "Product")),
    ("营商环境", ("环境", "")),  # an abstract noun names no thing
    ("长安", None),
])
def test_the_last_word_says_the_class(text: str, head: tuple[str, str] | None) -> None:
    assert lexicon().head(text) == head


def test_a_word_in_two_lists_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lexicon.yaml").write_text("verbs: 支持\nadverbs: 支持\nrelative: 具有\n", encoding="utf-8")
    monkeypatch.setattr(lexicon_module, "PATTERNS", tmp_path)
    lexicon.cache_clear()
    try:
        with pytest.raises(ChuanyuError, match=r"lexicon\.yaml: 支持 stands in two lists"):
            lexicon()
    finally:
        lexicon.cache_clear()
