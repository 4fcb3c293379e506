"""Reader of Excel workbooks (.xlsx)."""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from analysis.intake.bounded import bounded_rows
from analysis.intake.bounds import check_unpacked
from analysis.intake.errors import IntakeError
from analysis.intake.sheet import EMPTY, AnswerFile, Cell, reference, sheet_of_rows
from analysis.intake.shown import shown

_SHEET_PART = re.compile(r"xl/worksheets/[^/]+\.xml\Z")
_FORMULA = re.compile(rb"<f[ >/]")


def read_workbook(path: Path) -> AnswerFile:
    """The visible sheets, with the values that were last shown in them.

    Raises IntakeError for a damaged or oversized file, and for formulas whose result was never saved.
    """
    try:
        with warnings.catch_warnings(action="ignore"):  # of drop-down lists, styles and the like
            return _read(path)
    except IntakeError:
        raise
    except Exception as error:  # the reader raises whatever the damage happens to cause
        raise IntakeError(
            f"{path.name}: 엑셀 파일을 열 수 없습니다. 손상되었을 수 있으니 엑셀에서 열어 다시 저장해 주십시오. ({error})",
            f"{path.name}: the workbook cannot be opened and may be damaged. "
            f"Open it in Excel and save it again. ({error})",
        ) from error


def _read(path: Path) -> AnswerFile:
    has_formulas = _inspect(path)
    with path.open("rb") as file:  # by its name alone, the reader would refuse a workbook that is called .csv
        book = load_workbook(file, read_only=True, data_only=True)
        visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        hidden = tuple(sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible")
        sheets = tuple(
            sheet_of_rows(path.name, sheet.title, bounded_rows(path.name, sheet.title, _rows(sheet)))
            for sheet in visible
        )
    if has_formulas:
        _refuse_uncalculated(path, [sheet.name for sheet in sheets])
    return AnswerFile(path.name, sheets, hidden)


def _inspect(path: Path) -> bool:
    """Whether any sheet has formulas. Refuses a workbook that is too large or defines entities."""
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
        check_unpacked(path.name, sum(part.file_size for part in parts), path.stat().st_size)
        has_formulas = False
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                content = archive.read(part)
                if b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content[:4096]:
                    raise IntakeError(
                        f"{path.name}: 엑셀이 만들지 않는 내용(DOCTYPE)이 들어 있어 읽지 않았습니다.",
                        f"{path.name}: not read, for it holds a DOCTYPE, which no workbook of Excel does.",
                    )
                if _SHEET_PART.match(part.filename) and _FORMULA.search(content):
                    has_formulas = True
    return has_formulas


def _rows(sheet: ReadOnlyWorksheet) -> Iterator[tuple[int, list[Cell]]]:
    sheet.reset_dimensions()  # the size a sheet states is often far larger than what it holds
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        yield (
            number,
            [
                EMPTY if cell.value is None else Cell(shown(cell.value, cell.number_format), cell.value)
                for cell in cells
            ],
        )


def _refuse_uncalculated(path: Path, names: list[str]) -> None:
    """A formula without a saved result reads as an empty cell: nobody would notice the lost answers."""
    with path.open("rb") as file:
        written, shown = (
            load_workbook(file, read_only=True),
            load_workbook(file, read_only=True, data_only=True),
        )
        for name in names:
            places = list(_uncalculated(written[name], shown[name]))
            if places:
                listed = ", ".join(places[:5]) + (" …" if len(places) > 5 else "")
                raise IntakeError(
                    f"{path.name} › {name} › {listed}: 수식의 계산 결과가 저장되어 있지 않습니다({len(places)}칸). "
                    "엑셀에서 열어 다시 저장하거나 '값 붙여넣기'를 해 주십시오.",
                    f"{path.name} › {name} › {listed}: formulas without a saved result "
                    f"({len(places)} cells). Open the file in Excel and save it again, or paste the values.",
                )


def _uncalculated(written: ReadOnlyWorksheet, shown: ReadOnlyWorksheet) -> Iterator[str]:
    """Cells that hold a formula and no result. An empty text is a result: its cell has the type "str"."""
    written.reset_dimensions()
    shown.reset_dimensions()
    for number, (formulas, results) in enumerate(
        zip(written.iter_rows(), shown.iter_rows(), strict=True), start=1
    ):
        for column, (formula, result) in enumerate(zip(formulas, results, strict=True)):
            if formula.data_type == "f" and result.value is None and result.data_type != "str":
                yield reference(number, column)
