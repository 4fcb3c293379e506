"""The workbook of a questionnaire: a sheet for each kind of thing, drop-downs, and a guide in front."""

from __future__ import annotations

import io
from functools import cached_property
from math import ceil
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from analysis.errors import DureError
from analysis.language import message
from analysis.language.catalogue import catalogue
from analysis.new_workbook import FONT, new_workbook
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.questionnaire.write_scalar import width
from analysis.questionnaire_book.cell import shown
from analysis.questionnaire_book.layout import (
    BILINGUAL,
    CHOICES,
    SHEETS,
    Column,
    choice,
    heading_of,
    title_of,
)
from analysis.questionnaire_book.lines import FIELD, OPTIONAL
from analysis.questionnaire_book.rows import Row, at, rows_of

LONGEST = 32_767  # letters that a cell holds
_SPARE = 200  # rows below the last in which drop-downs work as well
_GROUPS = ("#E3EAF2", "#EFEAE0")  # colours behind the headings, in turn
_NOT_ASKED = "#ECECEC"  # behind a cell that the kind of its question has no use for


def write_book(questionnaire: Questionnaire, language: str = "ko") -> bytes:
    """The content of an .xlsx from which `read_book` reads an equal questionnaire; headings in `language`.

    Raises DureError where a text is longer than a cell can be.
    """
    content = io.BytesIO()
    book = new_workbook(content, {"title": questionnaire.title.text(language)})
    rows = rows_of(questionnaire)
    writing = _Writing(book, language)
    writing.guide(questionnaire)
    for sheet in SHEETS:
        if rows[sheet] or sheet not in OPTIONAL:
            (writing.survey if sheet == "survey" else writing.table)(sheet, rows[sheet])
    book.close()
    return content.getvalue()


