"""A number or an amount on a line: a dot for each respondent where every value may be told, the middle half
as a band, the median in orange, the mean as a hollow diamond. By group, and where values may not be told, a
band for each line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import hypot, sqrt

from analysis.charts.axis import Axis, axis
from analysis.charts.histogram import bins, histogram
from analysis.charts.legend import aside
from analysis.charts.marks import Bar, Line, Mark, Units, Words, bottom
from analysis.charts.measure import room
from analysis.charts.palette import HOLLOW
from analysis.charts.stub import stub
from analysis.charts.view import Column, View, amount, is_hidden
from analysis.language import money, thousands
from analysis.tables import Cell, Label

SHORT = ((10**12, "tn"), (10**9, "bn"), (10**6, "m"), (10**3, "k"))
STATS = ("min", "q1", "median", "mean", "q3", "max")


@dataclass(frozen=True)
class Summary:
    """The statistics of a line that may be shown."""

    label: str
    cells: dict[str, Cell | None]

    def value(self, stat: str) -> float | None:
        cell = self.cells[stat]
        return cell.value if cell is not None and cell.shown else None

    @property
    def values(self) -> list[float]:
        return [value for stat in STATS if (value := self.value(stat)) is not None]


def quantity(view: View, top: float = 0.0) -> Iterator[Mark]:
    levels = (
        view.table.levels if view.table.group else [Label("", level.words) for level in view.table.levels[:1]]
    )
    lines = [
        Summary(level.words.text(view.language), {stat: view.cell(stat, level=level.id) for stat in STATS})
        for level in levels
    ]
    if view.table.group or not lines:
        yield from _strips(view, lines, top)
        return
    if found := bins(view):
        yield from histogram(view, found, top)
        return
    dots = _listed(view)
    values = [*lines[0].values, *(value for value, _ in dots)]
    if not values:
        yield from _strips(view, lines, top)
    else:
        yield from _dot_plot(view, lines[0], dots, values, top)


def _listed(view: View) -> list[tuple[float, Cell]]:
    """Every value with its count, or none where one of them is hidden."""
    cells = [
        cell for cell in view.table.cells if cell.stat == "count" and cell.item[:1] == "=" and not cell.level
    ]
    if any(not cell.shown for cell in cells):
        return []
    return sorted(((float(cell.item[1:]), cell) for cell in cells), key=lambda pair: pair[0])


def _dot_plot(
    view: View, line: Summary, dots: list[tuple[float, Cell]], values: list[float], top: float
) -> Iterator[Mark]:
    def word(value: float) -> str:
        return _tick(view, value)

    along = axis(
        values if dots else _wider(values), 0, view.width, word, all(value == int(value) for value in values)
    )
    number = sum(int(amount(cell)) for _, cell in dots)
    size = min(20.0 if not view.narrow else 15.0, 260 / max(1, number) ** 0.5 / 2)
    placed = _swarm(along, dots, size + 1.5)
    reach = max([0.0, *(abs(aside) for _, aside in placed)]) + size / 2 if placed else 14.0
    label_top = top + 16
    centre = label_top + 52 + reach
    ground = centre + reach + 12
    q1, median, q3, mean = (line.value(stat) for stat in ("q1", "median", "q3", "mean"))
    if q1 is not None and q3 is not None:
        yield Bar(
            along.at(q1), label_top + 30, max(along.at(q3) - along.at(q1), 2), ground - label_top - 30, "band"
        )
    if placed:
        yield Units(tuple((x, centre + aside) for x, aside in placed), size, "indigo")
    if median is not None:
        for colour, wide in (("paper", 4.0), ("hot", 2.0)):  # parted from the dots beside it
            yield Line(along.at(median), label_top + 4, along.at(median), ground, colour, wide)
    yield from along.marks(ground, word)
    beside = [*_median_and_quarters(view, line, along, label_top)]
    yield from beside
    low = ground + 26
    if mean is not None:
        yield Units(((along.at(mean), ground),), 11, HOLLOW, "diamond")
        around, look = f"◇ {view.say('mean')} {{}}", {"size": 12, "colour": "ink2", "anchor": "middle"}
        yield _within(
            view.number(along.at(mean), ground + 38, line.cells["mean"], around=around, **look), view.width
        )
        low += 19
    told = {mark.cell for mark in beside}
    quartiles = [line.cells[stat] for stat in ("q1", "q3") if line.value(stat) is not None]
    around = (f"{view.say('middle_half')} {{}}", view.say("half_to", number="{}"))
    said = [(text, cell) for text, cell in zip(around, quartiles, strict=False) if len(quartiles) == 2]
    said = [pair for pair in said if pair[1] and view.table.address(pair[1]) not in told]
    marks = [*aside(view, said, low)]
    yield from marks
    if along.by_tens:
        yield _by_tens(view, along, bottom(marks, low))


def _wider(values: Sequence[float]) -> list[float]:
    """Beyond the edges of the band, whose numbers stand beside it."""
    spare = (max(values) - min(values)) * 0.3
    low = min(values) - spare
    return [max(low, 0.0) if min(values) >= 0 else low, *values, max(values) + spare]


def _median_and_quarters(view: View, line: Summary, along: Axis, y: float) -> Iterator[Words]:
    """The median beside the head of its line; the quartiles outside the edges of the band, unless they would
    leave the sheet or cross the median's line (they then stand below); and what the band is."""
    median, q1, q3 = (line.value(stat) for stat in ("median", "q1", "q3"))
    if median is not None:
        look = {"around": f"{view.say('median')} {{}}", "bold": True, "colour": "tag"}
        said = view.number(along.at(median) + 7, y + 4, line.cells["median"], **look)
        if said.box[2] > view.width:
            said = view.number(along.at(median) - 7, y + 4, line.cells["median"], anchor="end", **look)
        yield _within(said, view.width)
    if q1 is None or q3 is None:
        return
    low = view.number(along.at(q1) - 5, y + 42, line.cells["q1"], size=12, colour="ink2", anchor="end")
    high = view.number(along.at(q3) + 5, y + 42, line.cells["q3"], size=12, colour="ink2")
    if low.box[0] >= 0 and high.box[2] <= view.width:
        yield low
        yield high
    wide, edges = room(view.say("middle_half"), 12), [along.at(q1), along.at(q3)]
    cut = along.at(median) if median is not None else edges[0]
    start, end = max(((edges[0], cut), (cut, edges[1])), key=lambda span: span[1] - span[0])
    if end - start > wide + 12:
        yield Words((start + end) / 2, y + 42, view.say("middle_half"), 12, colour="ink3", anchor="middle")


