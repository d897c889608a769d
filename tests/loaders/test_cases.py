"""Each sentence of tests/cases says exactly its statements, and its near-miss does not."""
from __future__ import annotations

import pytest

from tests.cases.notation import Case, cases, differences

ALL = list(cases())


@pytest.mark.parametrize("case", ALL, ids=[case.label for case in ALL])
def test_a_sentence_says_its_statements(case: Case) -> None:
    found = differences(case)
    assert not found, "\n".join(["", case.text, *(["why: " + case.why] if case.why else []), *found])
