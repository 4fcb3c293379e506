"""A question that is answered once: its table is that of its only part."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from analysis.questionnaire.question import Question
from analysis.tables.answers import PartAnswers, QuestionAnswers
from analysis.tables.cell import Label
from analysis.tables.comparable import Comparable
from analysis.tables.parts import PARTS, PartStatistics, part_line
from analysis.tables.quantity import CountedQuantity
from analysis.tables.statistic import Statistic

KINDS: dict[str, Callable[[Any, PartAnswers], PartStatistics]] = {
    **PARTS,
    "number": CountedQuantity,
    "money": CountedQuantity,
}


class Plain:
    rows: tuple[Label, ...] = ()

    def __init__(self, question: Question, everyone: QuestionAnswers) -> None:
        self._part = KINDS[question.kind](question, everyone["", ""])
        self.items, self.facts, self.remarks = self._part.items, self._part.facts, self._part.remarks

    def comparable(self, answers: QuestionAnswers) -> Iterator[Comparable]:
        return self._part.comparable(answers["", ""])

    def statistics(self, answers: QuestionAnswers) -> Iterator[Statistic]:
        yield from part_line(self._part, answers["", ""])
