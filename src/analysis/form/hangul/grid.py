"""A question of rows and columns as rows of a Hangul table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from analysis.form.body import AnswerCell, Choice, Column, Legend
from analysis.form.body import Table as Grid
from analysis.form.hangul.look import (
    BODY,
    CENTER,
    LABEL_BOX,
    RIGHT,
    SMALL,
    STRONG,
    TEXT_BOX,
    WIDTH,
    answer_cell,
    columns_of,
    filling_row,
    label_cell,
    text_cell,
    wide,
)
from analysis.form.hangul.table import LEFT, Cell, Row, texts
from analysis.form.unit import thousands_of

_HEADING = (46.0, 78.0)  # mm, the narrowest and the widest column of row headings
_POINTS = 7  # of a scale whose points have a column each
_POINT = (12.0, 21.0)  # mm, the narrowest and the widest of those
_SIGN = 5.8  # mm, a sign among others in one cell
_ABREAST = 7  # texts of a list in a row
_WIDEST = 52.0  # mm, a column of answers that needs no more: the headings take what is left
_CHOSEN, _WRITTEN, _MARK = 16.0, 24.0, 9.0  # mm, cells to fill in
_ALONE = 24.0  # mm, the one cell of a row
_UNIT = 10.0  # mm, at least


@dataclass(frozen=True)
class _Place:
    """How a column is set.

    signs  are circled on paper, beside the cell to write in
    unit   stands behind that; above: in the heading of the column, where there is no room for it
    marks  cells for a mark that it has instead
    """

    column: Column
    width: float
    signs: tuple[str, ...] = ()
    unit: str = ""
    above: str = ""
    marks: int = 0

    @property
    def taken(self) -> float:
        """What is not for the cell to write in."""
        return self.circled + self.beside

    @property
    def circled(self) -> float:
        return _SIGN * len(self.signs) + 3 if self.signs else 0

    @property
    def beside(self) -> float:
        return max(wide(self.unit), _UNIT) if self.unit else 0


def grid_rows(grid: Grid, filled: Mapping[str, str], label: str) -> Iterator[Row]:
    """label: what the cells to fill in are called where they have no heading of their own."""
    if _points(grid):
        yield from _with_points(grid, filled, label)
        return
    for legend in grid.legends:
        yield from _legend(legend)
    heading, places = _places(grid)
    if any(place.column.heading or place.above for place in places):
        yield Row((label_cell("", heading), *map(_column_head, places)), heading=True)
    if any(place.marks for place in places):
        yield Row((label_cell("", heading), *_sign_cells(places)), heading=True)
    for group, lines in groupby(grid.lines, key=lambda line: line.group):
        yield from _group(group)
        for line in lines:
            cells = [
                cell
                for place, answers in zip(places, line.cells, strict=True)
                for cell in _answers(place, answers, filled)
            ]
            yield Row((text_cell(line.heading, heading), *cells))
    if grid.total and grid.total.value is not None:
        total = f"{thousands_of(grid.total.value)}{grid.total.unit}"
        yield Row((label_cell(grid.total.heading, heading), text_cell(total, lines=RIGHT)))


def _points(grid: Grid) -> tuple[Choice, ...]:
    """The points that have a column each: of a grid with one answer a row, from one short list."""
    one = all(len(line.cells) == 1 and len(line.cells[0]) == 1 for line in grid.lines)
    if one and len(grid.legends) == 1 and len(grid.legends[0].choices) <= _POINTS:
        return grid.legends[0].choices
    return ()


def _with_points(grid: Grid, filled: Mapping[str, str], label: str) -> Iterator[Row]:
    points = _points(grid)
    heading = min(max(wide(line.heading) for line in grid.lines) + 2, _HEADING[1])
    each = min(max((WIDTH - heading - _ALONE) / len(points), _POINT[0]), _POINT[1])
    heads = [
        Cell((*texts(point.sign, BODY, CENTER), *texts(point.text, SMALL, CENTER)), LABEL_BOX, each)
        for point in points
    ]
    yield Row((label_cell(grid.columns[0].heading), *heads, label_cell(label, _ALONE)), heading=True)
    for group, lines in groupby(grid.lines, key=lambda line: line.group):
        yield from _group(group)
        for line in lines:
            cell = line.cells[0][0]
            signs = [text_cell(point.sign, each, CENTER) for point in points]
            given = filled.get(cell.field.name, "")
            yield Row((text_cell(line.heading), *signs, answer_cell(cell, given, _ALONE)))


def _group(words: str) -> Iterator[Row]:
    if words:
        yield Row((label_cell(words, lines=LEFT),))


def _legend(legend: Legend) -> Iterator[Row]:
    """The list in cells, and before it whose it is."""
    label = min(max(20.0, wide(legend.column, STRONG) + 2), _HEADING[1]) if legend.column else 0
    width = WIDTH - label
    printed = [f"{choice.sign} {choice.text}" for choice in legend.choices]
    many = columns_of([wide(text, SMALL) for text in printed], width, _ABREAST)
    cells = [text_cell(text, width / many, letters=SMALL) for text in printed]
    rows = [filling_row(*cells[at : at + many], width=width) for at in range(0, len(cells), many)]
    if label:
        whose = Cell(texts(legend.column, STRONG, CENTER), TEXT_BOX, label, rows=len(rows))
        rows[0] = Row((whose, *rows[0].cells))
    return (Row(row.cells, heading=True) for row in rows)


def _places(grid: Grid) -> tuple[float, list[_Place]]:
    """The width of the row headings, and the columns beside them."""
    needed = min(max(wide(line.heading) for line in grid.lines) + 2, _HEADING[1])
    places = [_place(grid, at) for at in range(len(grid.columns))]
    heading = min(needed, WIDTH - sum(place.width for place in places))
    if heading < min(needed, _HEADING[0]):
        places = [
            replace(place, width=place.width - place.taken, signs=(), unit="", above=place.unit)
            for place in places
        ]
        heading = min(max(needed, _HEADING[0]), WIDTH / 2)
    wider = (WIDTH - heading) / sum(place.width for place in places)
    places = [replace(place, width=min(place.width * wider, max(place.width, _WIDEST))) for place in places]
    return WIDTH - sum(place.width for place in places), places


def _place(grid: Grid, at: int) -> _Place:
    column, answers = grid.columns[at], grid.lines[0].cells[at]
    if len(answers) > 1:
        return _Place(column, _MARK * len(answers), marks=len(answers))
    answer = answers[0]
    signs: tuple[str, ...] = ()
    if answer.kind == "choice" and len(answer.choices) <= _POINTS:
        legend = next(one for one in grid.legends if one.column in ("", column.heading))
        signs = tuple(choice.sign for choice in legend.choices)
    units = {line.cells[at][0].unit for line in grid.lines}
    place = _Place(column, 0, signs, max(units, key=len))
    return _Place(column, place.taken + (_CHOSEN if answer.kind == "choice" else _WRITTEN), signs, place.unit)


def _column_head(place: _Place) -> Cell:
    unit = f" ({place.above})" if place.above else ""
    words = [*texts(place.column.heading + unit, STRONG, CENTER)]
    if place.column.asked_of:
        words += texts(place.column.asked_of, SMALL, CENTER)
    return Cell(tuple(words), LABEL_BOX, place.width)


def _sign_cells(places: list[_Place]) -> Iterator[Cell]:
    for place in places:
        if not place.marks:
            yield label_cell("", place.width)
        for number in range(place.marks):
            yield label_cell(Choice(number + 1, "").sign, place.width / place.marks)


def _answers(place: _Place, answers: tuple[AnswerCell, ...], filled: Mapping[str, str]) -> Iterator[Cell]:
    if place.marks:
        for answer in answers:
            yield answer_cell(answer, filled.get(answer.field.name, ""), place.width / place.marks)
        return
    (answer,) = answers
    if place.signs:
        yield text_cell(" ".join(place.signs), place.circled, CENTER)
    yield answer_cell(answer, filled.get(answer.field.name, ""), place.width - place.taken)
    if place.unit:
        yield text_cell(answer.unit, place.beside, CENTER)
