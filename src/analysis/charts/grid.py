"""Rows × columns: every column drawn as its kind asks, the numbers of all columns together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from analysis.charts.diverging import diverging
from analysis.charts.marks import Mark, Words, bottom
from analysis.charts.medians import Measure, measures
from analysis.charts.options import Line, line_rows, plain_items
from analysis.charts.parts import MOST
from analysis.charts.scale import colours
from analysis.charts.single import single_lines
from analysis.charts.view import View

NUMBERS = ("number", "money")
APART = 22.0  # from one block to the next


def grid(view: View, top: float = 0.0) -> Iterator[Mark]:
    columns: list[dict[str, Any]] = list(
        view.facts.get("columns") or [{"id": "", "kind": view.facts.get("cell_kind")}]
    )
    numbers = [column for column in columns if column["kind"] in NUMBERS]
    blocks = [[column] for column in columns if column["kind"] not in NUMBERS]
    for block in ([numbers] if numbers else []) + blocks:
        for heading, lines in _sheets(view):
            title = [heading] if heading else []
            if len(columns) > 1 and block[0]["kind"] not in NUMBERS:
                title.append(view.table.words("items", block[0]["id"], view.language))
            if title:
                yield Words(0, top + 14, " · ".join(title), bold=True)
                top += 24
            marks = [*_block(view, block, lines, top)]
            yield from marks
            top = bottom(marks, top) + APART


_Lines = list[tuple[str, str, str]]  # label, row, level


def _sheets(view: View) -> list[tuple[str, _Lines]]:
    """Without a group one sheet with a line for each row; with one a sheet for each row, a line for each
    level."""
    table, language = view.table, view.language
    if not table.group:
        return [("", [(row.words.text(language), row.id, "") for row in table.rows])]
    return [
        (row.words.text(language), [(level.words.text(language), row.id, level.id) for level in table.levels])
        for row in table.rows
    ]


def _block(view: View, block: list[dict[str, Any]], lines: _Lines, top: float) -> Iterator[Mark]:
    view, kind = view.at(block[0]["id"]), block[0]["kind"]
    if kind in NUMBERS:
        yield from _numbers(view, block, lines, top)
    elif kind == "scale" and colours(view):
        yield from diverging(view, lines, top)
    elif kind in ("single", "scale") and len(plain_items(view)) <= MOST:
        yield from single_lines(view, lines, top)
    else:
        yield from _lists(view, lines, top)


def _lists(view: View, lines: _Lines, top: float) -> Iterator[Mark]:
    """Each line as a heading with its options below."""
    for label, row, level in lines:
        yield Words(0, top + 14, label, bold=True)
        options = [
            Line(
                view.word(item),
                view.cell("count", item.id, row, level),
                view.cell("share", item.id, row, level),
                view.base(row, level),
            )
            for item in plain_items(view)
        ]
        marks = [*line_rows(view, options, top + 20, pitch=26)]
        yield from marks
        top = bottom(marks, top) + 14


def _numbers(view: View, block: list[dict[str, Any]], lines: _Lines, top: float) -> Iterator[Mark]:
    columns = []
    for column in block:
        own = view.at(column["id"])
        name = view.table.words("items", column["id"], view.language) if column["id"] else ""
        head = f"{name} {view.say('median')}".strip()
        columns.append(Measure(head, [own.cell("median", "", row, level) for _, row, level in lines]))
    yield from measures(view, [label for label, _, _ in lines], columns, top)
