"""The room for Korean and English: particles, numbers, dates, comparable text, and what people read."""

from .catalogue import LANGUAGES, message
from .errors import LanguageError
from .number_format import counted, day, money, period, thousands
from .particle import particle, with_particle
from .rounding import half_up, percent, score100
from .text import match_key, normalise

__all__ = [
    "LANGUAGES",
    "LanguageError",
    "counted",
    "day",
    "half_up",
    "match_key",
    "message",
    "money",
    "normalise",
    "particle",
    "percent",
    "period",
    "score100",
    "thousands",
    "with_particle",
]
