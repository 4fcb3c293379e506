"""The reader's own arithmetic, tried on a question's tables before they leave: which hidden counts can be worked out?

A reader knows what is shown and how it adds up (`board.Equation`). Bounds on every hidden count are drawn tighter until
nothing moves (interval propagation over the equations; a count that is left with one possible value is found).
"""

from __future__ import annotations

from collections.abc import Container

from analysis.release.board import BOX, Board, Equation, Key, Line, line_of

Bounds = dict[Key, tuple[int, int]]


def found(board: Board, hidden: Container[Key], lines: Container[Line], few: int) -> list[Key]:
    """The hidden counts of somebody (not of nobody), and hidden bases below `few`, that are worked out exactly;
    smallest first."""
    bounds = _first_bounds(board, hidden, lines)
    while any([_tighten(equation, bounds) for equation in board.equations]):
        if any(low > high for low, high in bounds.values()):  # nothing may leave before it is known why
            raise ValueError(f"counts that do not add up, beginning with {min(board.counts)}")
    worked_out = [
        *(
            key
            for key in board.counts
            if _is_hidden(key, hidden, lines) and bounds[key][0] == bounds[key][1] > 0
        ),
        *(
            line
            for line in board.bases
            if line_is_hidden(line, lines) and few > bounds[line][0] == bounds[line][1] > 0
        ),
    ]
    return sorted(worked_out, key=lambda key: (bounds[key][0], key))


def line_is_hidden(line: Line, lines: Container[Line]) -> bool:
    """Hidden itself, or with the whole line that it is a column of."""
    level, row, _ = line
    return line in lines or (level, row, "") in lines


def _is_hidden(key: Key, hidden: Container[Key], lines: Container[Line]) -> bool:
    return key in hidden or line_is_hidden(line_of(key), lines)


def _first_bounds(board: Board, hidden: Container[Key], lines: Container[Line]) -> Bounds:
    """What each count may be before any arithmetic. What it is lies always between its bounds."""
    most = max((*board.bases.values(), *board.counts.values()), default=0)
    in_doubt = _beside_a_nothing(board, hidden)
    bounds: Bounds = {}
    for line, base in board.bases.items():
        bounds[line] = (0, most) if line_is_hidden(line, lines) else (base, base)
    for key, count in board.counts.items():
        line = line_of(key)
        if line_is_hidden(line, lines):
            bounds[key] = (0, most)
        elif key in hidden:
            outside = key[2].rpartition(":")[2] == BOX  # the box beside a scale is no part of the base
            bounds[key] = (0 if key in in_doubt else 1, most if outside else board.bases.get(line, most))
        else:
            bounds[key] = (count, count)
    return bounds


def _beside_a_nothing(board: Board, hidden: Container[Key]) -> set[Key]:
    """Hidden nothings, and the counts in a line or column with one.

    A reader may well take X for one or more, for a nothing is hidden only to keep a lone X company. There he is wrong,
    and often sees it: two X that add up to one.
    """
    nothings = {key for key, count in board.counts.items() if not count and key in hidden}
    beside = (equation.parts for equation in board.equations if nothings.intersection(equation.parts))
    return nothings.union(*beside)


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
