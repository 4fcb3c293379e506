"""The lines of a ledger file: named cells that know their file and row."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from analysis.intake import read_answers
from analysis.intake.errors import NoAnswers
from analysis.intake.sheet import cell_at
from analysis.language.text import legible
from analysis.ledger.errors import LedgerError


@dataclass(frozen=True)
class Row:
    """One line of a CSV file: its cells by the heading of their column, composed (NFC), legible and trimmed."""

    file: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def required(self, column: str) -> str:
        """The text of a cell that has to be filled in."""
        if not self.cells[column]:
            raise self.error("empty", column=column)
        return self.cells[column]

    def error(self, rule: str, **fields: object) -> LedgerError:
        """The error `rule` at this line."""
        return LedgerError(self.file, self.line, rule, **fields)


def read_rows(path: Path, columns: tuple[str, ...], optional: tuple[str, ...] = ()) -> Iterator[Row]:
    """The lines of a CSV file that has at least `columns`; where `optional` ones are missing, their cells are "".

    Other columns are the keeper's own.

    Every line has an `id` of its own; there is none in a file of nothing but its heading. Raises LedgerError; IntakeError for a file that cannot be read at all.
    """
    if not path.is_file():
        raise LedgerError(path.name, 0, "no_file", folder=path.parent.as_posix())
    try:
        sheet = read_answers(path).sheets[0]
    except NoAnswers:  # nothing has happened yet
        return
    heading = [_tidy(text) for text in sheet.heading]
    for column in columns:
        if column not in heading:
            line = sheet.rows[0].number
            raise LedgerError(path.name, line, "no_column", column=column, columns=", ".join(columns))
    places = {column: heading.index(column) for column in (*columns, *optional) if column in heading}
    first: dict[str, int] = {}
    for row in sheet.body:
        cells = {name: _tidy(cell_at(row, at).text) for name, at in places.items()}
        made = Row(path.name, row.number, dict.fromkeys(optional, "") | cells)
        name = made.required("id")
        if name in first:
            raise made.error("same_id", id=name, first=first[name])
        first[name] = made.line
        yield made


def _tidy(text: str) -> str:
    return legible(unicodedata.normalize("NFC", text)).strip()
