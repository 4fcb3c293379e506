"""What figures are made of: marks. Each knows where it is in pixels (y grows downwards), what it covers, and
its look: marks of one look are drawn together (`layers.py`), by the pen of `svg.py`.

A fill is a name of the palette, or "hollow": paper with a ring. One unit is one respondent.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from analysis.charts.measure import ASCENT, DESCENT, room

Box = tuple[float, float, float, float]  # left, top, right, bottom
Shape = Literal["dot", "square", "diamond"]
Anchor = Literal["start", "middle", "end"]


class Mark(Protocol):
    @property
    def box(self) -> Box: ...
    @property
    def look(self) -> tuple[object, ...]: ...


@dataclass(frozen=True)
class Units:
    """Equal shapes around the points `at`, `size` across. fill "slot": an empty place."""

    at: tuple[tuple[float, float], ...]
    size: float
    fill: str
    shape: Shape = "dot"

    @property
    def box(self) -> Box:
        xs, ys, half = [x for x, _ in self.at], [y for _, y in self.at], self.size / 2
        return (min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half)

    @property
    def look(self) -> tuple[object, ...]:
        return (self.size, self.fill, self.shape)


@dataclass(frozen=True)
class Bar:
    """A rectangle from its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    fill: str

    @property
    def box(self) -> Box:
        return (self.x, self.y, self.x + self.width, self.y + self.height)

    @property
    def look(self) -> tuple[object, ...]:
        return (self.fill,)


@dataclass(frozen=True)
class Line:
    x1: float
    y1: float
    x2: float
    y2: float
    colour: str = "ink3"
    width: float = 1.0
    dashed: bool = False

    @property
    def box(self) -> Box:
        return (min(self.x1, self.x2), min(self.y1, self.y2), max(self.x1, self.x2), max(self.y1, self.y2))

    @property
    def look(self) -> tuple[object, ...]:
        return (self.colour, self.width, self.dashed)


@dataclass(frozen=True)
class Pill:
    """The dashed outline of a hidden cell. Always as long, whatever it hides."""

    x: float
    y: float
    colour: str = "ink3"

    WIDTH, HEIGHT = 40.0, 18.0  # not fields: they have no annotation

    @property
    def box(self) -> Box:
        return (self.x, self.y, self.x + self.WIDTH, self.y + self.HEIGHT)

    @property
    def look(self) -> tuple[object, ...]:
        return (self.colour,)


@dataclass(frozen=True)
class Words:
    """A line of text on its baseline. `cell` and `value`: where the number in it comes from."""

    x: float
    y: float
    text: str
    size: float = 13
    bold: bool = False
    colour: str = "ink"
    anchor: Anchor = "start"
    cell: str = ""
    value: float | None = None

    @property
    def box(self) -> Box:
        wide = room(self.text, self.size, self.bold)
        left = self.x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor]
        return (left, self.y - ASCENT * self.size, left + wide, self.y + DESCENT * self.size)

    @property
    def look(self) -> tuple[object, ...]:
        return (self.size, self.bold, self.colour, self.anchor)


def bottom(marks: Iterable[Mark], default: float = 0.0) -> float:
    """Where the lowest mark ends."""
    return max((mark.box[3] for mark in marks), default=default)


def row(
    x: float, y: float, number: int, step: float, size: float, fill: str, shape: Shape = "dot"
) -> list[Units]:
    """`number` units in a row, the first centred at x + step / 2; none for 0."""
    at = tuple((x + step * (place + 0.5), y) for place in range(number))
    return [Units(at, size, fill, shape)] if at else []


def empty(x: float, y: float, number: int, step: float) -> list[Units]:
    """Places in a row that nobody takes: a small point each, much lighter than the units beside them."""
    return row(x, y, number, step, max(3.0, min(5.0, step * 0.3)), "slot")


def overlap(one: Box, other: Box) -> float:
    """The area that two boxes share."""
    if one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]:
        return 0.0
    return (min(one[2], other[2]) - max(one[0], other[0])) * (min(one[3], other[3]) - max(one[1], other[1]))


def stacked(
    x: float, y: float, texts: Sequence[str], pitch: float, anchor: Anchor = "start", **look: object
) -> list[Words]:
    """Lines of text below each other, the first on baseline y."""
    return [Words(x, y + pitch * at, text, anchor=anchor, **look) for at, text in enumerate(texts)]  # type: ignore[arg-type]
