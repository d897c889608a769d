"""The annotated document: every sentence with its mentions and statements, nothing of the text is markup."""
from __future__ import annotations

import io
import re
from dataclasses import replace

from graph.build import build
from loaders.pipeline import read_text
from ontology.colours import PAPER, colours, contrast
from ontology.names import gazetteer
from ontology.records import Side
from ontology.vocabulary import vocabulary
from reports.annotation import Annotation, annotate, grouped
from reports.formats import annotated
from reports.formats.marks import COLOURED, marked
from tests.reports.tags import Tags

TEXT = """\
重庆市渝北区汽车软件发展计划

渝北府发〔2031〕5号

一、支持企业

(一)壮大主体。

支持长安汽车、赛力斯汽车建设星桥软件平台。支持吉利扩大生产。鼓励赛力斯汽车与重庆大学合作。
给予长安汽车最高100万元奖励。
当前形势较好。任务很重。

二、开放场景<b onmouseover="alert(1)">&amp;

<script>alert("重庆市")</script>支持长安汽车扩大生产。
"""


def annotation(text: str = TEXT) -> Annotation:
    made = build(read_text(text, "plan.txt", gazetteer()), {"plan.txt": text}, gazetteer())
    return annotate("plan.txt", text, made, gazetteer().entries)


def page(language: str = "zh", text: str = TEXT) -> str:
    out = io.StringIO()
    annotated.write(annotation(text), language, out)
    return out.getvalue()


def test_every_character_of_the_document_is_in_one_piece_in_order() -> None:
    made = annotation()
    pieces = [piece for sheet in made.sheets for piece in sheet.pieces]
    assert "".join("".join(TEXT[piece.start:piece.end].split()) for piece in pieces) == "".join(TEXT.split())
    assert sum(len(piece.statements) for piece in pieces) == len(made.sheets[0].statements) > 5
    for piece in pieces:
        assert all(one.evidence and piece.start <= one.evidence.start and one.evidence.end <= piece.end
                   for one in piece.statements)


def test_sentences_that_nothing_was_read_from_are_one_piece() -> None:
    assert [TEXT[piece.start:piece.end].strip() for piece in annotation().sheets[0].pieces if piece.bare] == [
        "当前形势较好。任务很重。"]


def test_statements_alike_but_for_their_sides_are_told_in_one_line() -> None:
    sentence = next(piece for piece in annotation().sheets[0].pieces if "星桥" in TEXT[piece.start:piece.end])
    told = [([side.name for side in group.subjects], group.statements[0].relation, [side.name for side in group.objects])
            for group in grouped(sentence.statements)]
    assert (["重庆长安汽车股份有限公司", "赛力斯汽车有限公司"], "builds", ["星桥软件平台"]) in told
    assert sum(len(group.statements) for group in grouped(sentence.statements)) == len(sentence.statements)


def test_lines_of_different_qualifiers_stay_apart() -> None:
    one, *_ = annotation().sheets[0].statements
    other = replace(one, object=Side("y", "y"), qualifiers={"amount": 1})
    assert len(grouped([one, other])) == 2


def test_a_mention_shows_its_entity_and_one_left_open_its_candidates() -> None:
    html = page()
    assert re.search(r'<span class="m c-Firm" tabindex="0">长安汽车<span class="tip" role="note"><span>'
                     r"<b>重庆长安汽车股份有限公司</b> 整车企业 · 名录所列 <code>changan</code>", html)
    assert re.search(r'<span class="m c-\w+ open" tabindex="0">吉利<span .*?未能确定所指，候选：浙江吉利控股集团有限公司、', html)


def test_a_statement_shows_sides_qualifiers_status_rule_and_id() -> None:
    html = page()
    fact = next(item for item in html.split('<li class="fact ')[1:] if '<b class="relation">合作</b>' in item)
    assert fact.startswith("proposed") and '<span class="status">提议</span>' in fact
    assert "cooperatesWith." in fact and re.search("<code>[0-9a-f]{16}</code>", fact)
    assert "金额 <b>最高100万元" in html
    assert 'unsaid">壮大主体</span> <b class="relation">支持</b>' in html, "the sentence does not name its subject"


def test_the_sections_lead_to_where_they_begin() -> None:
    found = Tags(page()).found
    links = [attributes["href"] for tag, attributes in found if tag == "a" and str(attributes.get("href")).startswith("#")]
    ids = [attributes["id"] for _, attributes in found if "id" in attributes]
    assert len(links) >= 4 and {str(link)[1:] for link in links} <= set(ids)
    assert len(ids) == len(set(ids))


def test_document_text_is_inert() -> None:
    tags = Tags(page()).found
    assert {tag for tag, _ in tags} & {"script", "b onmouseover", "img", "iframe", "link"} == set()
    assert not any(name.startswith("on") for _, attributes in tags for name in attributes)
    assert "&lt;script&gt;alert(" in page() and "default-src &#x27;none&#x27;" not in page()
    assert [attributes for _, attributes in tags if str(attributes.get("href", "#"))[0] != "#" or "src" in attributes] == []


def test_english() -> None:
    html = page("en")
    assert '<html lang="en">' in html and "supports</b>" in html and "on our list of names" in html


def test_marks_that_cross_share_no_character() -> None:
    made = annotation()
    first = next(mark for piece in made.sheets[0].pieces for mark in piece.marks if mark.entities == ("changan",))
    crossing = replace(first, start=first.start + 2, end=first.end + 2, entities=("cqu",))
    shown = re.sub(r'<span class="tip".*?</span></span>|<[^>]+>', "", marked(made, first.start, first.end + 4,
                                                                            [first, crossing], "zh"))
    assert shown == TEXT[first.start:first.end + 4]


def test_every_class_of_entities_has_a_colour() -> None:
    assert [name for name in COLOURED if annotated.palette().count(f".c-{name} {{") != 2] == [], "light and dark"
    assert contrast(colours()["Agency"], PAPER) > 4.5 and ".c-Agency { --mark: #" in page()
    top = {term.name for term in vocabulary().classes.values() if not term.supers} - {"Actor", "Statement"}
    assert top <= set(COLOURED)
