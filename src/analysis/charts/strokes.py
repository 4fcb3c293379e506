"""Many equal marks in a row as one dashed line: twenty dots in as few bytes as one.

A dash of no length with round caps is a dot, one as long as the line is thick a square. Both are there on paper
too: PDF draws round caps on nothing, and squares need no caps at all. The pattern begins anew with every line of a
path, so that all rows of a drawing that are spaced alike are one path.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from analysis.charts.marks import Bar

LAST = 0.2  # pixels that a line of dots goes on behind its last one, which rounding might lose
NEAR = 0.02  # pixels that steps of one row may differ
Points = Sequence[tuple[float, float]]


@dataclass(frozen=True)
class Stroke:
    """A line as path data, and its dashes; "" for a line without."""

    d: str
    dashes: str


def number(value: float, digits: int = 1) -> str:
    return f"{round(value, digits) + 0.0:g}"  # + 0.0: no minus before nothing


def runs(rows: Iterable[Points], length: float) -> Iterator[Stroke]:
    """Rows of marks as lines: each as long as `length` across the direction of the row; 0 for dots."""
    for points in rows:
        step = _step(points)
        if step is None:
            yield from (_run([point], (0.0, 0.0), length) for point in points)
        else:
            yield _run(points, step, length)


def bar_runs(bars: Sequence[Bar]) -> Iterator[Stroke]:
    """Bars of one height as lines: those of one size that follow each other at one distance are one."""
    run: list[Bar] = []
    for bar in [*bars, None]:
        if bar is not None and (not run or _follows(run, bar)):
            run.append(bar)
            continue
        step = run[1].x - run[0].x if len(run) > 2 else 0.0
        for group in [run] if step else [[each] for each in run]:
            points = [(each.x + each.width / 2, each.y + each.height / 2) for each in group]
            yield _run(points, (step, 0.0), group[0].width)
        run = [bar] if bar is not None else []


def _follows(run: Sequence[Bar], bar: Bar) -> bool:
    last = run[-1]
    if (bar.y, bar.width, bar.height) != (last.y, last.width, last.height) or bar.x <= last.x:
        return False
    return len(run) < 2 or abs((bar.x - last.x) - (last.x - run[-2].x)) < NEAR


def _step(points: Points) -> tuple[float, float] | None:
    """From point to point, to the right or upwards or downwards; None where they do not stand in such a row."""
    steps = [(right - left, low - high) for (left, high), (right, low) in pairwise(points)]
    if not steps:
        return None
    across, down = steps[0]
    if (across <= 0 and down == 0) or (across and down):
        return None
    alike = all(abs(x - across) < NEAR and abs(y - down) < NEAR for x, y in steps)
    return (across, down) if alike else None


def _run(points: Points, step: tuple[float, float], length: float) -> Stroke:
    """A line from the first mark to the last one."""
    (x, y), (across, down) = points[0], step
    way = abs(across or down)
    long = way * (len(points) - 1) + (length or (LAST if way else 0.0))
    sign = "-" if down < 0 else ""
    if down:
        y -= length / 2 * (1 if down > 0 else -1)
    else:
        x -= length / 2
    gap = number(way - length, 2)
    dashes = f"{number(length, 2)} {gap}" if way else ""
    return Stroke(f"M{number(x)} {number(y)}{'v' if down else 'h'}{sign}{number(long)}", dashes)
