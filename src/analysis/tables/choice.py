"""One option, or several of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.questionnaire.answer import Multi, Option, Single
from analysis.questionnaire.words import Words
from analysis.tables.answers import Mask, PartAnswers
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
        positions = option_positions(answers.of(self.usable(answers)), self.options)
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
        return {"several_over_100" if sum(self._chosen(self._everyone)) > cases else "several": 1}

    def usable(self, answers: PartAnswers) -> Mask:
        return answers.answered

    def statistics(self, answers: PartAnswers) -> Iterator[Statistic]:
        cases = int(self.usable(answers).sum())
        chosen = self._chosen(answers)
        for option, count in zip(self.options, chosen, strict=True):
            yield from count_and_share(option.id, count, cases)
        yield measure("mentions", sum(chosen) if cases else None, cases)

    def _chosen(self, answers: PartAnswers) -> list[int]:
        """How many chose each option. Raises TableError for a code that is none of them."""
        chosen = dict.fromkeys((option.id for option in self.options), 0)
        for codes, number in answers.of(self.usable(answers)).codes().items():
            for code in filter(None, codes.split(SEPARATOR)):
                if code not in chosen:
                    raise _unknown(code)
                chosen[code] += number
        return list(chosen.values())


def option_positions(answers: PartAnswers, options: Sequence[Option]) -> NDArray[np.intp]:
    """The position of each answer among the options. Raises TableError for a code that is none of them."""
    positions = answers.positions([option.id for option in options])
    if (positions < 0).any():
        raise _unknown(str(answers.code[positions < 0][0]))
    return positions


def _unknown(code: str) -> TableError:
    return TableError(
        f"응답에 질문지에 없는 보기 '{code}'이(가) 있습니다. 질문지를 고쳤다면 응답을 다시 읽으세요 (`dure report`).",
        f"the responses hold '{code}', no option of the questionnaire: read the answers again",
    )


def labels(options: Sequence[Option]) -> tuple[Label, ...]:
    return tuple(Label(option.id, Words(ko=option.ko, en=option.en)) for option in options)


def choice_facts(options: Sequence[Option]) -> dict[str, Any]:
    """Which items are "other" and which cannot be chosen together with another."""
    return {
        "other": [option.id for option in options if option.other],
        "exclusive": [option.id for option in options if option.exclusive],
    }
