"""Numbers, money, rates and dates in the words of official Chinese texts, as typed values with their places."""
from loaders.values.dates import COMPARED, When, dates
from loaders.values.limits import deadline, period
from loaders.values.numerals import fold
from loaders.values.quantities import Quantity, quantities

__all__ = ["COMPARED", "Quantity", "When", "dates", "deadline", "fold", "period", "quantities"]
