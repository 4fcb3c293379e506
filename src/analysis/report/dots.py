"""A field of a hundred dots, one a per cent, for answers too many to be shown one by one.

It fills from the left, column by column, as a bar of 100% does. A row of dots is one dashed line with round ends,
which weighs a tenth of so many circles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from markupsafe import Markup

HUNDRED = 100
PAPER, RING = "paper", "ring"
HOLLOW = {"hollow": RING, "slot": "slot"}  # dots of paper with a ring, by the colour of the ring


def hundred(shares: Mapping[str, float]) -> dict[str, int]:
    """How many of a hundred dots each share gets: largest remainders, so that they add up to what all come to.

    >>> hundred({"a": 0.335, "b": 0.335, "c": 0.33})
    {'a': 34, 'b': 33, 'c': 33}
    """
    exact = {name: share * HUNDRED for name, share in shares.items()}
    whole = {name: int(value + 1e-9) for name, value in exact.items()}
    missing = round(sum(exact.values())) - sum(whole.values())
    by_remainder = sorted(exact, key=lambda name: whole[name] - exact[name])
    return {name: count + (name in by_remainder[:missing]) for name, count in whole.items()}


def field(colours: Sequence[str], down: int, step: int) -> tuple[Markup, int, int]:
    """The dots as SVG paths, with width and height. colours: that of every dot, in order."""
    across = -(-len(colours) // down)
    rows = [[colours[at] for at in range(row, len(colours), down)] for row in range(down)]
    lines = Markup("").join(
        _line(colour, x, row * step + step // 2, count, step)
        for row, dots in enumerate(rows)
        for colour, x, count in _runs(dots, step)
    )
    return lines, across * step, down * step


def _runs(dots: Sequence[str], step: int) -> list[tuple[str, int, int]]:
    """(colour, where the first dot is, how many)."""
    found, at = [], 0
    for colour, same in groupby(dots):
        count = len(list(same))
        found.append((colour, at * step + step // 2, count))
        at += count
    return found


def _line(colour: str, x: int, y: int, count: int, step: int) -> Markup:
    path = f"M{x} {y}h{(count - 1) * step}.01"
    drawn = f'<path d="{path}" style="stroke:var(--{HOLLOW.get(colour, colour)})"/>'
    if colour in HOLLOW:
        drawn += f'<path d="{path}" class="in" style="stroke:var(--{PAPER})"/>'
    return Markup(drawn)
