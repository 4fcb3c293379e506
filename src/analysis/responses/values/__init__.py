"""The room where the text of a cell becomes a typed value, or the reason why there is none."""

from .choice import Choices, match_option, split_choices
from .date import Dates, Span, parse_date
from .missing import Absence, absence
from .money import Money, parse_money
from .names import Match
from .number import Number, parse_number

__all__ = [
    "Absence",
    "Choices",
    "Dates",
    "Match",
    "Money",
    "Number",
    "Span",
    "absence",
    "match_option",
    "parse_date",
    "parse_money",
    "parse_number",
    "split_choices",
]
