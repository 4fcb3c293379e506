"""The frame of most figures, and their one layout: lines with a label at their left (on a phone above them),
under the headings of their blocks, numbers flush right, and between them the place for marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from analysis.charts.marks import Mark, Words, stacked
from analysis.charts.measure import LINE, room, wrap
from analysis.charts.view import Column, View

GAP = 14.0
HEAD_LINE = 15.0


@dataclass(frozen=True)
class Stub:
    """left, right: where marks may stand. middles: the middle of each line. rights: the right edge of each
    column. head: the baseline of the last line of the columns' heads. firsts: the baseline of each label's
    first line. headings: of blocks of lines."""

    left: float
    right: float
    middles: tuple[float, ...]
    rights: tuple[float, ...]
    columns: tuple[Column, ...]
    labels: tuple[Words, ...]
    firsts: tuple[float, ...]
    head: float
    headings: tuple[Words, ...] = ()

    def marks(self, view: View) -> Iterator[Mark]:
        """Labels, headings and numbers."""
        yield from self.headings
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
    headings: Sequence[str] = (),
) -> Stub:
    """Lay out lines.

    pitch: the height that a line's marks need. most: the width that they need at most; the numbers then stand
    close to them. head_lines: lines of heading that the marks themselves bring. spare: kept free behind a
    label above. indent: of the labels. beside: labels left of the marks, whatever the width. headings: for
    each line the heading of the block that begins with it, or "". A column of which every number is hidden is left
    out: its X's would say it line by line.
    """
    columns = [column for column in columns if not column.all_hidden]
    heads = max([head_lines, *(len(column.heading) for column in columns)])
    start = top + heads * HEAD_LINE + (8 if heads else 0)
    before = [wrap(heading, view.width, bold=True) if heading else () for heading in headings]
    before = before or [()] * len(labels)
    if view.narrow and not beside:
        left, lines = 0.0, _above(labels, before, view.width - spare, start, pitch, indent)
    else:
        within = view.width * (SHARE_NARROW if view.narrow else SHARE)
        left, lines = _beside(labels, before, within, start, pitch, indent, 0.0 if view.narrow else LEAST)
    gap = 10 if view.narrow else GAP
    widths = [column.width(view) + gap for column in columns]
    right = min(view.width - sum(widths), left + most)
    rights = [right + sum(widths[: at + 1]) for at in range(len(widths))]
    return Stub(
        left,
        right,
        tuple(lines.middles),
        tuple(rights),
        tuple(columns),
        tuple(lines.words),
        tuple(lines.firsts),
        top + heads * HEAD_LINE - 3,
        tuple(lines.headings),
    )


@dataclass
class _Lines:
    """Lines as they are laid out, one below the other. top: where the next begins."""

    top: float
    middles: list[float] = field(default_factory=list)
    firsts: list[float] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    headings: list[Words] = field(default_factory=list)

    def begin(self, heading: Sequence[str]) -> None:
        """The heading of a block, if one begins here, with air above it."""
        if heading:
            self.top += BLOCK if self.middles else 0
            self.headings += stacked(0, self.top + 14, heading, LINE, bold=True)
            self.top += LINE * len(heading) + 6


SHARE, SHARE_NARROW = 0.36, 0.48  # of the width, at most for labels beside the marks
LEAST = 90.0  # pixels for the labels beside the marks of a page, so that its figures begin alike
BLOCK = 10.0  # between blocks
_Wrapped = Sequence[Sequence[str]]


def _beside(
    labels: Sequence[str],
    headings: _Wrapped,
    within: float,
    top: float,
    pitch: float,
    indent: float,
    least: float,
) -> tuple[float, _Lines]:
    wrapped = [wrap(label, within - indent) for label in labels]
    left = indent + max([least, *(room(line) for lines in wrapped for line in lines)]) + GAP
    found = _Lines(top)
    for lines, heading in zip(wrapped, headings, strict=True):
        found.begin(heading)
        height = max(pitch, len(lines) * LINE + 10)
        found.middles.append(found.top + height / 2)
        found.firsts.append(found.middles[-1] + 4.7 - LINE * (len(lines) - 1) / 2)
        found.words += stacked(indent, found.firsts[-1], lines, LINE)
        found.top += height
    return left, found


def _above(
    labels: Sequence[str], headings: _Wrapped, within: float, top: float, pitch: float, indent: float
) -> _Lines:
    found = _Lines(top)
    for label, heading in zip(labels, headings, strict=True):
        found.begin(heading)
        lines = wrap(label, within - indent)
        found.firsts.append(found.top + 13)
        found.words += stacked(indent, found.top + 13, lines, LINE)
        found.top += LINE * len(lines)
        found.middles.append(found.top + pitch / 2 - 2)
        found.top += pitch
    return found
