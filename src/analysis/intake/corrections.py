"""The secretariat's list of answers put right: of whom, where, what stood there, what is right, why, and who says so.

It lies beside the folder of the survey, data/raw/<year>/<survey>.corrections.csv. What came is never written over.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from openpyxl.utils import column_index_from_string

from analysis.intake.errors import IntakeError
from analysis.intake.kept_list import KeptList, is_kept_list, kept_lists, read_kept_list
from analysis.intake.sheet import Row, Sheet
from analysis.language.text import match_key

COLUMNS = ("respondent", "question", "file", "sheet", "cell", "old", "new", "why", "who", "date")
_CALLED = {
    "응답자": "respondent", "문항": "question", "파일": "file", "시트": "sheet", "칸": "cell",
    "전": "old", "후": "new", "까닭": "why", "이유": "why", "누가": "who", "날짜": "date",
}  # fmt: skip
HEADING = tuple(name for name in _CALLED if name != "이유")  # as a list in Korean is headed
_REQUIRED = ("old", "new", "why", "who", "date")
_PLACES = (("respondent", "question"), ("file", "cell"))
_KIND = "corrections"
_MOST = 50_000  # lines: a longer list is another file of answers
_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9]\d{0,8})")
# A › before the cell: people type >, and Excel's plain CSV, which lacks the sign, makes it ?.
_ON_SHEET = re.compile(r"\s*[>?]\s*(?=\$?[A-Za-z]{1,3}\$?[1-9]\d*\s*\Z)")
_NAMED = re.compile(r"(.+?)(?:\s*,)?\s+([1-9]\d{0,8})\s*행?", re.DOTALL)  # "q1, 7행", as findings name it


@dataclass(frozen=True)
class Correction:
    """One line of the list, as it is written.

    respondent, question   whose answer to what; or
    file, sheet, cell      which cell of what came
    old, new               what stands there, and what is to be read instead; "" for an empty cell
    place                  the list and the cell in which the line begins
    """

    respondent: str = ""
    question: str = ""
    file: str = ""
    sheet: str = ""
    cell: str = ""
    old: str = ""
    new: str = ""
    why: str = ""
    who: str = ""
    date: str = ""
    place: tuple[str, str] = ("", "")

    @property
    def by_answer(self) -> bool:
        return bool(self.respondent and self.question)

    @property
    def by_cell(self) -> bool:
        return bool(self.file and self.cell)

    @property
    def where(self) -> str:
        """What the line is about, as it says itself."""
        named = " ".join(filter(None, (self.respondent, self.question)))
        return named or " › ".join(filter(None, (self.file, self.sheet, self.cell)))


def correction_lists(year: Path, survey: str) -> tuple[Path, ...]:
    """The lists of a survey in the raw folder of a year: <survey>.corrections.csv, or of another kind."""
    return kept_lists(year, survey, _KIND)


def is_correction_list(path: Path) -> bool:
    """Whether a file goes by the name of such a list: corrections.csv, <survey>.corrections.csv, …"""
    return is_kept_list(path, _KIND)


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """The lines of a list with the columns old, new, why, who, date, and respondent and question or file and cell.

    A line without new, why, who and date is one that nobody has filled in yet, and is passed over. Raises IntakeError
    where a column is missing, and for a list that is too long to be one.
    """
    found = read_kept_list(path, _CALLED)
    if found is None:
        return ()
    _refuse_without(path, found)
    if len(found.sheet) > _MOST:
        raise IntakeError(
            f"{path.name}: 고친 답이 {len(found.sheet):,}줄입니다. {_MOST:,}줄까지 읽습니다. 이렇게 많으면 목록이 아니라 새로 받은 응답일 "
            "수 있으니, 답 전체가 든 파일로 응답 폴더에 넣어 주십시오.",
            f"{path.name}: {len(found.sheet):,} lines of corrections; up to {_MOST:,} are read. So many may be a new file of "
            "answers: put that into the folder of the survey, with all answers in it.",
        )
    lines = (_line(found, row) for row in found.rows)
    return tuple(line for line in lines if any((line.new, line.why, line.who, line.date)))


def _refuse_without(path: Path, found: KeptList) -> None:
    missing = [name for name in _REQUIRED if name not in found.columns]
    if not missing and not any(all(name in found.columns for name in place) for place in _PLACES):
        missing = list(_PLACES[0])
    if missing:
        korean = {name: word for word, name in reversed(_CALLED.items())}
        raise IntakeError(
            f"{path.name}: '{korean[missing[0]]}({missing[0]})' 열이 없습니다. 첫 줄은 {','.join(HEADING)}입니다. "
            "응답자와 문항 대신 파일과 칸만 있어도 됩니다.",
            f"{path.name}: there is no column '{missing[0]}'. The first row is {','.join(COLUMNS)}; "
            "respondent and question will do, or file and cell.",
        )


def _line(found: KeptList, row: Row) -> Correction:
    return Correction(**{name: found.text(row, name) for name in COLUMNS}, place=found.place(row))


class AnswerCells:
    """The answers' cells of a sheet by what findings call them: "F2", "q1, 7행", or a place of a form."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        names = sheet.places or (sheet.heading if sheet.by_name else ())
        self._called: dict[str, list[int]] = defaultdict(list)
        for column, name in enumerate(names):
            self._called[match_key(name)].append(column)

    def find(self, cell: str) -> tuple[int, int] | None:
        """The row and the column (positions in the sheet); None where the sheet has no answers there."""
        sheet = self._sheet
        if sheet.places:
            at = self._called.get(match_key(_ON_SHEET.sub(" › ", cell)), ())
            return (sheet.heading_rows, at[0]) if len(at) == 1 else None
        if sheet.by_name:
            named = _NAMED.fullmatch(cell.strip())
            if not named or not (at := self._called.get(match_key(named[1]))):
                return None
            column, number = at[0], int(named[2])
        else:
            lettered = _CELL.fullmatch(cell.strip())
            if not lettered:
                return None
            column, number = column_index_from_string(lettered[1].upper()) - 1, int(lettered[2])
        row = int(np.searchsorted(sheet.numbers, number))
        found = sheet.heading_rows <= row < len(sheet) and sheet.numbers[row] == number
        return (row, column) if found and column < len(sheet.columns) else None
