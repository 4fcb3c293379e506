"""Reader of Excel workbooks (.xlsx)."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from pathlib import Path

from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from analysis.intake.errors import IntakeError
from analysis.intake.readers.bounded import bounded_rows
from analysis.intake.readers.bounds import check_unpacked
from analysis.intake.readers.damage import opening
from analysis.intake.readers.shown import shown
from analysis.intake.sheet import EMPTY, AnswerFile, Cell, reference, sheet_of_rows
from analysis.workbook_file import check_order, open_workbook
from analysis.zipped import Archive

_RANGE = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}:[A-Z]{1,3}[1-9]\d{0,6}")


def read_workbook(path: Path) -> AnswerFile:
    """The visible sheets, with the values that were last shown in them.

    Raises IntakeError for a damaged or oversized file, and for formulas whose result was never saved.
    """
    with (
        opening(path, "엑셀 파일", "the workbook", "엑셀", "Excel"),
        warnings.catch_warnings(action="ignore"),  # of drop-down lists, styles and the like
    ):
        return _read(path)


def _read(path: Path) -> AnswerFile:
    # By its name alone, the library would refuse a workbook that is called .csv.
    with path.open("rb") as file, Archive(file) as archive:
        check_unpacked(path.name, sum(part.file_size for part in archive.infolist()), path.stat().st_size)
        book = open_workbook(archive)
        visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        hidden = tuple(sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible")
        seen = [check_order(archive, sheet) for sheet in visible]
        sheets = tuple(
            sheet_of_rows(
                path.name,
                sheet.title,
                bounded_rows(path.name, sheet.title, rows_of(sheet)),
                merged=tuple(filter(_RANGE.fullmatch, part.merged)),
            )
            for sheet, part in zip(visible, seen, strict=True)
        )
        if any(part.formula for part in seen):
            _refuse_uncalculated(path.name, archive, [sheet.name for sheet in sheets])
    return AnswerFile(path.name, sheets, hidden)


def rows_of(sheet: ReadOnlyWorksheet) -> Iterator[tuple[int, list[Cell]]]:
    sheet.reset_dimensions()  # the size a sheet states is often far larger than what it holds
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        yield (
            number,
            [
                EMPTY if cell.value is None else Cell(shown(cell.value, cell.number_format), cell.value)
                for cell in cells
            ],
        )


def _refuse_uncalculated(file: str, archive: Archive, names: list[str]) -> None:
    """A formula without a saved result reads as an empty cell: nobody would notice the lost answers."""
    written, shown = open_workbook(archive, results=False), open_workbook(archive)
    for name in names:
        places = list(uncalculated(written[name], shown[name]))
        if places:
            listed = _listed(places)
            raise IntakeError(
                f"{file} › {name} › {listed}: 수식의 계산 결과가 저장되어 있지 않습니다({len(places)}칸). "
                "엑셀에서 열어 다시 저장하거나 '값 붙여넣기'를 해 주십시오.",
                f"{file} › {name} › {listed}: formulas without a saved result "
                f"({len(places)} cells). Open the file in Excel and save it again, or paste the values.",
            )


def _listed(places: list[tuple[int, int]]) -> str:
    """Where the cells are, those below each other in one: "F2:F21, H3"."""
    runs: list[list[int]] = []
    for column, row in sorted((column, row) for row, column in places):
        if runs and runs[-1][0] == column and runs[-1][2] == row - 1:
            runs[-1][2] = row
        else:
            runs.append([column, row, row])
    ranges = (
        ":".join(dict.fromkeys((reference(first, at), reference(last, at)))) for at, first, last in runs[:5]
    )
    return ", ".join(ranges) + (" …" if len(runs) > 5 else "")


def uncalculated(written: ReadOnlyWorksheet, shown: ReadOnlyWorksheet) -> Iterator[tuple[int, int]]:
    """Row and column of cells that hold a formula and no result. An empty text is a result: its cell has the type "str"."""
    written.reset_dimensions()
    shown.reset_dimensions()
    for number, (formulas, results) in enumerate(
        zip(written.iter_rows(), shown.iter_rows(), strict=True), start=1
    ):
        for column, (formula, result) in enumerate(zip(formulas, results, strict=True)):
            if formula.data_type == "f" and result.value is None and result.data_type != "str":
                yield number, column
