"""Whether, and then how: who used a service as a bar, beside it how satisfied the users are, or how many
cases there were, in the same line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.charts.legend import Key, legend
from analysis.charts.marks import Bar, Mark, Pill, Words, bottom, empty, row, stacked
from analysis.charts.measure import wrap
from analysis.charts.options import bar_of, plain_items
from analysis.charts.palette import HOLLOW
from analysis.charts.parts import PILL_GAP, Part, bar
from analysis.charts.place import Place
from analysis.charts.scale import colours, points
from analysis.charts.stub import HEAD_LINE, stub
from analysis.charts.view import NOTHING, Column, View, amount, is_hidden, widest

NUMBERS = ("number", "money")
GAP = 22.0  # between whether and how
SHARE = {True: 0.5, False: 0.45}  # of whether, on a phone and on a page
HEIGHT = 20.0
UNIT = 15.0  # a square with its gap, at most
NUMBER = {True: 38.0, False: 54.0}  # room for a number behind the marks, of few and of many


def is_use(view: View, columns: Sequence[Mapping[str, Any]]) -> bool:
    """A yes or no, and one column about those who said yes."""
    if (
        len(columns) != 2
        or columns[0]["kind"] != "single"
        or len(plain_items(view.at(columns[0]["id"]))) != 2
    ):
        return False
    second = view.at(columns[1]["id"])
    return columns[1]["kind"] in NUMBERS or (columns[1]["kind"] == "scale" and bool(colours(second)))


@dataclass(frozen=True)
class _Side:
    """left, right: of the marks of a column of the grid. step: from square to square, of few respondents."""

    view: View
    left: float
    right: float
    step: float


def use(
    view: View, columns: Sequence[Mapping[str, Any]], places: Sequence[Place], top: float
) -> Iterator[Mark]:
    """A line for each place. columns: whether, and how."""
    whether, how = (view.at(column["id"]) for column in columns)
    yes, of_scale = plain_items(whether)[0], columns[1]["kind"] == "scale"
    marks: list[Mark] = []
    if of_scale:
        keys = [Key(colours(how)[point.id], how.word(point)) for point in points(how)]
        marks = [*legend(how, keys, top=top)]
    yield from marks
    asides = []
    if of_scale:
        means = [how.cell("mean", "", place.row, place.level) for place in places]
        asides = [Column(means, bold=True, head=view.say("mean"))]
    heads = _heads(view, columns, whether.word(yes))
    room_left = view.width * (1.0 if view.narrow else 0.6)
    wrapped = [wrap(heads[0], room_left * 0.4, 12), wrap(heads[1], room_left * 0.35, 12)]
    frame = stub(
        view, [place.label for place in places], asides, bottom(marks, top) + 8, 34,
        head_lines=max(map(len, wrapped)), headings=[place.heading for place in places],
    )  # fmt: skip
    yield from frame.marks(view)
    cut = frame.left + (frame.right - frame.left - GAP) * SHARE[view.narrow]
    most = max([1, *(whether.base(place.row, place.level) or 0 for place in places)])
    step = min(UNIT, (cut - frame.left - NUMBER[view.few]) / most)
    sides = (_Side(whether, frame.left, cut, step), _Side(how, cut + GAP, frame.right, step))
    for side, lines in zip(sides, wrapped, strict=True):
        first = frame.head - HEAD_LINE * (len(lines) - 1)
        yield from stacked(side.left, first, lines, HEAD_LINE, size=12, colour="ink3")
    largest = max([0.0, *(amount(how.cell("median", "", place.row, place.level)) for place in places)])
    for place, middle in zip(places, frame.middles, strict=True):
        yield from _whether(sides[0], yes.id, place, middle)
        if of_scale:
            yield from _opinions(sides[1], place, middle)
        else:
            yield from _median(sides[1], place, middle, largest)


def _heads(view: View, columns: Sequence[Mapping[str, Any]], yes: str) -> tuple[str, str]:
    first, second = (view.table.words("items", column["id"], view.language) for column in columns)
    if columns[1]["kind"] in NUMBERS:
        second = f"{second} {view.say('median')}"
    return f"{first}: {yes}", second


def _whether(side: _Side, yes: str, place: Place, middle: float) -> Iterator[Mark]:
    view = side.view
    count, share = (view.cell(stat, yes, place.row, place.level) for stat in ("count", "share"))
    shown = count if view.few else share
    if is_hidden(count) or is_hidden(share):
        yield from view.hidden(side.left, middle, shown)
        return
    across = side.right - side.left - NUMBER[view.few]
    base = view.base(place.row, place.level) or 0
    if view.few and base:
        step, number = side.step, int(amount(count))
        yield from row(side.left, middle, number, step, step * 0.82, "indigo", "square")
        yield from empty(side.left + step * number, middle, base - number, step)
    elif base:
        yield from bar_of(share, side.left, across, middle, HEIGHT, "indigo")
    yield view.number(side.right, middle + 4.7, shown, bold=True, anchor="end")


def _opinions(side: _Side, place: Place, middle: float) -> Iterator[Mark]:
    view, stat = side.view, "count" if side.view.few else "share"
    parts = [Part(view.cell(stat, id_, place.row, place.level), fill) for id_, fill in colours(view).items()]
    hidden = [part for part in parts if part.hidden]
    if not any(amount(part.cell) or part.hidden for part in parts):
        yield Words(side.left, middle + 4.7, NOTHING, colour="ink2")
    elif stat == "share":
        yield from bar(view, parts, side.left, side.right, middle, HEIGHT)
    elif len(hidden) == len(parts):
        yield from view.hidden(side.left, middle, parts[0].cell)
    else:
        base = sum(int(amount(part.cell)) for part in parts)
        across = side.right - side.left - len(hidden) * (Pill.WIDTH + PILL_GAP)
        step, x = min(side.step, across / max(1, base)), side.left
        for part in parts:
            if part.hidden:
                yield from view.hidden(x, middle, part.cell, "ring" if part.fill == HOLLOW else part.fill)
                x += Pill.WIDTH + PILL_GAP
                continue
            number = int(amount(part.cell))
            yield from row(x, middle, number, step, step * 0.82, part.fill, "square")
            x += step * number


def _median(side: _Side, place: Place, middle: float, largest: float) -> Iterator[Mark]:
    view = side.view
    cell = view.cell("median", "", place.row, place.level)
    if is_hidden(cell):
        yield from view.hidden(side.left, middle, cell)
        return
    across = side.right - side.left - widest([view.text(cell)], bold=True) - 8
    length = max(0.0, across * amount(cell) / largest) if largest else 0.0
    if length:
        yield Bar(side.left, middle - HEIGHT / 2, max(length, 1.0), HEIGHT, "sky")
    yield view.number(side.left + (length + 7 if length else 0), middle + 4.7, cell, bold=True)
