"""Forms saved as Excel workbooks (.xlsx, .xlsm), by whatever program."""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from analysis.form.fields import HIDDEN
from analysis.intake.errors import IntakeError
from analysis.intake.forms.comments import comments_of
from analysis.intake.forms.evidence import KOREA, told_time
from analysis.intake.forms.returned import ReturnedForm
from analysis.intake.forms.spreadsheet import Name, Page, form_of, is_form_name, page_of, spot_of
from analysis.intake.readers.bounded import bounded_rows
from analysis.intake.readers.bounds import check_unpacked
from analysis.intake.readers.damage import opening
from analysis.intake.readers.package import attribute, elements, local
from analysis.intake.readers.workbook import rows_of
from analysis.intake.sheet import reference
from analysis.workbook_file import check_order, open_workbook
from analysis.zipped import ROW, Archive, Part

_BOOK, _CORE = "xl/workbook.xml", "docProps/core.xml"
_Places = frozenset[tuple[int, int]]


def read_workbook_form(path: Path) -> ReturnedForm | None:
    """The form that the workbook is; None where no cell of it has a name of a form. Only the names are looked at
    then.

    Raises IntakeError for a damaged or oversized file, and for answers by a formula whose result was never saved.
    """
    with (
        opening(path, "엑셀 파일", "the workbook", "엑셀", "Excel"),
        warnings.catch_warnings(action="ignore"),
        path.open("rb") as file,
    ):
        return form_in(file, path.name, path.stat().st_size)


def form_in(file: IO[bytes], name: str, size: int) -> ReturnedForm | None:
    """The same of an open workbook of that many bytes. Raises whatever the damage happens to cause."""
    with Archive(file) as archive:
        check_unpacked(name, sum(part.file_size for part in archive.infolist()), size)
        names = tuple(_names(archive))
        if not names:
            return None
        pages, without_result = _pages(name, archive)
        _refuse_uncalculated(name, names, without_result)
        return form_of(name, names, pages, saved=_saved(archive))


def _names(archive: Archive) -> Iterator[Name]:
    sheets: list[str] = []
    for event, name, element in elements(archive, _BOOK):
        if event == "end" and name == "sheet":
            sheets.append(attribute(element, "name"))
        elif event == "end" and name == "definedName" and is_form_name(attribute(element, "name")):
            owner = attribute(element, "localSheetId")
            yield Name(
                attribute(element, "name"),
                spot_of(element.text or ""),
                sheets[int(owner)] if owner.isdecimal() and int(owner) < len(sheets) else "",
            )


def _pages(file: str, archive: Archive) -> tuple[list[Page], dict[str, _Places]]:
    """The sheets, and of each the cells that hold a formula without a saved result."""
    pages, without_result = [], {}
    for sheet in open_workbook(archive).worksheets:
        if sheet.title == HIDDEN:  # it counts what is open, and holds no answers
            continue
        part = check_order(archive, sheet)
        formulas, uncalculated = _formulas(archive, sheet, part)
        without_result[sheet.title] = uncalculated
        pages.append(
            page_of(
                file,
                sheet.title,
                bounded_rows(file, sheet.title, rows_of(sheet)),
                visible=sheet.sheet_state == "visible",
                merged=tuple(filter(None, part.merged)),
                formulas=formulas,
                comments=tuple(comments_of(archive, sheet._worksheet_path, sheet.title)),
            )
        )
    return pages, without_result


def _formulas(archive: Archive, sheet: ReadOnlyWorksheet, part: Part) -> tuple[_Places, _Places]:
    """The cells that a formula fills, and those of them whose result was never saved: they read as empty. An empty
    text is a result: its cell has the type "str"."""
    filled, empty = set(), set()
    row = column = 0
    for event, name, element in elements(archive, sheet._worksheet_path, ROW) if part.formula else ():
        if event == "start" and name == "row":
            row, column = int(attribute(element, "r") or row + 1), -1
        elif event == "end" and name == "c":
            place = spot_of(f"x!{attribute(element, 'r')}")
            column = place.column if place else column + 1
            parts = {local(inner.tag): inner.text for inner in element}
            if "f" in parts:
                filled.add((row, column))
                if not parts.get("v") and attribute(element, "t") != "str":
                    empty.add((row, column))
    return frozenset(filled), frozenset(empty)


def _refuse_uncalculated(file: str, names: Sequence[Name], without_result: dict[str, _Places]) -> None:
    for _, spot, _ in names:
        if spot and (spot.row, spot.column) in without_result.get(spot.sheet, ()):
            place = f"{file} › {spot.sheet} › {reference(spot.row, spot.column)}"
            raise IntakeError(
                f"{place}: 답을 적는 칸에 수식이 있는데 계산 결과가 저장되어 있지 않습니다. 엑셀에서 열어 다시 저장하거나 '값 붙여넣기'를 해 "
                "주십시오.",
                f"{place}: an answer is a formula without a saved result. Open the file in Excel and save it again, or "
                "paste the value.",
            )


def _saved(archive: Archive) -> dt.datetime | None:
    if _CORE not in archive.NameToInfo:
        return None
    found = (
        e.text or "" for event, name, e in elements(archive, _CORE) if (event, name) == ("end", "modified")
    )
    return told_time(next(found, ""), otherwise=KOREA)
