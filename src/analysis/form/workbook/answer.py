"""The cell of a workbook that an answer is written into: framed, unlocked, named, with its list or its rule.

A rule warns and never refuses: what was meant honestly can always be written.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from analysis.errors import DureError
from analysis.form.amount import amount_of
from analysis.form.body import AnswerCell
from analysis.form.workbook.behind import Behind
from analysis.form.workbook.looks import height, width
from analysis.form.workbook.page import Page, Place, Span
from analysis.language import message
from analysis.questionnaire.answer import Date, Money, Number

MARK = "○"
_LONGEST_TEXT = 32767
_LOWEST = 24.0  # points of a row with a box
_OPEN = 76.0  # … for an opinion
_INDENT = 12  # pixels before a text in a box


class AnswerWriter:
    """filled: what stands in the cells as the form is sent, by field name."""

    def __init__(self, page: Page, behind: Behind, filled: Mapping[str, str]) -> None:
        self.page, self.behind, self.filled = page, behind, filled
        self.first: Place | None = None  # where the first answer is written

    def write(self, cell: AnswerCell, span: Span) -> Place:
        """The cell in the current row."""
        text = self.filled.get(cell.field.name, "")
        form = self.page.looks.answer(cell.kind, known=bool(text))
        place = self.page.cell(span, "", form)
        self.first = self.first or place
        self._fill(place, cell, text, form)
        self.behind.name(cell.field.name, place)
        self.page.sheet.data_validation(
            place.row, place.column, place.row, place.column, self._rule(cell, place)
        )
        self.page.grow(_OPEN if cell.kind == "open" else _LOWEST)
        longest = max((text, *cell.choices), key=width)
        self.page.grow(height(longest, span.pixels - _INDENT))
        if cell.kind == "money":
            here = xl_rowcol_to_cell(place.row, place.column, True, True)
            whole = f"=IF(ISNUMBER({here}),{here}=INT({here}),FALSE)"
            options = {"type": "formula", "criteria": whole, "format": self.page.looks.whole_number()}
            self.page.sheet.conditional_format(place.row, place.column, place.row, place.column, options)
        return place

    def _fill(self, place: Place, cell: AnswerCell, text: str, form: Any) -> None:
        amount = amount_of(text) if cell.kind in ("number", "money") else None
        if amount is not None:
            self.page.sheet.write_number(place.row, place.column, amount, form)
        elif len(text) > _LONGEST_TEXT:
            raise DureError(
                f"서식의 칸({cell.field.name})에 넣을 글이 {len(text):,}자입니다. 엑셀의 한 칸에는 {_LONGEST_TEXT:,}자까지 들어갑니다.",
                f"the text for the cell {cell.field.name} has {len(text):,} letters; a cell takes {_LONGEST_TEXT:,}",
            )
        elif text:
            self.page.sheet.write_string(place.row, place.column, text, form)

    def _prompt(self, cell: AnswerCell) -> str:
        """What is shown beside the cell while it is filled in."""
        answer, language = cell.field.part.answer, self.page.language
        if self.filled.get(cell.field.name):
            return message("form.known", language)
        match answer:
            case Date():
                return message(f"form.hint.date.{answer.precision}", language)
            case Number() | Money():
                return message(
                    "form.hint.approximate" if answer.approximate else "form.prompt.number", language
                )
        return ""

    def _rule(self, cell: AnswerCell, place: Place) -> dict[str, Any]:
        """What may stand in the cell, with what is said while it is filled in and where it is doubtful."""
        language = self.page.language
        rule: dict[str, Any] = {"error_type": "warning", "input_message": self._prompt(cell)}
        rule |= {
            "error_title": message("form.doubt.title", language),
            "error_message": message(f"form.doubt.{cell.kind}", language),
        } if cell.kind in ("choice", "number", "money", "date") else {}  # fmt: skip
        match cell.field.part.answer:
            case _ if cell.kind in ("text", "open"):
                return rule | {"validate": "any"}
            case _ if cell.kind == "mark":
                return rule | {"validate": "list", "source": [MARK], "show_error": False}
            case Number() | Money() as answer if not answer.approximate:
                return rule | {"validate": "decimal"} | _between(answer.min, answer.max)
            case Date() as answer:
                return rule | {"validate": "custom", "value": _is_date(answer, place)}
            case _ if cell.kind == "choice":
                return rule | {"validate": "list", "source": self.behind.choices(cell.choices)}
        return rule | {"validate": "any"}


def _between(least: float | None, most: float | None) -> dict[str, Any]:
    if least is not None and most is not None:
        return {"criteria": "between", "minimum": least, "maximum": most}
    if least is not None:
        return {"criteria": ">=", "value": least}
    if most is not None:
        return {"criteria": "<=", "value": most}
    return {"criteria": "between", "minimum": -(10**15), "maximum": 10**15}


def _is_date(answer: Date, place: Place) -> str:
    """A formula: whether the cell holds a date so exact, written with - or . between its parts."""
    here = xl_rowcol_to_cell(place.row, place.column)
    written = f'SUBSTITUTE({here}&"",".","-")'
    if answer.precision == "year":
        low = answer.min.year if answer.min else 1000
        high = answer.max.year if answer.max else 2999
        return f"=IF(ISNUMBER(VALUE({here})),AND(VALUE({here})>={low},VALUE({here})<={high}),FALSE)"
    day = "-1" if answer.precision == "month" else ""
    return f'=ISNUMBER(DATEVALUE({written}&"{day}"))'
