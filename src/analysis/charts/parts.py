"""The parts of a whole in one line: of few respondents a row of dots, of many a bar of 100 %.

A hidden part is a pill in its place, in its colour, always as long; the other parts keep their size, so that
the line is short by what is hidden and no gap tells how much that is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from analysis.charts.labelled import edges, height, label_marks, place
from analysis.charts.legend import Key, legend
from analysis.charts.marks import Bar, Mark, Pill, Words, bottom, row
from analysis.charts.measure import room
from analysis.charts.palette import HOLLOW, PARTS, on
from analysis.charts.place import Place
from analysis.charts.stub import HEAD_LINE, Stub, stub
from analysis.charts.view import Column, View, amount, is_hidden
from analysis.narrative.scope import is_untold
from analysis.tables import Cell

MOST = len(PARTS)
PILL_GAP = 4.0
STEP = 20.0  # from dot to dot, at most
HEIGHT = 34.0  # of a bar


@dataclass(frozen=True)
class Part:
    """A part of a line: `cell` draws it (a count in dots, a share or a mean in a bar) and is what its number
    shows."""

    cell: Cell | None
    fill: str

    @property
    def hidden(self) -> bool:
        return is_hidden(self.cell)


@dataclass(frozen=True)
class Whole:
    """A line of parts, and what stands in the columns behind it."""

    place: Place
    parts: Sequence[Part]
    aside: Sequence[Cell | None] = ()


def part_lines(
    view: View,
    keys: Sequence[Key],
    wholes: Sequence[Whole],
    top: float = 0.0,
    heads: Sequence[str] = (),
    dots: bool | None = None,
    total: float = 1.0,
) -> Iterator[Mark]:
    """A legend, and a line for each whole. heads: of the columns of `aside`. total: what a full bar is of."""
    dots = view.few if dots is None else dots
    columns = [
        Column([whole.aside[at] for whole in wholes], head=head, bold=at > 0, colour="ink" if at else "ink2")
        for at, head in enumerate(heads)
    ]
    if len(wholes) == 1 and not dots:  # a part that is too small for its number has it in the legend
        keys = _numbered(view, keys, wholes[0], total)
    if not dots and (len(wholes) == 1 or not view.narrow):
        direct = [*_direct(view, keys, wholes, columns, top, total)]
        if direct:
            yield from direct
            return
    marks = [*legend(view, keys, top=top)]
    yield from marks
    pills = max((sum(part.hidden for part in whole.parts) for whole in wholes), default=0) * (
        Pill.WIDTH + PILL_GAP
    )
    longest = max([1.0, *(sum(amount(part.cell) for part in whole.parts) for whole in wholes)])
    most = STEP * longest + pills if dots else 1000.0
    frame = stub(
        view,
        [whole.place.label for whole in wholes],
        columns,
        bottom(marks, top) + 10,
        46 if dots else 44,
        most,
        headings=[whole.place.heading for whole in wholes],
    )
    yield from frame.marks(view)
    if dots:
        yield from _dots(view, wholes, frame, min(STEP, (frame.right - frame.left - pills) / longest))
        return
    for whole, middle in zip(wholes, frame.middles, strict=True):
        yield from bar(view, whole.parts, frame.left, frame.right, middle, total=total)


def _direct(
    view: View, keys: Sequence[Key], wholes: Sequence[Whole], columns: Sequence[Column], top: float, total: float
) -> Iterator[Mark]:
    """The lines with the words of the parts over the first of them (on a phone, where its own label is, below it);
    nothing where they have no room there."""
    places = [whole.place for whole in wholes]
    words = [place.label for place in places]
    if places[0].heading:
        return
    frame = stub(view, words, columns, top, 44, head_lines=1)
    cells = [part.cell for part in wholes[0].parts]
    whole = max(total, sum(amount(cell) for cell in cells))
    starts = edges(cells, frame.left, frame.right - frame.left, whole)
    said = starts and place(view, keys, starts, frame.right)
    if not said:
        return
    lines = max((len(column.heading) for column in frame.columns), default=0)
    spare = 0.0 if view.narrow else max(0.0, height(said) - HEAD_LINE * lines - (8 if lines else 0) - 4)
    frame = stub(view, words, columns, top + spare, 44, headings=[place.heading for place in places])
    yield from frame.marks(view)
    yield from label_marks(view, said, frame.middles[0] + HEIGHT / (2 if view.narrow else -2), above=not view.narrow)
    for whole_line, middle in zip(wholes, frame.middles, strict=True):
        yield from bar(view, whole_line.parts, frame.left, frame.right, middle, total=total)


def _numbered(view: View, keys: Sequence[Key], whole: Whole, total: float) -> list[Key]:
    across = view.width * 0.6
    inside = [part.hidden or fits(view, part, across * amount(part.cell) / total) for part in whole.parts]
    return [
        key if fitting else replace(key, cell=part.cell)
        for key, part, fitting in zip(keys, whole.parts, inside, strict=True)
    ]


def bar(
    view: View,
    parts: Sequence[Part],
    left: float,
    right: float,
    middle: float,
    height: float = HEIGHT,
    total: float = 1.0,
) -> Iterator[Mark]:
    """A bar of 100 %, the numbers in it where they have room."""
    hidden = sum(part.hidden for part in parts)
    if parts and hidden == len(parts):
        yield from view.hidden(left, middle, parts[0].cell)
        return
    if parts and all(is_untold(part.cell) for part in parts):
        yield Words(left, middle + 4.3, view.say("untold"), 12, colour="ink3")
        return
    across = right - left - hidden * (Pill.WIDTH + PILL_GAP)
    whole = max(total, sum(amount(part.cell) for part in parts))  # rounded means may add up to a little more
    x = left
    for part in parts:
        if part.hidden:
            yield from view.hidden(x, middle, part.cell, "ring" if part.fill == HOLLOW else part.fill)
            x += Pill.WIDTH + PILL_GAP
            continue
        length = across * amount(part.cell) / whole
        if length <= 0:
            continue
        yield Bar(x, middle - height / 2, max(length - 2, 0.8), height, part.fill)
        if fits(view, part, length):
            look = {"anchor": "middle", "bold": True, "colour": on(part.fill)}
            yield view.number(x + length / 2 - 1, middle + 4.5, part.cell, unit=False, size=12, **look)
        x += length


def fits(view: View, part: Part, length: float) -> bool:
    """Its number has room in a bar of that length."""
    return room(view.text(part.cell, unit=False), 12, True) <= length - 6


def _dots(view: View, wholes: Sequence[Whole], frame: Stub, step: float) -> Iterator[Mark]:
    """Runs of dots, each with its count below."""
    for whole, middle in zip(wholes, frame.middles, strict=True):
        middle -= 7
        if whole.parts and all(part.hidden for part in whole.parts):
            yield from view.hidden(frame.left, middle, whole.parts[0].cell)
            continue
        x = frame.left
        for part in whole.parts:
            if part.hidden:
                yield from view.hidden(x, middle, part.cell, "ring" if part.fill == HOLLOW else part.fill)
                x += Pill.WIDTH + PILL_GAP
                continue
            number = int(amount(part.cell))
            yield from row(x, middle, number, step, step * 0.74, part.fill)
            if number and room(view.text(part.cell, unit=False), 12) <= number * step:
                look = {"size": 12, "anchor": "middle", "colour": "ink2"}
                yield view.number(x + number * step / 2, middle + 22, part.cell, unit=False, **look)
            x += number * step
