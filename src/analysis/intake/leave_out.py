"""The secretariat's list of responses that are not to count: which row of which file, and why."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from analysis.intake.errors import IntakeError, NoAnswers
from analysis.intake.read import read_answers
from analysis.intake.sheet import cell_at, reference

_HEADING = ("file", "row", "reason")
_CALLED = {"파일": "file", "행": "row", "까닭": "reason", "이유": "reason", "시트": "sheet"}
_ROW = re.compile(r"\s*(?:\S+\s+)?[A-Za-z]*(\d{1,9})\s*행?\s*")  # 7, 7행; A7, q1 7 as findings name the cell


@dataclass(frozen=True)
class LeaveOut:
    """One line of the list.

    file    name of the file of answers
    row     number of the row in it, as spreadsheets count; 0 where it cannot be read
    place   the list and the cell in which the line begins
    written what stands there for the row
    sheet   its sheet, needed where several of the file hold answers
    """

    file: str
    row: int
    reason: str
    place: tuple[str, str]
    written: str = ""
    sheet: str = ""


def is_leave_out(path: Path) -> bool:
    """Whether a file among the answers is such a list: leave_out.csv, leave_out.xlsx, …"""
    return path.name.lower().partition(".")[0] == "leave_out"


def read_leave_out(path: Path) -> tuple[LeaveOut, ...]:
    """The lines of a list with the columns file, row and reason, and perhaps sheet; none of a list without lines.

    Raises IntakeError where a column is missing.
    """
    if not path.stat().st_size:
        return ()
    try:
        sheet = read_answers(path).sheets[0]
    except NoAnswers:
        return ()
    names = [heading.strip().lower() for heading in sheet.heading]
    columns = {_CALLED.get(name, name): column for column, name in enumerate(names)}
    for required in _HEADING:
        if required not in columns:
            raise IntakeError(
                f"{path.name}: '{required}' 열이 없습니다. 첫 줄은 {','.join(_HEADING)}입니다.",
                f"{path.name}: there is no column '{required}'. The first row is {','.join(_HEADING)}.",
            )
    lines = []
    for row in sheet.body:
        file, number, reason = (cell_at(row, columns[name]).text.strip() for name in _HEADING)
        found = _ROW.fullmatch(number)
        lines.append(
            LeaveOut(
                file,
                int(found[1]) if found else 0,
                reason,
                (path.name, reference(row.number, columns["row"])),
                number,
                cell_at(row, columns["sheet"]).text.strip() if "sheet" in columns else "",
            )
        )
    return tuple(lines)
