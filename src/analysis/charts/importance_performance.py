"""Rows judged for importance and performance: the plane of both, then the distance between them, largest
first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.charts.axis import axis
from analysis.charts.legend import Key, legend
from analysis.charts.marks import Line, Mark, Units, Words, bottom
from analysis.charts.palette import HOLLOW
from analysis.charts.plane import Point
from analysis.charts.quadrant import badge, quadrant
from analysis.charts.stub import stub
from analysis.charts.view import Column, View, amount, is_hidden
from analysis.language import thousands
from analysis.tables import Cell, Label

APART = 30.0  # from the plane to the list below it
SIDES = ("importance", "performance")


def importance_performance(view: View, top: float = 0.0) -> Iterator[Mark]:
    """Of all respondents: levels of a group have too few points to make a plane of."""
    rows = sorted(view.table.rows, key=lambda row: -amount(view.cell("mean", "importance", row.id)))
    placed = [row for row in rows if all(_known(_mean(view, row, side)) for side in SIDES)]
    points = [_point(view, row) for row in placed]
    numbered = False
    if points:
        marks, numbered = quadrant(view, points, top)
        yield from marks
        top = bottom(marks) + APART
    distances = any(_known(view.cell("mean", "gap", row.id)) for row in rows)
    if numbered or not distances:
        marks = [*_list(view, [*placed, *(row for row in rows if row not in placed)], points, numbered, top)]
        yield from marks
        top = bottom(marks, top) + APART
    if distances:
        yield from _distances(view, rows, top)


def _mean(view: View, row: Label, side: str) -> Cell | None:
    return view.cell("mean", side, row.id)


def _known(cell: Cell | None) -> bool:
    return cell is not None and cell.shown and cell.value is not None


def _point(view: View, row: Label) -> Point:
    importance, performance = (_mean(view, row, side) for side in SIDES)
    assert importance is not None and performance is not None
    code = view.cell("code", "quadrant", row.id)
    return Point(row.words.text(view.language), importance, performance, int(amount(code)))


def _list(
    view: View, rows: Sequence[Label], points: Sequence[Point], numbered: bool, top: float
) -> Iterator[Mark]:
    """The means in figures, behind the numbers of the dots where these have any."""
    words = {label.id: view.word(label) for label in view.items}
    columns = [
        Column(
            [_mean(view, row, side) for row in rows],
            head=words.get(side, ""),
            bold=side == SIDES[0],
            unit=False,
        )
        for side in SIDES
    ]
    labels = [row.words.text(view.language) for row in rows]
    frame = stub(view, labels, columns, top, 26, most=100, indent=26 if numbered else 0, beside=True)
    yield from frame.marks(view)
    if numbered:
        for at, (point, middle) in enumerate(zip(points, frame.middles, strict=False), start=1):
            yield from badge((10, middle), at, point.fill)


def _distances(view: View, rows: Sequence[Label], top: float) -> Iterator[Mark]:
    """A line from performance to importance for every row."""
    words = {label.id: view.word(label) for label in view.items}
    gaps = {row.id: view.cell("mean", "gap", row.id) for row in rows}
    rows = sorted(rows, key=lambda row: (is_hidden(gaps[row.id]), -amount(gaps[row.id])))
    keys = [Key(HOLLOW, words.get(SIDES[1], ""), "dot"), Key("indigo", words.get(SIDES[0], ""), "dot")]
    marks = [*legend(view, keys, top=top)]
    yield from marks
    column = Column([gaps[row.id] for row in rows], bold=True, head=view.say("gap"))
    frame = stub(view, [row.words.text(view.language) for row in rows], [column], bottom(marks, top) + 8, 30)
    yield from frame.marks(view)
    values = [cell.value for row in rows for side in SIDES if _known(cell := _mean(view, row, side)) and cell]
    known = [value for value in values if value is not None]
    if not known:
        return
    along = axis(known, frame.left + 4, frame.right - 8, _tick)
    ground = frame.middles[-1] + 20
    spans = [(middle - 11, middle + 11) for middle in frame.middles]
    for tick in along.ticks:
        for start, end in (
            spans if view.narrow else [(spans[0][0], spans[-1][1])]
        ):  # above marks stands a label
            yield Line(along.at(tick), start, along.at(tick), end, "rule", 1.0)
        yield Words(along.at(tick), ground + 14, _tick(tick), 12, colour="ink3", anchor="middle")
    for row, middle in zip(rows, frame.middles, strict=True):
        cells = [_mean(view, row, side) for side in SIDES]
        if any(is_hidden(cell) for cell in cells):
            yield from view.hidden(frame.left, middle, next(cell for cell in cells if is_hidden(cell)))
        elif all(_known(cell) for cell in cells):
            importance, performance = (along.at(amount(cell)) for cell in cells)
            yield Line(
                min(importance, performance), middle, max(importance, performance), middle, "ring", 1.4
            )
            yield Units(((performance, middle),), 13, HOLLOW)
            yield Units(((importance, middle),), 13, "indigo")


def _tick(value: float) -> str:
    return thousands(value, 0 if value == int(value) else 1)
