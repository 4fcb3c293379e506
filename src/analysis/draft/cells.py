"""What stands below a heading: the different texts of a column, and how often each does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from analysis.draft.absent import is_absent
from analysis.intake.sheet import DeclaredMissing, Sheet
from analysis.language.text import match_key, normalise

MOST = 5_000  # different texts that are looked at, the most frequent first; options are far fewer


@dataclass(frozen=True)
class Cells:
    """The answers of a column, or of several that are answered alike.

    texts     normalised text → number of cells, the most frequent first; nothing that means "no answer"
    absent    words that mean "no answer" (무응답, N/A), in the same way
    moments   how many cells hold a date and not text
    rows      respondents, those without an answer included
    whole     whether all different texts are here
    """

    texts: Mapping[str, int]
    absent: Mapping[str, int]
    moments: int = 0
    rows: int = 0
    whole: bool = True

    @cached_property
    def filled(self) -> int:
        """Cells that hold an answer."""
        return sum(self.texts.values())

    @cached_property
    def alike(self) -> dict[str, int]:
        """The most frequent spelling of each answer → cells that say the same, whatever their blanks and case."""
        spelled: dict[str, str] = {}
        counts: dict[str, int] = {}
        for text, count in self.texts.items():
            label = spelled.setdefault(match_key(text), " ".join(text.split()))
            counts[label] = counts.get(label, 0) + count
        return dict(sorted(counts.items(), key=lambda one: -one[1]))

    def share(self, holds: Callable[[str], object]) -> float:
        """The share of the cells with an answer of which `holds` is true."""
        return sum(count for text, count in self.texts.items() if holds(text)) / max(self.filled, 1)

    def without(self, texts: Iterable[str]) -> Cells:
        """The same without some of the texts."""
        away = {*texts}
        return replace(self, texts={text: count for text, count in self.texts.items() if text not in away})


def cells_of(sheet: Sheet, column: int) -> Cells:
    """The cells of one column (from 0) below the heading."""
    found = sheet.columns[column]
    count = np.bincount(found.which[sheet.heading_rows :], minlength=len(found.texts))
    order = np.argsort(-count, kind="stable")[: np.count_nonzero(count)]
    texts: dict[str, int] = {}
    absent: dict[str, int] = {}
    moments = 0
    for at in order[:MOST].tolist():
        text, number = normalise(found.texts[at].as_py()), int(count[at])
        value = found.values[at] if found.values is not None else None
        if text and not isinstance(value, DeclaredMissing):
            moments += number * isinstance(value, (dt.date, dt.datetime))
            where = absent if is_absent(text) else texts
            where[text] = where.get(text, 0) + number
    return Cells(texts, absent, moments, len(sheet) - sheet.heading_rows, len(order) <= MOST)


def together(several: Iterable[Cells]) -> Cells:
    """Columns that are answered alike, as one."""
    texts: dict[str, int] = {}
    absent: dict[str, int] = {}
    moments = rows = 0
    whole = True
    for cells in several:
        for into, of in ((texts, cells.texts), (absent, cells.absent)):
            for text, count in of.items():
                into[text] = into.get(text, 0) + count
        moments, rows, whole = moments + cells.moments, rows + cells.rows, whole and cells.whole
    ordered = dict(sorted(texts.items(), key=lambda one: -one[1]))
    return Cells(ordered, absent, moments, rows, whole)
