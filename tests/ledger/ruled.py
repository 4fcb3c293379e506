"""Accounts as people rule them, for tests: rows in, a .csv or .xlsx out."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import openpyxl

Rows = Sequence[Sequence[object]]

HEADING = ("관", "항", "목", "예산액", "결산액", "비고")
UNIT = ("(단위 : 원)",)
INCOME: Rows = (
    ("회비", "연회비", None, 800, 700, "7곳"),
    (None, "특별회비", None, 200, 300, None),
    ("전기이월금", None, None, 100, 100, None),
    ("합계", None, None, 1_100, 1_100, None),
)
EXPENSE: Rows = (
    ("인건비", "급여", None, 600, 550, "1명 × 12개월"),
    ("사업비", "정책사업", "토론회", 200, 260, None),
    (None, None, "조사", 100, 40, None),
    (None, "지역사업", None, 150, 150, None),
    ("예비비", None, None, 50, None, None),
    ("차기이월금", None, None, 0, 100, None),
    ("합계", None, None, 1_100, 1_100, None),
)


def workbook(
    path: Path,
    income: Rows = INCOME,
    expense: Rows = EXPENSE,
    heading: Rows = (UNIT, HEADING),
    merge: Mapping[str, Iterable[str]] | None = None,
    names: tuple[str, str] = ("수입", "지출"),
) -> Path:
    """merge: ranges to merge ("A3:A4") by the name of their sheet."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in zip(names, (income, expense), strict=True):
        sheet = book.create_sheet(name)
        for row in (*heading, *rows):
            sheet.append(list(row))
        for area in (merge or {}).get(name, ()):
            sheet.merge_cells(area)
    book.save(path)
    return path


def text(path: Path, income: Rows = INCOME, expense: Rows = EXPENSE, first: Rows = (UNIT,)) -> Path:
    """A .csv with the column 구분."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerows(first)
        writer.writerow(("구분", *HEADING))
        for side, rows in (("수입", income), ("지출", expense)):
            writer.writerows((side, *row) for row in rows)
    return path


def with_cell(rows: Rows, row: int, column: int, value: object) -> Rows:
    """The rows with one cell changed; both counted from 0."""
    changed = [list(line) for line in rows]
    changed[row][column] = value
    return changed
