"""Whether a respondent with certain answers is asked a question, for the tests of this room."""

from __future__ import annotations

import numpy as np

from analysis.questionnaire import Questionnaire
from analysis.questionnaire.condition import Answers
from analysis.questionnaire.routing import parse

Given = str | float | None


def asked(questionnaire: Questionnaire, question: str, **answers: Given | dict[str, Given]) -> bool:
    """Whether `question` is asked of who gave these `answers`, and none else.

    answers  by question an option id, several with "|" between them, or a number; "" or None for no answer;
             of one column of a grid question__column={row: answer}
    """
    condition = questionnaire.question(question).ask_if
    assert condition is not None, f"{question} is asked of everybody"
    return bool(parse(condition).evaluate(_Given(questionnaire, answers))[0])


class _Given:
    def __init__(self, questionnaire: Questionnaire, answers: dict[str, Given | dict[str, Given]]) -> None:
        self.questionnaire = questionnaire
        self.answers = answers

    def __call__(self, question: str, row: str, column: str) -> Answers:
        given = self.answers[f"{question}__{column}" if column else question]
        answer = given.get(row) if isinstance(given, dict) else given
        number = answer if isinstance(answer, int | float) else float("nan")
        return Answers(
            codes=np.array([answer if isinstance(answer, str) else ""]),
            which=np.zeros(1, dtype=int),
            number=np.array([number], dtype=float),
            answered=np.array([answer not in ("", None)], dtype=bool),
        )

    def rows(self, question: str) -> tuple[str, ...]:
        return tuple(row.id for row in self.questionnaire.question(question).rows)
