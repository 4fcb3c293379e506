"""Routing: who was to be asked what. What was asked of nobody is `not_asked`, whatever stands in the cell."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.intake.columns.headings import PartKey
from analysis.questionnaire.condition import Answers, Mask
from analysis.questionnaire.question import GridQuestion
from analysis.questionnaire.routing import parse
from analysis.responses.collected import Collected
from analysis.responses.reading import absent

NOT_ASKED = absent("not_asked")
ANSWERED_ANYWAY = absent("not_asked", "answered_anyway")


def apply_routing(collected: Collected) -> None:
    """Make what was not to be asked `not_asked`, in the order of the questionnaire, the columns of a grid in
    theirs: what hangs on something skipped is skipped too.

    An answer given nevertheless stays in `raw` and leaves the base, with a finding. A 0 beside a column that
    says there is nothing to count ("done: no, count: 0") is no such answer.
    """
    for question in collected.questionnaire.questions:
        if question.ask_if is not None:
            asked = parse(question.ask_if).evaluate(_Given(collected))
            for key in collected.keys(question.id):
                _ask_where(collected, key, asked)
        if isinstance(question, GridQuestion):
            _ask_columns(collected, question)


def _ask_columns(collected: Collected, grid: GridQuestion) -> None:
    """Routing inside the rows of a grid."""
    for column in grid.columns:
        if column.ask_if is None:
            continue
        condition = parse(column.ask_if)
        for row in grid.rows:
            asked = condition.evaluate(_GivenInRow(collected, grid.id, row.id))
            _ask_where(collected, PartKey(grid.id, row.id, column.id), asked, zero_is_nothing=True)


def _ask_where(collected: Collected, key: PartKey, asked: Mask, zero_is_nothing: bool = False) -> None:
    column = collected.answers[key]
    skipped = ~asked & column.where(lambda reason: ~np.isin(reason, ("not_in_file", "not_asked")), "reason")
    nothing = column.where(lambda reason: ~np.isin(reason, ("", "invalid")), "reason")
    if zero_is_nothing:
        nothing |= column.where(lambda number: number == 0, "number")
    anyway = skipped & ~nothing
    collected.find("answered_anyway", anyway, key)
    column.put(skipped & nothing, NOT_ASKED)
    column.put(anyway, ANSWERED_ANYWAY)


@dataclass(frozen=True)
class _Given:
    """The answers that conditions look at (`condition.Values`)."""

    collected: Collected

    def __call__(self, question: str, row: str, column: str) -> Answers:
        answers = self.collected.answers[PartKey(question, row, column)]
        return Answers(answers.field("code"), answers.which, answers.of("number"), answers.answered)

    def rows(self, question: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(key.row for key in self.collected.keys(question)))


@dataclass(frozen=True)
class _GivenInRow(_Given):
    """… from one row of a grid, whose columns the condition names."""

    grid: str
    row: str

    def __call__(self, question: str, row: str, column: str) -> Answers:
        return super().__call__(self.grid, self.row, question)
