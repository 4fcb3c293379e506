"""The lists on the hidden sheet of a data entry workbook: what drop-downs offer, and what may stand in a cell."""

from __future__ import annotations

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet


class EntryLists:
    """Each list stands once, in a column of its own."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._places: dict[tuple[str, ...], str] = {}

    def place(self, texts: tuple[str, ...]) -> str:
        """The range of the list, as formulas name it."""
        if texts not in self._places:
            column = len(self._places)
            for row, text in enumerate(texts):
                self._sheet.write_string(row, column, text)
            name, letter = self._sheet.get_name().replace("'", "''"), xl_col_to_name(column)
            self._places[texts] = f"'{name}'!${letter}$1:${letter}${len(texts)}"
        return self._places[texts]
