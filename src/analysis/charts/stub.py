"""The frame of most figures: lines with a label at their left (on a phone above them), numbers flush right, and
between them the place for marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.charts.marks import Mark, Words
from analysis.charts.measure import LINE, room, wrap
from analysis.charts.view import Column, View

GAP = 14.0


@dataclass(frozen=True)
class Stub:
    """left, right: where marks may stand. middles: the middle of each line. rights: the right edge of each column."""

    left: float
    right: float
    middles: tuple[float, ...]
    rights: tuple[float, ...]
    columns: tuple[Column, ...]
    labels: tuple[Words, ...]
    head: float
    end: float

    def marks(self, view: View, without: frozenset[int] = frozenset()) -> Iterator[Mark]:
        """Labels, numbers and the heads of their columns. without: lines whose numbers are left out."""
        yield from self.labels
        for column, right in zip(self.columns, self.rights, strict=True):
            if column.head:
                yield Words(right, self.head, column.head, 12, colour="ink3", anchor="end")
            for place, middle in enumerate(self.middles):
                if place not in without:
                    yield column.number(view, place, right, middle)


def stub(
    view: View,
    labels: Sequence[str],
    columns: Sequence[Column] = (),
    top: float = 0.0,
    pitch: float = 33.0,
    share: float = 0.36,
    indent: float = 0.0,
) -> Stub:
    """Lay out lines. pitch: the height of a line for its marks; share: of the width, at most for labels."""
    right: float = view.width
    rights = []
    for column in reversed(columns):
        rights.append(right)
        right -= column.width(view) + (10 if view.narrow else GAP)
    heads = any(column.head for column in columns)
    head, top = (top + 12, top + 24) if heads else (top, top)
    if view.narrow:
        left, middles, words, end = _above(view, labels, top, pitch, indent)
    else:
        left, middles, words, end = _beside(view, labels, top, pitch, share, indent)
    return Stub(left, right, middles, tuple(reversed(rights)), tuple(columns), words, head, end)


_Lines = tuple[float, tuple[float, ...], tuple[Words, ...], float]


def _beside(view: View, labels: Sequence[str], top: float, pitch: float, share: float, indent: float) -> _Lines:
    most = view.width * share - indent
    wrapped = [wrap(label, most) for label in labels]
    left = indent + max([100.0, *(room(line) for lines in wrapped for line in lines)]) + GAP
    middles, words = [], []
    for lines in wrapped:
        height = max(pitch, len(lines) * LINE + 10)
        middle = top + height / 2
        first = middle + 4.7 - LINE * (len(lines) - 1) / 2
        words += [Words(indent, first + LINE * at, line, colour="ink") for at, line in enumerate(lines)]
        middles.append(middle)
        top += height
    return left, tuple(middles), tuple(words), top


def _above(view: View, labels: Sequence[str], top: float, pitch: float, indent: float) -> _Lines:
    middles, words = [], []
    for label in labels:
        lines = wrap(label, view.width - indent)
        words += [Words(indent, top + 13 + LINE * at, line) for at, line in enumerate(lines)]
        top += LINE * len(lines)
        middles.append(top + pitch / 2 - 4)
        top += pitch
    return indent, tuple(middles), tuple(words), top