class _Writing:
    def __init__(self, book: xlsxwriter.Workbook, language: str) -> None:
        self.book, self.language = book, language

    def guide(self, questionnaire: Questionnaire) -> None:
        """What the sheets are and what to mind, on one printed page."""
        sheet = self.sheet(message("questionnaire.book.guide.title", self.language))
        sheet.set_column(0, 0, 18)
        sheet.set_column(1, 1, 92)
        title = f"{questionnaire.title.text(self.language)} {questionnaire.year}"
        sheet.write_string(0, 0, title, self.format(bold=True, font_size=16, text_wrap=False))
        sheet.set_row(0, 30)
        lines = [("", message("questionnaire.book.guide.what", self.language))]
        lines += [
            (title_of(name, self.language), message(f"questionnaire.book.about.{name}", self.language))
            for name in SHEETS
            if name not in OPTIONAL
        ]
        lines += [
            ("", line) for line in message("questionnaire.book.guide.rules", self.language).splitlines()
        ]
        for row, (name, text) in enumerate(lines, start=2):
            if name:
                sheet.write_url(
                    row, 0, f"internal:'{name}'!A1", self.format(bold=True, font_color="#1D568F"), name
                )
            sheet.write_string(row, 1, text, self.format())
            sheet.set_row(row, _height([(text, 92)]) + 6)

    def survey(self, name: str, rows: list[Row]) -> None:
        """What holds of the whole survey, a line a field."""
        sheet = self.sheet(title_of(name, self.language))
        for column, letters in enumerate((24, 20, 60, 48, 60)):
            sheet.set_column(column, column, letters)
        heads = [
            message(f"questionnaire.book.head.{one}", self.language)
            for one in ("field", "key", "ko", "en", "about")
        ]
        for column, text in enumerate(heads):
            sheet.write_string(0, column, text, self.heading(0))
        sheet.write_string(1, 1, FIELD, self.name)
        sheet.freeze_panes(2, 1)
        for row, column in enumerate(SHEETS[name], start=2):
            both = column.name in BILINGUAL
            names = [f"{column.name}.ko", f"{column.name}.en"] if both else [column.name]
            sheet.write_string(row, 0, heading_of(column.name, self.language), self.format(bold=True))
            sheet.write_string(row, 1, column.name, self.name)
            for index, one in enumerate(names, start=2):
                self.cell(sheet, row, index, column, at(rows[0], one))
            sheet.write_string(row, 4, self.hint(column), self.small)
            said = [shown(column, at(rows[0], name), self.language) for name in names]
            sheet.set_row(row, _height([(said[0], 60), (said[-1], 48 if both else 60)]) + 2)
            self.drop_down(sheet, column, row, 2, row)

    def table(self, name: str, rows: list[Row]) -> None:
        """A row a thing, below headings of two rows; the second has the names of the fields."""
        sheet = self.sheet(title_of(name, self.language))
        columns = SHEETS[name]
        grouped = any(column.group for column in columns)
        top, group = int(grouped), -1
        for index, column in enumerate(columns):
            if column.group and name == "questions":
                group += 1
                text = message(f"questionnaire.book.group.{column.group}", self.language)
                sheet.write_string(
                    0, index, text, self.format(bold=True, font_color="#454C5A", text_wrap=False)
                )
            sheet.set_column(index, index, column.width)
            sheet.write_string(
                top, index, heading_of(column.name, self.language), self.heading(max(group, 0))
            )
            sheet.write_string(top + 1, index, column.name, self.name)
            if hint := self.hint(column):
                sheet.write_comment(top, index, hint, {"x_scale": 2.2, "y_scale": 1.2, "font_size": 10})
        sheet.set_row(top, 32)
        first = top + 2
        sheet.freeze_panes(first, 2)
        for row, cells in enumerate(rows, start=first):
            for index, column in enumerate(columns):
                self.cell(sheet, row, index, column, at(cells, column.name))
            texts = [
                (shown(column, at(cells, column.name), self.language), column.width) for column in columns
            ]
            sheet.set_row(row, _height(texts))
        last = first + len(rows) + _SPARE
        for index, column in enumerate(columns):
            self.drop_down(sheet, column, first, index, last)
            self.gray(sheet, columns, index, first, last)
        sheet.ignore_errors({"number_stored_as_text": f"A1:{xl_col_to_name(len(columns))}{last}"})
        sheet.autofilter(top + 1, 0, max(first, first + len(rows) - 1), len(columns) - 1)

    def cell(self, sheet: Worksheet, row: int, index: int, column: Column, value: Any) -> None:
        text = shown(column, value, self.language)
        if len(text) > LONGEST:
            start = f"{text[:30]}…"
            raise DureError(
                f"'{start}': 글이 {len(text):,}자라서 엑셀의 칸에 들어가지 않습니다(최대 {LONGEST:,}자).",
                f"'{start}': {len(text):,} letters do not fit into a cell of a workbook (at most {LONGEST:,}).",
            )
        number = _number(text) if column.kind == "number" else None
        if number is not None:
            sheet.write_number(row, index, number, self.plain_number)
        elif text:
            sheet.write_string(row, index, text, self.text)
        else:
            sheet.write_blank(row, index, None, self.text)

    def drop_down(self, sheet: Worksheet, column: Column, first: int, index: int, last: int) -> None:
        """A list to choose from; something else may be typed, for names may be written in English too."""
        if column.kind == "flag":
            words = [message("questionnaire.book.yes", self.language)]
        elif column.kind == "one" and column.choices:
            words = [choice(column.choices, value, self.language) for value in CHOICES[column.choices]]
        else:
            return
        sheet.data_validation(
            first, index, last, index, {"validate": "list", "source": words, "error_type": "information"}
        )

    def gray(self, sheet: Worksheet, columns: tuple[Column, ...], index: int, first: int, last: int) -> None:
        """What a question of its kind does not have shows gray."""
        names = [column.name for column in columns]
        if not columns[index].questions or "kind" not in names:
            return
        of = [choice("kind", kind, self.language) for kind in sorted(columns[index].questions)]
        kinds = [
            f"${xl_col_to_name(names.index(one))}{first + 1}"
            for one in ("kind", "answer.kind")
            if one in names
        ]
        fits = ",".join(f'{kind}="{one}"' for kind in kinds for one in of)
        sheet.conditional_format(
            first,
            index,
            last,
            index,
            {
                "type": "formula",
                "criteria": f'=AND({kinds[0]}<>"",NOT(OR({fits})))',
                "format": self.book.add_format({"bg_color": _NOT_ASKED}),
            },
        )

    def hint(self, column: Column) -> str:
        """What stands in the column, and what can be chosen."""
        key = f"questionnaire.book.hint.{column.name}"
        hint = message(key, self.language) if key in catalogue(self.language) else ""
        if column.choices and column.kind == "several":
            words = ", ".join(
                choice(column.choices, value, self.language) for value in CHOICES[column.choices]
            )
            hint = " ".join(filter(None, (hint, f"({words})")))
        return hint

    def sheet(self, title: str) -> Worksheet:
        sheet = self.book.add_worksheet(title)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        return sheet

    def format(self, **looks: object) -> Format:
        base = {"font_name": FONT[self.language], "font_size": 10, "valign": "top", "text_wrap": True}
        return self.book.add_format(base | looks)

    def heading(self, group: int) -> Format:
        return self.format(
            bold=True, bg_color=_GROUPS[group % 2], bottom=1, bottom_color="#8A8F99", valign="vcenter"
        )

    @cached_property
    def text(self) -> Format:
        return self.format(num_format="@", border=1, border_color="#DAD7CF")

    @cached_property
    def plain_number(self) -> Format:
        return self.format(border=1, border_color="#DAD7CF", align="left")

    @cached_property
    def name(self) -> Format:
        return self.format(font_size=8, font_color="#8A8F99", text_wrap=False)

    @cached_property
    def small(self) -> Format:
        return self.format(font_size=9, font_color="#5F6674")


def _height(texts: list[tuple[str, int]]) -> float:
    """Points that a row needs for its texts in columns of these widths."""
    lines = [sum(max(1, ceil(0.9 * width(line) / room)) for line in text.split("\n")) for text, room in texts]
    return min(15.0 * max(lines), 400.0)


def _number(text: str) -> float | None:
    """The number that a text is, where a cell holds it as exactly."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if abs(number) < 1e15 and float(f"{number:.15g}") == number else None
