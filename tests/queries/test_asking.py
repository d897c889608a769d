"""Parameters are typed and names found before an engine sees them; what does not fit is one plain sentence."""
from __future__ import annotations

from typing import Any

import pytest

from graph.stores.embedded import EmbeddedStore
from graph.stores.property_graph import property_graph
from ontology.errors import ChuanyuError
from ontology.records import Entity
from ontology.vocabulary import vocabulary
from queries.asking import ask, typed
from queries.lookup import Homonym, UnknownName, resolve
from queries.reader import catalogue


@pytest.mark.parametrize(("query", "given", "name", "value"), [
    ("due-before", {"before": "2026-12-31"}, "before", "2026-12-31"),
    ("due-before", {"before": "2026"}, "before", "2026"),
    ("indicators", {"status": "asserted，proposed"}, "status", ["asserted", "proposed"]),
    ("indicators", {}, "status", ["asserted", "reference"]),
    ("indicators", {}, "as_of", None),
    ("most-connected", {"top": "3"}, "top", 3),
    ("most-connected", {"class": "企业"}, "class", "Firm"),
    ("support-by-strength", {"strength": "2.5"}, "strength", 2.5),
    ("sought", {"words": "揭榜、招商"}, "words", ["揭榜", "招商"]),
])
def test_texts_become_values(query: str, given: dict[str, Any], name: str, value: Any) -> None:
    assert typed(catalogue()[query], given)[name] == value


@pytest.mark.parametrize(("query", "given", "message"), [
    ("duties", {}, "duties needs the parameter agency, such as agency="),
    ("duties", {"agency": " "}, "agency must be a value, not ''"),
    ("duties", {"firm": "x"}, "duties has no parameter firm; it takes agency, status, as_of"),
    ("due-before", {"before": "31.12.2026"}, "before must be a date such as 2025-06-30, not '31.12.2026'"),
    ("indicators", {"status": "wished"}, "status must be of asserted, proposed, reference, inferred, not 'wished'"),
    ("most-connected", {"top": "0"}, "top must be a count such as 20, not '0'"),
    ("most-connected", {"class": "Thing"}, "class must be a class such as Firm, not 'Thing'"),
    ("support-by-strength", {"strength": "nan"}, "strength must be a number, not 'nan'"),
])
def test_what_does_not_fit_is_told(query: str, given: dict[str, Any], message: str) -> None:
    with pytest.raises(ChuanyuError, match=message):
        typed(catalogue()[query], given)


@pytest.mark.parametrize("name", ["桥河汽车", "桥河汽车集团股份有限公司", " 桥河 汽车", "“桥河汽车”", "qiaohe", "QIAOHE"])
def test_an_entity_is_found_by_any_name_in_any_width_or_by_id(embedded: EmbeddedStore, name: str) -> None:
    assert resolve(embedded, name).id == "qiaohe"


def test_a_policy_is_found_by_its_number(embedded: EmbeddedStore) -> None:
    assert resolve(embedded, "渝经信发[2025]7号".replace("[", "〔").replace("]", "〕")).id == "plan"


def test_an_unknown_name_gets_the_nearest(embedded: EmbeddedStore) -> None:
    with pytest.raises(UnknownName, match=r"no '桥河气车' here\. Do you mean 桥河汽车"):
        resolve(embedded, "桥河气车")
    with pytest.raises(UnknownName, match="nor anything like it"):
        resolve(embedded, "xyz")


def test_only_the_wanted_class_counts(embedded: EmbeddedStore) -> None:
    with pytest.raises(UnknownName):
        resolve(embedded, "重庆市", of="Firm")


@pytest.fixture
def homonyms() -> EmbeddedStore:
    """A brand and a firm of one name, two provisions of one name."""
    def made(id_: str, class_: str, name: str) -> Entity:
        return Entity(id_, name, vocabulary().leaf_first([class_]))

    store = EmbeddedStore()
    store.load(property_graph([], [made("brand", "Product", "岭岳"), made("firm", "Automaker", "岭岳"),
                                   made("p1", "Provision", "组织保障"), made("p2", "Provision", "组织保障")], []))
    return store


def test_a_homonym_lists_its_candidates_with_the_ids_that_choose(homonyms: EmbeddedStore) -> None:
    with pytest.raises(Homonym, match=r"choose one by its id: .*\] p1; .*\] p2\.") as error:
        resolve(homonyms, "组织保障")
    assert "[条款] p1" in error.value.sentence("zh")
    assert resolve(homonyms, "p2").id == "p2"


def test_class_or_preference_settles_a_homonym(homonyms: EmbeddedStore) -> None:
    assert resolve(homonyms, "岭岳", of="Firm").id == "firm"
    assert resolve(homonyms, "岭岳", prefers="Actor").id == "firm"
    with pytest.raises(Homonym):
        resolve(homonyms, "岭岳")


HOSTILE = ["'", '"', "`", "}) DETACH DELETE n //", "a\nb\tc", "$x {y} \\ %s", "长" * 10000]


@pytest.mark.parametrize("name", HOSTILE, ids=[str(number) for number in range(len(HOSTILE))])
def test_hostile_names_are_only_values(name: str) -> None:
    store = EmbeddedStore()
    store.load(property_graph([], [Entity("x", name, vocabulary().leaf_first(["Automaker"]))], []))
    found = ask(store, catalogue()["entity"], {"entity": "x"}).records()
    assert [(row["id"], row["entity"], row["aliases"]) for row in found] == [("x", name, [name])]
    assert store.run("MATCH (n:Firm) RETURN count(n) AS firms").rows == [(1,)]


def test_a_limit_cuts_and_says_so(embedded: EmbeddedStore) -> None:
    for name in ("who-supports-whom", "indicators"):
        whole = ask(embedded, catalogue()[name], {})
        first = ask(embedded, catalogue()[name], {}, limit=2)
        assert (first.rows, first.cut, whole.cut) == (whole.rows[:2], True, False)
        assert not ask(embedded, catalogue()[name], {}, limit=len(whole.rows)).cut
