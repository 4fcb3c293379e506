"""One option, or several of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.questionnaire.answer import Multi, Option, Single
from analysis.questionnaire.words import Words
from analysis.tables.answers import Mask, PartAnswers, Texts
from analysis.tables.estimate import counts
from analysis.tables.statistic import Statistic, count_and_share, measure
from analysis.tables.table import Label, TableError

SEPARATOR = "|"  # between the codes of several choices, as in responses.COLUMNS


class SingleChoice:
    """Count and share of every option."""

    def __init__(self, answer: Single, everyone: PartAnswers) -> None:
        self.options = answer.options
        self.items = labels(answer.options)
        self.facts = choice_facts(answer.options) | {"ordered": answer.ordered}
        self.remarks: Mapping[str, int] = {}

    def usable(self, answers: PartAnswers) -> Mask:
        return answers.answered

    def statistics(self, answers: PartAnswers) -> Iterator[Statistic]:
        positions = option_positions(answers.code[self.usable(answers)], self.options)
        for option, count in zip(self.options, counts(positions, len(self.options)), strict=True):
            yield from count_and_share(option.id, count, positions.size)


class MultipleChoice:
    """Count of every option and its share of the cases (respondents), and the number of all choices."""

    def __init__(self, answer: Multi, everyone: PartAnswers) -> None:
        self.options = answer.options
        self.items = labels(answer.options)
        self.facts = choice_facts(answer.options) | {"max_choices": answer.max_choices}
        self._everyone = everyone

    @cached_property
    def remarks(self) -> Mapping[str, int]:
        """More choices than cases make a total above 100 %."""
        cases = self.usable(self._everyone).sum()
        return {"several_over_100" if self._choices(self._everyone).size > cases else "several": 1}

    def usable(self, answers: PartAnswers) -> Mask:
        return answers.answered

    def statistics(self, answers: PartAnswers) -> Iterator[Statistic]:
        cases = int(self.usable(answers).sum())
        positions = self._choices(answers)
        for option, count in zip(self.options, counts(positions, len(self.options)), strict=True):
            yield from count_and_share(option.id, count, cases)
        yield measure("mentions", positions.size if cases else None, cases)

    def _choices(self, answers: PartAnswers) -> NDArray[np.intp]:
        """The positions of all options chosen by all."""
        given = answers.code[self.usable(answers)].tolist()
        chosen = [code for codes in given for code in codes.split(SEPARATOR) if code]
        return option_positions(np.array(chosen, dtype=str), self.options)


def option_positions(codes: Texts, options: Sequence[Option]) -> NDArray[np.intp]:
    """The position of each code among the options. Raises TableError for a code that is none of them."""
    known = {option.id: position for position, option in enumerate(options)}
    try:
        return np.array([known[code] for code in codes.tolist()], dtype=np.intp)
    except KeyError as unknown:
        raise TableError(
            f"응답에 질문지에 없는 보기 {unknown}이(가) 있습니다. 질문지를 고쳤다면 응답을 다시 읽으세요 (`dure report`).",
            f"the responses hold {unknown}, no option of the questionnaire: read the answers again",
        ) from None


def labels(options: Sequence[Option]) -> tuple[Label, ...]:
    return tuple(Label(option.id, Words(ko=option.ko, en=option.en)) for option in options)


def choice_facts(options: Sequence[Option]) -> dict[str, Any]:
    """Which items are "other" and which cannot be chosen together with another."""
    return {
        "other": [option.id for option in options if option.other],
        "exclusive": [option.id for option in options if option.exclusive],
    }
