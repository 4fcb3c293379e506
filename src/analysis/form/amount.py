"""What is filled into the cell of a number: a number a worksheet can count with, or words."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14}|[1-9]\d{0,2}(?:,\d{3}){1,4})(?:\.\d+)?\Z")
_DIGITS = 15  # that a worksheet keeps


def amount_of(text: str) -> float | None:
    """The number that `text` is, "1,200" too; None where it is words, or more exact than a worksheet is.

    >>> amount_of("1,200"), amount_of("약 200")
    (1200.0, None)
    """
    if not _NUMBER.match(text) or sum(letter.isdigit() for letter in text) > _DIGITS:
        return None
    return float(text.replace(",", ""))
