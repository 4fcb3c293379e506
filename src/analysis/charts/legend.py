"""What the colours mean: keys in a row that flows, above the marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.charts.marks import Mark, Shape, Units, Words
from analysis.charts.measure import room, wrap

KEY = 12.0
STEP = 22.0  # from one row of keys to the next


@dataclass(frozen=True)
class Key:
    fill: str
    text: str
    shape: Shape = "square"


def legend(keys: Sequence[Key], left: float, right: float, top: float = 0.0) -> Iterator[Mark]:
    """Keys from left to right, in as many rows as they need. A long text goes on below itself."""
    x, y = left, top
    for key in keys:
        lines = wrap(key.text, right - left - KEY - 6)
        needed = KEY + 6 + max(room(line) for line in lines)
        if x > left and x + needed > right:
            x, y = left, y + STEP
        yield Units(((x + KEY / 2, y + 9),), KEY, key.fill, key.shape)
        for at, line in enumerate(lines):
            yield Words(x + KEY + 6, y + 13.5 + 17 * at, line)
        y += 17 * (len(lines) - 1)
        x += needed + 10
