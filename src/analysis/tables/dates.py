"""A day, month or year, counted by the periods it falls into."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.language import period
from analysis.questionnaire.answer import Date
from analysis.questionnaire.words import Words
from analysis.tables.answers import Mask, PartAnswers, Texts
from analysis.tables.cell import Label
from analysis.tables.comparable import Comparable
from analysis.tables.estimate import lower_median
from analysis.tables.statistic import Statistic, counts_and_shares, measure

YEAR, MONTH = 4, 7  # so many letters of an ISO date name its year, its month
ASKED = {"year": YEAR, "month": MONTH, "day": 10}


class Dates:
    """Count and share of every period; the earliest, the latest and the lower median as YYYYMMDD.

    The periods are the question's bands; without bands the years that occur, or the months where days were
    asked for and all lie in one year.
    """

    def __init__(self, answer: Date, everyone: PartAnswers) -> None:
        self.answer = answer
        days = _Days.of(everyone.of(self.usable(everyone)))
        one_year = len({*_head(days.start, YEAR), *_head(days.end, YEAR)}) == 1
        self._letters = MONTH if answer.precision == "day" and one_year else YEAR
        found = self._periods(days)
        if answer.bands:
            periods = [(band.id, Words(ko=band.ko, en=band.en)) for band in answer.bands]
        else:
            periods = [(one, _period_words(one)) for one in sorted({*found.tolist()} - {""})]
        self.items = tuple(Label(one, words) for one, words in periods)
        by = "band" if answer.bands else "month" if self._letters == MONTH else "year"
        self.facts = {"precision": answer.precision, "periods": by}
        self.remarks = {"outside_periods": int((found == "")[days.which].sum())}

    def comparable(self, answers: PartAnswers) -> Iterator[Comparable]:
        return iter(())

    def usable(self, answers: PartAnswers) -> Mask:
        return answers.answered & (answers.column.field("start") != "")[answers.which]

    def periods(self, answers: PartAnswers) -> Texts:
        """The id of the period that an answer lies in from its first day to its last; "" where it is none."""
        days = _Days.of(answers)
        return self._periods(days)[days.which]

    def _periods(self, days: _Days) -> Texts:
        if not self.answer.bands:
            first = _head(days.start, self._letters)
            return np.where(first == _head(days.end, self._letters), first, "")
        within = [
            (days.start >= (band.start or dt.date.min).isoformat())
            & (days.end <= (band.end or dt.date.max).isoformat())
            for band in self.answer.bands
        ]
        ids = [np.full(days.start.shape, band.id) for band in self.answer.bands]
        return np.where(days.start == "", "", np.select(within, ids, default=""))

    def statistics(self, answers: PartAnswers) -> Iterator[Statistic]:
        answers = answers.of(self.usable(answers))
        days = _Days.of(answers)
        ids = np.array([label.id for label in self.items], dtype=np.str_)
        within = self._periods(days)[:, None] == ids
        yield from counts_and_shares(answers.among, ids.tolist(), within[days.which])
        asked = ASKED[self.answer.precision]  # "2015" is no month: it cannot be the earliest of months
        exact = _head(days.start, asked) == _head(days.end, asked)
        written = [int(start.replace("-", "") or 0) for start in days.start.tolist()]
        digits = np.array(written, dtype=np.int64)[days.which][exact[days.which]]
        middle = lower_median(digits)
        yield measure("earliest", int(digits.min()) if digits.size else None, digits.size)
        yield measure("latest", int(digits.max()) if digits.size else None, digits.size)
        yield measure("median", None if middle is None else int(middle), digits.size)


@dataclass(frozen=True)
class _Days:
    """The first and the last day that each of the answers may mean (of a year its 31 December), the same ones once, and
    which is whose: a million respondents name a few thousand days."""

    start: Texts
    end: Texts
    which: NDArray[np.intp]

    @classmethod
    def of(cls, answers: PartAnswers) -> _Days:
        given = np.flatnonzero(np.bincount(answers.which, minlength=answers.column.n_readings))
        start, end = (answers.column.field(name)[given] for name in ("start", "end"))
        return cls(start, np.where(end == "", start, end), np.searchsorted(given, answers.which))


def _head(dates: Texts, letters: int) -> Texts:
    return dates.astype(f"<U{letters}")


def _period_words(found: str) -> Words:
    """ "2016" or "2016-04" in words."""
    year, month = int(found[:YEAR]), int(found[YEAR + 1 :] or 0)
    start = dt.date(year, month or 1, 1)
    end = dt.date(year, month or 12, calendar.monthrange(year, month or 12)[1])
    return Words(ko=period(start, end, "ko"), en=period(start, end, "en"))
