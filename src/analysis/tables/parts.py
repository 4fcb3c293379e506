"""Statistics of one part of a question, by the kind of its answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Protocol

from analysis.questionnaire.answer import Answer
from analysis.tables.answers import Mask, PartAnswers
from analysis.tables.choice import MultipleChoice, SingleChoice
from analysis.tables.dates import Dates
from analysis.tables.kind_statistics import KindStatistics
from analysis.tables.quantity import Quantity
from analysis.tables.scale import ScalePoints
from analysis.tables.statistic import Statistic, base_line
from analysis.tables.written import WrittenAnswers


class PartStatistics(KindStatistics[PartAnswers], Protocol):
    """What a kind of answer knows; its figures are of answers usable or not."""

    def usable(self, answers: PartAnswers) -> Mask:
        """Whose answers make the base."""


PARTS: dict[str, Callable[[Any, PartAnswers], PartStatistics]] = {
    "single": SingleChoice,
    "multi": MultipleChoice,
    "scale": ScalePoints,
    "number": Quantity,
    "money": Quantity,
    "date": Dates,
    "text": WrittenAnswers,
    "open": WrittenAnswers,
}


def part_statistics(answer: Answer, everyone: PartAnswers) -> PartStatistics:
    return PARTS[answer.kind](answer, everyone)


def part_line(part: PartStatistics, answers: PartAnswers) -> Iterator[Statistic]:
    """The base, the reasons for what is absent, and the figures."""
    yield from base_line(int(part.usable(answers).sum()), answers.absent())
    yield from part.statistics(answers)
