"""A query file is checked as it is read; what is wrong is told with file and line, in both languages."""
from __future__ import annotations

from pathlib import Path

import pytest

from ontology.errors import ChuanyuError
from queries.reader import catalogue, read_query

GOOD = """// name: firms
// zh: 有哪些企业？
// en: Which firms are there?
// parameters:
//   class: {type: text, default: Firm}
//   status:
// columns: [firm, class]
MATCH (f:Firm)-[r]-() WHERE $class IN labels(f) AND r.status IN $status
RETURN f.name AS firm, f.class AS class
ORDER BY firm
// picture
MATCH way = (f:Firm)-[]-() RETURN way
"""


def file(tmp_path: Path, text: str = GOOD, topic: str = "own") -> Path:
    path = tmp_path / topic / "firms.cypher"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_header_describes_the_query(tmp_path: Path) -> None:
    query = read_query(file(tmp_path))
    assert (query.name, query.topic) == ("firms", "own")
    assert query.question("zh") == "有哪些企业？" and query.question("en") == "Which firms are there?"
    assert [(one.name, one.type, one.required, one.default) for one in query.parameters] == [
        ("class", "text", False, "Firm"), ("status", "status", False, ["asserted", "reference"])]
    assert [(column.name, column.zh) for column in query.columns] == [("firm", "企业"), ("class", "类别")]
    assert query.cypher.startswith("MATCH (f:Firm)") and query.picture == "MATCH way = (f:Firm)-[]-() RETURN way"


@pytest.mark.parametrize(("old", "new", "message"), [
    ("// name: firms", "// name: makers", r"firms\.cypher, line 1: the name makers is not that of the file"),
    ("// en: Which firms are there?\n", "", r"line 1: the header needs exactly the keys columns, en, name, parameters, zh"),
    ("// zh: 有", "// zh: [有", r"line 3: the header is no YAML"),
    ("type: text", "type: colour", r"line 5: the parameter class needs a type of name, text, number, count, date, list"),
    (", default: Firm", "", r"line 5: the parameter class needs an example or a default"),
    ("//   status:", "//   state: {type: text, example: x}", r"line 6: state has no label under parameters in terms\.yaml"),
    ("r.status IN $status", "true", r"line 6: the parameter status stands only in the header or only in the query"),
    ("AS firm,", "AS name,", r"line 9: the last RETURN must name the columns"),
    ("\nORDER BY firm", "", r"line 9: the last RETURN must .* fix the order of the rows"),
])
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(ChuanyuError, match=message) as error:
        read_query(file(tmp_path, GOOD.replace(old, new)))
    assert "firms.cypher 第" in error.value.sentence("zh")


def test_own_queries_join_ours(tmp_path: Path) -> None:
    file(tmp_path)
    assert set(catalogue((tmp_path,))) == {*catalogue(), "firms"}


def test_two_queries_cannot_share_a_name(tmp_path: Path) -> None:
    file(tmp_path)
    file(tmp_path, topic="other")
    with pytest.raises(ChuanyuError, match="the name firms is taken"):
        catalogue((tmp_path,))
