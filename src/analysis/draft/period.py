"""When responses came, from the columns in which a tool wrote it down."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from analysis.draft.cells import Cells

_YEAR_FIRST = re.compile(r"\s*((?:19|20)\d\d)\s*[-./년]\s*(\d{1,2})\s*[-./월]\s*(\d{1,2})")
_YEAR_LAST = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)\b")


def period_of(moments: Iterable[Cells]) -> tuple[dt.date, dt.date] | None:
    """The first and the last day; None where nothing tells them for certain.

    Of "3/4/2020" nobody can say which is the month, unless another cell has a number above 12 there.
    """
    for cells in moments:
        days = _days(cells)
        if days and cells.whole:
            return min(days), max(days)
    return None


def _days(cells: Cells) -> list[dt.date]:
    first = [found for text in cells.texts if (found := _YEAR_FIRST.match(text))]
    last = [found for text in cells.texts if (found := _YEAR_LAST.match(text))]
    written = [(int(year), int(month), int(day)) for year, month, day in (found.groups() for found in first)]
    if last and not first:
        numbers = [tuple(map(int, found.groups())) for found in last]
        day_behind = any(second > 12 for _, second, _ in numbers)
        day_before = any(one > 12 for one, _, _ in numbers)
        if day_behind != day_before:
            written = [(year, one, two) if day_behind else (year, two, one) for one, two, year in numbers]
    if len(written) < 0.9 * max(len(cells.texts), 1):
        return []
    try:
        return [dt.date(*day) for day in written]
    except ValueError:
        return []
