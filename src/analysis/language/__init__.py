"""The room for Korean and English: particles, numbers, dates, and the catalogue of what people read."""

from .catalogue import LANGUAGES, message
from .errors import LanguageError
from .number_format import counted, day, money, period, thousands
from .particle import particle, with_particle
from .rounding import half_up, percent, score100

__all__ = [
    "LANGUAGES",
    "LanguageError",
    "counted",
    "day",
    "half_up",
    "message",
    "money",
    "particle",
    "percent",
    "period",
    "score100",
    "thousands",
    "with_particle",
]
