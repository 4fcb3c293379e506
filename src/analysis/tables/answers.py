"""The answers as arrays: one element a respondent, in the order of `Responses.respondents`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.questionnaire.condition import Mask
from analysis.questionnaire.question import Part
from analysis.responses.answer_column import AnswerColumn
from analysis.responses.reading import NO_COLUMN
from analysis.responses.responses import Responses
from analysis.tables.sampling import Among, Sampling

Texts = NDArray[np.str_]


class _Readings:
    """What is asked of a column's readings for every level of every group, found once."""

    def __init__(self, column: AnswerColumn) -> None:
        self.column = column
        self._positions: dict[tuple[str, ...], NDArray[np.intp]] = {}

    @cached_property
    def answered(self) -> Mask:
        return self.column.field("reason") == ""

    def positions(self, options: tuple[str, ...]) -> NDArray[np.intp]:
        if options not in self._positions:
            at = {option: position for position, option in enumerate(options)}
            codes = self.column.field("code").tolist()
            self._positions[options] = np.array([at.get(code, -1) for code in codes], dtype=np.intp)
        return self._positions[options]


@dataclass(frozen=True, eq=False)
class PartAnswers:
    """The answers to one part of the questionnaire: for every respondent which of the column's readings is theirs.
    among: who these respondents are.

    Each field comes as an array when it is asked for; `number` is nan where there is none.
    """

    readings: _Readings
    which: NDArray[np.int32]
    among: Among

    column = property(lambda self: self.readings.column)

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

    @cached_property
    def answered(self) -> Mask:
        return self.readings.answered[self.which]

    @property
    def wrote(self) -> bool:
        """Whether there is any text at all."""
        return bool((self.column.field("text") != "").any())

    def of(self, chosen: Mask) -> PartAnswers:
        """The answers of the respondents that `chosen` is true for."""
        return self if chosen.all() else self.at(np.flatnonzero(chosen))

    def at(self, positions: NDArray[np.intp]) -> PartAnswers:
        """The answers of the respondents at `positions`."""
        return PartAnswers(self.readings, self.which[positions], self.among.at(positions))

    def absent(self) -> Counter[str]:
        """How many gave no answer, by reason."""
        if self.answered.all():
            return Counter()
        reasons = self.column.field("reason")
        of_reading = np.bincount(self.which, minlength=self.column.n_readings)
        absent = np.flatnonzero((reasons != "") & (of_reading > 0))
        counts: Counter[str] = Counter()
        for reason, number in zip(reasons[absent].tolist(), of_reading[absent].tolist(), strict=True):
            counts[reason] += number
        return counts

    def positions(self, options: Sequence[str]) -> NDArray[np.intp]:
        """The position of every respondent's code among `options`; -1 for a code that is none of them."""
        return self.readings.positions(tuple(options))[self.which]

    def codes(self) -> tuple[list[str], NDArray[np.intp]]:
        """Codes, several choices in one joined, and for every respondent the position of theirs among them. What
        nobody of these gave may be among them."""
        if self.column.n_readings <= self.which.size:
            return self.column.field("code").tolist(), self.which
        readings, which = np.unique(self.which, return_inverse=True)
        return self.column.field("code")[readings].tolist(), which


QuestionAnswers = Mapping[tuple[str, str], PartAnswers]  # by (row, column)


def answers_by_question(responses: Responses, sampling: Sampling) -> dict[str, QuestionAnswers]:
    """Every question's answers of the respondents that count. What the frame lacks is `not_in_file`."""
    counted = responses.origin.counted
    everyone = Among(sampling, np.arange(sampling.n), sampling.n)

    def part_answers(part: Part) -> PartAnswers:
        column = responses.answers.get(part.key)
        if column is None:
            column = AnswerColumn(np.zeros(len(counted), np.int32), [NO_COLUMN])
        return _asked(PartAnswers(_Readings(column), column.which[counted], everyone))

    return {
        question.id: {(part.row, part.column): part_answers(part) for part in question.parts()}
        for question in responses.questionnaire.questions
    }


def chosen_answers(answers: QuestionAnswers, chosen: Mask, unplaced: int = 0) -> QuestionAnswers:
    """The same parts, of the respondents that `chosen` is true for, a part of the population of their own.

    unplaced: how many others may belong to it, since nobody knows where they do
    """
    positions = np.flatnonzero(chosen)
    return {key: _asked(part.at(positions), False, unplaced) for key, part in answers.items()}


def among_all(answers: QuestionAnswers, chosen: Mask) -> Among:
    """The respondents that `chosen` is true for, where all parts were asked of the same."""
    return next(iter(answers.values())).among.at(np.flatnonzero(chosen))


def _asked(part: PartAnswers, whole: bool = True, unplaced: int = 0) -> PartAnswers:
    """The same answers, of that part of the population to which the question was put."""
    if not part.among.sampling.exact:
        return part
    not_asked = int((part.reason == "not_asked").sum())
    asked = part.which.size - not_asked + unplaced
    return replace(part, among=replace(part.among, asked=asked, whole=whole and not not_asked))


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
