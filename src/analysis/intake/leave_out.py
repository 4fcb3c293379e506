"""The secretariat's list of responses that are not to count: which row of which file, and why."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from analysis.intake.errors import IntakeError
from analysis.intake.read import read_answers
from analysis.intake.sheet import cell_at, reference

_HEADING = ("file", "row", "reason")
_ROW = re.compile(r"\s*[A-Za-z]*(\d{1,9})\s*행?\s*")  # 7, A7 as findings name the cell, 7행


@dataclass(frozen=True)
class LeaveOut:
    """One line of the list.

    file    name of the file of answers
    row     number of the row in it, as spreadsheets count; 0 where it cannot be read
    place   the list and the cell in which the line begins
    """

    file: str
    row: int
    reason: str
    place: tuple[str, str]


def is_leave_out(path: Path) -> bool:
    """Whether a file among the answers is such a list: leave_out.csv, leave_out.xlsx, …"""
    return path.name.lower().partition(".")[0] == "leave_out"


def read_leave_out(path: Path) -> tuple[LeaveOut, ...]:
    """The lines of a list with the columns file, row and reason. Raises IntakeError where one is missing."""
    sheet = read_answers(path).sheets[0]
    columns = {heading.strip().lower(): column for column, heading in enumerate(sheet.heading)}
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
            )
        )
    return tuple(lines)
