"""Indicators in a sentence: what is measured, of whom, how much, by when, and whether it is aimed at or reached.

A figure is tied to its name by the frame around it (`patterns/indicators.yaml`). A level is named without its verb
(产值达到9亿元: 产值); a change keeps its verb (产值增长9%: 产值增长), for its figure is not the level's.
"""
from loaders.indicators.figures import Figure, indicators
from loaders.indicators.times import Horizon, governing, last_horizon, set_by

__all__ = ["Figure", "Horizon", "governing", "indicators", "last_horizon", "set_by"]
