"""Forms saved as OpenDocument spreadsheets (.ods)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element

from analysis.form.fields import PREFIX
from analysis.intake.forms.evidence import KOREA, told_time
from analysis.intake.forms.returned import LooseText, ReturnedForm, Spot
from analysis.intake.forms.spreadsheet import Name, Page, form_of, is_form_name, page_of, spot_of
from analysis.intake.readers.bounded import bounded_rows
from analysis.intake.readers.damage import opening
from analysis.intake.readers.open_document import CONTENT, ROW, concealed_styles, rows_of, times_of
from analysis.intake.readers.package import attribute, elements, local, open_package
from analysis.intake.sheet import reference
from analysis.zipped import Archive

_META = "meta.xml"
_BLOCK = 1 << 20  # bytes


class _Odd(NamedTuple):
    """formulas  cells that a formula fills
    merged    ranges of cells that were made one
    comments  cells with what is pinned to them
    """

    formulas: set[tuple[int, int]]
    merged: list[str]
    comments: list[tuple[int, int, str]]


def read_open_document_form(path: Path) -> ReturnedForm | None:
    """The form that the spreadsheet is; None where no cell of it has a name of a form: it is unpacked to be sure,
    but not parsed.

    Raises IntakeError for a file that is damaged, too large or locked by a password.
    """
    with (
        opening(
            path, "오픈도큐먼트 파일(.ods)", "the OpenDocument file (.ods)", "리브레오피스", "LibreOffice"
        ),
        open_package(path, "리브레오피스", "LibreOffice") as archive,
    ):
        if not _mentions(archive, PREFIX.encode("ascii")):
            return None
        names = tuple(_names(archive))
        if not names:
            return None
        pages = tuple(_pages(path.name, archive))
        return form_of(path.name, names, pages, saved=_saved(archive))


def _mentions(archive: Archive, mark: bytes) -> bool:
    before = b""
    with archive.raw(CONTENT) as part:
        while block := part.read(_BLOCK):
            if mark in before + block:
                return True
            before = block[-len(mark) :]
    return False


def _names(archive: Archive) -> Iterator[Name]:
    inside = ""
    for event, name, element in elements(archive, CONTENT, ROW):
        if name == "table" and attribute(element, "name"):
            inside = attribute(element, "name") if event == "start" else ""
        elif event == "end" and name == "named-range" and is_form_name(attribute(element, "name")):
            yield Name(attribute(element, "name"), spot_of(attribute(element, "cell-range-address")), inside)


def _pages(file: str, archive: Archive) -> Iterator[Page]:
    odd = dict(_odd_cells(archive))
    concealed = set(concealed_styles(archive))
    events = elements(archive, CONTENT, ROW)
    for event, name, element in events:
        if event == "start" and name == "table":
            title, style = attribute(element, "name"), attribute(element, "style-name")
            formulas, merged, comments = odd[title]
            rows = bounded_rows(file, title, rows_of(file, events))
            yield page_of(
                file,
                title,
                rows,
                visible=style not in concealed,
                merged=tuple(merged),
                formulas=frozenset(formulas),
                comments=tuple(LooseText(text, Spot(title, *at)) for *at, text in comments),
            )


def _odd_cells(archive: Archive) -> Iterator[tuple[str, _Odd]]:
    """Of every sheet what `rows_of` does not tell of its cells."""
    row, depth = 1, 0
    found = _Odd(set(), [], [])
    for event, name, element in elements(archive, CONTENT, ROW):
        if name == "table":
            depth += 1 if event == "start" else -1
            if event == "start" and depth == 1:
                row, found = 1, _Odd(set(), [], [])
            elif not depth:
                yield attribute(element, "name"), found
        elif event == "end" and name == "table-row" and depth == 1:
            _look(element, row, found)
            row += times_of(element, "number-rows-repeated")


def _look(element: Element, row: int, found: _Odd) -> None:
    column = 0
    for cell in element:
        if local(cell.tag) not in ("table-cell", "covered-table-cell"):
            continue
        if attribute(cell, "formula"):
            found.formulas.add((row, column))
        down = int(attribute(cell, "number-rows-spanned", "1"))
        across = int(attribute(cell, "number-columns-spanned", "1"))
        if down > 1 or across > 1:
            found.merged.append(f"{reference(row, column)}:{reference(row + down - 1, column + across - 1)}")
        found.comments.extend((row, column, text) for text in _annotations(cell))
        column += times_of(cell, "number-columns-repeated")


def _annotations(cell: Element) -> Iterator[str]:
    for note in cell:
        if local(note.tag) == "annotation":
            lines = ("".join(line.itertext()) for line in note if local(line.tag) == "p")
            if text := "\n".join(lines).strip():
                yield text


def _saved(archive: Archive) -> dt.datetime | None:
    if _META not in archive.NameToInfo:
        return None
    found = (e.text or "" for event, name, e in elements(archive, _META) if (event, name) == ("end", "date"))
    return told_time(next(found, ""), otherwise=KOREA)
