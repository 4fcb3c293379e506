"""The secretariat's list of responses that are not to count: which row of which file, and why."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from analysis.intake.errors import IntakeError
from analysis.intake.kept_list import read_kept_list

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
    found = read_kept_list(path, _CALLED)
    if found is None:
        return ()
    for required in _HEADING:
        if required not in found.columns:
            raise IntakeError(
                f"{path.name}: '{required}' 열이 없습니다. 첫 줄은 {','.join(_HEADING)}입니다.",
                f"{path.name}: there is no column '{required}'. The first row is {','.join(_HEADING)}.",
            )
    lines = []
    for row in found.rows:
        file, number, reason = (found.text(row, name) for name in _HEADING)
        told = _ROW.fullmatch(number)
        lines.append(
            LeaveOut(
                file, int(told[1]) if told else 0, reason, found.place(row, "row"), number,
                found.text(row, "sheet"),
            )
        )  # fmt: skip
    return tuple(lines)
