"""Forms saved as Hangul documents (.hwpx).

The name of a cell is an attribute of the cell itself. It stays with it when rows are inserted and tables moved; a row
that is copied has the names twice.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from analysis.form.code import CODE, read_code
from analysis.form.fields import PREFIX
from analysis.intake.forms.evidence import KOREA, told_time
from analysis.intake.forms.returned import FormCell, LooseText, ReturnedForm, Spot
from analysis.intake.forms.spreadsheet import is_form_name
from analysis.intake.readers.bounds import check_unpacked
from analysis.intake.readers.damage import opening
from analysis.intake.readers.hangul_text import HangulText, TableCell, sections_of, table_title, text_of
from analysis.intake.readers.package import attribute, elements, open_package
from analysis.intake.sheet import EMPTY, Cell
from analysis.zipped import Archive

OUTSIDE = "본문"  # the page of the lines that stand in no table
_CONTENTS = "Contents/content.hpf"
_MARKS = (PREFIX.encode(), CODE.encode())
_LONGEST = max(map(len, _MARKS))
_BLOCK = 1 << 16  # bytes


def hangul_fields(path: Path) -> ReturnedForm | None:
    """The form that the document is; None where no cell of it has a name of a form, for which its bytes are looked
    through and nothing is parsed.

    A table is a page of the form, "표 5". Raises IntakeError for a document that is damaged, too large, or locked.
    """
    with (
        opening(path, "한글 문서(.hwpx)", "the Hangul document (.hwpx)", "한글", "Hangul"),
        open_package(path, "한글", "Hangul") as archive,
    ):
        return _form(archive, path.name)


def fields_in(file: IO[bytes], name: str, size: int) -> ReturnedForm | None:
    """The same of an open document of that many bytes. Raises whatever the damage happens to cause."""
    with Archive(file) as archive:
        check_unpacked(name, sum(part.file_size for part in archive.infolist()), size)
        return _form(archive, name)


def _form(archive: Archive, file: str) -> ReturnedForm | None:
    if not any(_has_names(archive, section) for section in sections_of(archive)):
        return None
    text = text_of(archive)
    named = list(_named(text))
    if not named:
        return None
    codes = [cell.text.strip() for _, cell in named if cell.name.lower() == CODE]
    code = next(filter(read_code, codes), next(iter(codes), ""))
    return ReturnedForm(
        file,
        read_code(code),
        tuple(_form_cell(page, cell) for page, cell in named if cell.name.lower() != CODE),
        code,
        loose=tuple(_loose(text)),
        saved=_saved(archive),
    )


def _has_names(archive: Archive, section: str) -> bool:
    """Whether the letters of such a name are in that part."""
    with archive.raw(section) as content:
        before = b""
        while block := content.read(_BLOCK):
            if any(mark in before + block for mark in _MARKS):
                return True
            before = block[-_LONGEST:]
    return False


def _named(text: HangulText) -> Iterator[tuple[str, TableCell]]:
    for number, table in enumerate(text.tables, start=1):
        for cell in table:
            if is_form_name(cell.name):
                yield table_title(number), cell


def _form_cell(page: str, cell: TableCell) -> FormCell:
    spot = Spot(page, cell.row + 1, cell.column)
    return FormCell(cell.name.lower(), Cell(cell.text, cell.text) if cell.text else EMPTY, spot.place, spot)


def _loose(text: HangulText) -> Iterator[LooseText]:
    for number, table in enumerate(text.tables, start=1):
        for cell in table:
            if cell.text.strip() and not is_form_name(cell.name):
                yield LooseText(cell.text.strip(), Spot(table_title(number), cell.row + 1, cell.column))
    for number, line in enumerate(text.lines, start=1):
        if line.strip():
            yield LooseText(line.strip(), Spot(OUTSIDE, number, 0))


def _saved(archive: Archive) -> dt.datetime | None:
    if _CONTENTS not in archive.NameToInfo:
        return None
    found = (
        element.text or ""
        for event, name, element in elements(archive, _CONTENTS)
        if (event, name) == ("end", "meta") and attribute(element, "name") == "ModifiedDate"
    )
    return told_time(next(found, ""), otherwise=KOREA)
