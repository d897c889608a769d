"""Questions to the whole of the tiny graph; its docstring draws it."""
from __future__ import annotations

from dataclasses import replace

from graph.network import Ranked, brokers, communities, most_connected, network
from tests.graph.tiny_graph import ENTITIES, STATEMENTS

TINY = network(ENTITIES, STATEMENTS)


def test_entities_are_nodes_and_facts_are_edges() -> None:
    assert TINY.nodes["jia"] == {"name": "甲车公司", "kind": "Automaker"}
    assert TINY.edges["reward", "makers", "a4"] == {"relation": "subsidizes", "status": "asserted"}
    assert not TINY.has_edge("jia", "chengdu")  # only proposed
    assert network(ENTITIES, STATEMENTS, ("proposed",)).has_edge("jia", "chengdu")


def test_most_connected_counts_neighbours_not_statements() -> None:
    assert most_connected(TINY, 2) == [Ranked("building", 4), Ranked("plan", 3)]
    again = [*STATEMENTS, *(replace(STATEMENTS[7], id=f"b1{more}") for more in range(9))]
    assert most_connected(network(ENTITIES, again), 2) == most_connected(TINY, 2)


def test_brokers_stand_between_two_sides() -> None:
    assert brokers(TINY, {"miit"}, {"yi", "chongqing"}, 9) == [
        Ranked("building", 2), Ranked("jia", 2), Ranked("plan", 2), Ranked("yi", 1), Ranked("yubei", 1)]
    assert brokers(TINY, {"miit"}, {"chengdu", "nobody"}, 9) == []


def test_communities_hold_those_who_have_to_do_with_each_other() -> None:
    assert communities(TINY) == [
        ["chongqing", "jia", "yi", "yubei"], ["makers", "miit", "plan", "reward"], ["building", "district", "platform"]]
    assert communities(network(ENTITIES, [])) == []
