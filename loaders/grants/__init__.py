"""Grants in a sentence: who receives what, how much, on which terms, up to which ceiling, and who pays which share."""
from loaders.grants.reading import Grant, grants, rated
from loaders.grants.sums import Share
from loaders.grants.targets import targets

__all__ = ["Grant", "Share", "grants", "rated", "targets"]
