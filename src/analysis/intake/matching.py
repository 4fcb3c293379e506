"""Columns find their questions: exactly, or not at all. What is nearly right is suggested, never taken."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from analysis.intake.errors import IntakeError
from analysis.intake.heading_row import refuse_other_headings
from analysis.intake.headings import Headings, PartKey, heading_key, headings_of, name_of
from analysis.intake.personal import masked
from analysis.intake.sheet import AnswerFile, Sheet, SheetColumn
from analysis.questionnaire.questionnaire import Questionnaire

_NUMBER = re.compile(r"\s*([A-Za-z]*\d+(?:[-_]\d+)*)\b")
_ALIKE = 0.75  # share of letters in common from which a heading is suggested (difflib's ratio)
_SUGGEST_UP_TO = 100  # columns; a file with more strange ones is another file


@dataclass(frozen=True)
class Unmatched:
    """A column that belongs to no question. near: the heading that may have been meant, or ""."""

    column: int
    heading: str
    near: str = ""


@dataclass(frozen=True)
class Matching:
    """columns     the column (from 0) of each part that has one
    companions  the column in which a question's 기타 is spelt out
    unmatched   columns that hold something, for which the questionnaire has no question
    ignored     columns that the questionnaire says to ignore
    clashes     pairs of columns that claim one part
    """

    sheet: Sheet
    columns: Mapping[PartKey, int]
    companions: Mapping[str, int] = field(default_factory=dict)
    unmatched: tuple[Unmatched, ...] = ()
    ignored: tuple[int, ...] = ()
    clashes: tuple[tuple[int, int], ...] = ()

    def cells(self, key: PartKey) -> SheetColumn:
        """What answers the part, row by row of the sheet, the heading included."""
        return self.sheet.columns[self.columns[key]]


def match_columns(sheet: Sheet, questionnaire: Questionnaire) -> Matching:
    """Which column answers which part of the questionnaire."""
    headings = headings_of(questionnaire)
    ignore = {heading_key(text) for text in questionnaire.ignore_columns}
    columns: dict[PartKey, int] = {}
    companions: dict[str, int] = {}
    strange: list[tuple[int, str]] = []
    ignored: list[int] = []
    clashes: list[tuple[int, int]] = []

    def claim(taken: dict, key: PartKey | str, column: int) -> None:
        if taken.setdefault(key, column) != column:
            clashes.append((taken[key], column))

    beside = ""  # the question whose columns stand immediately to the left
    for column, heading in enumerate(sheet.heading):
        if heading_key(heading) in ignore:
            ignored.append(column)
            beside = ""
        elif part := headings.part(heading):
            claim(columns, part, column)
            beside = part.question
        elif question := _companion(headings, heading, beside):
            claim(companions, question, column)
        elif _holds_something(sheet, column):
            strange.append((column, heading))
            beside = ""
    keys = (PartKey(part.question, part.row, part.column) for part in questionnaire.parts())
    unmatched = _with_suggestions(strange, [key for key in keys if key not in columns], questionnaire)
    return Matching(sheet, columns, companions, unmatched, tuple(ignored), tuple(clashes))


def choose_sheet(answers: AnswerFile, questionnaire: Questionnaire) -> Matching:
    """The sheet whose columns answer most of the questionnaire; the first of those that do equally.

    Raises IntakeError where no sheet answers any of it, where the heading is not the first row and the only
    one, and where two columns claim one part.
    """
    matchings = [match_columns(sheet, questionnaire) for sheet in answers.sheets]
    best = max(matchings, key=lambda matching: len(matching.columns))
    headings = headings_of(questionnaire)
    for sheet in [best.sheet] if best.columns else answers.sheets:
        refuse_other_headings(sheet, headings)
    if not best.columns:
        raise _nothing_matches(answers, questionnaire)
    if best.clashes:
        raise _clash(best.sheet, *best.clashes[0])
    return best


def _nothing_matches(answers: AnswerFile, questionnaire: Questionnaire) -> IntakeError:
    seen = masked(", ".join(text for text in answers.sheets[0].heading if text.strip()))[:120]
    part = next(questionnaire.parts())
    example = name_of(questionnaire, PartKey(part.question, part.row, part.column))
    return IntakeError(
        f"{answers.file}: 질문지와 맞는 열이 하나도 없습니다. 첫 줄에 문항 제목(예: '{example}')이 있어야 합니다. "
        f"지금 첫 줄: {seen}",
        f"{answers.file}: not one column belongs to the questionnaire. The first row must hold the questions "
        f"(such as '{example}'). It now holds: {seen}",
    )


def _clash(sheet: Sheet, first: int, second: int) -> IntakeError:
    one, other = (sheet.reference(int(sheet.numbers[0]), column) for column in (first, second))
    heading = sheet.heading[second].strip()
    return IntakeError(
        f"{sheet.place}: {one}와 {other}가 같은 문항의 열입니다('{heading}'). 하나를 지우거나 제목을 고쳐 주십시오.",
        f"{sheet.place}: {one} and {other} are columns of one question ('{heading}'). "
        "Remove one or mend its heading.",
    )


def _companion(headings: Headings, heading: str, beside: str) -> str | None:
    return beside if headings.is_bare_other(heading, beside) else headings.companion(heading)


def _holds_something(sheet: Sheet, column: int) -> bool:
    return bool(sheet.columns[column].filled.any())


def _with_suggestions(
    strange: list[tuple[int, str]], absent: list[PartKey], questionnaire: Questionnaire
) -> tuple[Unmatched, ...]:
    names = {heading_key(name := name_of(questionnaire, key)): name for key in absent}
    numbers = {
        questionnaire.question(key.question).no: name_of(questionnaire, key) for key in reversed(absent)
    }

    def near(heading: str) -> str:
        if close := difflib.get_close_matches(heading_key(heading), names, n=1, cutoff=_ALIKE):
            return names[close[0]]
        number = _NUMBER.match(heading)
        return numbers.get(number[1], "") if number else ""

    return tuple(
        Unmatched(column, heading, near(heading) if position < _SUGGEST_UP_TO else "")
        for position, (column, heading) in enumerate(strange)
    )
