"""Statistics of one part of a question, by the kind of its answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol

from analysis.questionnaire.answer import Answer
from analysis.tables.answers import Mask, PartAnswers
from analysis.tables.cell import Label
from analysis.tables.choice import MultipleChoice, SingleChoice
from analysis.tables.comparable import Comparable
from analysis.tables.dates import Dates
from analysis.tables.quantity import Quantity
from analysis.tables.scale import ScalePoints
from analysis.tables.statistic import Statistic, base_line
from analysis.tables.written import WrittenAnswers


class PartStatistics(Protocol):
    """What a kind of answer knows, made from the answer's description and everyone's answers to it.

    items     the labels of its items, in order
    facts     what faces need: points, unit, … (see docs/statistics.md)
    remarks   what a note should say, by the note's name, with how many answers it concerns
    """

    @property
    def items(self) -> tuple[Label, ...]: ...
    @property
    def facts(self) -> dict[str, Any]: ...
    @property
    def remarks(self) -> Mapping[str, int]: ...

    def usable(self, answers: PartAnswers) -> Mask:
        """Whose answers make the base."""

    def statistics(self, answers: PartAnswers) -> Iterator[Statistic]:
        """The figures of some respondents' answers, usable or not."""

    def comparable(self, answers: PartAnswers) -> Iterator[Comparable]:
        """What of them can be compared between groups; nothing of dates and of words."""


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
