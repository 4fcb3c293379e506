"""The frame of most figures: lines with a label at their left (on a phone above them), numbers flush right,
and between them the place for marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.charts.marks import Mark, Words
from analysis.charts.measure import LINE, room, wrap
from analysis.charts.view import Column, View

GAP = 14.0
HEAD_LINE = 15.0


@dataclass(frozen=True)
class Stub:
    """left, right: where marks may stand. middles: the middle of each line. rights: the right edge of each
    column. head: the baseline of the headings' last line. firsts: the baseline of each label's first line."""

    left: float
    right: float
    middles: tuple[float, ...]
    rights: tuple[float, ...]
    columns: tuple[Column, ...]
    labels: tuple[Words, ...]
    firsts: tuple[float, ...]
    head: float

    def marks(self, view: View) -> Iterator[Mark]:
        """Labels, headings and numbers."""
        yield from self.labels
        for column, right in zip(self.columns, self.rights, strict=True):
            first = self.head - HEAD_LINE * (len(column.heading) - 1)
            for at, line in enumerate(column.heading):
                yield Words(right, first + HEAD_LINE * at, line, 12, colour="ink3", anchor="end")
            for place, middle in enumerate(self.middles):
                if place not in column.blank:
                    yield column.number(view, place, right, middle)


def stub(
    view: View,
    labels: Sequence[str],
    columns: Sequence[Column] = (),
    top: float = 0.0,
    pitch: float = 33.0,
    most: float = 1000.0,
    head_lines: int = 0,
    spare: float = 0.0,
    indent: float = 0.0,
    beside: bool | None = None,
) -> Stub:
    """Lay out lines.

    pitch: the height that a line's marks need. most: the width that they need at most; the numbers then stand
    close to them. head_lines: lines of heading that the marks themselves bring. spare: kept free behind a
    label above. indent: of the labels. beside: labels left of the marks, whatever the width.
    """
    heads = max([head_lines, *(len(column.heading) for column in columns)])
    start = top + heads * HEAD_LINE + (8 if heads else 0)
    if view.narrow and not beside:
        left, middles, words, firsts = _above(labels, view.width - spare, start, pitch)
    else:
        within = view.width * (SHARE_NARROW if view.narrow else SHARE)
        left, middles, words, firsts = _beside(labels, within, start, pitch, indent)
    gap = 10 if view.narrow else GAP
    widths = [column.width(view) + gap for column in columns]
    right = min(view.width - sum(widths), left + most)
    rights = [right + sum(widths[: at + 1]) for at in range(len(widths))]
    return Stub(
        left, right, middles, tuple(rights), tuple(columns), words, firsts, top + heads * HEAD_LINE - 3
    )


_Lines = tuple[float, tuple[float, ...], tuple[Words, ...], tuple[float, ...]]
SHARE, SHARE_NARROW = 0.36, 0.48  # of the width, at most for labels beside the marks


def _beside(labels: Sequence[str], within: float, top: float, pitch: float, indent: float) -> _Lines:
    wrapped = [wrap(label, within) for label in labels]
    left = indent + max([90.0, *(room(line) for lines in wrapped for line in lines)]) + GAP
    middles, words, firsts = [], [], []
    for lines in wrapped:
        height = max(pitch, len(lines) * LINE + 10)
        middles.append(top + height / 2)
        firsts.append(middles[-1] + 4.7 - LINE * (len(lines) - 1) / 2)
        words += [Words(indent, firsts[-1] + LINE * at, line) for at, line in enumerate(lines)]
        top += height
    return left, tuple(middles), tuple(words), tuple(firsts)


def _above(labels: Sequence[str], within: float, top: float, pitch: float) -> _Lines:
    middles, words, firsts = [], [], []
    for label in labels:
        lines = wrap(label, within)
        firsts.append(top + 13)
        words += [Words(0, top + 13 + LINE * at, line) for at, line in enumerate(lines)]
        top += LINE * len(lines)
        middles.append(top + pitch / 2 - 2)
        top += pitch
    return 0.0, tuple(middles), tuple(words), tuple(firsts)
