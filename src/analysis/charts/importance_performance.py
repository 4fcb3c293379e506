"""Rows judged for importance and performance: the plane of both, then a list with the distance between them,
largest first. Where names have no room in the plane, dots are numbered as they stand in the list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.charts.axis import axis
from analysis.charts.legend import Key, legend
from analysis.charts.marks import Line, Mark, Units, Words, bottom
from analysis.charts.palette import HOLLOW
from analysis.charts.place import Place, rows
from analysis.charts.plane import Point, tick_words
from analysis.charts.quadrant import badge, quadrant
from analysis.charts.stub import Stub, stub
from analysis.charts.view import Column, View, amount, is_hidden
from analysis.language import thousands
from analysis.tables import Cell, Label

APART = 30.0  # from the plane to the list below it
SIDES = ("importance", "performance")


def importance_performance(view: View, top: float = 0.0) -> Iterator[Mark]:
    """Of all respondents: levels of a group have too few points to make a plane of."""
    places = _places(view)
    placed = [place for place in places if all(_known(_mean(view, place, side)) for side in SIDES)]
    numbered = False
    if placed:
        marks, numbered = quadrant(view, [_point(view, place) for place in placed], top)
        yield from marks
        top = bottom(marks) + APART
    yield from _list(view, places, placed if numbered else [], top)


def _places(view: View) -> list[Place]:
    """The rows under the headings of their blocks; in each the largest distance first, where the scales that
    differ tell none the most important."""
    apart = any(_known(view.cell("mean", "gap", row.id)) for row in view.table.rows)

    def place(row: Label) -> tuple[bool, float]:
        cell = view.cell("mean", "gap" if apart else SIDES[0], row.id)
        return (is_hidden(cell), -amount(cell))

    return rows(view, sorted((row for row in view.table.rows if row.id), key=place))


def _mean(view: View, place: Place, side: str) -> Cell | None:
    return view.cell("mean", side, place.row)


def _known(cell: Cell | None) -> bool:
    return cell is not None and cell.shown and cell.value is not None


def _point(view: View, place: Place) -> Point:
    importance, performance = (_mean(view, place, side) for side in SIDES)
    assert importance is not None and performance is not None
    code = view.cell("code", "quadrant", place.row)
    return Point(place.label, importance, performance, int(amount(code)))


def _list(view: View, places: Sequence[Place], numbered: Sequence[Place], top: float) -> Iterator[Mark]:
    """Every row with its means, behind the number of its dot where it has one, and a line from performance to
    importance where both are on one scale."""
    words = {label.id: view.word(label) for label in view.items}
    columns = [
        Column(
            [_mean(view, place, side) for place in places],
            head=words.get(side, ""),
            unit=False,
            colour="ink2",
        )
        for side in SIDES
    ]
    gaps = [view.cell("mean", "gap", place.row) for place in places]
    along = any(_known(gap) for gap in gaps)
    if along:
        columns.append(Column(gaps, bold=True, head=view.say("gap"), unit=False))
        keys = [Key(HOLLOW, words.get(SIDES[1], ""), "dot"), Key("indigo", words.get(SIDES[0], ""), "dot")]
        marks = [*legend(view, keys, top=top)]
        yield from marks
        top = bottom(marks, top) + 8
    frame = stub(
        view,
        [place.label for place in places],
        columns,
        top,
        28,
        most=1000 if along else 100,
        indent=26 if numbered else 0,
        beside=None if along else True,
        headings=[place.heading for place in places],
    )
    yield from frame.marks(view)
    for number, place in enumerate(numbered, start=1):
        at = places.index(place)
        yield from badge((10, frame.firsts[at] - 4.7), number, _point(view, place).fill)
    if along:
        yield from _distances(view, places, frame)


def _distances(view: View, places: Sequence[Place], frame: Stub) -> Iterator[Mark]:
    """A line from performance to importance for every row."""
    cells = [[_mean(view, place, side) for side in SIDES] for place in places]
    known = [cell.value for pair in cells for cell in pair if cell and cell.shown and cell.value is not None]
    if not known:
        return
    word = thousands if view.narrow else tick_words  # whole points, of which all have room
    along = axis(known, frame.left + 4, frame.right - 8, word, whole=view.narrow)
    ground = frame.middles[-1] + 18
    # On a phone labels and headings stand between the rows.
    rows = [(y, y) for y in frame.middles] if view.narrow else [(frame.middles[0], frame.middles[-1])]
    for tick in along.ticks:
        x = along.at(tick)
        yield from (Line(x, first - 10, x, last + 10, "rule", 1.0) for first, last in rows)
        yield Words(along.at(tick), ground + 12, word(tick), 12, colour="ink3", anchor="middle")
    for pair, middle in zip(cells, frame.middles, strict=True):
        hidden = [cell for cell in pair if is_hidden(cell)]
        if hidden:
            yield from view.hidden(frame.left, middle, hidden[0])
        elif all(_known(cell) for cell in pair):
            importance, performance = (along.at(amount(cell)) for cell in pair)
            ends = sorted((importance, performance))
            yield Line(ends[0], middle, ends[1], middle, "ring", 1.4)
            yield Units(((performance, middle),), 13, HOLLOW)
            yield Units(((importance, middle),), 13, "indigo")
