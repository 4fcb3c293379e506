"""A list that the secretariat keeps beside or among the answers: corrections, what is left out, counts of the frame.

It goes by its name, <survey>.<kind>.csv or of another kind of file, and its columns by theirs, in either language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from analysis.intake.errors import NoAnswers
from analysis.intake.read import read_answers
from analysis.intake.sheet import Row, Sheet, cell_at, reference


@dataclass(frozen=True, eq=False)
class KeptList:
    """columns: positions in the sheet by our names of them, or as they are headed where we have none."""

    sheet: Sheet
    columns: Mapping[str, int]

    @property
    def rows(self) -> tuple[Row, ...]:
        return self.sheet.body

    def text(self, row: Row, name: str) -> str:
        """What stands there; "" in a column that the list does not have."""
        return cell_at(row, self.columns[name]).text.strip() if name in self.columns else ""

    def place(self, row: Row, name: str = "") -> tuple[str, str]:
        """The file, and the cell in the column of that name; without a name, the cell in which the row begins."""
        return self.sheet.file, reference(row.number, self.columns.get(name, 0))


def read_kept_list(path: Path, called: Mapping[str, str]) -> KeptList | None:
    """The list in a file; None where it holds nothing below its heading. `called`: our names of headings.

    Raises IntakeError where the file cannot be read.
    """
    if not path.stat().st_size:
        return None
    try:
        sheet = read_answers(path).sheets[0]
    except NoAnswers:
        return None
    names = ["".join(heading.split()).lower() for heading in sheet.heading]
    return KeptList(sheet, {called.get(name, name): at for at, name in enumerate(names)})


def kept_lists(year: Path, survey: str, kind: str) -> tuple[Path, ...]:
    """The lists of that kind of a survey in the raw folder of a year: <survey>.<kind>.csv, or of another kind of file."""
    begins = f"{survey}.{kind}."
    return tuple(sorted(path for path in year.glob("*") if path.name.lower().startswith(begins)))


def is_kept_list(path: Path, kind: str) -> bool:
    """Whether a file goes by the name of such a list: <kind>.csv, <survey>.<kind>.csv, …"""
    return f".{path.name.lower()}".rpartition(".")[0].endswith(f".{kind}")
