"""An XLSForm written out as a questionnaire, alone or beside an export of its answers: nothing is guessed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from analysis.draft.draft import Draft
from analysis.draft.head import frame, head_notes, survey_id
from analysis.draft.notes import Note, listed
from analysis.draft.personal import asked_for
from analysis.draft.wording import tidy
from analysis.intake.columns.matching import choose_sheets
from analysis.intake.sheet import AnswerFile
from analysis.questionnaire.problem import QuestionnaireError
from analysis.questionnaire.question import Question
from analysis.questionnaire.questionnaire import Questionnaire, Sections
from analysis.questionnaire.validation import Shape
from analysis.questionnaire.words import Words
from analysis.questionnaire.xlsform import Form, read_form
from analysis.zipped import Archive

_SURVEY, _CHOICES = b'name="survey"', b'name="choices"'


def is_form(path: Path) -> bool:
    """Whether a workbook has the two sheets of an XLSForm."""
    try:
        with path.open("rb") as file, Archive(file) as archive:
            book = archive.read("xl/workbook.xml").lower()
    except Exception:  # whatever it is instead, its own reader says what is wrong with it
        return False
    return _SURVEY in book and _CHOICES in book


def draft_of_form(
    path: Path, survey: str = "", year: int | None = None, answers: AnswerFile | None = None
) -> Draft:
    """The questionnaire of an XLSForm, written out in full so that it can be changed.

    answers: an export of what was answered; its columns that are not on the form are named

    Raises QuestionnaireError for a workbook that is no form, IntakeError for answers that are to another one.
    """
    form = read_form(path)
    questionnaire = _questionnaire(path, form, survey, year)
    names = {question.no: question.id for question in questionnaire.questions}
    notes = [
        note
        for note in head_notes(survey, year, questionnaire)
        if note.key != "title" or "title" not in form.fields
    ]
    asked, private = _private(questionnaire.questions)
    questionnaire = questionnaire.model_copy(update={"questions": asked})
    for remark in form.remarks:
        place = ("questions", names[remark.question]) if remark.question in names else ("questions",)
        told = {"row": remark.row, "what": remark.what, "text": remark.text}
        notes.append(Note(place, "form_remark", told))
    notes += private
    if answers is None:
        return Draft(questionnaire, tuple(notes), path.name)
    return _with_answers(questionnaire, notes, answers)


def _questionnaire(path: Path, form: Form, survey: str, year: int | None) -> Questionnaire:
    questions = []
    for item in form.fields["questions"]:
        made, problems = Shape(Question).validate(item, ())
        if problems:
            raise QuestionnaireError(path, problems)
        questions.append(made)
    sections, problems = Shape(Sections).validate(form.fields["sections"], ())
    if problems:
        raise QuestionnaireError(path, problems)
    title = str(form.fields.get("title", ""))
    head = frame(path, survey or (survey_id(title) if title else ""), year)
    return head.model_copy(
        update={
            "title": Words(ko=title) if title else head.title,
            "sections": sections,
            "questions": tuple(questions),
            "ignore_columns": tuple(dict.fromkeys(form.fields["ignore_columns"])),
        }
    )


def _private(questions: Sequence[Question]) -> tuple[tuple[Question, ...], list[Note]]:
    """The questions, those that ask for personal data marked, which no form says."""
    asked, notes = [], []
    for question in questions:
        personal = asked_for(f"{question.no} {question.ask.ko}") if question.kind == "text" else ()
        if personal:
            question = question.model_copy(update={"pii": personal, "export": "never"})
            notes.append(Note(("questions", question.id, "pii"), "personal"))
        asked.append(question)
    return tuple(asked), notes


def _with_answers(questionnaire: Questionnaire, notes: list[Note], answers: AnswerFile) -> Draft:
    matchings, _ = choose_sheets(answers, questionnaire)
    strange = [tidy(unmatched.heading) for matching in matchings for unmatched in matching.unmatched]
    strange = list(dict.fromkeys(strange))
    if strange:
        ignored = (*questionnaire.ignore_columns, *strange)
        questionnaire = questionnaire.model_copy(update={"ignore_columns": ignored})
        told = {"headings": listed(strange, 5, 40), "count": len(strange)}
        notes = [*notes, Note(("ignore_columns",), "ignored_not_on_form", told)]
    rows = sum(len(matching.sheet) - matching.sheet.heading_rows for matching in matchings)
    return Draft(questionnaire, tuple(notes), answers.file, rows)
