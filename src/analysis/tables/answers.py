"""The answers as arrays: one element a respondent, in the order of `Responses.respondents`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.questionnaire.condition import Mask
from analysis.questionnaire.question import Part
from analysis.responses.answer_column import AnswerColumn
from analysis.responses.reading import NO_COLUMN
from analysis.responses.responses import Responses

Texts = NDArray[np.str_]


@dataclass(frozen=True, eq=False)
class PartAnswers:
    """The answers to one part of the questionnaire: for every respondent which of the column's readings is theirs.

    Each field comes as an array when it is asked for; `number` is nan where there is none.
    """

    column: AnswerColumn
    which: NDArray[np.int32]

    reason = property(lambda self: self._field("reason"))
    detail = property(lambda self: self._field("detail"))
    code = property(lambda self: self._field("code"))
    number = property(lambda self: self._field("number"))
    qualifier = property(lambda self: self._field("qualifier"))
    start = property(lambda self: self._field("start"))
    end = property(lambda self: self._field("end"))
    text = property(lambda self: self._field("text"))

    def _field(self, name: str) -> NDArray[Any]:
        return self.column.field(name)[self.which]

    @property
    def answered(self) -> Mask:
        return (self.column.field("reason") == "")[self.which]

    @property
    def wrote(self) -> bool:
        """Whether there is any text at all."""
        return bool((self.column.field("text") != "").any())

    def of(self, chosen: Mask) -> PartAnswers:
        """The answers of the respondents that `chosen` is true for."""
        return self.at(np.flatnonzero(chosen))

    def at(self, positions: NDArray[np.intp]) -> PartAnswers:
        """The answers of the respondents at `positions`."""
        return replace(self, which=self.which[positions])

    def absent(self) -> Counter[str]:
        """How many gave no answer, by reason."""
        counts: Counter[str] = Counter()
        for reason, number in zip(self.column.field("reason").tolist(), self._numbers(), strict=True):
            if reason and number:
                counts[reason] += number
        return counts

    def positions(self, options: Sequence[str]) -> NDArray[np.intp]:
        """The position of every respondent's code among `options`; -1 for a code that is none of them."""
        at = {option: position for position, option in enumerate(options)}
        of_reading = [at.get(code, -1) for code in self.column.field("code").tolist()]
        return np.array(of_reading, dtype=np.intp)[self.which]

    def codes(self) -> Counter[str]:
        """The different codes, several choices in one joined, and how many gave each."""
        counts: Counter[str] = Counter()
        for code, number in zip(self.column.field("code").tolist(), self._numbers(), strict=True):
            if number:
                counts[code] += number
        return counts

    def _numbers(self) -> list[int]:
        """How many respondents each reading is of."""
        return np.bincount(self.which, minlength=self.column.n_readings).tolist()


QuestionAnswers = Mapping[tuple[str, str], PartAnswers]  # by (row, column)


def answers_by_question(responses: Responses) -> dict[str, QuestionAnswers]:
    """Every question's answers of the respondents that count. What the frame lacks is `not_in_file`."""
    counted = responses.origin.counted

    def part_answers(part: Part) -> PartAnswers:
        column = responses.answers.get(part.key)
        if column is None:
            column = AnswerColumn(np.zeros(len(counted), np.int32), [NO_COLUMN])
        return PartAnswers(column, column.which[counted])

    return {
        question.id: {(part.row, part.column): part_answers(part) for part in question.parts()}
        for question in responses.questionnaire.questions
    }


def chosen_answers(answers: QuestionAnswers, chosen: Mask) -> QuestionAnswers:
    """The same parts, of the respondents that `chosen` is true for."""
    positions = np.flatnonzero(chosen)
    return {key: part.at(positions) for key, part in answers.items()}


def any_of(masks: Iterable[Mask]) -> Mask:
    return reduce(np.logical_or, masks)


def all_of(masks: Iterable[Mask]) -> Mask:
    return reduce(np.logical_and, masks)


def first_reasons(parts: Iterable[PartAnswers], without: Mask) -> Counter[str]:
    """Why the respondents `without` a usable answer gave none: each one's first reason among the parts.

    Who has none (an answer was given, though not one that can be counted) is left out.
    """
    reasons = reduce(lambda first, then: np.where(first == "", then, first), (part.reason for part in parts))
    return Counter(reason for reason in reasons[without].tolist() if reason)
