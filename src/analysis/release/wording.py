"""What the gate says, in both languages at once."""

from __future__ import annotations

from typing import Any

from analysis.language import message
from analysis.questionnaire.words import Words


def both(key: str, **fields: Any) -> Words:
    """A message of the catalogue in Korean and English."""
    return Words(ko=message(key, "ko", **fields), en=message(key, "en", **fields))
