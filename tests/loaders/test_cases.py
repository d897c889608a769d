"""Each sentence of tests/cases says exactly its statements, and its near-miss does not."""
from __future__ import annotations

import pytest

from tests.cases.notation import Case, cases, differences, written

ALL = list(cases())


@pytest.mark.parametrize("case", ALL, ids=[case.label for case in ALL])
def test_a_sentence_says_its_statements(case: Case) -> None:
    found = differences(case)
    assert not found, "\n".join(["", case.text, *(["why: " + case.why] if case.why else []), *found])


def test_a_wrong_case_shows_what_is_missing_and_what_is_too_much() -> None:
    wrong = Case("none", "支持长安汽车开拓市场。", "plan", ("provision -restricts-> 长安汽车",), ("provision -supports-> 长安汽车",))
    missing, extra, never = differences(wrong)
    assert missing == "missing  provision -restricts-> 长安汽车"
    assert extra.startswith("too much 产业协同 -supports-> 重庆长安汽车股份有限公司")
    assert never.startswith("never    产业协同 -supports-> 重庆长安汽车股份有限公司")


@pytest.mark.parametrize("line", ["长安汽车 supports 比亚迪", "长安汽车 -likes-> 比亚迪"])
def test_a_line_that_is_no_statement_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="no statement of the vocabulary"):
        written(line)
