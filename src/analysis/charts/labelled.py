"""The words of the parts of a bar at the parts themselves: no legend where labels can stand.

A tick leads from the left edge of a part to its label. Labels are given their height from right to left, each above
all that it would touch, so that no tick crosses a label. One that has no room at the right of its tick stands left
of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.charts.legend import Key
from analysis.charts.marks import Line, Mark, Words
from analysis.charts.measure import room
from analysis.charts.palette import HOLLOW
from analysis.charts.view import View
from analysis.tables import Cell

MOST = 3  # labels above each other
PITCH = 17.0
AIR = 10.0  # between two labels of one height
FROM = 4.0  # from a tick to its label
SIZE = 12.0


@dataclass(frozen=True)
class Label:
    """x: of the tick. left: where the words begin. level: 0 beside the bar, then outwards."""

    key: Key
    x: float
    left: float
    level: int


def place(view: View, keys: Sequence[Key], edges: Sequence[float], limit: float) -> list[Label] | None:
    """A label for each part, whose left edges are `edges`; None where they have no room left of `limit`."""
    found: list[Label] = []
    ends: list[float] = []
    for key, x in reversed([*zip(keys, edges, strict=True)]):
        wide = room(_text(view, key), SIZE)
        left = x + FROM if x + FROM + wide <= limit else x - FROM - wide
        touched = (
            one.level
            for one, end in zip(found, ends, strict=True)
            if left - AIR < end and one.left < left + wide + AIR
        )
        level = max(touched, default=-1) + 1
        crossed = any(one.left - FROM < x <= one.x and one.level < level for one in found)
        if left < 0 or crossed or level >= MOST:
            return None
        found.append(Label(key, x, left, level))
        ends.append(left + wide)
    return found[::-1]


def height(labels: Sequence[Label]) -> float:
    return PITCH * (max((label.level for label in labels), default=-1) + 1)


def label_marks(view: View, labels: Sequence[Label], edge: float, above: bool) -> Iterator[Mark]:
    """Ticks and words, above or below the edge of the bar."""
    for label in labels:
        baseline = edge - 6 - PITCH * label.level if above else edge + 16 + PITCH * label.level
        far = baseline - 9 if above else baseline
        colour = "ring" if label.key.fill == HOLLOW else label.key.fill
        yield Line(label.x + 0.7, min(edge, far), label.x + 0.7, max(edge, far), colour, 1.4)
        words = Words(label.left, baseline, _text(view, label.key), SIZE, colour="ink2")
        yield view.tied(words, label.key.cell) if label.key.cell else words


def edges(cells: Sequence[Cell | None], left: float, across: float, whole: float) -> list[float] | None:
    """Where the parts of a bar begin; None where one is hidden, or is nothing."""
    found = []
    for cell in cells:
        if cell is None or not cell.shown or not cell.value:
            return None
        found.append(left)
        left += across * cell.value / whole
    return found


def _text(view: View, key: Key) -> str:
    return f"{key.text} {view.text(key.cell)}" if key.cell else key.text
