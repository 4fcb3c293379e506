"""Importance against performance: every row a point of the plane, orange where it matters and is not done
well.

Names stand beside their dots as long as none is in another's way; else dots are numbered as in the list
below, each number beside its words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, pi, sin

from analysis.charts.marks import Anchor, Box, Line, Mark, Units, Words, overlap, stacked
from analysis.charts.measure import LINE, wrap
from analysis.charts.palette import on
from analysis.charts.plane import Plane, Point, captions, ground, plane_of
from analysis.charts.view import View

LABEL = 150.0  # a name breaks into lines of at most so many pixels
MOST_NAMES = 10  # in the plane; more of them are a thicket of leader lines
DOT, NUMBERED = 13.0, 20.0
TRUE = 5.0  # the place of a dot that has moved aside


def quadrant(view: View, points: Sequence[Point], top: float) -> tuple[list[Mark], bool]:
    """The plane with its points, and whether they are numbered (in their order, from 1)."""
    plane = plane_of(view, points, top)
    dots = [_dot(plane.at(point), NUMBERED if view.narrow else DOT) for point in points]
    marks = [*ground(view, plane), *captions(view, plane, dots)]
    taken = [mark.box for mark in marks if isinstance(mark, Words)]
    crowded = view.narrow or len(points) > MOST_NAMES
    named = None if crowded else _names(plane, points, [*taken, *dots])
    if named is not None:
        marks += [Units((plane.at(point),), DOT, point.fill) for point in points]
        return [*marks, *named], False
    return [*marks, *_numbers(plane, points, taken)], True


def _names(plane: Plane, points: Sequence[Point], taken: list[Box]) -> list[Mark] | None:
    """A place for every name, the crowded first, if possible across no cut line; None where one finds
    none."""
    found: list[Mark] = []
    left, high, right, low = plane.box
    x, y = plane.cut or (left, low)
    cuts: list[Box] = [(x - 1, high, x + 1, low), (left, y - 1, right, y + 1)]
    order = sorted(points, key=lambda point: (-_crowd(plane, point, points), *plane.at(point)))
    for point in order:
        texts = wrap(point.label, LABEL)
        place: list[Mark] | None = None
        for tried in _places(plane.at(point), texts):
            if _free(tried, taken, plane.box):
                place = place or tried
                if _free(tried, cuts, plane.box):
                    place = tried
                    break
        if place is None:
            return None
        found += place
        taken = [*taken, *(mark.box for mark in place if isinstance(mark, Words))]
    return found


def _places(at: tuple[float, float], texts: Sequence[str]) -> Iterator[list[Mark]]:
    """Beside the dot, above and below it, then farther off with a leader line."""
    x, y = at
    deep = LINE * (len(texts) - 1)
    for far in (0.0, 22.0, 40.0, 58.0):
        side, up = 11 + far, 13 + far
        middle = y + 4.6 - deep / 2
        above, below = y - up - deep, y + up + 9
        level_with = [(side, middle), (-side, middle), (0.0, above + 2), (0.0, below)]
        aslant = [(dx, first) for dx in (side, -side) for first in (above + up / 2, below - up / 2)]
        for dx, first in level_with + aslant:
            leader: list[Mark] = []
            if far:
                towards = first - 4.6 if dx else (first + deep + 4 if first < y else first - 12)
                leader = [Line(x, y, x + (dx - 3 if dx > 0 else dx + 3 if dx else 0), towards, "ring", 1.0)]
            anchor: Anchor = "start" if dx > 0 else "end" if dx else "middle"
            yield [*leader, *stacked(x + dx, first, texts, LINE, anchor)]


def _free(place: Sequence[Mark], taken: Sequence[Box], plane: Box) -> bool:
    names = [mark.box for mark in place if isinstance(mark, Words)]
    inside = all(
        box[0] >= plane[0] + 3 and box[2] <= plane[2] and box[1] >= plane[1] and box[3] <= plane[3]
        for box in names
    )
    return inside and not any(overlap(box, other) for box in names for other in taken)


def _crowd(plane: Plane, point: Point, points: Sequence[Point]) -> int:
    x, y = plane.at(point)
    return sum(abs(x - other_x) < 60 and abs(y - other_y) < 30 for other_x, other_y in map(plane.at, points))


def _numbers(plane: Plane, points: Sequence[Point], taken: Sequence[Box]) -> list[Mark]:
    """Dots with their number; one that would cover another moves aside and keeps a line to its place."""
    leaders: list[Mark] = []
    badges: list[Mark] = []
    boxes: list[Box] = []
    true = [plane.at(point) for point in points]
    for number, point in enumerate(points, start=1):
        x, y = true[number - 1]
        others = [_dot(at, TRUE) for at in true if at != (x, y)]
        # In another quadrant, or on the true place of another, only where there is no room else.
        tries = ((True, [*taken, *boxes, *others]), (True, [*taken, *boxes]), (False, [*taken, *boxes]))
        free = (
            spot
            for stays, boxed in tries
            for spot in _spots(plane, (x, y), stays)
            if not _covers(_dot(spot, NUMBERED + 1), boxed)
        )
        spot = next(free, (x, y))
        if spot != (x, y):
            leaders += [Line(x, y, *spot, "ring", 1.0), Units(((x, y),), TRUE, point.fill)]
        boxes.append(_dot(spot, NUMBERED))
        badges += badge(spot, number, point.fill)
    return [*leaders, *badges]


def _spots(plane: Plane, at: tuple[float, float], stays: bool) -> Iterator[tuple[float, float]]:
    """Places for a numbered dot, the nearest first; all of them in its own quadrant if it stays there."""
    x, y = at
    for far in range(0, 400, 2):
        for dx, dy in _AROUND:
            spot = (x + dx * far, y + dy * far)
            if _inside(_dot(spot, NUMBERED), plane.box) and (not stays or _one_quadrant(plane, at, spot)):
                yield spot


_AROUND = [(cos(turn * pi / 8), sin(turn * pi / 8)) for turn in range(16)]


def _inside(box: Box, plane: Box) -> bool:
    return plane[0] <= box[0] and box[2] <= plane[2] + 1 and plane[1] <= box[1] and box[3] <= plane[3]


def _one_quadrant(plane: Plane, one: tuple[float, float], other: tuple[float, float]) -> bool:
    cut = plane.cut or (plane.box[0], plane.box[1])
    return all((a - middle) * (b - middle) >= 0 for a, b, middle in zip(one, other, cut, strict=True))


def _covers(box: Box, others: Sequence[Box]) -> bool:
    return any(overlap(box, other) for other in others)


def badge(at: tuple[float, float], number: int, fill: str) -> list[Mark]:
    """A dot with a number in it, as in the list below the plane."""
    return [Units((at,), NUMBERED, fill), Words(at[0], at[1] + 4.3, str(number), 12, True, on(fill), "middle")]


def _dot(at: tuple[float, float], size: float = DOT) -> Box:
    return (at[0] - size / 2, at[1] - size / 2, at[0] + size / 2, at[1] + size / 2)
