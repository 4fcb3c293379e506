"""All released tables of a survey in one .xlsx: a sheet of contents, then one sheet a question.

Numbers are numbers, with a format; "X" and "-" are text, so that nobody takes a hidden value for none. No
text is ever a formula or a link, whatever a survey's words begin with. Nothing in the file depends on when or
where it was made.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from analysis.language import message
from analysis.narrative import Figure, show_cell
from analysis.release import Bundle
from analysis.report.face import Entry, Face
from analysis.report.figure_block import banner_words, notes_of, source_of
from analysis.report.front import title_of
from analysis.report.layout import faces
from analysis.tables import Table
from analysis.whole import write_whole

MADE = dt.datetime(2000, 1, 1)  # a file that is made twice is the same twice
LONGEST_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_NUMBER = re.compile(r"[-△]?\d[\d,]*(\.\d+)?")
NARROWEST, WIDEST = 8, 42
WORDS = 22  # the width of a column of words


def write_workbook(bundle: Bundle, to: Path, language: str = "ko") -> None:
    """Write the workbook, whole or not at all."""
    content = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(content, options) as book:
        book.set_properties({
            "title": title_of(bundle, language), "company": bundle.publisher.text(language), "created": MADE,
            "comments": message("report.invented.banner", language) if bundle.invented else "",
        })  # fmt: skip
        _Writer(book, bundle, language).write()
    write_whole(to, content.getvalue())


@dataclass(frozen=True)
class _Sheet:
    """A question and where it stands in the book."""

    name: str
    tables: tuple[Table, ...]
    faces: tuple[Face, ...]

    @property
    def table(self) -> Table:
        """The one of all respondents."""
        return self.tables[0]


class _Writer:
    def __init__(self, book: xlsxwriter.Workbook, bundle: Bundle, language: str) -> None:
        self.book, self.bundle, self.language = book, bundle, language
        self.say = lambda key, **fields: message(f"report.{key}", language, **fields)
        base = {"font_name": "맑은 고딕" if language == "ko" else "Calibri", "font_size": 10, "valign": "top"}
        self._base = base
        self.plain = book.add_format(base)
        self.bold = book.add_format(base | {"bold": True})
        self.title = book.add_format(base | {"bold": True, "font_size": 14})
        self.small = book.add_format(base | {"font_color": "#5F6674", "font_size": 9})
        self.warning = book.add_format(base | {"bold": True, "font_color": "#9A4A0A"})
        self.link = book.add_format(base | {"font_color": "#1D568F", "underline": 1})
        self.head = book.add_format(
            base | {"bold": True, "text_wrap": True, "align": "right", "top": 2, "bottom": 1}
        )
        self.first = book.add_format(base | {"bold": True, "text_wrap": True, "top": 2, "bottom": 1})
        self.group = book.add_format(base | {"bold": True, "font_color": "#454C5A"})
        self._cells: dict[tuple[str, bool], Format] = {}

    def write(self) -> None:
        sheets = tuple(self._sheets())
        self._contents(sheets)
        for sheet in sheets:
            self._sheet(sheet)

    def _sheets(self) -> Iterator[_Sheet]:
        taken = {self.say("workbook.contents").casefold()}
        banners = banner_words(self.bundle.facts, self.language)
        for table in self.bundle.tables:
            if table.group:
                continue
            groups = (
                self.bundle.table(table.question, group) for group in self.bundle.groups(table.question)
            )
            tables = (table, *groups)
            name = _sheet_name(str(table.facts.get("no") or ""), table.title.text(self.language), taken)
            yield _Sheet(name, tables, faces(tables, banners, self.language))

    def _page(self, name: str) -> Worksheet:
        """A sheet that prints one page wide on A4."""
        page = self.book.add_worksheet(name)
        page.set_landscape()
        page.set_paper(9)  # A4
        page.fit_to_pages(1, 0)
        return page

    def _contents(self, sheets: tuple[_Sheet, ...]) -> None:
        page = self._page(self.say("workbook.contents"))
        page.set_column(0, 0, 8, self.plain)
        page.set_column(1, 1, 60, self.plain)
        page.set_column(2, 2, 30, self.plain)
        page.write_string(0, 0, title_of(self.bundle, self.language), self.title)
        row = 1
        lines = [self.bundle.publisher.text(self.language), self.say(f"edition.{self.bundle.audience}")]
        for line in lines:
            page.write_string(row, 0, line, self.small)
            row += 1
        if self.bundle.invented:
            page.write_string(row, 0, self.say("invented.banner"), self.warning)
            row += 1
        for words in self.bundle.protection:
            page.write_string(row, 0, words.text(self.language), self.small)
            row += 1
        page.write_string(row, 0, self.say("methods.signs_text"), self.small)
        row += 2
        for column, key in enumerate(("no", "title", "base")):
            page.write_string(row, column, self.say(f"workbook.{key}"), self.first)
        for at, sheet in enumerate(sheets, start=row + 1):
            page.write_string(at, 0, str(sheet.table.facts.get("no") or ""), self.plain)
            target = sheet.name.replace("'", "''")
            page.write_url(at, 1, f"internal:'{target}'!A1", self.link, sheet.table.title.text(self.language))
            page.write_string(at, 2, sheet.table.base.text(self.language), self.plain)
        page.freeze_panes(row + 1, 0)

    def _sheet(self, sheet: _Sheet) -> None:
        page = self._page(sheet.name)
        page.hide_gridlines(2)
        page.set_column(0, 0, _first_width(sheet.faces), self.plain)
        widest = max((len(_headings(face, self.language)) for face in sheet.faces), default=0)
        page.set_column(1, max(widest, 1), 11, self.plain)
        for column in sorted({column for face in sheet.faces for column in _words_at(face)}):
            page.set_column(column, column, WORDS, self.plain)
        page.write_string(0, 0, sheet.table.title.text(self.language), self.title)
        page.write_url(
            1, 0, f"internal:'{self.say('workbook.contents')}'!A1", self.link, self.say("workbook.back")
        )
        row = 2
        for label, text in (("workbook.asked", sheet.table.asked), ("workbook.base", sheet.table.base)):
            page.write_string(row, 0, f"{self.say(label)}: {text.text(self.language)}", self.small)
            row += 1
        if self.bundle.invented or sheet.table.facts.get("invented"):
            key = "invented.banner" if self.bundle.invented else "invented.tag"
            page.write_string(row, 0, self.say(key), self.warning)
            row += 1
        for face in sheet.faces:
            row = self._face(page, face, row + 1)
        for number, note in enumerate(notes_of(sheet.tables, self.language), start=1):
            page.write_string(row, 0, f"{self.say('caption.note')} {number}) {note}", self.small)
            row += 1
        source = source_of(sheet.table, self.bundle.invented, self.language)
        page.write_string(row, 0, f"{self.say('caption.source')} {source}", self.small)

    def _face(self, page: Worksheet, face: Face, row: int) -> int:
        """Write one face from `row` on; returns the row after it."""
        units = face.units(self.language)
        head = face.words + (" " if face.words and units else "")
        page.write_string(
            row, 0, head + (self.say("caption.unit", units=", ".join(units)) if units else ""), self.small
        )
        if face.groups:
            row += 1
            column = 1
            for words, span in face.groups:
                page.write_string(row, column, words, self.group)
                column += sum(max(1, len(heading.stats)) for heading in face.columns[:span])
        page.write_string(row + 1, 0, face.corner, self.first)
        words_at = _words_at(face)
        for column, words in enumerate(_headings(face, self.language), start=1):
            page.write_string(row + 1, column, words, self.first if column in words_at else self.head)
        row += 2
        for block in face.blocks:
            if block.words and block.lines:
                page.write_string(row, 0, f"[{block.words}]", self.group)
                row += 1
            for line in block.lines:
                page.write_string(row, 0, line.words, self.bold if line.total else self.plain)
                column = 1
                for heading, entry in zip(face.columns, line.entries, strict=True):
                    for at in range(max(1, len(heading.stats))):
                        if heading.text and isinstance(entry, str):
                            page.write_string(row, column, entry, self.bold if line.total else self.plain)
                        else:
                            self._entry(page, row, column, entry, at, line.total)
                        column += 1
                row += 1
        return row + 1

    def _entry(
        self, page: Worksheet, row: int, column: int, entry: Entry | str | None, at: int, total: bool
    ) -> None:
        if isinstance(entry, str):
            page.write_string(row, column, entry, self._format("@", total))
        elif entry is not None and at < len(entry.cells) and (cell := entry.cells[at]) is not None:
            shown = show_cell(entry.table, cell, self.language, unit=False)
            text = shown.text if isinstance(shown, Figure) else shown
            if _NUMBER.fullmatch(text):
                number, number_format = _as_number(text)
                page.write_number(row, column, number, self._format(number_format, total))
            else:
                page.write_string(row, column, text, self._format("@", total))

    def _format(self, number_format: str, bold: bool) -> Format:
        key = (number_format, bold)
        if key not in self._cells:
            self._cells[key] = self.book.add_format(
                self._base | {"num_format": number_format, "bold": bold, "align": "right", "bottom": 4,
                              "bottom_color": "#DAD7CF"}
            )  # fmt: skip
        return self._cells[key]


def _as_number(text: str) -> tuple[float, str]:
    """The number a page shows, and its format: the same digits, so that page and book never disagree."""
    decimals = len(text.partition(".")[2])
    number_format = "#,##0" + ("." + "0" * decimals if decimals else "")
    if text[0] == "△":  # a minus in accounts
        return -float(text[1:].replace(",", "")), f'{number_format};"△"{number_format}'
    return float(text.replace(",", "")), number_format


def _headings(face: Face, language: str) -> list[str]:
    """The headings, a column with count and share split in two."""
    found = []
    for column in face.columns:
        if len(column.stats) < 2:
            found.append(column.words)
        else:
            found += [
                f"{column.words} {message(f'report.workbook.{stat}', language)}" for stat in column.stats
            ]
    return found


def _words_at(face: Face) -> set[int]:
    """The places (from 1) of its columns of words."""
    found, column = set(), 1
    for heading in face.columns:
        if heading.text:
            found.add(column)
        column += max(1, len(heading.stats))
    return found


def _sheet_name(number: str, title: str, taken: set[str]) -> str:
    """ "C2 전반적 만족도": allowed letters only, at most 31, no name twice (whatever the case)."""
    whole = " ".join(_FORBIDDEN.sub(" ", f"{number} {title}").split()).strip("'") or "table"
    name, again = whole[:LONGEST_NAME].strip(" '"), 1
    while name.casefold() in taken:
        again += 1
        ending = f" ({again})"
        name = whole[: LONGEST_NAME - len(ending)].strip(" '") + ending
    taken.add(name.casefold())
    return name


def _first_width(shown: tuple[Face, ...]) -> int:
    """Wide enough for its labels: a Korean letter takes two places."""
    labels = [line.words for face in shown for block in face.blocks for line in block.lines]
    widths = [sum(2 if ord(letter) > 0x2E7F else 1 for letter in label) for label in labels]
    return min(WIDEST, max([NARROWEST, *widths]) + 2)
