"""Routing: who was to be asked what. What was asked of nobody is `not_asked`, whatever stands in the cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from analysis.questionnaire.condition import Answers, Condition, Mask
from analysis.questionnaire.question import GridQuestion, PartKey
from analysis.questionnaire.routing import parse
from analysis.responses.answer_column import AnswerColumn
from analysis.responses.collected import Collected
from analysis.responses.reading import absent

NOT_ASKED = absent("not_asked")
ANSWERED_ANYWAY = absent("not_asked", "answered_anyway")
CONDITION_UNREAD = absent("not_asked", "condition_unread")


def apply_routing(collected: Collected) -> None:
    """Make what was not to be asked `not_asked`, in the order of the questionnaire, the columns of a grid in
    theirs: what hangs on something skipped is skipped too.

    An answer given nevertheless stays in `raw` and leaves the base, with a finding; another one where the answer
    that decides could not be used. A 0 beside a column that says there is nothing to count ("done: no, count: 0")
    is no such answer.
    """
    for keys, condition, given in conditions(collected):
        asked = condition.evaluate(given)
        for key in keys:
            _ask_where(collected, key, asked, condition, given)


def conditions(collected: Collected) -> Iterator[tuple[list[PartKey], Condition, Given]]:
    """The parts that hang on a condition, with it and the answers that it looks at."""
    for question in collected.questionnaire.questions:
        if question.ask_if is not None:
            yield collected.keys(question.id), parse(question.ask_if), Given(collected)
        if isinstance(question, GridQuestion):
            for column in question.columns:
                if column.ask_if is not None:
                    condition = parse(column.ask_if)
                    for row in question.rows:
                        keys = [PartKey(question.id, row.id, column.id)]
                        yield keys, condition, _GivenInRow(collected, grid=question.id, row=row.id)


def _ask_where(collected: Collected, key: PartKey, asked: Mask, condition: Condition, given: Given) -> None:
    column = collected.answers[key]
    skipped = ~asked & column.where(lambda reason: ~np.isin(reason, ("not_in_file", "not_asked")), "reason")
    nothing = column.where(lambda reason: ~np.isin(reason, ("", "invalid")), "reason")
    if isinstance(given, _GivenInRow):
        nothing |= column.where(lambda number: number == 0, "number")
    anyway = skipped & ~nothing
    column.put(skipped & nothing, NOT_ASKED)
    if not anyway.any():
        return
    unclear = anyway & condition.evaluate(replace(given, unread_is_open=True))
    collected.find("answered_anyway", anyway & ~unclear, key)
    collected.find("answered_unclear", unclear, key, given.unread(condition))
    column.put(anyway & ~unclear, ANSWERED_ANYWAY)
    column.put(unclear, CONDITION_UNREAD)


@dataclass(frozen=True)
class Given:
    """The answers that conditions look at (`condition.Values`).

    unread_is_open  whether everything is possible where an answer could not be used
    """

    collected: Collected
    unread_is_open: bool = False

    def __call__(self, question: str, row: str, column: str) -> Answers:
        answers = self.collected.answers[self.key(question, row, column)]
        open_ = _unread(answers) if self.unread_is_open else np.False_
        return Answers(answers.field("code"), answers.which, answers.of("number"), answers.answered, open_)

    def rows(self, question: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(key.row for key in self.collected.keys(question)))

    def key(self, question: str, row: str, column: str) -> PartKey:
        return PartKey(question, row, column)

    def unread(self, condition: Condition) -> Callable[[int], str]:
        """What of that which a condition names could not be used of a respondent's, in the words of the form."""
        keys = dict.fromkeys(
            self.key(question, each, column)
            for question, row, column, over in (atom.name for atom in condition.atoms())
            for each in (self.rows(question) if over else (row,))
        )
        unread = {key: _unread(self.collected.answers[key]) for key in keys}

        def names(at: int) -> str:
            return ", ".join(self.collected.name(key) for key in keys if unread[key][at])

        return names


@dataclass(frozen=True)
class _GivenInRow(Given):
    """… from one row of a grid, whose columns the condition names."""

    grid: str = ""
    row: str = ""

    def key(self, question: str, row: str, column: str) -> PartKey:
        return PartKey(self.grid, self.row, question)


def _unread(column: AnswerColumn) -> Mask:
    """Where an answer could not be used, or not yet, as the one that it hangs on could not."""
    hanging = column.where(lambda detail: detail == CONDITION_UNREAD.detail, "detail")
    return hanging | column.where(lambda reason: reason == "invalid", "reason")
