"""A banner: who belongs to which level of the group that breaks a table down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.questionnaire.answer import Date, Multi, Scale, Single
from analysis.questionnaire.question import Question
from analysis.questionnaire.questionnaire import Banner, Questionnaire
from analysis.questionnaire.words import Words
from analysis.tables.answers import Mask, PartAnswers, QuestionAnswers, any_of
from analysis.tables.cell import Label, TableError
from analysis.tables.choice import SEPARATOR, labels
from analysis.tables.dates import Dates

NO_GROUP = {"by": None, "levels_of": {}, "by_key": False, "by_confidential": False, "group": None}


@dataclass(frozen=True, eq=False)
class Group:
    """The levels of a banner in the questionnaire's order, and for each who is in it.

    question  the question that the banner goes by
    options   the options of that question that each level takes
    outside   how many respondents are in no level: they gave no answer, or none that a level takes
    """

    id: str
    question: Question
    words: Words
    levels: tuple[Label, ...]
    options: dict[str, tuple[str, ...]]
    members: dict[str, Mask]
    outside: int

    @cached_property
    def facts(self) -> dict[str, Any]:
        """What tables by it have among their facts."""
        return {
            "by": self.question.id,
            "levels_of": {level: list(of) for level, of in self.options.items()},
            "by_key": self.question.key,
            "by_confidential": self.question.confidential,
            "group": self.words.model_dump(include={"ko", "en"}, exclude_none=True),
        }

    @cached_property
    def columns(self) -> Mask:
        """Who is in which level: respondents × levels."""
        return np.stack(list(self.members.values()), axis=1)

    @cached_property
    def apart(self) -> bool:
        """Nobody is in two levels."""
        return bool((self.columns.sum(axis=1) <= 1).all())

    @cached_property
    def positions(self) -> NDArray[np.intp]:
        """Of every respondent the first level that they are in, counted from 0; -1 for none."""
        return np.where(self.columns.any(axis=1), self.columns.argmax(axis=1), -1)


def group(banner: Banner, questionnaire: Questionnaire, answers: QuestionAnswers) -> Group:
    """The levels of `banner`, options merged as it declares.

    Raises TableError for a question that has no options, and for one that names its respondents.
    """
    question = questionnaire.question(banner.by)
    refuse_private(question)
    chose = _members(question, answers)
    if banner.levels:
        levels = labels(banner.levels)
        options = {level.id: level.of for level in banner.levels}
        members = {level.id: any_of(chose[option][1] for option in level.of) for level in banner.levels}
    else:
        levels = tuple(label for label, _ in chose.values())
        options = {option: (option,) for option in chose}
        members = {option: mask for option, (_, mask) in chose.items()}
    # Where no date was given, there is no level.
    nobody = np.zeros(answers["", ""].answered.shape, dtype=bool)
    outside = int((~any_of([nobody, *members.values()])).sum())
    return Group(banner.id, question, banner.label or question.label, levels, options, members, outside)


def _members(question: Question, answers: QuestionAnswers) -> dict[str, tuple[Label, Mask]]:
    """For each option of a question its label and who chose it."""
    match question:
        case Single():
            return _by_option(answers["", ""], labels(question.options))
        case Scale():
            return _by_option(answers["", ""], labels(question.scale.points))
        case Multi():
            return {
                label.id: (label, _among(answers["", ""], label.id)) for label in labels(question.options)
            }
        case Date():
            part = answers["", ""]
            dates = Dates(question, part)
            options, ids = dates.items, dates.periods(part)
        case _:
            raise TableError(
                f"'{question.label.ko}'({question.id})은(는) 집단을 나누는 문항이 될 수 없습니다. "
                "보기·척도·시기가 있는 문항을 쓰세요.",
                f"'{question.label.text('en')}' ({question.id}) cannot break tables down: it has no options",
            )
    return {label.id: (label, part.answered & (ids == label.id)) for label in options}


def _by_option(part: PartAnswers, options: Sequence[Label]) -> dict[str, tuple[Label, Mask]]:
    positions = part.positions([label.id for label in options])
    return {label.id: (label, part.answered & (positions == at)) for at, label in enumerate(options)}


def _among(part: PartAnswers, option: str) -> Mask:
    among = [option in codes.split(SEPARATOR) for codes in part.column.field("code").tolist()]
    return part.answered & np.array(among, dtype=bool)[part.which]


def refuse_private(question: Question) -> None:
    """Raise TableError for a question that names its respondents."""
    if question.private:
        raise TableError(
            f"'{question.label.ko}'({question.id})은(는) 응답자가 드러나는 문항이어서 표에 쓰지 않습니다.",
            f"'{question.label.text('en')}' ({question.id}) names its respondents: no table shows it",
        )
