"""A day, month or year, counted by the periods it falls into."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator

import numpy as np

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
        days = everyone.of(self.usable(everyone))
        one_year = len({*_head(days.start, YEAR), *_head(_end(days), YEAR)}) == 1
        self._letters = MONTH if answer.precision == "day" and one_year else YEAR
        if answer.bands:
            periods = [(band.id, Words(ko=band.ko, en=band.en)) for band in answer.bands]
        else:
            periods = [
                (found, _period_words(found)) for found in sorted({*self.periods(days).tolist()} - {""})
            ]
        self.items = tuple(Label(found, words) for found, words in periods)
        by = "band" if answer.bands else "month" if self._letters == MONTH else "year"
        self.facts = {"precision": answer.precision, "periods": by}
        self.remarks = {"outside_periods": int((self.periods(days) == "").sum())}

    def comparable(self, answers: PartAnswers) -> Iterator[Comparable]:
        return iter(())

    def usable(self, answers: PartAnswers) -> Mask:
        return answers.answered & (answers.start != "")

    def periods(self, answers: PartAnswers) -> Texts:
        """The id of the period that an answer lies in from its first day to its last; "" where it is none."""
        start, end = answers.start, _end(answers)
        if not self.answer.bands:
            first = _head(start, self._letters)
            return np.where(first == _head(end, self._letters), first, "")
        within = [
            (start >= (band.start or dt.date.min).isoformat())
            & (end <= (band.end or dt.date.max).isoformat())
            for band in self.answer.bands
        ]
        placed = np.select(within, [np.full(start.shape, band.id) for band in self.answer.bands], default="")
        return np.where(start == "", "", placed)

    def statistics(self, answers: PartAnswers) -> Iterator[Statistic]:
        days = answers.of(self.usable(answers))
        periods = self.periods(days)
        ids = np.array([label.id for label in self.items], dtype=np.str_)
        yield from counts_and_shares(days.among, ids.tolist(), periods[:, None] == ids)
        asked = ASKED[self.answer.precision]  # "2015" is no month: it cannot be the earliest of months
        exact = days.start[_head(days.start, asked) == _head(_end(days), asked)]
        digits = np.array([int(start.replace("-", "")) for start in exact.tolist()], dtype=np.int64)
        middle = lower_median(digits)
        yield measure("earliest", int(digits.min()) if digits.size else None, digits.size)
        yield measure("latest", int(digits.max()) if digits.size else None, digits.size)
        yield measure("median", None if middle is None else int(middle), digits.size)


def _end(answers: PartAnswers) -> Texts:
    """The last day that an answer may mean: of a year its 31 December."""
    return np.where(answers.end == "", answers.start, answers.end)


def _head(dates: Texts, letters: int) -> Texts:
    return dates.astype(f"<U{letters}")


def _period_words(found: str) -> Words:
    """ "2016" or "2016-04" in words."""
    year, month = int(found[:YEAR]), int(found[YEAR + 1 :] or 0)
    start = dt.date(year, month or 1, 1)
    end = dt.date(year, month or 12, calendar.monthrange(year, month or 12)[1])
    return Words(ko=period(start, end, "ko"), en=period(start, end, "en"))
