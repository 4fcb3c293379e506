"""A number, or an amount of money in won."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from analysis.language import thousands
from analysis.questionnaire.answer import Money, Number
from analysis.questionnaire.question import NumberQuestion
from analysis.questionnaire.words import Words
from analysis.tables.answers import Mask, PartAnswers
from analysis.tables.bins import Bins
from analysis.tables.cell import Label
from analysis.tables.comparable import Comparable
from analysis.tables.estimate import mean, total
from analysis.tables.net_promoter import NetPromoter
from analysis.tables.sought import Limits
from analysis.tables.statistic import Statistic, mean_of, measure, quartiles_of

APPROXIMATE = ("approx", "over", "ge")  # "약 200", "100여명", "200명 이상": enter at their value
# "5인 미만", "10~20명", "수십 명": no value is made up for them
BOUNDS = ("lt", "le", "gt", "range", "vague")
# Up to so many answers, every value is listed with its count, for a plot with a mark for each; more go into bins.
LISTED = 40


class Quantity:
    """Mean, median, quartiles, sum, smallest and largest of the answers that have a value."""

    def __init__(self, answer: Number | Money, everyone: PartAnswers) -> None:
        self.answer = answer
        self.items: tuple[Label, ...] = ()
        self.facts = quantity_facts(answer)
        self.remarks = quantity_remarks(everyone)
        given = everyone.number[self.usable(everyone)]
        self.within: Limits = (0.0 if given.size and given.min() >= 0 else None, None)

    def usable(self, answers: PartAnswers) -> Mask:
        return has_value(answers)

    def statistics(self, answers: PartAnswers) -> Iterator[Statistic]:
        usable = answers.of(self.usable(answers))
        values = usable.number
        yield mean_of(usable.among, values, mean(values), within=self.within)
        yield from quartiles_of(usable.among, values)
        figures = {
            "sum": total(values),
            "min": float(values.min()) if values.size else None,
            "max": float(values.max()) if values.size else None,
        }  # fmt: skip
        for stat, value in figures.items():
            yield measure(stat, value, values.size)

    def comparable(self, answers: PartAnswers) -> Iterator[Comparable]:
        usable = answers.of(self.usable(answers))
        yield Comparable(usable.among, values=usable.number, within=self.within)


class CountedQuantity(Quantity):
    """The same, and how often each value occurs (item "=8"); where more than `LISTED` have one, how many lie in each
    of some bins (item "bin1", …); how many would recommend, always in three classes."""

    def __init__(self, answer: Number | Money, everyone: PartAnswers) -> None:
        super().__init__(answer, everyone)
        values = everyone.number[self.usable(everyone)]
        self._bins: Bins | NetPromoter | None = None
        if isinstance(answer, NumberQuestion) and answer.nps:
            self._bins = NetPromoter()
            self.remarks = {**self.remarks, "nps": 1}
        elif values.size > LISTED:
            self._bins = Bins(answer, values)
        if self._bins:
            self.items, self.facts = self._bins.items, self.facts | self._bins.facts
        else:
            self.items = tuple(
                Label(value_item(value), _value_words(value, answer)) for value in np.unique(values).tolist()
            )

    def statistics(self, answers: PartAnswers) -> Iterator[Statistic]:
        yield from super().statistics(answers)
        usable = answers.of(self.usable(answers))
        values = usable.number
        if self._bins:
            yield from self._bins.statistics(usable.among, values)
        else:
            for value, count in zip(*np.unique(values, return_counts=True), strict=True):
                yield Statistic(value_item(value), "count", int(count), int(count), values.size)


def has_value(answers: PartAnswers) -> Mask:
    """Answers that stand for one number; a range or a bound does not, and comes without one."""
    return answers.answered & ~np.isnan(answers.number)


def quantity_remarks(answers: PartAnswers) -> dict[str, int]:
    """How many answers were approximate, and how many gave bounds but no value."""
    return {
        "approximate": int((has_value(answers) & np.isin(answers.qualifier, APPROXIMATE)).sum()),
        "bounds": int((np.isin(answers.qualifier, BOUNDS) & ~has_value(answers)).sum()),
    }


def quantity_facts(answer: Number | Money) -> dict[str, Any]:
    """The unit of the values in both languages; for money also the unit in which it was asked."""
    if isinstance(answer, Money):
        return {"unit": "원", "unit_en": "won", "asked_in": answer.unit}
    return {"unit": answer.unit.ko, "unit_en": answer.unit.text("en")}


def value_item(value: float) -> str:
    """8.0 is "=8", 2.5 is "=2.5"."""
    return f"={int(value)}" if value == int(value) else f"={float(value)!r}"


def _value_words(value: float, answer: Number | Money) -> Words:
    number = thousands(float(value)) if value == int(value) else repr(float(value))
    facts = quantity_facts(answer)
    return Words(ko=f"{number}{facts['unit']}", en=f"{number} {facts['unit_en']}".rstrip())
