"""What a cell of a spreadsheet shows of its value, as far as it matters to an answer."""

from __future__ import annotations

import datetime as dt
import re

_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')


def shown(value: object, number_format: str | None = None) -> str:
    """The text of a value in its number format: 80% and not 0.8, TRUE, 2012-11 and not 2012-11-01 where the format
    names no day."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, (dt.date, dt.datetime)):
        return _date(value, number_format or "")
    if isinstance(value, (int, float)):
        if "%" in _QUOTED.sub("", number_format or ""):
            return f"{round(value * 100, 10):.15g}%"
        return f"{value:.15g}"
    return str(value)


def _date(value: dt.date | dt.datetime, number_format: str) -> str:
    tokens = _QUOTED.sub("", number_format).lower()
    if isinstance(value, dt.datetime) and value.time() != dt.time():
        return value.isoformat(sep=" ")
    if "d" in tokens or "y" not in tokens:
        return f"{value:%Y-%m-%d}"
    return f"{value:%Y-%m}" if "m" in tokens else f"{value:%Y}"
