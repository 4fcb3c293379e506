"""Forms saved as workbooks of old Excel (.xls)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.form.fields import PREFIX
from analysis.intake.forms.returned import LooseText, ReturnedForm, Spot
from analysis.intake.forms.spreadsheet import Name, form_of, is_form_name, page_of
from analysis.intake.readers.bounded import bounded_rows
from analysis.intake.readers.damage import opening
from analysis.intake.readers.old_workbook import rows_of
from analysis.intake.sheet import reference

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.book import Name as OldName
    from xlrd.sheet import Sheet as OldSheet

_VISIBLE = 0
_MARKS = (PREFIX.encode("ascii"), PREFIX.encode("utf-16-le"))


def read_old_workbook_form(path: Path) -> ReturnedForm | None:
    """The form that the workbook is; None where no cell of it has a name of a form.

    The library keeps nothing of formulas, so their results are among the loose texts; nor does the file say when it
    was saved in a place that is read here. Raises IntakeError for a damaged file.
    """
    data = path.read_bytes()
    if not any(mark in data for mark in _MARKS):
        return None
    import xlrd  # few files are of this kind

    with opening(path, "옛 엑셀 파일(.xls)", "the old workbook (.xls)", "엑셀", "Excel"):
        book = xlrd.open_workbook(
            file_contents=data, logfile=io.StringIO(), formatting_info=True, ragged_rows=True
        )
        with book:
            names = tuple(_names(book))
            if not names:
                return None
            pages = [
                page_of(
                    path.name,
                    sheet.name,
                    bounded_rows(path.name, sheet.name, rows_of(book, sheet)),
                    visible=sheet.visibility == _VISIBLE,
                    merged=tuple(_merged(sheet)),
                    formulas=None,
                    comments=tuple(_comments(sheet)),
                )
                for sheet in book.sheets()
            ]
            return form_of(path.name, names, pages)


def _names(book: Book) -> Iterator[Name]:
    titles = book.sheet_names()
    for name in book.name_obj_list:
        if is_form_name(name.name):
            owner = titles[name.scope] if 0 <= name.scope < len(titles) else ""
            yield Name(name.name, _spot(name, titles), owner)


def _spot(name: OldName, titles: list[str]) -> Spot | None:
    """The first cell; None where the formula of the name leads nowhere."""
    found = getattr(name.result, "value", None)
    if not isinstance(found, list) or not found:
        return None
    sheet, _, row, _, column, _ = found[0].coords
    return Spot(titles[sheet], row + 1, column) if 0 <= sheet < len(titles) else None


def _comments(sheet: OldSheet) -> Iterator[LooseText]:
    for (row, column), note in sheet.cell_note_map.items():
        if said := note.text.strip().removeprefix(f"{note.author}:").strip():
            yield LooseText(said, Spot(sheet.name, row + 1, column))


def _merged(sheet: OldSheet) -> Iterator[str]:
    for top, below, left, beyond in sheet.merged_cells:
        yield f"{reference(top + 1, left)}:{reference(below, beyond - 1)}"
