"""Words: how many wrote some. What they wrote goes into the table's quotes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from analysis.questionnaire.answer import Written
from analysis.tables.answers import Mask, PartAnswers
from analysis.tables.cell import Label
from analysis.tables.comparable import Comparable
from analysis.tables.statistic import Statistic

NOT_ASKED = ("not_asked", "not_in_file")


class WrittenAnswers:
    """How many of those asked wrote something. Who wrote "없음" was asked, and did not."""

    def __init__(self, answer: Written, everyone: PartAnswers) -> None:
        self.items: tuple[Label, ...] = ()
        self.facts: dict[str, Any] = {}
        self.remarks: Mapping[str, int] = {}

    def comparable(self, answers: PartAnswers) -> Iterator[Comparable]:
        return iter(())

    def usable(self, answers: PartAnswers) -> Mask:
        return ~np.isin(answers.reason, NOT_ASKED)

    def statistics(self, answers: PartAnswers) -> Iterator[Statistic]:
        asked, answered = int(self.usable(answers).sum()), int(answers.answered.sum())
        yield Statistic("", "answered", answered if asked else None, answered, asked)
