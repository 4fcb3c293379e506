"""A sheet of a form on its way down the page: rows as high as their texts, questions kept whole in print."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from analysis.form.workbook.looks import PIXELS, POINTS, Looks, height, size
from analysis.new_workbook import FONT

A4 = 9
COLUMNS = 12  # beside the column of the numbers; a sheet with a wide table has more
NUMBERS, COLUMN = 46, 52  # the widths of the first and the others, in pixels
_A4_INCHES = (8.27, 11.69)
_MARGINS = {"left": 0.55, "right": 0.55, "top": 0.6, "bottom": 0.75}
_HIGHEST = 400.0  # points of a row; Excel takes 409
_SPARE = 0.96  # of a printed page's height that is filled, as row heights differ a little between programs


class Place(NamedTuple):
    """A cell of the book, counted from 0."""

    sheet: str
    row: int
    column: int

    def __str__(self) -> str:
        """As a formula names it: "'A. 현황'!$C$5"."""
        return f"{quoted(self.sheet)}!{xl_rowcol_to_cell(self.row, self.column, True, True)}"


def area(first: Place, rows: int) -> str:
    """So many cells downwards, as a formula names them: "'dure'!$C$5:$C$9"."""
    last = xl_rowcol_to_cell(first.row + rows - 1, first.column, True, True)
    return f"{first}:{last}"


class Span(NamedTuple):
    """Columns of a sheet: how many from which on, 0 being the column of the numbers."""

    first: int
    count: int

    @property
    def pixels(self) -> int:
        return self.count * COLUMN + (NUMBERS - COLUMN if self.first == 0 else 0)


WHOLE = Span(1, COLUMNS)


class Page:
    """row: the next to be written, counted from 0. wide: columns beside that of the numbers."""

    def __init__(self, sheet: Worksheet, looks: Looks, language: str, wide: int = COLUMNS) -> None:
        self.sheet, self.looks, self.language, self.wide = sheet, looks, language, wide
        self.row = 0
        self._heights: dict[int, float] = {}
        self._starts: list[int] = []
        sheet.hide_gridlines(2)
        sheet.set_column_pixels(0, 0, NUMBERS)
        sheet.set_column_pixels(1, wide, COLUMN)

    @property
    def name(self) -> str:
        return str(self.sheet.get_name())

    def begin_block(self) -> None:
        """From here on rows stay on one printed page, if there is room for them."""
        self._starts.append(self.row)

    def write(self, span: Span, text: str, look: str) -> None:
        """A text in the row, which grows for it."""
        self.cell(span, text, self.looks.of(look))
        self.grow(height(text, span.pixels, size(look), close=look in ("item", "hint", "asked_of", "known")))

    def cell(self, span: Span, text: str, form: Format) -> Place:
        """A cell over these columns of the row; no text makes it a formula or a link."""
        last = span.first + span.count - 1
        if span.count > 1:
            self.sheet.merge_range(self.row, span.first, self.row, last, "", form)
        if text:
            self.sheet.write_string(self.row, span.first, text, form)
        elif span.count == 1:
            self.sheet.write_blank(self.row, span.first, None, form)
        return Place(self.name, self.row, span.first)

    def formula(self, span: Span, formula: str, value: str | float, form: Format) -> Place:
        """A locked cell that counts, and what it comes to now."""
        place = self.cell(span, "", form)
        self.sheet.write_formula(self.row, span.first, formula, form, value)
        return place

    def grow(self, points: float) -> None:
        """Make the row at least so high."""
        self._heights[self.row] = min(_HIGHEST, max(self._heights.get(self.row, 0.0), points))

    def next(self, gap: float = 0.0) -> None:
        """Go on to the next row; with a gap, leave a row of that height empty."""
        self.row += 1
        if gap:
            self.grow(gap)
            self.row += 1

    def finish(self, footer: str, repeated: Sequence[int] = ()) -> None:
        """Set heights and how it prints: A4, one page wide, no question cut where it can be kept whole. The first
        row is for the screen. repeated: rows that head every page; without them it is to be one page."""
        for row, points in self._heights.items():
            self.sheet.set_row(row, round(points, 2))
        last = max(1, self.row - 1)
        self.sheet.print_area(1, 0, last, self.wide)
        self.sheet.set_paper(A4)
        self.sheet.set_portrait()
        self.sheet.set_margins(**_MARGINS)
        self.sheet.center_horizontally()
        self.sheet.fit_to_pages(1, 0 if repeated else 1)
        if repeated:
            self.sheet.repeat_rows(repeated[0], repeated[-1])
            self.sheet.set_h_pagebreaks(self._breaks(last, repeated))
        face = f'&"{FONT[self.language]},Regular"'
        self.sheet.set_footer(f"&L{face}&8 {_plain(footer)}&R{face}&9&P / &N")

    def _breaks(self, last: int, repeated: Sequence[int]) -> list[int]:
        """The rows before which a new printed page begins."""
        wide = (_A4_INCHES[0] - _MARGINS["left"] - _MARGINS["right"]) * PIXELS
        smaller = max(1.0, Span(0, self.wide + 1).pixels / wide)
        high = (_A4_INCHES[1] - _MARGINS["top"] - _MARGINS["bottom"]) * POINTS * smaller
        room = high * _SPARE - sum(self._high(row) for row in repeated)
        used, breaks = 0.0, list[int]()
        starts = [start for start in self._starts if start <= last]
        for start, end in zip(starts, [*starts[1:], last + 1], strict=True):
            high = sum(self._high(row) for row in range(start, end))
            if used and used + high > room:
                breaks.append(start)
                used = 0.0
            used = (used + high) % room if used + high > room else used + high
        return breaks

    def _high(self, row: int) -> float:
        return self._heights.get(row, 15.0)


def quoted(sheet: str) -> str:
    """The name of a sheet as a formula writes it."""
    return "'" + sheet.replace("'", "''") + "'"


def _plain(text: str) -> str:
    """Letters of a footer that mean nothing else."""
    return text.replace("&", "&&")[:150]
