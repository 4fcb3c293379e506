"""data/<report>.csv: the released cells of a report, a line each, with the words that their ids stand for.

Made for spreadsheets and programs alike: UTF-8 with a byte order mark, lines end as RFC 4180 says, no word becomes
a formula, a number that is not shown is not there.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from analysis.language import LANGUAGES
from analysis.questionnaire.words import Words
from analysis.release import Bundle
from analysis.responses.inert import inert
from analysis.tables import Cell, Label, Table
from analysis.whole import write_whole

# The columns and the type of their values (Frictionless Table Schema); what each holds is said in the catalogue.
FIELDS = {
    "survey": "string", "year": "integer", "question": "string", "question_ko": "string", "question_en": "string",
    "group": "string", "group_ko": "string", "group_en": "string",
    "level": "string", "level_ko": "string", "level_en": "string",
    "row": "string", "row_ko": "string", "row_en": "string",
    "item": "string", "item_ko": "string", "item_en": "string",
    "stat": "string", "value": "number", "low": "number", "high": "number", "n": "integer", "base": "integer",
    "status": "string", "rule": "string", "address": "string",
}  # fmt: skip
AXES = {"level": "levels", "row": "rows", "item": "items"}

_Row = tuple[str | int | float, ...]


def write_cells(bundle: Bundle, to: Path) -> None:
    """Write the CSV, whole or not at all; the same bundle gives the same bytes."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(FIELDS)
    for table in bundle.tables:
        writer.writerows(_rows(table, bundle.facts.get("banners") or {}))
    write_whole(to, file.getvalue().encode("utf-8-sig"))


def _rows(table: Table, banners: Mapping[str, Any]) -> Iterator[_Row]:
    group = Words(**banners[table.group]) if table.group in banners else None
    head = (_plain(table.survey), table.year, _plain(table.question), *_said(table.title),
            _plain(table.group), *_said(group))  # fmt: skip
    words = {name: _words_of(getattr(table, axis)) for name, axis in AXES.items()}
    for cell in table.cells:
        places = (part for name in AXES for part in _place(getattr(cell, name), words[name]))
        yield (*head, *places, *_numbers(cell), cell.status, _plain(cell.rule), table.address(cell))


def _place(name: str, words: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The id and its words; nothing of a place that the cell does not have."""
    return (_plain(name), *(words.get(name, _NO_WORDS) if name else _NO_WORDS))


def _numbers(cell: Cell) -> _Row:
    """stat, value, low, high, n, base; of a cell that is not shown, only of how many it would be a part."""
    if not cell.shown:
        return (cell.stat, "", "", "", "", _number(cell.base))
    return (cell.stat, *map(_number, (cell.value, cell.low, cell.high, cell.n, cell.base)))


def _number(value: float | None) -> str | int | float:
    if value is None:
        return ""
    return int(value) if value == int(value) else value


def _words_of(labels: tuple[Label, ...]) -> dict[str, tuple[str, ...]]:
    return {label.id: _said(label.words) for label in labels}


def _said(words: Words | None) -> tuple[str, ...]:
    """The words in each language; "" for a language in which there are none."""
    return tuple(_plain(getattr(words, language) or "") for language in LANGUAGES) if words else _NO_WORDS


@cache
def _plain(text: str) -> str:
    """In one line, and no formula."""
    return inert(" ".join(text.split()))


_NO_WORDS = ("",) * len(LANGUAGES)
