"""The reader's own arithmetic, tried on a table before it leaves: which hidden counts can be worked out exactly?

A reader knows what is shown, that a line of a table adds up to its base, that the levels of a group add up to the total,
and that ranks add up to what was chosen at any rank. Bounds on every hidden count are drawn tighter until nothing moves
(interval propagation over these equations; a count that is left with one possible value is found).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from analysis.release.grid import BASE, Block, blocks, counts
from analysis.tables import Table

Key = tuple[str, str, str]  # level, row, item; item "" is the line's base
Line = tuple[str, str]  # level, row
Bounds = dict[Key, tuple[int, int]]


@dataclass(frozen=True)
class Equation:
    """The counts of `parts` add up to that of `total`."""

    parts: tuple[Key, ...]
    total: Key


@dataclass(frozen=True)
class Numbers:
    """The true counts and bases of a table, and what a reader knows of how they add up."""

    true: Mapping[Key, int]
    equations: tuple[Equation, ...]
    most: int

    def found(self, hidden: Mapping[Key, str], lines: Mapping[Line, str]) -> list[Key]:
        """The hidden counts of somebody (not of nobody) that are worked out exactly, smallest first."""
        bounds = self._first_bounds(hidden, lines)
        while any([_tighten(equation, bounds) for equation in self.equations]):
            pass
        solved = [
            key
            for key, (low, high) in bounds.items()
            if low == high > 0 and key[2] and _is_hidden(key, hidden, lines)
        ]
        return sorted(solved, key=lambda key: (self.true[key], key))

    def _first_bounds(self, hidden: Mapping[Key, str], lines: Mapping[Line, str]) -> Bounds:
        bounds: Bounds = {}
        for key, value in self.true.items():
            level, row, _ = key
            if not _is_hidden(key, hidden, lines):
                bounds[key] = (value, value)
            elif (level, row) in lines:
                bounds[key] = (0, self.most)
            else:  # whoever hides a nothing beside something does it rarely: a reader may well take X for one or more
                bounds[key] = (min(value, 1), self.true.get((level, row, ""), self.most))
        return bounds


def numbers(table: Table) -> Numbers:
    """What the audit needs of an unprotected table."""
    true: dict[Key, int] = {}
    for row in dict.fromkeys(cell.row for cell in table.cells):
        bases = {level: n for (level, item), n in counts(table, row, BASE).items() if not item}
        true |= {(level, row, ""): n for level, n in bases.items()}
        true |= {(level, row, item): n for (level, item), n in counts(table, row).items() if item}
    held = tuple(
        equation
        for equation in _equations(table)
        if all(key in true for key in (*equation.parts, equation.total))
        and sum(true[key] for key in equation.parts) == true[equation.total]
    )
    return Numbers(true, held, max(true.values(), default=0))


def _equations(table: Table) -> Iterator[Equation]:
    """Those that could hold; of respondents outside a group or a line's base, some do not."""
    for block in blocks(table):
        if table.kind != "multi" and "+" not in block.row:
            for level in ("", *block.levels):
                yield Equation(
                    tuple((level, block.row, item) for item in block.items), (level, block.row, "")
                )
        if block.levels:
            yield from (_down(block, item) for item in (*block.items, ""))
        if "+" in block.row:
            for level in ("", *block.levels):
                for item in block.items:
                    parts = tuple((level, rank, item) for rank in block.row.split("+"))
                    yield Equation(parts, (level, block.row, item))


def _down(block: Block, item: str) -> Equation:
    return Equation(tuple((level, block.row, item) for level in block.levels), ("", block.row, item))


def _is_hidden(key: Key, hidden: Mapping[Key, str], lines: Mapping[Line, str]) -> bool:
    level, row, _ = key
    return key in hidden or (level, row) in lines


def _tighten(equation: Equation, bounds: Bounds) -> bool:
    """Draw the bounds of one equation's counts as close as the others allow. True where one moved."""
    moved = False
    lows = sum(bounds[key][0] for key in equation.parts)
    highs = sum(bounds[key][1] for key in equation.parts)
    low, high = bounds[equation.total]
    if (max(low, lows), min(high, highs)) != (low, high):
        low, high = bounds[equation.total] = (max(low, lows), min(high, highs))
        moved = True
    for key in equation.parts:
        least, most = bounds[key]
        closer = (max(least, low - (highs - most)), min(most, high - (lows - least)))
        if closer != (least, most):
            bounds[key], moved = closer, True
            lows, highs = lows - least + closer[0], highs - most + closer[1]
    return moved
