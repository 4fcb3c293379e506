"""The verb of this room: a file of answers becomes a first questionnaire."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from analysis.draft.columns import sort_columns
from analysis.draft.dictionary import has_dictionary, plans_of_dictionary
from analysis.draft.fitting import fitted
from analysis.draft.grouping import groups_of
from analysis.draft.head import frame, head_notes, missing_of, session_notes, sessions_of
from analysis.draft.heading import largest, settled
from analysis.draft.notes import Note, listed, of_question
from analysis.draft.plan import Named, plans_of
from analysis.intake.columns.matching import choose_sheets
from analysis.intake.read import read_answers
from analysis.intake.sheet import AnswerFile, Sheet
from analysis.language import message
from analysis.questionnaire.answer import Points
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.questionnaire.write import HEAD, write_questionnaire


@dataclass(frozen=True)
class Draft:
    """A questionnaire that fits its file, and what a person has to confirm of it.

    file, rows  what it was made of; no rows where that is a form without answers
    """

    questionnaire: Questionnaire
    notes: tuple[Note, ...]
    file: str
    rows: int = 0

    def text(self, language: str = "ko") -> str:
        """The file of the questionnaire, with its notes as comments."""
        lines: dict[tuple[str | int, ...], list[str]] = defaultdict(list)
        told = {"file": self.file, "rows": self.rows, "guesses": len(self.notes)}
        made_of = message("draft.made_of" if self.rows else "draft.made_of_form", language, **told)
        questions = len(self.questionnaire.questions)
        lines[HEAD].append(message("draft.head", language, made_of=made_of, questions=questions, **told))
        for note in self.notes:
            said = message(f"draft.{note.key}", language, **note.words)
            lines[note.place].append(message("draft.confirm", language, text=said))
        comments = {place: "\n".join(dict.fromkeys(texts)) for place, texts in lines.items()}
        return write_questionnaire(self.questionnaire, comments)

    def noting(self, notes: Sequence[Note]) -> Draft:
        return replace(self, notes=(*self.notes, *notes))

    def asked_of_all(self, contradicted: dict[str, int]) -> Draft:
        """The same with the conditions (`ask_if`) left out that answers of the file contradict: question id → by how
        many. Those answers would not be counted, and which of the two is wrong a person has to say."""
        questions = []
        notes: list[Note] = []
        for question in self.questionnaire.questions:
            if question.ask_if and question.id in contradicted:
                words = {"condition": question.ask_if, "count": contradicted[question.id]}
                notes.append(Note(("questions", question.id), "contradicted", words))
                question = question.model_copy(update={"ask_if": None, "required": False})
            questions.append(question)
        update = {"questions": tuple(questions)}
        return replace(self, questionnaire=self.questionnaire.model_copy(update=update)).noting(notes)


def draft_questionnaire(
    path: Path,
    survey: str = "",
    year: int | None = None,
    encoding: str = "",
    answers: AnswerFile | None = None,
) -> Draft:
    """A first questionnaire from the answers in a file, whatever kind of file intake reads.

    survey    its id; "" for the name of the file
    year      None for the year in which responses came, as far as the file tells
    encoding  of text that does not say its own
    answers   what the file holds, where it was read already

    Raises IntakeError where the file cannot be read as answers, DraftError where nothing in it can be asked.
    """
    answers = answers or read_answers(path, (), encoding)
    as_read = largest(answers)
    sheet, headings, heading_rows, heading_notes = settled(as_read)
    columns = sort_columns(sheet, headings)
    if has_dictionary(path):
        plans = plans_of_dictionary(path, sheet, columns.asked, encoding)
    else:
        plans = plans_of(sheet, groups_of(columns.asked))
    head = frame(path, survey, year, encoding, columns.moments).model_copy(
        update={"heading_rows": heading_rows, "missing": missing_of(columns.asked)}
    )

    def whole(made: Sequence[Named], lost: Sequence[str]) -> Questionnaire:
        return head.model_copy(
            update={
                "questions": tuple(one.question for one in made),
                "ignore_columns": tuple(dict.fromkeys((*columns.ignored, *lost))),
                "sessions": sessions_of(made, columns.status),
            }
        )

    questionnaire, made, lost = fitted(sheet, as_read, plans, whole)
    notes = [
        *head_notes(survey, year, questionnaire),
        *_file_notes(answers, as_read),
        *heading_notes,
        *columns.notes,
    ]
    if lost:
        told = {"headings": listed(lost, 5, 40), "count": len(lost)}
        notes.append(Note(("ignore_columns",), "ignored_not_found", told))
    notes += [*session_notes(questionnaire, columns), *_question_notes(made)]
    choose_sheets(answers, questionnaire)  # says what is wrong with the shape of the file, if anything is
    return Draft(questionnaire, tuple(notes), path.name, len(sheet) - sheet.heading_rows)


def _file_notes(answers: AnswerFile, sheet: Sheet) -> list[Note]:
    """Which sheet it is of several, and whether its letters may be others."""
    notes = []
    if len(answers.sheets) > 1:
        others = [other.name for other in answers.sheets if other is not sheet and other.name != sheet.name]
        notes.append(Note(("survey",), "one_sheet", {"sheet": sheet.name, "others": listed(others)}))
    if any(rule == "encoding_guessed" for rule, _ in answers.remarks):
        notes.append(Note(("survey",), "encoding_guessed"))
    return notes


def _question_notes(made: Sequence[Named]) -> list[Note]:
    """The notes of all questions; what is said of a scale, only where it is met first."""
    found: list[Note] = []
    said: set[tuple[str, str]] = set()
    for one in made:
        for note in of_question(one.question.id, one.plan.fields.notes):
            scale = _scale_at(one.question, note.place[2:])
            mark = (note.key, scale.model_dump_json()) if scale else None
            if mark is None or mark not in said:
                found.append(note)
            if mark:
                said.add(mark)
    return found


def _scale_at(what: object, place: Sequence[str | int]) -> Points | None:
    """The scale that a place is in, if it is in one."""
    for step in place:
        if isinstance(what, tuple):
            what = next((one for one in what if one.id == step), None)
        else:
            what = getattr(what, str(step), None)
        if isinstance(what, Points):
            return what
    return None
