"""The rows of the workbook of a questionnaire, each cell under the name of its column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl.utils import get_column_letter

from analysis.language import LANGUAGES
from analysis.language.text import match_key
from analysis.questionnaire.problem import Problem, QuestionnaireError
from analysis.questionnaire.sheets import Sheets, read_sheets
from analysis.questionnaire_book.cell import read
from analysis.questionnaire_book.layout import BILINGUAL, SHEETS, Column, heading_of, title_of

FIELD = "field"  # stands above the names of the lines of the sheet about the survey
OPTIONAL = frozenset(("remarks",))
_HEADING_ROWS = 6  # among so many rows are the names of the columns
_VALUE, _ENGLISH = 2, 3  # columns of the sheet about the survey


@dataclass
class Line:
    """A row of a sheet: its cells by the names of their columns, the empty ones left out."""

    place: str
    cells: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, text: str, place: str) -> None:
        if text.strip() or (text and name == "word"):
            self.cells[name], self.places[name] = text, place


Lines = dict[str, list[Line]]


def read_lines(path: Path) -> Lines:
    """The rows of every sheet, by name of the sheet. Raises QuestionnaireError for a sheet or column that is not
    there, or that nobody knows and something stands in."""
    sheets = read_sheets(path)
    if missing := missing_sheets(sheets):
        raise QuestionnaireError(path, missing)
    problems: list[Problem] = []
    lines: Lines = {}
    for name in SHEETS:
        title = _title(sheets, name)
        rows = sheets[title] if title else ()
        read_rows = _survey if name == "survey" else _table
        lines[name] = [*read_rows(name, title, rows, problems)]
    if problems:
        raise QuestionnaireError(path, problems)
    return lines


def missing_sheets(sheets: Sheets) -> list[Problem]:
    """A problem for every sheet that is not there."""
    return [
        Problem("book.no_sheet", hints={"sheet": title_of(name, "ko"), "known": ", ".join(sheets)})
        for name in SHEETS
        if name not in OPTIONAL and not _title(sheets, name)
    ]


def _title(sheets: Sheets, name: str) -> str:
    known = {match_key(title_of(name, language)) for language in LANGUAGES}
    return next((title for title in sheets if match_key(title) in known), "")


def _table(
    name: str, title: str, rows: tuple[tuple[str, ...], ...], problems: list[Problem]
) -> Iterator[Line]:
    """The rows below the names of the columns; where these are gone, below their headings."""
    columns = SHEETS[name]
    names = {column.name: column.name for column in columns}
    headings = {match_key(heading_of(c.name, language)): c.name for c in columns for language in LANGUAGES}
    found = _headed(rows, names) or _headed(rows, headings)
    if found is None:
        if any(map(any, rows)):
            problems.append(Problem("book.no_columns", cell=title, hints={"column": columns[0].name}))
        return
    first, at = found
    for number, cells in enumerate(rows[first:], start=first + 1):
        line = Line(f"{title} › {number}")
        for index, text in enumerate(cells):
            place = f"{title} › {get_column_letter(index + 1)}{number}"
            if index in at:
                line.add(at[index], text, place)
            elif text.strip():
                problems.append(Problem("book.unknown_column", cell=place, hints={"value": text}))
        if line.cells:
            yield line


def _headed(rows: tuple[tuple[str, ...], ...], known: dict[str, str]) -> tuple[int, dict[int, str]] | None:
    """How many rows there are down to the one with the names of columns, and the name of each column of the sheet."""
    best: tuple[int, dict[int, str]] | None = None
    for number, cells in enumerate(rows[:_HEADING_ROWS], start=1):
        at: dict[int, str] = {}
        for index, text in enumerate(cells):
            column = known.get(text.strip()) or known.get(match_key(text))
            if column and column not in at.values():
                at[index] = column
        if len(at) > max(1, len(best[1]) if best else 0):
            best = number, at
    return best


def _survey(
    name: str, title: str, rows: tuple[tuple[str, ...], ...], problems: list[Problem]
) -> Iterator[Line]:
    """One line, made of all rows: each names its field before what it says."""
    columns = SHEETS[name]
    headings = {match_key(heading_of(c.name, language)): c.name for c in columns for language in LANGUAGES}
    known = {column.name for column in columns}
    line = Line(title)
    above = next((number for number, cells in enumerate(rows, start=1) if FIELD in cells[:2]), 1)
    for number, cells in enumerate(rows[above:], start=above + 1):
        texts = [*cells, "", "", "", ""]
        if not (texts[_VALUE] + texts[_ENGLISH]).strip():
            continue
        written = texts[1].strip()
        field_name = written if written in known else headings.get(match_key(texts[0]), "")
        place = f"{title} › C{number}"
        if not field_name or field_name in line.cells:
            problems.append(Problem("book.unknown_line", cell=place, hints={"value": texts[0] or written}))
            continue
        if texts[_ENGLISH].strip() and field_name not in BILINGUAL:
            hints = {"value": texts[_ENGLISH]}
            problems.append(Problem("book.unknown_column", cell=f"{title} › D{number}", hints=hints))
        korean = f"{field_name}.ko" if field_name in BILINGUAL else field_name
        line.add(korean, texts[_VALUE], place)
        line.add(f"{field_name}.en", texts[_ENGLISH], f"{title} › D{number}")
    yield line


def value(column: Column, line: Line) -> str | list[str] | None:
    """What a cell of the line says; None where it is empty."""
    return read(column, line.cells[column.name]) if column.name in line.cells else None
