"""A questionnaire as far as it could be read: what the checks between its questions are made on."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from analysis.questionnaire.problem import Place, Problem
from analysis.questionnaire.question import Question
from analysis.questionnaire.questionnaire import Banner, Section
from analysis.questionnaire.sessions import Sessions
from analysis.questionnaire.words import Words


@dataclass(frozen=True)
class Pieces:
    """What is whole of a questionnaire, and where it stands.

    ids        of all questions in the order of the file, "" where one has none
    questions  those that are whole, by their position in the file
    sections   None where they could not be read
    banners    those that are whole, by their position in the file
    sessions   None where nothing is said of them, or nothing that can be read
    breaks     by question whose trend ends; the words why
    weighted_by  questions by whose options the frame is counted
    """

    ids: tuple[str, ...]
    questions: dict[int, Question]
    sections: tuple[Section, ...] | None
    banners: dict[int, Banner]
    sessions: Sessions | None = None
    breaks: Mapping[str, Words] = field(default_factory=dict)
    weighted_by: tuple[str, ...] = ()

    def question(self, question_id: str) -> Question | None:
        """The question of that id, if it is whole."""
        return self.questions.get(self.ids.index(question_id)) if question_id in self.ids else None


def misnamed(rule: str, place: Place, name: str, known: Iterable[str], **hints: str) -> Problem:
    """The problem that nothing is called `name`: "<rule>_misspelt" with the nearest of the `known`, or
    "<rule>_unknown" with all of them."""
    known = [one for one in known if one]
    if near := difflib.get_close_matches(name, known, n=1):
        return Problem(f"{rule}_misspelt", place, {"name": name, "nearest": near[0], **hints})
    return Problem(f"{rule}_unknown", place, {"name": name, "known": ", ".join(known) or "-", **hints})
