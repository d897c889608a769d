"""What each question answers, worked out in plain Python over the records: the second opinion on the Cypher.

Every function is named as its query and returns rows as mappings, without the columns that only cite a statement and
without what is empty; their order does not matter.
"""
from __future__ import annotations

from tests.queries.plain.chain import firm_products, links, makers, missing_links, sought, technologies
from tests.queries.plain.duty import due_before, duties, shared_duties, unanswered
from tests.queries.plain.evidence import coverage, documents, entity, sentences, statements_about
from tests.queries.plain.indicator import contradictions, indicators, targets_met
from tests.queries.plain.money import budgets, claims, subsidies
from tests.queries.plain.network import most_connected, shortest_tie
from tests.queries.plain.place import parks, place_profile, projects
from tests.queries.plain.platform import members, platforms, reliance
from tests.queries.plain.policy import (
    in_force,
    interpretations,
    policies_of_firm,
    policy_family,
    policy_indicators,
    policy_money,
    provisions,
)
from tests.queries.plain.support import (
    bridges,
    path_to_firm,
    shared_work,
    support_by_class,
    support_by_strength,
    supported_by,
    supporters,
    unnamed_firms,
    who_supports_whom,
)
from tests.queries.plain.world import World

__all__ = [
    "World",
    "bridges",
    "budgets",
    "claims",
    "contradictions",
    "coverage",
    "documents",
    "due_before",
    "duties",
    "entity",
    "firm_products",
    "in_force",
    "indicators",
    "interpretations",
    "links",
    "makers",
    "members",
    "missing_links",
    "most_connected",
    "parks",
    "path_to_firm",
    "place_profile",
    "platforms",
    "policies_of_firm",
    "policy_family",
    "policy_indicators",
    "policy_money",
    "projects",
    "provisions",
    "reliance",
    "sentences",
    "shared_duties",
    "shared_work",
    "shortest_tie",
    "sought",
    "statements_about",
    "subsidies",
    "support_by_class",
    "support_by_strength",
    "supported_by",
    "supporters",
    "targets_met",
    "technologies",
    "unanswered",
    "unnamed_firms",
    "who_supports_whom",
]
