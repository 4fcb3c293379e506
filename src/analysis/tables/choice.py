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
from analysis.tables.cell import Label, TableError
from analysis.tables.comparable import Comparable
from analysis.tables.statistic import Statistic, counts_and_shares, measure, positions_and_shares

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
        usable = answers.of(self.usable(answers))
        positions = option_positions(usable, self.options)
        yield from positions_and_shares(usable.among, ids(self.options), positions)

    def comparable(self, answers: PartAnswers) -> Iterator[Comparable]:
        usable = answers.of(self.usable(answers))
        chosen = option_positions(usable, self.options)[:, None] == np.arange(len(self.options))
        yield Comparable(usable.among, tuple(ids(self.options)), chosen)


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
        chosen = self._chosen(self._everyone.of(self.usable(self._everyone)))
        return {"several_over_100" if chosen.sum() > len(chosen) else "several": 1}

    def usable(self, answers: PartAnswers) -> Mask:
        return answers.answered

    def statistics(self, answers: PartAnswers) -> Iterator[Statistic]:
        usable = answers.of(self.usable(answers))
        chosen = self._chosen(usable)
        yield from counts_and_shares(usable.among, ids(self.options), chosen)
        yield measure("mentions", int(chosen.sum()) if len(chosen) else None, len(chosen))

    def comparable(self, answers: PartAnswers) -> Iterator[Comparable]:
        usable = answers.of(self.usable(answers))
        yield Comparable(usable.among, tuple(ids(self.options)), self._chosen(usable), each=True)

    def _chosen(self, usable: PartAnswers) -> Mask:
        """Who chose what: respondents × options. Raises TableError for a code that is none of them."""
        at = {option.id: position for position, option in enumerate(self.options)}
        codes, which = usable.codes()
        chosen = np.zeros((len(codes), len(at)), dtype=bool)
        for given in np.unique(which).tolist():
            line = chosen[given]
            for code in filter(None, codes[given].split(SEPARATOR)):
                if code not in at:
                    raise _unknown(code)
                line[at[code]] = True
        return chosen[which]


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


def ids(options: Sequence[Option]) -> list[str]:
    return [option.id for option in options]


def labels(options: Sequence[Option]) -> tuple[Label, ...]:
    return tuple(Label(option.id, Words(ko=option.ko, en=option.en)) for option in options)


def choice_facts(options: Sequence[Option]) -> dict[str, Any]:
    """Which items are "other" and which cannot be chosen together with another."""
    return {
        "other": [option.id for option in options if option.other],
        "exclusive": [option.id for option in options if option.exclusive],
    }
