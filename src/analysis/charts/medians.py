"""A small table of numbers with a bar behind each: the medians of a grid, or the parts of a whole that has
many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.charts.marks import Bar, Mark, Words
from analysis.charts.measure import room, wrap
from analysis.charts.place import Place
from analysis.charts.stub import HEAD_LINE, stub
from analysis.charts.view import Column, View, amount, is_hidden, widest
from analysis.tables import Cell

HEIGHT = 14.0
GAP = 18.0


@dataclass(frozen=True)
class Measure:
    """A column: its heading, and a cell for each line."""

    head: str
    cells: Sequence[Cell | None]


def measures(
    view: View,
    places: Sequence[Place],
    columns: Sequence[Measure],
    top: float = 0.0,
    asides: Sequence[Column] = (),
) -> Iterator[Mark]:
    """Lines × columns. Every column has a bar of its own length of the same unit: the longest is the
    largest. asides: columns of numbers behind them. A column of which all is hidden is left out beside others."""
    columns = [column for column in columns if not all(map(is_hidden, column.cells))] or columns
    heads = max(len(_head(view, column, len(columns))) for column in columns)
    frame = stub(
        view, [place.label for place in places], asides, top, 28, head_lines=heads,
        headings=[place.heading for place in places],
    )  # fmt: skip
    yield from frame.marks(view)
    across = (frame.right - frame.left + GAP) / len(columns) - GAP
    largest = max([0.0, *(abs(amount(cell)) for column in columns for cell in column.cells)])
    for at, column in enumerate(columns):
        left = frame.left + at * (across + GAP)
        lines = _head(view, column, len(columns))
        first = frame.head - HEAD_LINE * (len(lines) - 1)
        yield from (
            Words(left, first + HEAD_LINE * n, line, 12, colour="ink3") for n, line in enumerate(lines)
        )
        numbers = widest((view.text(cell) for cell in column.cells), 13, True)
        for cell, middle in zip(column.cells, frame.middles, strict=True):
            if is_hidden(cell):
                yield from view.hidden(left, middle, cell)
                continue
            length = max(0.0, across - numbers - 8) * abs(amount(cell)) / largest if largest else 0.0
            if length:
                yield Bar(
                    left, middle - HEIGHT / 2, max(length, 1), HEIGHT, "indigo" if amount(cell) > 0 else "gam"
                )
            yield view.number(left + (length + 7 if length else 0), middle + 4.7, cell, bold=True)


def _head(view: View, column: Measure, number: int) -> tuple[str, ...]:
    within = view.width * (0.95 if view.narrow else 0.6) / number - GAP
    return wrap(column.head, max(within, room("가나다라", 12)), 12) if column.head else ()
