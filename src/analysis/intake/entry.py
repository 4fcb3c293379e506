"""Workbooks into which answers from paper were typed: which sheet is the first entry and which the second, which row is
which paper.

What a sheet is, the code in it says, whatever the sheet is called and whatever program saved it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from analysis.form.code import FormCode
from analysis.form.entry.code import TYPIST, Turn, read_entry_code
from analysis.form.fields import PREFIX, fields_of
from analysis.intake.columns.matching import Matching, Unmatched
from analysis.intake.columns.of_fields import match_fields
from analysis.intake.errors import IntakeError, NoAnswers
from analysis.intake.sheet import AnswerFile, Row, Sheet, SheetColumn
from analysis.language.text import match_key
from analysis.questionnaire.questionnaire import Questionnaire

_LOOK = 10  # rows in which the code is looked for


@dataclass(frozen=True)
class Entry:
    """The papers that were typed into one sheet, once.

    matching  a row a paper; its `serial` is the column of their numbers
    numbered  rows with the number of a paper and nothing else; they are left out
    """

    turn: Turn
    matching: Matching
    numbered: int = 0


def entries(answers: AnswerFile, questionnaire: Questionnaire) -> tuple[Entry, ...]:
    """The sheets into which anything was typed; none where the file is no such workbook.

    Raises IntakeError for the workbook of another survey or year, and for one into which nothing was typed.
    """
    found = [(sheet, at, column) for sheet in answers.sheets for at, column in _code_cells(sheet)]
    for sheet, at, column in found:
        _refuse_other(answers.file, _code(sheet, at, column)[1], questionnaire)
    read = [_entry(sheet, at, column, questionnaire) for sheet, at, column in found]
    typed = tuple(entry for entry in read if len(entry.matching.sheet) > 1)
    if found and not typed:
        raise NoAnswers(
            f"{answers.file}: 입력 파일에 적힌 응답이 한 줄도 없습니다. 아직 입력하지 않았으면 입력한 뒤에 넣어 주십시오.",
            f"{answers.file}: nothing was typed into this workbook yet. Put it here once it is filled in.",
        )
    return typed


def no_first_entry(file: str) -> IntakeError:
    """Why a workbook of second entries cannot be read where nobody typed the first."""
    return IntakeError(
        f"{file}: '2차 입력'에만 적혀 있습니다. 2차는 1차와 견주는 데에만 씁니다. 1차 입력이 든 파일을 같은 폴더에 넣거나, "
        "한 번만 입력했으면 그 줄들을 '1차 입력'에 붙여 넣어 주십시오.",
        f"{file}: only the second entry was typed, which is there to be compared with the first. Put the workbook "
        "with the first entry into the same folder; if the papers were typed once, paste the rows into the first.",
    )


def paper_key(text: str) -> str:
    """What two writings of a paper's number have in common: 7 of "7", "007", "No. 7", "7번"."""
    key = match_key(text).removeprefix("no").lstrip(".").removesuffix("번")
    return str(int(key)) if key.isdecimal() else key


def _code_cells(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Row (counted from 0 among those that hold anything) and column of the code; nothing where there is none."""
    for at, row in enumerate(sheet.first_rows(_LOOK)):
        for column, cell in enumerate(row.cells):
            if read_entry_code(cell.text):
                yield at, column
                return


def _code(sheet: Sheet, at: int, column: int) -> tuple[Turn, FormCode]:
    code = read_entry_code(sheet.columns[column].at(at).text)
    assert code
    return code


def _entry(sheet: Sheet, at: int, serial: int, questionnaire: Questionnaire) -> Entry:
    """at: the row of the names; its first cell is that of the code, over the numbers of the papers."""
    (names,) = (row for row in sheet.first_rows(at + 1)[at:])
    known = {field.name for field in fields_of(questionnaire)}
    named = {
        cell.text.strip().lower(): column for column, cell in enumerate(names.cells) if cell.text.strip()
    }
    own = {serial, named.get(TYPIST, serial)}
    heading = np.zeros(len(sheet), dtype=bool)
    heading[0] = True
    below = np.arange(len(sheet)) > at
    filled = np.zeros(len(sheet), dtype=bool)
    for column, cells in enumerate(sheet.columns):
        if column not in own:
            filled |= cells.filled
    numbered = int((below & ~filled & sheet.columns[serial].filled).sum())
    rest = sheet.only(heading | (below & filled))
    strange = tuple(
        Unmatched(column, _called(names, column, rest), int(cells.filled[1:].sum()))
        for column, cells in enumerate(rest.columns)
        if column not in own and _name(names, column) not in known and cells.filled[1:].any()
    )
    matching = match_fields(
        rest,
        {name: column for name, column in named.items() if name in known},
        questionnaire,
        unmatched=strange,
        ignored=tuple(sorted(own)),
        serial=serial,
    )
    return Entry(_code(sheet, at, serial)[0], matching, numbered)


def _name(names: Row, column: int) -> str:
    return names.cells[column].text.strip().lower()


def _called(names: Row, column: int, sheet: Sheet) -> str:
    return sheet.heading[column] or _name(names, column).removeprefix(PREFIX)


def papers(matching: Matching) -> list[str]:
    """The key of the paper of every row of answers; "" where it has no number."""
    assert matching.serial is not None
    column: SheetColumn = matching.sheet.columns[matching.serial]
    keys = [paper_key(text) for text in column.texts.to_pylist()]
    return [keys[at] for at in column.which[matching.sheet.heading_rows :].tolist()]


def _refuse_other(file: str, code: FormCode, questionnaire: Questionnaire) -> None:
    if (code.survey, code.year) != (questionnaire.survey, questionnaire.year):
        folder = f"data/raw/{code.year}/{code.survey}/"
        raise IntakeError(
            f"{file}: 다른 조사('{code.survey}', {code.year}년)의 입력 파일입니다. {folder} 폴더로 옮겨 주십시오.",
            f"{file}: this is the data entry workbook of another survey ('{code.survey}', {code.year}). Move it to "
            f"{folder}.",
        )
