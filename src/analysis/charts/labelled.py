"""The words of the parts of a bar at the parts themselves: no legend where labels can stand.

A tick leads from the left edge of a part to its label, at its right or at its left. Labels stand on as many levels as
they need, so that none touches another and no tick crosses one, whatever the parts are: the same question has the same
labels every year.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.charts.legend import Key
from analysis.charts.marks import Anchor, Line, Mark, Words
from analysis.charts.measure import room
from analysis.charts.palette import HOLLOW
from analysis.charts.view import View
from analysis.narrative.scope import is_untold
from analysis.tables import Cell

MOST = 5  # labels above each other
PITCH = 17.0
AIR = 10.0  # between two labels of one height
FROM = 4.0  # from a tick to its label
APART = 2.5  # two ticks, at least
CLEAR = 3.0  # from a tick to the words that it passes
SIZE = 12.0


@dataclass(frozen=True)
class Label:
    """x: of the tick. left, right: between which the words stand. level: 0 beside the bar, then outwards."""

    key: Key
    x: float
    left: float
    right: float
    level: int


def place(view: View, keys: Sequence[Key], edges: Sequence[float], limit: float) -> list[Label] | None:
    """A label for each part, whose left edges are `edges`, on as few levels as will do; None where they have no room
    left of `limit`."""
    widths = [room(_text(view, key), SIZE) for key in keys]
    given = [*zip(keys, edges, widths, strict=True)][::-1]
    for levels in range(1, MOST + 1):
        found = _placed(given, levels, limit, ())
        if found is not None:
            return [*found[::-1]]
    return None


def _placed(
    given: Sequence[tuple[Key, float, float]], levels: int, limit: float, found: tuple[Label, ...]
) -> tuple[Label, ...] | None:
    """The labels of `given` beside those found: each as near to the bar as it can be, right of its tick if it can."""
    if not given:
        return found
    (key, x, wide), *rest = given
    for level in range(levels):
        for left in (x + FROM, x - FROM - wide):
            label = Label(key, x, left, left + wide, level)
            if left < 0 or left + wide > limit or any(_clash(label, one) for one in found):
                continue
            if (all_of_them := _placed(rest, levels, limit, (*found, label))) is not None:
                return all_of_them
    return None


def _clash(one: Label, other: Label) -> bool:
    """They touch, or the tick of one crosses the words of the other."""
    if one.level == other.level:
        return one.left < other.right + AIR and other.left < one.right + AIR
    far, near = (one, other) if one.level > other.level else (other, one)
    return near.left - CLEAR < far.x < near.right + CLEAR


def height(labels: Sequence[Label]) -> float:
    return PITCH * (max((label.level for label in labels), default=-1) + 1)


def label_marks(view: View, labels: Sequence[Label], edge: float, above: bool) -> Iterator[Mark]:
    """Ticks and words, above or below the edge of the bar."""
    for label in labels:
        baseline = edge - 6 - PITCH * label.level if above else edge + 16 + PITCH * label.level
        far = baseline - 9 if above else baseline
        colour = "ring" if label.key.fill == HOLLOW else label.key.fill
        yield Line(label.x + 0.7, min(edge, far), label.x + 0.7, max(edge, far), colour, 1.4)
        anchor: Anchor
        at, anchor = (label.left, "start") if label.left > label.x else (label.right, "end")
        words = Words(at, baseline, _text(view, label.key), SIZE, colour="ink2", anchor=anchor)
        yield view.tied(words, label.key.cell) if label.key.cell else words


def edges(cells: Sequence[Cell | None], left: float, across: float, whole: float) -> list[float] | None:
    """Where the parts of a bar begin, with room for a tick each, be a part nothing; None where one is hidden or not
    told."""
    found: list[float] = []
    right = left + across
    for cell in cells:
        if cell is None or not cell.shown or cell.value is None or is_untold(cell):
            return None
        found.append(max(left, found[-1] + APART) if found else left)
        left += across * cell.value / whole
    return [min(x, right - APART * (len(found) - at)) for at, x in enumerate(found)]


def _text(view: View, key: Key) -> str:
    return f"{key.text} {view.text(key.cell)}" if key.cell else key.text
