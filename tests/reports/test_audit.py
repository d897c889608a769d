"""The audit: what resolution did with which wording, what it left open, and how a gold set judges every rule."""
from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph.build import build
from graph.decisions import read_decisions
from graph.folder import Folder, write_folder
from graph.report import context
from loaders.pipeline import read_text
from ontology.errors import ChuanyuError
from ontology.names import gazetteer
from reports.audit import page

TEXTS = {"plan.txt": """\
重庆市渝北区汽车软件发展计划

渝北府发〔2031〕5号

一、支持企业

重庆长安汽车股份有限公司(以下简称骨干车企)落户本区。支持骨干车企建设星桥软件平台。支持吉利扩大生产。
""", "news.txt": """\
星桥软件平台上线
2031-05-06 来源:渝北日报
5月6日,长安汽车与重庆大学合作。长安汽车建设星桥软件平台。
"""}


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """The two texts as `build` leaves them, under one decision that fits and one that does not."""
    (tmp_path / "decisions.yaml").write_text("correct: [{entity: changan, classes: [Automaker], reason: 甲}]\n"
                                             "reject: [{statement: none, reason: 乙}]", encoding="utf-8")
    readings = [reading for source, text in TEXTS.items() for reading in read_text(text, source, gazetteer())]
    made = build(readings, TEXTS, gazetteer(), {}, read_decisions(tmp_path / "decisions.yaml"))
    write_folder(tmp_path / "graph", made.documents, made.entities, made.statements, TEXTS, made.report)
    return Folder(tmp_path / "graph")


def rows(folder: Folder, table: str, gold: Path | None = None) -> list[dict[str, Any]]:
    return next(one for one in page(folder, "zh", gold).tables if one.name == table).records()


def test_every_wording_of_an_entity_with_its_reason(folder: Folder) -> None:
    found = {(row["wording"], row["entity"]): (row["reason"], row["times"]) for row in rows(folder, "merges")}
    assert found["骨干车企", "重庆长安汽车股份有限公司"] == ("document", 2), "named so by 以下简称, and once more"
    assert found["长安汽车", "重庆长安汽车股份有限公司"] == ("short", 2)
    assert found["渝北府发〔2031〕5号", "重庆市渝北区汽车软件发展计划"] == ("number", 1)
    assert found["星桥软件平台", "星桥软件平台"][0] == "name", "no list holds it and two documents bear it"
    assert ("重庆大学", "重庆大学") not in found, "its own name is no merge"


def test_a_mention_left_open_with_candidates_and_sentence(folder: Folder) -> None:
    assert [(row["wording"], row["reason"], row["candidates"], row["quote"]) for row in rows(folder, "unresolved")] == [
        ("吉利", "ambiguous", ["浙江吉利控股集团有限公司 [geely]", "吉利汽车控股有限公司 [geely.auto]"], "支持吉利扩大生产。")]


def test_decisions_that_hold_and_that_fit_nothing(folder: Folder) -> None:
    assert rows(folder, "decisions") == [
        {"entry": "correct 1", "effect": "applied", "changes": 1, "decision": "甲"},
        {"entry": "reject 1", "effect": "absent", "changes": None, "decision": "none"}]


def gold(tmp_path: Path, *triples: tuple[str, str, str, str]) -> Path:
    """A gold set for the news: subject, relation, object and quote of each row."""
    (tmp_path / "texts.tsv").write_text(f"n\tnews.txt\t0\t{len(TEXTS['news.txt'])}\n", encoding="utf-8")
    (tmp_path / "n.triples.jsonl").write_text("".join(json.dumps({
        "quote": quote, "s": {"label": subject, "class": "Firm"}, "p": relation, "o": {"label": object_, "class": "Firm"}})
        + "\n" for subject, relation, object_, quote in triples), encoding="utf-8")
    return tmp_path


def judged(folder: Folder, made: Path) -> dict[str, tuple[int, int, int]]:
    return {row["relations"][0]: (row["confirmed"], row["contradicted"], row["silent"])
            for row in rows(folder, "rules", made) if row["relations"][0] in ("cooperatesWith", "builds")}


def test_the_gold_confirms_contradicts_or_is_silent(folder: Folder, tmp_path: Path) -> None:
    built = ("长安汽车", "builds", "星桥软件平台", "长安汽车建设星桥软件平台。")
    together = ("重庆大学", "cooperatesWith", "长安汽车", "长安汽车与重庆大学合作。")
    assert judged(folder, gold(tmp_path, built, together)) == {"builds": (1, 0, 0), "cooperatesWith": (1, 0, 0)}
    turned = ("星桥软件平台", "builds", "长安汽车", "长安汽车建设星桥软件平台。")
    other = ("重庆大学", "suppliesTo", "长安汽车", "长安汽车与重庆大学合作。")
    distant = ("长安汽车", "cooperatesWith", "某公司", "长安汽车与重庆大学合作。")
    assert judged(folder, gold(tmp_path, turned, other, distant)) == {"builds": (0, 1, 0), "cooperatesWith": (0, 1, 0)}
    assert judged(folder, gold(tmp_path, distant)) == {"builds": (0, 0, 0), "cooperatesWith": (0, 0, 1)}


def test_a_folder_that_is_no_gold_set(folder: Folder, tmp_path: Path) -> None:
    with pytest.raises(ChuanyuError, match="nowhere is no gold set"):
        page(folder, "en", tmp_path / "nowhere")


@pytest.mark.parametrize(("text", "shown"), [
    ("甲。乙区支持丙；丁。", "乙区支持丙；"),
    ("甲" * 100 + "乙区" + "丙" * 100, "…" + "甲" * 80 + "乙区" + "丙" * 80 + "…"),
])
def test_the_context_is_the_sentence_or_as_much_as_can_be_read(text: str, shown: str) -> None:
    assert context(text, text.index("乙区"), text.index("乙区") + 2) == shown
