"""The plane of importance and performance: its axes, the lines that cut it, and what its quadrants are
called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.charts.axis import Axis, axis
from analysis.charts.marks import Bar, Box, Line, Mark, Words, overlap
from analysis.charts.measure import room
from analysis.charts.view import View
from analysis.language import thousands
from analysis.narrative.figure import quadrant as quadrant_words
from analysis.tables import Cell

LEFT, HEIGHT = 39.0, {True: 330.0, False: 370.0}  # of the plane on a phone, on a page
CONCENTRATE = 2


@dataclass(frozen=True)
class Point:
    """A row in the plane."""

    label: str
    importance: Cell
    performance: Cell
    code: int

    @property
    def fill(self) -> str:
        return "hot" if self.code == CONCENTRATE else "indigo"


@dataclass(frozen=True)
class Plane:
    """across: performance. up: importance. cut: pixels where the two cut lines cross."""

    across: Axis
    up: Axis
    cut: tuple[float, float] | None
    box: Box

    def at(self, point: Point) -> tuple[float, float]:
        return self.across.at(point.performance.value or 0.0), self.up.at(point.importance.value or 0.0)


def plane_of(view: View, points: Sequence[Point], top: float) -> Plane:
    cuts = [cut_line(view, side) for side in ("performance", "importance")]
    known = [cell.value if cell is not None and cell.shown else None for cell in cuts]
    box = (LEFT, top + 22, view.width - 1.0, top + 22 + HEIGHT[view.narrow])
    axes = []
    for at, side in enumerate(("performance", "importance")):
        cells = [point.performance if side == "performance" else point.importance for point in points]
        values = [cell.value for cell in cells if cell.value is not None]
        values += [cut for cut in (known[at],) if cut is not None]
        along = view.width * 0.6 if side == "performance" else HEIGHT[view.narrow] - 100
        line = axis(values, 0, along, tick_words)
        inset = max(10.0, room(tick_words(line.low), 12) / 2, room(tick_words(line.high), 12) / 2)
        ends = (box[0] + inset, box[2] - inset) if side == "performance" else (box[3] - 12, box[1] + 12)
        if _low_is_good(view, side):
            ends = ends[::-1]
        axes.append(Axis(line.low, line.high, *ends, line.ticks))
    across, up = axes
    cut = (across.at(known[0]), up.at(known[1])) if known[0] is not None and known[1] is not None else None
    return Plane(across, up, cut, box)


def cut_line(view: View, side: str) -> Cell | None:
    """Where the quadrants meet: at what the questionnaire declares, else at the mean of the rows' means."""
    return view.cell("cut", side) or view.cell("mean", side)


def _low_is_good(view: View, side: str) -> bool:
    facts = view.facts.get(side)
    return (facts if isinstance(facts, dict) else view.facts).get("good") == "low"


def ground(view: View, plane: Plane) -> Iterator[Mark]:
    """Tint, cut lines, and the axes with their ticks and names."""
    left, high, right, low = plane.box
    words = {label.id: view.word(label) for label in view.items}
    if plane.cut:
        x, y = plane.cut
        yield Bar(left, high, x - left, y - high, "band")
        yield Line(x, high, x, low, "ink3", 1.0, dashed=True)
        yield Line(left, y, right, y, "ink3", 1.0, dashed=True)
    yield Line(left, high, left, low, "ink2")
    yield Line(left, low, right, low, "ink2")
    for tick in plane.across.ticks:
        yield Line(plane.across.at(tick), low, plane.across.at(tick), low + 5, "ink2")
        yield Words(plane.across.at(tick), low + 19, tick_words(tick), 12, colour="ink3", anchor="middle")
    for tick in plane.up.ticks:
        yield Line(left - 5, plane.up.at(tick), left, plane.up.at(tick), "ink2")
        yield Words(left - 9, plane.up.at(tick) + 4.3, tick_words(tick), 12, colour="ink3", anchor="end")
    yield Words(0, high - 9, f"↑ {words.get('importance', '')}", 12, colour="ink2")
    yield Words(right, low + 37, f"{words.get('performance', '')} →", 12, colour="ink2", anchor="end")


def captions(view: View, plane: Plane, dots: Sequence[Box]) -> Iterator[Words]:
    """The value of each cut line and the name of each quadrant, each where it covers no dot; a name that
    finds no such place is left out, its dots and the list still tell it."""
    if not plane.cut:
        return
    left, high, right, low = plane.box
    x, y = plane.cut
    taken = [*dots]
    performance, importance = (cut_line(view, side) for side in ("performance", "importance"))
    what = view.say("midpoint" if view.facts.get("cut_rule") == "midpoint" else "mean")
    look = {"unit": False, "around": f"{what} {{}}", "size": 12, "colour": "ink3"}
    across = [
        (right - 5, y - 5, "end"),
        (right - 5, y + 15, "end"),
        (left + 7, y - 5, "start"),
        (left + 7, y + 15, "start"),
    ]
    along = [
        (x + 5, low - 8, "start"),
        (x - 5, low - 8, "end"),
        (x + 5, high + 15, "start"),
        (x - 5, high + 15, "end"),
    ]
    corners = [(left, high, x, y), (x, high, right, y), (left, y, x, low), (x, y, right, low)]
    wanted = [
        [view.number(*spot[:2], cell, anchor=spot[2], **look) for spot in spots]
        for cell, spots in ((importance, across), (performance, along))
    ]
    wanted += [[*_in_corner(view, code, box)] for code, box in zip((2, 1, 3, 4), corners, strict=True)]
    for at, choices in enumerate(wanted):
        inside = [words for words in choices if left < words.box[0] and words.box[2] < right + 1]
        free = [words for words in inside if not any(overlap(words.box, box) for box in taken)]
        if free or (at < 2 and inside):
            words = free[0] if free else inside[0]
            taken.append(words.box)
            yield words


def _in_corner(view: View, code: int, box: Box) -> Iterator[Words]:
    """A quadrant's name in each of its corners where it fits, the outer one first."""
    left, high, right, low = box
    text, bold, colour = (
        quadrant_words(code, view.language),
        code == CONCENTRATE,
        "tag" if code == CONCENTRATE else "ink3",
    )
    if room(text, 12, bold) + 14 > right - left or low - high < 26:
        return
    outer, inner = (
        ((left + 7, "start"), (right - 7, "end"))
        if code in (2, 3)
        else ((right - 7, "end"), (left + 7, "start"))
    )
    rows = (high + 17, low - 8) if code in (1, 2) else (low - 8, high + 17)
    for y in rows:
        for x, anchor in (outer, inner):
            yield Words(x, y, text, 12, bold, colour, "start" if anchor == "start" else "end")


def tick_words(value: float) -> str:
    """ "3.5", "3.25"."""
    return thousands(value, 1 if value * 10 == int(value * 10) else 2)
