"""Marks of one look, drawn together: the fewer times a look is told, the smaller a page and the faster a
drawing.

Nothing changes for the eye: a mark joins an earlier layer only where no mark of another look, drawn in
between, touches it. Words lie on top of everything.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from analysis.charts.marks import Box, Mark, Words


@dataclass
class Layer:
    """Marks of one class and look."""

    look: tuple[object, ...]
    marks: list[Mark] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)

    def touches(self, box: Box) -> bool:
        left, top, right, low = box
        return any(one[0] < right and left < one[2] and one[1] < low and top < one[3] for one in self.boxes)


def layers(marks: Iterable[Mark]) -> list[Layer]:
    """All marks, each in the earliest layer of its look that it may join; the lowest layer first."""
    shapes: list[Layer] = []
    words: dict[tuple[object, ...], Layer] = {}
    for mark in marks:
        look = (type(mark).__name__, *mark.look)
        if isinstance(mark, Words):
            words.setdefault(look, Layer(look)).marks.append(mark)
            continue
        box = _grown(mark.box)
        layer = _joined(shapes, look, box)
        layer.marks.append(mark)
        layer.boxes.append(box)
    return [*shapes, *words.values()]


def _joined(shapes: list[Layer], look: tuple[object, ...], box: Box) -> Layer:
    found = None
    for layer in reversed(shapes):
        if layer.look == look:
            found = layer
        if layer.touches(box):
            break
    if found is None:
        found = Layer(look)
        shapes.append(found)
    return found


def _grown(box: Box) -> Box:
    """With the thickness of a line."""
    left, top, right, low = box
    return (left - 1.5, top - 1.5, right + 1.5, low + 1.5)
