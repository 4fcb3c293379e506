"""What all sheets of a form share: the names of cells, and a hidden sheet of lists and counts."""

from __future__ import annotations

from collections.abc import Sequence

import xlsxwriter

from analysis.form.fields import HIDDEN
from analysis.form.gates import Gate
from analysis.form.workbook.page import Place, area

_LONGEST_LIST = 255  # letters of a list that stands in the rule itself
_FIRST_LIST = 10  # column of the hidden sheet


class Behind:
    """The hidden sheet. Column A says what a row is about, B whether it is asked, C what is open, D and on are of
    the rows of tables; lists that are too long for a rule stand from column K on, one a column."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self.sheet = book.add_worksheet(HIDDEN)
        self.sheet.very_hidden()
        self._lists: dict[tuple[str, ...], str] = {}
        self.row = 0

    def name(self, name: str, place: Place) -> None:
        """Give a cell of the book a name."""
        self._book.define_name(name, f"={place}")

    def gate(self, gate: Gate, column: int) -> None:
        """A cell that says whether a question is asked, in the current row."""
        self.sheet.write_formula(self.row, column, gate.formula, None, gate.state)
        self.name(gate.name, Place(HIDDEN, self.row, column))

    def choices(self, texts: Sequence[str]) -> list[str] | str:
        """What a rule of a cell takes as its list: the texts, or the name of where they stand."""
        texts = tuple(texts)
        plain = all(text == text.strip() and not {",", '"'} & set(text) for text in texts)
        if plain and len(",".join(texts).encode("utf-16-le")) // 2 <= _LONGEST_LIST:
            return list(texts)
        if texts not in self._lists:
            column = _FIRST_LIST + len(self._lists)
            for row, text in enumerate(texts):
                self.sheet.write_string(row, column, text)
            name = f"dure_list_{len(self._lists) + 1}"
            self._book.define_name(name, f"={area(Place(HIDDEN, 0, column), len(texts))}")
            self._lists[texts] = f"={name}"
        return self._lists[texts]
