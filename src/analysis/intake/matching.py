"""Columns find their questions: exactly, or not at all. What is nearly right is suggested, never taken."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from analysis.intake.errors import IntakeError
from analysis.intake.headings import Headings, PartKey, heading_key, headings_of, name_of
from analysis.intake.sheet import AnswerFile, Sheet, cell_at, reference
from analysis.questionnaire.questionnaire import Questionnaire

_NUMBER = re.compile(r"\s*([A-Za-z]*\d+(?:[-_]\d+)*)\b")
_ALIKE = 0.75  # share of letters in common from which a heading is suggested (difflib's ratio)
_SUGGEST_UP_TO = 100  # columns; a file with more strange ones is another file
_LOOK_FOR_HEADING = 10  # rows


@dataclass(frozen=True)
class Unmatched:
    """A column that belongs to no question. near: the heading it may have been meant to be, "" where none is near."""

    column: int
    heading: str
    near: str = ""


@dataclass(frozen=True)
class Matching:
    """columns     the column (from 0) of each part that has one
    companions  the column in which a question's 기타 is spelt out
    unmatched   columns that hold something, for which the questionnaire has no question
    ignored     columns that the questionnaire says to ignore
    """

    sheet: Sheet
    columns: Mapping[PartKey, int]
    companions: Mapping[str, int] = field(default_factory=dict)
    unmatched: tuple[Unmatched, ...] = ()
    ignored: tuple[int, ...] = ()


def match_columns(sheet: Sheet, questionnaire: Questionnaire) -> Matching:
    """Which column answers which part of the questionnaire.

    Raises IntakeError where two columns claim one part.
    """
    headings = headings_of(questionnaire)
    ignore = {heading_key(text) for text in questionnaire.ignore_columns}
    columns: dict[PartKey, int] = {}
    companions: dict[str, int] = {}
    strange: list[tuple[int, str]] = []
    ignored: list[int] = []
    beside = ""  # the question whose columns stand immediately to the left
    for column, heading in enumerate(sheet.heading):
        if heading_key(heading) in ignore and heading.strip():
            ignored.append(column)
            beside = ""
        elif part := headings.part(heading):
            _claim(columns, part, column, sheet)
            beside = part.question
        elif question := _companion(headings, heading, beside):
            _claim(companions, question, column, sheet)
        elif _holds_something(sheet, column):
            strange.append((column, heading))
            beside = ""
    absent = [key for part in questionnaire.parts() if (key := PartKey(part.question, part.row, part.column)) not in columns]
    return Matching(sheet, columns, companions, _with_suggestions(strange, absent, questionnaire), tuple(ignored))


def choose_sheet(answers: AnswerFile, questionnaire: Questionnaire) -> Matching:
    """The sheet whose columns answer most of the questionnaire; the first of those that do equally.

    Raises IntakeError where no sheet answers any of it, saying so if the heading stands further down.
    """
    matchings = [match_columns(sheet, questionnaire) for sheet in answers.sheets]
    best = max(matchings, key=lambda matching: len(matching.columns))
    if best.columns:
        return best
    for sheet in answers.sheets:
        _refuse_late_heading(sheet, questionnaire)
    seen = ", ".join(text for text in answers.sheets[0].heading if text.strip())
    example = name_of(questionnaire, PartKey(*_first_part(questionnaire)))
    raise IntakeError(
        f"{answers.file}: 질문지와 맞는 열이 하나도 없습니다. 첫 줄에 문항 제목(예: '{example}')이 있어야 합니다. "
        f"지금 첫 줄: {seen[:120]}",
        f"{answers.file}: not one column belongs to the questionnaire. The first row must hold the questions "
        f"(such as '{example}'). It now holds: {seen[:120]}",
    )


def _claim(taken: dict, key: PartKey | str, column: int, sheet: Sheet) -> None:
    if key in taken:
        first, second = reference(sheet.rows[0].number, taken[key]), reference(sheet.rows[0].number, column)
        heading = sheet.heading[column].strip()
        place = " › ".join(part for part in (sheet.file, sheet.name) if part)
        raise IntakeError(
            f"{place}: {first}와(과) {second}이(가) 같은 문항의 열입니다('{heading}'). 하나를 지우거나 제목을 고쳐 주십시오.",
            f"{place}: {first} and {second} are columns of one question ('{heading}'). Remove one or mend its heading.",
        )
    taken[key] = column


def _companion(headings: Headings, heading: str, beside: str) -> str | None:
    return beside if headings.is_bare_other(heading, beside) else headings.companion(heading)


def _holds_something(sheet: Sheet, column: int) -> bool:
    return any(cell_at(row, column).text.strip() for row in sheet.rows)


def _with_suggestions(
    strange: list[tuple[int, str]], absent: list[PartKey], questionnaire: Questionnaire
) -> tuple[Unmatched, ...]:
    names = {heading_key(name := name_of(questionnaire, key)): name for key in absent}
    numbers = {questionnaire.question(key.question).no: name_of(questionnaire, key) for key in reversed(absent)}

    def near(heading: str) -> str:
        if close := difflib.get_close_matches(heading_key(heading), names, n=1, cutoff=_ALIKE):
            return names[close[0]]
        number = _NUMBER.match(heading)
        return numbers.get(number[1], "") if number else ""

    return tuple(
        Unmatched(column, heading, near(heading) if position < _SUGGEST_UP_TO else "")
        for position, (column, heading) in enumerate(strange)
    )


def _refuse_late_heading(sheet: Sheet, questionnaire: Questionnaire) -> None:
    headings = headings_of(questionnaire)
    for row in sheet.rows[1 : _LOOK_FOR_HEADING + 1]:
        if sum(headings.part(cell.text) is not None for cell in row.cells) >= 2:
            place = " › ".join(part for part in (sheet.file, sheet.name) if part)
            raise IntakeError(
                f"{place}: 문항 제목이 첫 줄이 아니라 {row.number}번째 줄에 있습니다. 그 위의 줄을 지워 주십시오.",
                f"{place}: the questions stand in row {row.number}, not in the first. Remove the rows above.",
            )


def _first_part(questionnaire: Questionnaire) -> tuple[str, str, str]:
    part = next(questionnaire.parts())
    return part.question, part.row, part.column
