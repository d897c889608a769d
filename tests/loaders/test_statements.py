"""Statements: every atom has an id of its own place, its evidence verbatim, and the rule that read it."""
from __future__ import annotations

from loaders.pipeline import read_text
from loaders.statements.frames import frames
from ontology.names import gazetteer
from ontology.records import Reading
from ontology.vocabulary import vocabulary

TEXT = """\
重庆市大足区人民政府
关于印发大足区专用车产业十条措施的通知
大足府发〔2023〕90号

各镇街,有关部门:
现将《大足区专用车产业十条措施》印发给你们,请遵照执行。

重庆市大足区人民政府
2023年9月9日

大足区专用车产业十条措施

一、壮大企业

支持庆铃汽车建设专用车基地。支持庆铃汽车开拓市场。

二、强化保障

对专用车企业,给予最高不超过100万元奖励。
"""


def reading(text: str = TEXT) -> Reading:
    [found] = read_text(text, "text.txt", gazetteer())
    return found


def test_every_quote_stands_in_the_text() -> None:
    for one in reading().statements:
        place = one.evidence
        assert place and TEXT[place.start:place.end] == place.quote and place.rule
        for found in (place.subject, place.object):
            assert found is None or TEXT[found.start:found.end] == found.text


def test_a_statement_names_its_section_and_the_characters_of_its_sides() -> None:
    one = next(one for one in reading().statements if one.relation == "builds")
    assert one.evidence and one.evidence.subject and one.evidence.object
    assert (one.evidence.section, one.evidence.subject.text, one.evidence.object.text) == ("一", "庆铃汽车", "专用车基地")


def test_a_left_out_subject_has_no_characters() -> None:
    [one] = [one for one in reading().statements if one.relation == "subsidizes"]
    assert one.evidence and one.evidence.subject is None
    assert (one.subject.name, one.relations) == ("强化保障", ("subsidizes", "supports"))


def test_the_same_said_twice_is_two_statements() -> None:
    twice = [one for one in reading().statements if one.relation == "supports"]
    assert len({one.id for one in twice}) == len({one.evidence.start for one in twice if one.evidence}) == 2
    assert len({(one.subject.id, one.object.id) for one in twice}) == 1


def test_ids_are_unique_and_do_not_hang_on_the_place() -> None:
    ids = [one.id for one in reading().statements]
    assert len(ids) == len(set(ids))
    assert [one.id for one in reading("\n\n" + TEXT).statements] == ids


def test_sides_are_entities_of_the_document() -> None:
    found = reading()
    known = {entity.id for entity in found.entities}
    assert {side.id for one in found.statements for side in (one.subject, one.object)} <= known


def test_statements_keep_to_the_ontology() -> None:
    found = reading()
    classes = {entity.id: set(entity.classes) for entity in found.entities}
    for one in found.statements:
        term = vocabulary().relations[one.relation]
        assert not term.domain or classes[one.subject.id] & set(term.domain), one
        assert not term.range or classes[one.object.id] & set(term.range), one


def test_frames_speak_of_relations_of_the_ontology() -> None:
    assert {frame.relation for frame in frames().all} <= set(vocabulary().relations)
    assert {frame.relation for frame in frames().called("object", "verbs", "打造")} == {"builds", "supports"}
    assert list(frames().called("object", "verbs", "眺望")) == []
