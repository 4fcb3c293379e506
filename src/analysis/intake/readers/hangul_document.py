"""Reader of the tables in Hangul documents (.hwpx)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from analysis.intake.errors import IntakeError
from analysis.intake.readers.bounded import bounded_rows
from analysis.intake.readers.bounds import check_columns, check_rows
from analysis.intake.readers.damage import opening
from analysis.intake.readers.hangul_text import TableCell, table_title, text_of
from analysis.intake.readers.package import open_package
from analysis.intake.sheet import EMPTY, AnswerFile, Cell, Sheet, reference, sheet_of_rows


def read_hangul_document(path: Path) -> AnswerFile:
    """Every table of the document as a sheet: "표 1", "표 2", … in the order in which they begin.

    The text of a merged cell stands in its first cell. A table inside a cell is a table of its own.
    Raises IntakeError for a document that is damaged, too large, locked by a password, or has no table.
    """
    with (
        opening(path, "한글 문서(.hwpx)", "the Hangul document (.hwpx)", "한글", "Hangul"),
        open_package(path, "한글", "Hangul") as archive,
    ):
        sheets = tuple(
            _sheet(path.name, table_title(number), cells)
            for number, cells in enumerate(text_of(archive).tables, start=1)
        )
    if not sheets:
        raise IntakeError(
            f"{path.name}: 한글 문서에 표가 없습니다. 응답이 표로 들어 있는 문서인지 확인해 주십시오.",
            f"{path.name}: there is no table in the Hangul document. Check that its answers stand in a table.",
        )
    return AnswerFile(path.name, sheets)


def _sheet(file: str, name: str, cells: Sequence[TableCell]) -> Sheet:
    def rows() -> Iterator[tuple[int, list[Cell]]]:
        by_row: dict[int, dict[int, str]] = {}
        for cell in cells:
            if cell.text:
                check_rows(file, cell.row + 1)
                check_columns(file, cell.column + 1)
                by_row.setdefault(cell.row, {})[cell.column] = cell.text
        for row, texts in sorted(by_row.items()):
            line = [EMPTY] * (max(texts) + 1)
            for column, text in texts.items():
                line[column] = Cell(text, text)
            yield row + 1, line

    _check_places(f"{file} › {name}", cells)
    return sheet_of_rows(file, name, bounded_rows(file, name, rows()))


def _check_places(table: str, cells: Sequence[TableCell]) -> None:
    """Refuse two cells in one place, as a row has them that was copied with its number: one would hide the other."""
    seen: set[tuple[int, int]] = set()
    for row, column, *_ in cells:
        if (row, column) in seen:
            place = f"{table} › {reference(row + 1, column)}"
            raise IntakeError(
                f"{place}: 한 자리에 칸이 둘 있어 어느 것이 답인지 알 수 없습니다. 한글에서 그 줄을 지우고 새 줄을 넣어 다시 적은 뒤 "
                "저장해 주십시오.",
                f"{place}: there are two cells in one place, so it cannot be told which is the answer. In Hangul "
                "delete the row, insert a new one, write the answers again and save.",
            )
        seen.add((row, column))
