"""What a kind of question, and a kind of answer, knows to say: figures of any respondents, and what is around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Protocol, TypeVar

from analysis.tables.cell import Label
from analysis.tables.comparable import Comparable
from analysis.tables.statistic import Statistic

Answers = TypeVar("Answers", contravariant=True)


class KindStatistics(Protocol[Answers]):
    """Made from what is asked and from everyone's answers to it.

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

    def statistics(self, answers: Answers) -> Iterator[Statistic]:
        """The figures of some respondents' answers."""

    def comparable(self, answers: Answers) -> Iterator[Comparable]:
        """What of them can be compared between groups; nothing of dates and of words."""
