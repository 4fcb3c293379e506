"""The labels of a timeline: each stands as low as it can without touching what stands right of it.

They are set from right to left, so that no leader ever crosses words.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.charts.marks import Box, overlap
from analysis.charts.measure import room, wrap
from analysis.charts.view import View

DOT, RING = 11.0, 3.0  # a dot, and the paper around it that parts it from its neighbours
SMALL, PITCH = 12.0, 15.0  # letters of a label, and from one of its lines to the next
ROOM_RIGHT = 100.0  # behind December, for the labels of its events
WIDTHS = (150.0, 124.0, 100.0, 76.0)  # that a label may be wrapped to
HIGHEST = 400.0  # of a label, above its lane
ABOVE = 13.0  # from the middle of a dot to the lowest label
LEADER = 5.0  # from a leader to its words
_BETWEEN = re.compile(r"[\s·,/]+")  # where a line may break


@dataclass(frozen=True)
class Stop:
    """What happened on one day or over one span of days, in one pillar. day: its date in words."""

    start: dt.date
    end: dt.date
    pillar: str
    day: str
    titles: tuple[str, ...]


@dataclass(frozen=True)
class Placed:
    """A label in its place: `up` is its lower edge, in pixels above the lane; `high` how high it is."""

    stop: Stop
    x: float
    up: float
    high: float
    lines: tuple[str, ...]
    width: float

    @property
    def box(self) -> Box:
        """With y upwards from the lane."""
        return (self.x - 1, self.up, self.x + LEADER + self.width, self.up + self.high)

    @property
    def leader(self) -> Box:
        return (self.x - 1.5, 0.0, self.x + 1.5, self.up + self.high)


def place(stops: Sequence[Stop], view: View) -> list[Placed]:
    """Labels of the stops of a lane, from right to left as low as they can stand.

    Of the widths that a label can be wrapped to, the one that keeps it lowest. One without room is left out.
    """
    found: list[Placed] = []
    for stop in sorted(stops, key=lambda stop: stop.start, reverse=True):
        x = x_of(view, stop.start)
        steps = sorted({ABOVE, *(one.up + one.high + 5 for one in found)})
        labels = [
            label
            for lines in _wrapped(stop, view.width - x - LEADER - 2)
            for label in (Placed(stop, x, up, PITCH * len(lines), lines, _widest(lines)) for up in steps)
            if label.up + label.high <= HIGHEST and not any(_touch(label, other) for other in found)
        ]
        if labels:
            found.append(min(labels, key=lambda label: label.up + label.high))
    return found


def _wrapped(stop: Stop, most: float) -> Iterator[tuple[str, ...]]:
    """Its day, then its titles, in lines of several widths; those at which no word is cut, if there are any."""
    longest = max(room(part, SMALL) for title in stop.titles for part in _BETWEEN.split(title))
    widths = [min(width, most) for width in WIDTHS]
    for width in [width for width in widths if width >= longest] or [min(WIDTHS[0], most)]:
        yield (stop.day, *(line for title in stop.titles for line in wrap(title, width, SMALL)))


def _widest(lines: Sequence[str]) -> float:
    return max(room(line, SMALL) for line in lines)


def _touch(one: Placed, other: Placed) -> bool:
    pairs = ((one.box, other.box), (one.box, other.leader), (one.leader, other.box))
    return any(overlap(first, second) > 0 for first, second in pairs)


def x_of(view: View, day: dt.date) -> float:
    """Where a day stands; the first of the next January ends the line."""
    first, after = dt.date(view.table.year, 1, 1), dt.date(view.table.year + 1, 1, 1)
    left = DOT / 2 + RING
    return left + (view.width - ROOM_RIGHT - left) * ((day - first).days / (after - first).days)


def short(title: str) -> str:
    """A title without its remarks in brackets; a number in brackets counts a series, and stays."""
    kept, depth, inside = "", 0, ""
    for letter in title:
        if letter == "(":
            depth += 1
        if depth:
            inside += letter
        else:
            kept += letter
        if letter == ")" and depth:
            depth -= 1
            if not depth:
                kept += inside if inside[1:-1].isdecimal() else ""
                inside = ""
    return " ".join((kept + inside).split())
