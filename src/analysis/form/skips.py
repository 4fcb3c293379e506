"""The marks "☞ B1로": where to go on who chooses an option after which questions are not asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from analysis.language import message
from analysis.questionnaire.answer import Scale, Single
from analysis.questionnaire.condition import Answers
from analysis.questionnaire.question import Question
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.questionnaire.routing import parse


def skip_marks(question: Question, questionnaire: Questionnaire, language: str) -> Mapping[str, str]:
    """By the id of an option, where it has one; questions of which one option is chosen only. The box beside a scale,
    which is no answer on it, is "".

    A mark stands where the very next question is not asked of who chose the option, whatever else was answered,
    but is asked of some who chose another. It leads past all questions that are then surely not asked.
    """
    options: tuple[str, ...] = ()
    if isinstance(question, Single):
        options = tuple(option.id for option in question.options)
    elif isinstance(question, Scale):
        options = tuple(point.id for point in question.scale.points) + ("",) * bool(question.not_applicable)
    following = questionnaire.questions[questionnaire.questions.index(question) + 1 :]
    skipped = {option: _skipped(question.id, option, following, questionnaire) for option in options}
    if all(skipped.values()):
        return {}
    return {option: _mark(following[count:], language) for option, count in skipped.items() if count}


def _mark(rest: tuple[Question, ...], language: str) -> str:
    return message("form.skip", language, no=rest[0].no) if rest else message("form.skip_to_end", language)


def _skipped(
    question: str, option: str, following: tuple[Question, ...], questionnaire: Questionnaire
) -> int:
    """How many of the `following` questions in a row are surely not asked."""
    known = _Known(questionnaire, question, option)
    for count, later in enumerate(following):
        if later.ask_if is None or parse(later.ask_if).verdict(known).true[0]:
            return count
        known.not_asked.add(later.id)
    return len(following)


@dataclass
class _Known:
    """Answers of which one is known, some are absent, and all others may be anything (`condition.Values`)."""

    questionnaire: Questionnaire
    question: str
    option: str
    not_asked: set[str] = field(default_factory=set)

    def __call__(self, question: str, row: str, column: str) -> Answers:
        known = question == self.question
        position = float(self.option) if known and self.option.isdigit() else float("nan")
        return Answers(
            codes=np.array([self.option if known else ""]),
            which=np.zeros(1, dtype=int),
            number=np.array([position]),
            answered=np.array([known and bool(self.option)]),
            open=np.array([not known and question not in self.not_asked]),
        )

    def rows(self, question: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(part.row for part in self.questionnaire.question(question).parts()))
