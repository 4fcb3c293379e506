"""The room where the text of a cell becomes a typed value, or the reason why there is none."""

from .choice import Choices, choices
from .date import Dates, Span, parse_date
from .missing import Absence, absence
from .money import Money, parse_money
from .names import Match, Names
from .number import Number, parse_number

__all__ = [
    "Absence",
    "Choices",
    "Dates",
    "Match",
    "Money",
    "Names",
    "Number",
    "Span",
    "absence",
    "choices",
    "parse_date",
    "parse_money",
    "parse_number",
]