def _by_tens(view: View, along: Axis, y: float) -> Words:
    """That the line is no even one."""
    times = thousands(along.ticks[1] / along.ticks[0])
    return Words(view.width, y + 14, view.say("by_tens", times=times), 12, colour="ink3", anchor="end")


def _swarm(along: Axis, dots: list[tuple[float, Cell]], apart: float) -> list[tuple[float, float]]:
    """(x, how far off the middle line) of every respondent: at the value, as near to the line as the others leave
    room, in turn on both sides."""
    placed: list[tuple[float, float]] = []
    for value, cell in dots:
        x = along.at(value)
        for _ in range(int(amount(cell))):
            near = [(other, aside) for other, aside in placed if abs(other - x) < apart]
            beside = [aside + sign * sqrt(apart**2 - (other - x) ** 2) for other, aside in near for sign in (-1, 1)]
            free = (
                aside
                for aside in sorted([0.0, *beside], key=lambda aside: (round(abs(aside), 3), aside))
                if all(hypot(other - x, off - aside) > apart - 0.01 for other, off in near)
            )
            placed.append((x, next(free)))
    return placed


def _strips(view: View, lines: Sequence[Summary], top: float) -> Iterator[Mark]:
    """A line for each level: reach, middle half, median, mean; the median in figures."""
    medians = [line.cells["median"] for line in lines]
    blank = frozenset(at for at, cell in enumerate(medians) if is_hidden(cell))
    column = Column(medians, bold=True, head=view.say("median"), blank=blank)
    frame = stub(view, [line.label for line in lines], [column], top, 36)
    yield from frame.marks(view)
    values = [value for line in lines for value in line.values]
    if values:
        along = axis(
            values,
            frame.left,
            frame.right,
            lambda value: _tick(view, value),
            all(v == int(v) for v in values),
        )
        ground = frame.middles[-1] + 22
        yield from along.marks(ground, lambda value: _tick(view, value))
        if along.by_tens:
            yield _by_tens(view, along, ground + 22)
    for line, middle in zip(lines, frame.middles, strict=True):
        if is_hidden(line.cells["median"]):
            yield from view.hidden(frame.left, middle, line.cells["median"])
            yield Words(frame.left + 50, middle + 4.3, view.say("hidden"), 12, colour="ink3")
        elif line.values:
            yield from _strip(line, along, middle)


def _strip(line: Summary, along: Axis, middle: float) -> Iterator[Mark]:
    low, q1, median, mean, q3, high = (line.value(stat) for stat in STATS)
    if low is not None and high is not None:
        yield Line(along.at(low), middle, along.at(high), middle, "ring", 1.4)
    if q1 is not None and q3 is not None:
        yield Bar(along.at(q1), middle - 9, max(along.at(q3) - along.at(q1), 2), 18, "band")
        yield from (
            Line(along.at(edge), middle - 9, along.at(edge), middle + 9, "ring", 1.4) for edge in (q1, q3)
        )
    if median is not None:
        yield Line(along.at(median), middle - 12, along.at(median), middle + 12, "hot", 3.0)
    if mean is not None:
        yield Units(((along.at(mean), middle),), 10, HOLLOW, "diamond")


def _tick(view: View, value: float) -> str:
    """The words of a tick: an amount in won as people say it, any other number with its separators."""
    if view.facts.get("asked_in"):
        return money(int(value), view.language) if view.language == "ko" else _short(value)
    return thousands(value, 0 if value == int(value) else 1)


def _short(won: float) -> str:
    """ "₩50m": an amount as English newspapers shorten it."""
    size, sign = next(((size, sign) for size, sign in SHORT if abs(won) >= size), (1, ""))
    return f"₩{thousands(won / size, 0 if won % size == 0 else 1)}{sign}"


def _within(words: Words, width: float) -> Words:
    """The same words, moved so that they stand on the sheet."""
    left, _, right, _ = words.box
    return replace(words, x=words.x - min(left, 0.0) - max(right - width, 0.0))
