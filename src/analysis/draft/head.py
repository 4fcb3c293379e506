"""All of a questionnaire that is not questions: what the file tells, and what a person has to fill in."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from analysis.draft.absent import means_nothing_anywhere, reason_of
from analysis.draft.cells import Cells
from analysis.draft.columns import Sorted, ends
from analysis.draft.errors import DraftError
from analysis.draft.grouping import Column
from analysis.draft.notes import Note
from analysis.draft.period import period_of
from analysis.draft.plan import Named
from analysis.draft.wording import tidy
from analysis.language import LANGUAGES, message
from analysis.questionnaire.question import Reason, SingleQuestion
from analysis.questionnaire.questionnaire import Questionnaire, Respondents, Sample
from analysis.questionnaire.sessions import Sessions
from analysis.questionnaire.validation import Shape
from analysis.questionnaire.words import Words
from analysis.questionnaire.xlsform_words import id_of

_MOST_SAME = 20  # words for no answer that are listed
_OF_EXPORTS = re.compile(
    r"(?<![a-z])(?:responses?|answers?|export(?:ed)?|results?|invented|data)(?![a-z])|응답|설문지|\(.*?\)",
    re.IGNORECASE,
)


def frame(
    path: Path, survey: str, year: int | None, encoding: str = "", moments: Iterable[Cells] = ()
) -> Questionnaire:
    """A questionnaire without questions, from the name of the file and the days on which responses came.

    Raises DraftError for what can be no id of a survey, or no encoding.
    """
    period = period_of(moments)
    fields = {
        "survey": survey or survey_id(path.stem),
        "year": year or (period[1].year if period else dt.date.today().year),
        "title": Words(ko=tidy(path.stem)),
        "publisher": Words(ko=message("draft.publisher_name", "ko")),
        "respondents": Respondents(ko="응답자", en="respondent", en_plural="respondents", counter="명"),
        "sample": Sample(kind="self_selected"),
        "field_period": {"from": period[0], "to": period[1]} if period else None,
        "questions": (),
    }
    made, problems = Shape(Questionnaire).validate(fields | ({"encoding": encoding} if encoding else {}), ())
    if problems:
        raise DraftError(
            *(" ".join(problem.words(language) for problem in problems) for language in LANGUAGES)
        )
    return made  # type: ignore[no-any-return]  # a questionnaire, as the shape says


def head_notes(survey: str, year: int | None, questionnaire: Questionnaire) -> list[Note]:
    """What of the head a person has to fill in or confirm."""
    notes = [] if survey else [Note(("survey",), "survey")]
    notes += [] if year else [Note(("year",), "year")]
    notes += [Note((field,), field) for field in ("title", "publisher", "respondents", "sample")]
    return notes + ([Note(("field_period",), "field_period")] if questionnaire.field_period else [])


def survey_id(name: str) -> str:
    """An id for a survey from the name of a file or a title: "2016 Users (Responses).xlsx" is users."""
    plain = _OF_EXPORTS.sub(" ", re.sub(r"(?:19|20)\d\d", " ", name))
    words = re.findall(r"[A-Za-z][A-Za-z0-9]*", plain)
    return id_of("_".join(words[:4]))[:30].strip("_") if words else "survey"


def sessions_of(made: Sequence[Named], status: Column | None) -> Sessions | None:
    """Which question tells broken-off responses. They are counted until somebody decides otherwise."""
    for one in made if status else ():
        if status and one.plan.columns == {status.at} and isinstance(one.question, SingleQuestion):
            complete = tuple(option.id for option in one.question.options if ends(option.ko))
            return Sessions(question=one.question.id, complete=complete, partial="counted")
    return None


def session_notes(questionnaire: Questionnaire, columns: Sorted) -> list[Note]:
    """How many responses were broken off."""
    if questionnaire.sessions is None or columns.status is None:
        return []
    broken = sum(count for label, count in columns.status.cells.alike.items() if not ends(label))
    return [Note(("sessions",), "sessions", {"count": broken})]


def missing_of(columns: Sequence[Column]) -> dict[str, Reason]:
    """The words for no answer that stand in the file, with the reason that they give."""
    words: dict[str, Reason] = {}
    for column in columns:
        for text in (*column.cells.absent, *column.cells.texts):
            if means_nothing_anywhere(text) and len(words) < _MOST_SAME:
                words.setdefault(tidy(text), reason_of(text) or "no_answer")
    return words
