"""The verb of this room: a file of answers becomes a first questionnaire."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from analysis.draft.absent import is_absent, reason_of
from analysis.draft.columns import Sorted, ends, sort_columns
from analysis.draft.errors import DraftError
from analysis.draft.fit import fit
from analysis.draft.grouping import Column, groups_of
from analysis.draft.heading import largest, settled
from analysis.draft.notes import Note, listed, of_question
from analysis.draft.period import period_of
from analysis.draft.plan import Named, Plan, mended, named, plans_of
from analysis.intake.columns.matching import choose_sheets
from analysis.intake.read import read_answers
from analysis.intake.sheet import AnswerFile, Sheet
from analysis.language import message
from analysis.questionnaire.answer import Points
from analysis.questionnaire.question import Reason, SingleQuestion
from analysis.questionnaire.questionnaire import Period, Questionnaire, Respondents, Sample
from analysis.questionnaire.sessions import Sessions
from analysis.questionnaire.words import Words
from analysis.questionnaire.write import HEAD
from analysis.questionnaire.xlsform_words import id_of

_TRIES = 6  # rounds in which columns and questions are brought together
_MOST_SAME = 20  # words for no answer that are listed


@dataclass(frozen=True)
class Draft:
    """A questionnaire that fits its file, and what a person has to confirm of it.

    file, rows  what it was made of
    """

    questionnaire: Questionnaire
    notes: tuple[Note, ...]
    file: str
    rows: int

    def comments(self, language: str = "ko") -> dict[tuple[str | int, ...], str]:
        """What is said at each place of the questionnaire, for `write_questionnaire`."""
        lines: dict[tuple[str | int, ...], list[str]] = defaultdict(list)
        lines[HEAD].append(
            message(
                "draft.head",
                language,
                file=self.file,
                rows=self.rows,
                questions=len(self.questionnaire.questions),
                guesses=len(self.notes),
            )
        )
        for note in self.notes:
            text = message(f"draft.{note.key}", language, **note.words)
            lines[note.place].append(message("draft.confirm", language, text=text))
        return {place: "\n".join(dict.fromkeys(texts)) for place, texts in lines.items()}

    def noting(self, *notes: Note) -> Draft:
        return replace(self, notes=(*self.notes, *notes))


def draft_questionnaire(path: Path, survey: str = "", year: int | None = None, encoding: str = "") -> Draft:
    """A first questionnaire from the answers in a file, whatever kind of file intake reads.

    survey    its id; "" for the name of the file
    year      None for the year in which responses came, as far as the file tells
    encoding  of text that does not say its own

    Raises IntakeError where the file cannot be read as answers, DraftError where it is too wide to describe.
    """
    answers = read_answers(path, (), encoding)
    sheet, headings, heading_rows, heading_notes = settled(largest(answers))
    columns = sort_columns(sheet, headings)
    fitting = _Fitting(sheet, columns, _frame(path, survey, year, columns, encoding, heading_rows))
    questionnaire, made, lost = fitting.fitted()
    notes = (
        *_head_notes(survey, year, questionnaire),
        *heading_notes,
        *columns.notes,
        *([Note(("ignore_columns",), "ignored_not_found", {"headings": listed(lost, 5, 40), "count": len(lost)})] if lost else ()),
        *_session_notes(questionnaire, columns),
        *_question_notes(made),
    )
    choose_sheets(answers, questionnaire)  # says what is wrong with the shape of the file, if anything is
    return Draft(questionnaire, notes, path.name, len(sheet) - sheet.heading_rows)


@dataclass
class _Fitting:
    """Questions are made of columns, and made anew until every column finds its own."""

    sheet: Sheet
    columns: Sorted
    frame: Questionnaire

    def fitted(self) -> tuple[Questionnaire, list[Named], list[str]]:
        """The questionnaire, its questions with their plans, and headings that no question could be given."""
        plans = plans_of(self.sheet, groups_of(self.columns.asked))
        lost: list[str] = []
        for _ in range(_TRIES):
            made = named(plans)
            questionnaire = self._with(made, lost)
            found = fit(self.sheet, questionnaire, {one.question.id: one.plan.columns for one in made})
            if not found.wrong:
                break
            plans = []
            for one in made:
                again = mended(self.sheet, one.plan) if one.question.id in found.wrong else [one.plan]
                plans += again
                lost += [] if again else [one.plan.group.base]
        else:
            wrong = [one for one in made if one.question.id in found.wrong]
            lost += [item.column.heading for one in wrong for item in one.plan.group.items]
            made = named([one.plan for one in made if one not in wrong])
            questionnaire = self._with(made, lost)
        if not made:
            raise DraftError(
                f"{self.sheet.place}: 문항으로 볼 열이 없습니다. 첫 줄에 문항 제목이, 그 아래에 응답이 있어야 합니다.",
                f"{self.sheet.place}: no column can be a question. The first row must hold the questions, the rows below it "
                "the answers.",
            )
        return questionnaire, made, lost

    def _with(self, made: Sequence[Named], lost: Sequence[str]) -> Questionnaire:
        ignored = tuple(dict.fromkeys((*self.columns.ignored, *lost)))
        return self.frame.model_copy(
            update={
                "questions": tuple(one.question for one in made),
                "ignore_columns": ignored,
                "sessions": _sessions(made, self.columns.status),
                "missing": _missing(self.columns.asked),
            }
        )


def _frame(
    path: Path, survey: str, year: int | None, columns: Sorted, encoding: str, heading_rows: int | None
) -> Questionnaire:
    """All that is not questions: partly for a person to fill in."""
    period = period_of(columns.moments)
    return Questionnaire(
        survey=survey or survey_id(path),
        year=year or (period[1].year if period else dt.date.today().year),
        title=Words(ko=path.stem),
        publisher=Words(ko=message("draft.publisher_name", "ko")),
        respondents=Respondents(ko="응답자", en="respondent", en_plural="respondents", counter="명"),
        sample=Sample(kind="self_selected"),
        field_period=Period.model_validate({"from": period[0], "to": period[1]}) if period else None,
        heading_rows=heading_rows,
        **({"encoding": encoding} if encoding else {}),  # type: ignore[arg-type]
        questions=(),
    )


def survey_id(path: Path) -> str:
    """A name for a survey from that of a file: "2016 Users.xlsx" is users."""
    plain = re.sub(r"\W*(?:19|20)\d\d\W*", " ", path.stem.split(".")[0]).strip()
    name = id_of(plain) if re.search(r"[A-Za-z]", plain) else ""
    return name if name and not name.startswith("x") or plain.lower().startswith("x") else "survey"


def _sessions(made: Sequence[Named], status: Column | None) -> Sessions | None:
    """Which column tells broken-off responses: they are counted until somebody decides otherwise."""
    for one in made if status else ():
        if status and one.plan.columns == {status.at} and isinstance(one.question, SingleQuestion):
            complete = tuple(option.id for option in one.question.options if ends(option.ko))
            return Sessions(question=one.question.id, complete=complete, partial="counted")
    return None


def _missing(columns: Sequence[Column]) -> dict[str, Reason]:
    """The words for no answer that stand in the file, with the reason that they give."""
    words: dict[str, Reason] = {}
    for column in columns:
        for text in column.cells.absent:
            reason = reason_of(text) if is_absent(text) else None
            if reason and len(words) < _MOST_SAME:
                words.setdefault(text, reason)
    return words


def _head_notes(survey: str, year: int | None, questionnaire: Questionnaire) -> list[Note]:
    notes = [] if survey else [Note(("survey",), "survey")]
    notes += [] if year else [Note(("year",), "year")]
    notes += [Note(("title",), "title"), Note(("publisher",), "publisher"), Note(("respondents",), "respondents")]
    notes.append(Note(("sample",), "sample"))
    return notes + ([Note(("field_period",), "field_period")] if questionnaire.field_period else [])


def _session_notes(questionnaire: Questionnaire, columns: Sorted) -> list[Note]:
    if questionnaire.sessions is None or columns.status is None:
        return []
    broken = sum(count for label, count in columns.status.cells.alike.items() if not ends(label))
    return [Note(("sessions",), "sessions", {"count": broken})]


def _question_notes(made: Sequence[Named]) -> list[Note]:
    """The notes of all questions; what is said of a scale, only where it is met first."""
    found: list[Note] = []
    said: set[tuple[str, str]] = set()
    for one in made:
        for note in of_question(one.question.id, one.notes):
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
