"""What a cell of a spreadsheet shows of its value, as far as it matters to an answer."""

from __future__ import annotations

import datetime as dt
import re

from analysis.intake.readers.unit_format import with_unit

_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_HALVES = range(0xD800, 0xE000)  # of letters; alone they are none
_EXACT = 2**53  # up to here every whole number is a float


def shown(value: object, number_format: str | None = None) -> str:
    """The text of a value in its number format: 80% and not 0.8, TRUE, 2012-11 and not 2012-11-01 where the format
    names no day, 17,500만원 where it names a unit. No digit of a number is rounded away."""
    if isinstance(value, str):
        return _ESCAPED.sub(_letter, value)
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, (dt.date, dt.datetime)):
        return _date(value, number_format or "")
    if isinstance(value, (int, float)):
        if "%" in _QUOTED.sub("", number_format or ""):
            return f"{digits(round(value * 100, 10))}%"
        return with_unit(value, digits(value), number_format or "") or digits(value)
    return str(value)


def digits(number: float) -> str:
    """The digits of a number: all of a whole one, for it may be an identifier; of others those that are certain."""
    if isinstance(number, int) or (number.is_integer() and abs(number) <= _EXACT):
        return str(int(number))
    return f"{number:.15g}"


def _letter(escaped: re.Match[str]) -> str:
    """What a workbook writes as _x000D_, a carriage return, and the like."""
    code = int(escaped[1], 16)
    return escaped[0] if code in _HALVES else chr(code)


def _date(value: dt.date | dt.datetime, number_format: str) -> str:
    tokens = _QUOTED.sub("", number_format).lower()
    if isinstance(value, dt.datetime) and value.time() != dt.time():
        return value.isoformat(sep=" ")
    if "d" in tokens or "y" not in tokens:
        return f"{value:%Y-%m-%d}"
    return f"{value:%Y-%m}" if "m" in tokens else f"{value:%Y}"
