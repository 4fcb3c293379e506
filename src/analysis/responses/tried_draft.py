"""A draft of a questionnaire is tried out on the file that it was made of: what it cannot read is said in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

from analysis.draft import Draft, draft_of_form, draft_questionnaire, is_form
from analysis.draft.head import frame
from analysis.draft.notes import Note, listed
from analysis.intake.columns.matching import choose_sheets
from analysis.intake.read import read_answers
from analysis.intake.sheet import AnswerFile
from analysis.responses.build import responses_of
from analysis.responses.finding import Finding
from analysis.responses.opening import Opened
from analysis.responses.responses import Responses


class Tried(NamedTuple):
    """A draft, and the answers of its file as they are read by it."""

    draft: Draft
    responses: Responses


def tried_draft(
    file: Path, survey: str = "", year: int | None = None, encoding: str = "", form: Path | None = None
) -> Draft:
    """The draft of a file of answers, or of an XLSForm.

    form  the XLSForm that was answered; conditions of it that the answers contradict are left out, for no answer of
          the file is to be lost before somebody has decided so

    Raises like the rooms that read (IntakeError, QuestionnaireError, DraftError).
    """
    if form is None and is_form(file):
        return draft_of_form(file, survey, year)
    frame(file, survey, year, encoding)  # what can be no id or encoding is refused before anything is read
    return tried(file, read_answers(file, (), encoding), survey, year, encoding, form).draft


def tried(
    file: Path,
    answers: AnswerFile,
    survey: str = "",
    year: int | None = None,
    encoding: str = "",
    form: Path | None = None,
) -> Tried:
    """The same of a file that was read already, with its answers."""
    if form is None:
        draft = draft_questionnaire(file, survey, year, encoding, answers)
        responses = _responses(draft, answers)
    else:
        draft = draft_of_form(form, survey, year, answers)
        responses = _responses(draft, answers)
        if against := _contradicted(draft, responses.findings):
            draft = draft.asked_of_all(against)
            responses = _responses(draft, answers)
    return Tried(draft.noting(_unread(draft, responses.findings)), responses)


def _responses(draft: Draft, answers: AnswerFile) -> Responses:
    read, _ = choose_sheets(answers, draft.questionnaire)
    return responses_of(draft.questionnaire, [Opened(read, ())])


def _contradicted(draft: Draft, findings: tuple[Finding, ...]) -> dict[str, int]:
    """The questions that some answered who were not to be asked, and how many did."""
    against: Counter[str] = Counter()
    for finding in findings:
        if finding.rule == "answered_anyway":
            against[finding.question] += finding.alike
    asked = draft.questionnaire.questions
    return {question.id: against[question.no] for question in asked if against[question.no]}


def _unread(draft: Draft, findings: tuple[Finding, ...]) -> list[Note]:
    """At every question the answers that cannot be read."""
    unread: dict[str, Counter[str]] = defaultdict(Counter)
    for finding in findings:
        what = finding.hint if finding.rule == "choice_unread" else finding.value
        if finding.severity == "error" and finding.question and what:
            unread[finding.question][what] += finding.alike
    return [
        Note(
            ("questions", question.id),
            "unread",
            {"count": unread[question.no].total(), "examples": listed(unread[question.no])},
        )
        for question in draft.questionnaire.questions
        if question.no in unread
    ]
