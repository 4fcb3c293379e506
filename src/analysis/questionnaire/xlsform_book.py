"""The workbook of an XLSForm as text: its sheets, row by row, by the headings of their columns."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from analysis.questionnaire.sheets import read_sheets


class Line(NamedTuple):
    """A row of a sheet: its number as spreadsheets count, and its cells by column, the empty ones left out."""

    number: int
    cells: dict[str, str]


Book = dict[str, tuple[Line, ...]]


def read_book(path: Path) -> Book:
    """The sheets of a workbook by name in lower case; headings in lower case, but for the language behind "::".
    Raises QuestionnaireError as `read_sheets` does."""
    return {title.strip().lower(): tuple(_lines(rows)) for title, rows in read_sheets(path).items()}


def _lines(rows: tuple[tuple[str, ...], ...]) -> Iterator[Line]:
    headings: list[str] = []
    for number, cells in enumerate(rows, start=1):
        texts = [cell.replace("\r", "").strip() for cell in cells]
        if not headings:
            headings = [_heading(text) for text in texts] if any(texts) else []
        elif found := {name: text for name, text in zip(headings, texts, strict=False) if name and text}:
            yield Line(number, found)


def _heading(text: str) -> str:
    name, colons, language = text.partition("::")
    return f"{name.strip().lower()}{colons}{language.strip()}"
