"""One table on one sheet: headings that stay in sight, numbers in their formats, ready to print on A4."""

from __future__ import annotations

from functools import cached_property
from math import ceil

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from analysis.language.cell_text import cell_text
from analysis.report.book_table import BookTable, Head, Number, Row, Value

A4 = 9
FONT = {"ko": "맑은 고딕", "en": "Calibri"}
NARROWEST, WIDEST, WORDS = (
    8,
    42,
    60,
)  # the width of a column: of numbers at least, of labels and of words at most
LINE, SPARE = 14.0, 3.0  # the height of a line of text, and what is added to a row of them, in points


class Formats:
    """How cells of the book look; each made once."""

    def __init__(self, book: xlsxwriter.Workbook, language: str) -> None:
        self._book, self._made = book, dict[tuple[str, bool], Format]()
        self.language = language
        self._base = {"font_name": FONT[language], "font_size": 10, "valign": "vcenter"}

    def _of(self, **looks: object) -> Format:
        return self._book.add_format(self._base | looks)

    @cached_property
    def plain(self) -> Format:
        return self._of()

    @cached_property
    def label(self) -> Format:
        return self._of(text_wrap=True, bottom=4, bottom_color="#DAD7CF")

    @cached_property
    def bold(self) -> Format:
        return self._of(text_wrap=True, bold=True, bottom=4, bottom_color="#DAD7CF")

    @cached_property
    def title(self) -> Format:
        return self._of(bold=True, font_size=14)

    @cached_property
    def small(self) -> Format:
        return self._of(font_color="#5F6674", font_size=9)

    @cached_property
    def warning(self) -> Format:
        return self._of(bold=True, font_color="#9A4A0A")

    @cached_property
    def link(self) -> Format:
        return self._of(font_color="#1D568F", underline=1)

    @cached_property
    def group(self) -> Format:
        return self._of(bold=True, font_color="#454C5A")

    @cached_property
    def head(self) -> Format:
        return self._of(bold=True, text_wrap=True, align="right", valign="bottom", top=2, bottom=1)

    @cached_property
    def head_of_words(self) -> Format:
        return self._of(bold=True, text_wrap=True, valign="bottom", top=2, bottom=1)

    def value(self, number_format: str, bold: bool) -> Format:
        """Of numbers, and of the signs that stand in their place."""
        key = (number_format, bold)
        if key not in self._made:
            self._made[key] = self._of(
                num_format=number_format, bold=bold, align="right", bottom=4, bottom_color="#DAD7CF"
            )
        return self._made[key]


def new_sheet(book: xlsxwriter.Workbook, name: str, footer: str) -> Worksheet:
    """A sheet that prints one page wide on A4, with its page numbers."""
    page = book.add_worksheet(name)
    page.hide_gridlines(2)
    page.set_default_row(LINE + SPARE)
    page.set_row(0, 2 * LINE)
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    page.set_footer(f"&L&8 {footer.replace('&', '&&')}&R&8&P / &N")
    return page


def write_table(page: Worksheet, table: BookTable, formats: Formats, back: tuple[str, str] | None) -> None:
    """back: the words and the place of the way to the contents, where there are any."""
    page.write_string(0, 0, table.name, formats.title)
    if back:
        page.write_url(1, 0, back[1], formats.link, back[0])
    lines = [(text, formats.small) for text in table.above]
    lines += [(table.warning, formats.warning)] if table.warning else []
    lines.append((" ".join(filter(None, (table.what, table.units))), formats.small))
    for row, (text, looks) in enumerate(lines, start=2):
        page.write_string(row, 0, text, looks)
    first = _headings(page, table, 2 + len(lines), formats)
    for row, line in enumerate(table.rows, start=first):
        _line(page, row, line, table.heads, formats)
    for row, text in enumerate(table.below, start=first + len(table.rows) + 1):
        page.write_string(row, 0, text, formats.small)


def _headings(page: Worksheet, table: BookTable, row: int, formats: Formats) -> int:
    """Write the headings and fix them above what scrolls and on every printed page; returns the row below."""
    widths = [min(WIDEST, max([NARROWEST, *(_width(line.words) for line in table.rows if line.values)]) + 2)]
    widths += [_column_width(head, at, table.rows) for at, head in enumerate(table.heads)]
    for column, width in enumerate(widths):
        page.set_column(column, column, width, formats.plain)
    top = row
    if any(head.group for head in table.heads):
        before = ""
        for column, head in enumerate(table.heads, start=1):
            if head.group != before:
                page.write_string(row, column, head.group, formats.group)
            before = head.group
        row += 1
    page.write_string(row, 0, table.corner, formats.head_of_words)
    for column, head in enumerate(table.heads, start=1):
        page.write_string(row, column, head.words, formats.head_of_words if head.text else formats.head)
    words = [table.corner, *(head.words for head in table.heads)]
    page.set_row(row, LINE * max(map(_lines, words, widths)) + SPARE)
    page.freeze_panes(row + 1, 1)
    page.repeat_rows(top, row)
    return row + 1


def _line(page: Worksheet, row: int, line: Row, heads: tuple[Head, ...], formats: Formats) -> None:
    if not line.values:
        page.write_string(row, 0, line.words, formats.group)
        return
    words_of_line = cell_text(line.words, formats.language)
    page.write_string(row, 0, words_of_line, formats.bold if line.total else formats.label)
    for column, (head, value) in enumerate(zip(heads, line.values, strict=True), start=1):
        match value:
            case Number():
                page.write_number(row, column, value.value, formats.value(value.format, line.total))
            case str() if head.text:
                whole = cell_text(value, formats.language)
                page.write_string(row, column, whole, formats.bold if line.total else formats.label)
            case str():
                page.write_string(row, column, value, formats.value("@", line.total))
    words = [(line.words, WIDEST), *((value, WORDS) for value in line.values if isinstance(value, str))]
    high = max(_lines(text, wide) for text, wide in words)
    if high > 1:
        page.set_row(row, LINE * high + SPARE)


def _column_width(head: Head, at: int, rows: tuple[Row, ...]) -> int:
    """Of numbers so wide that each fits and no word of the heading is cut; of words so wide as they are long."""
    cells = [_shown_width(line.values[at]) for line in rows if line.values]
    if head.text:
        return min(WORDS, max([_width(head.words), *cells], default=0) + 2)
    return max([NARROWEST, *cells, *map(_width, head.words.split())]) + 1


def _shown_width(value: Value) -> int:
    if isinstance(value, Number):
        return len(f"{value.value:,.2f}")
    return _width(value or "")


def _width(text: str) -> int:
    """A Korean letter takes two places."""
    return sum(2 if ord(letter) > 0x2E7F else 1 for letter in text)


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column."""
    return ceil(_width(text) / width) or 1
