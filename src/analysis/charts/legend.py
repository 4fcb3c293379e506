"""What the colours mean: keys in a row that flows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from analysis.charts.marks import Mark, Shape, Units, Words
from analysis.charts.measure import LINE, room, wrap
from analysis.charts.view import View
from analysis.tables import Cell

KEY = 12.0
STEP = 22.0  # from one row of keys to the next


@dataclass(frozen=True)
class Key:
    """A colour and its meaning; `cell`: a number that has no room beside its mark, and stands here
    instead."""

    fill: str
    text: str
    shape: Shape = "square"
    cell: Cell | None = None


def aside(view: View, said: Sequence[tuple[str, Cell | None]], top: float) -> Iterator[Mark]:
    """What stands beside a figure and is no part of it, in rows below it: words with {} for the number, or
    before it."""
    x, baseline = 0.0, top + 12
    for text, cell in said:
        around = text if "{}" in text else f"{text} {{}}"
        words = view.number(x, baseline, cell, around=around, size=12, colour="ink3")
        if x and words.box[2] > view.width:
            x, baseline = 0.0, baseline + LINE
            words = replace(words, x=x, y=baseline)
        yield words
        x = words.box[2] + 14


def legend(view: View, keys: Sequence[Key], left: float = 0.0, top: float = 0.0) -> Iterator[Mark]:
    """Keys from `left` to the right edge, in as many rows as they need. A long text goes on below itself."""
    x, y = left, top
    for key in keys:
        text = f"{key.text} {view.text(key.cell)}" if key.cell else key.text
        lines = wrap(text, view.width - left - KEY - 6)
        needed = KEY + 6 + max(room(line) for line in lines)
        if x > left and x + needed > view.width:
            x, y = left, y + STEP
        yield Units(((x + KEY / 2, y + 9),), KEY, key.fill, key.shape)
        for at, line in enumerate(lines):
            words = Words(x + KEY + 6, y + 13.5 + LINE * at, line)
            yield view.tied(words, key.cell) if key.cell and at == len(lines) - 1 else words
        y += LINE * (len(lines) - 1)
        x += needed + 10
