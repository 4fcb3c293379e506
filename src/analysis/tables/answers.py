"""The answers as arrays: one element a respondent, in the order of `Responses.respondents`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import reduce

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.responses.responses import Responses

Mask = NDArray[np.bool_]
Texts = NDArray[np.str_]
ABSENT_PART = "not_in_file"


@dataclass(frozen=True, eq=False)
class PartAnswers:
    """The answers to one part of the questionnaire: the columns of `COLUMNS` that statistics need."""

    reason: Texts
    detail: Texts
    code: Texts
    number: NDArray[np.float64]  # nan where there is none
    qualifier: Texts
    start: Texts
    end: Texts
    text: NDArray[np.object_]

    @property
    def answered(self) -> Mask:
        return self.reason == ""

    def of(self, chosen: Mask) -> PartAnswers:
        """The answers of the respondents that `chosen` is true for."""
        return self.at(np.flatnonzero(chosen))

    def at(self, positions: NDArray[np.intp]) -> PartAnswers:
        """The answers of the respondents at `positions`."""
        return PartAnswers(*(getattr(self, name)[positions] for name in _ARRAYS))

    def absent(self) -> Counter[str]:
        """How many gave no answer, by reason."""
        return Counter(self.reason[self.reason != ""].tolist())


_ARRAYS = tuple(field.name for field in fields(PartAnswers))
QuestionAnswers = Mapping[tuple[str, str], PartAnswers]  # by (row, column)


def answers_by_question(responses: Responses) -> dict[str, QuestionAnswers]:
    """Every question's answers of the respondents that count. What the frame lacks is `not_in_file`."""
    frame = responses.frame[responses.frame["counted"]]
    respondents = pd.Index(responses.respondents)
    position = respondents.get_indexer(frame["respondent"])
    columns = {name: frame[name].to_numpy(dtype=object) for name in _ARRAYS}
    columns["number"] = frame["number"].to_numpy(dtype=float, na_value=np.nan)
    found = frame.groupby(["question", "row", "column"], sort=False).indices

    def part_answers(key: tuple[str, str, str]) -> PartAnswers:
        lines = found.get(key, np.array([], dtype=int))
        arrays = {}
        for name, values in columns.items():
            filling = {"number": np.nan, "reason": ABSENT_PART}.get(name, "")
            array = np.full(len(respondents), filling, dtype=values.dtype)
            array[position[lines]] = values[lines]
            arrays[name] = array if name in ("number", "text") else array.astype(str)
        return PartAnswers(**arrays)

    return {
        question.id: {
            (part.row, part.column): part_answers((part.question, part.row, part.column))
            for part in question.parts()
        }
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
