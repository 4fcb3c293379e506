"""Many numbers in bins: a column for each with its share, below them the middle half as a band and the median
in orange. On a phone the bins are lines.

Columns are equally wide, whatever the bins are: their words say how wide. A statistic stands in its bin as
far as it is from the bin's lower edge; where it has no upper edge, from there to the largest value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from analysis.charts.marks import Bar, Line, Mark, Units, Words, bottom, stacked
from analysis.charts.measure import LINE, room, wrap
from analysis.charts.options import Line as OptionLine
from analysis.charts.options import line_rows
from analysis.charts.palette import HOLLOW
from analysis.charts.view import View, amount, is_hidden
from analysis.tables import Label

HEIGHT = 130.0  # of the highest column
STRIP = 10.0  # of the band
AIR = 2.0  # between the words of two columns, beside what is kept free for a wider face
_FROM_TO = re.compile(r"(?<=~)")  # where the words of a column break rather than in a number
GAP, WIDEST = 6.0, 100.0  # between columns; a column with its gap
KEYS = {"q1": "middle_half"}  # the band is told as from … to


@dataclass(frozen=True)
class Bin:
    """low, high: its edges; None where it is open or not told."""

    label: Label
    low: float | None
    high: float | None

    def holds(self, value: float) -> bool:
        return (self.low is None or value >= self.low) and (self.high is None or value < self.high)

    def part(self, value: float, largest: float | None) -> float:
        """How far in the bin a value stands, 0 … 1. The last whole number of a bin stands before its edge."""
        high = self.high if self.high is not None else largest
        if self.low is None or high is None or high <= self.low:
            return 0.5
        return min(1.0, (value - self.low + (0.5 if high - self.low >= 1 else 0.0)) / (high - self.low))


def bins(view: View) -> list[Bin]:
    """The bins of a question, lowest first; none where it was not counted in any."""
    words = {label.id: label for label in view.items}
    return [
        Bin(words[fact["id"]], fact["low"], fact["high"])
        for fact in view.facts.get("bins") or ()
        if fact["id"] in words
    ]


def histogram(view: View, found: Sequence[Bin], top: float = 0.0) -> Iterator[Mark]:
    marks = [*_keys(view, top)]
    yield from marks
    top = bottom(marks, top) + 12
    yield from _lines(view, found, top) if view.narrow else _columns(view, found, top)


def _value(view: View, stat: str) -> float | None:
    cell = view.cell(stat)
    return cell.value if cell is not None and cell.shown else None


def _keys(view: View, top: float) -> Iterator[Mark]:
    """The statistics in figures, each behind its mark."""
    x, y = 0.0, top + 13
    for stat in ("median", "q1", "q3", "mean"):
        cell = view.cell(stat)
        pair = [view.cell(other) for other in (("q1", "q3") if stat in ("q1", "q3") else (stat,))]
        if cell is None or not any(one is not None and one.shown for one in pair):  # X alone would say nothing
            continue
        marked = stat == "median" or (stat != "q3" and not view.narrow)
        around = (
            view.say("half_to", number="{}") if stat == "q3" else f"{view.say(KEYS.get(stat, stat))} {{}}"
        )
        look = {"bold": stat == "median", "colour": "tag" if stat == "median" else "ink2"}
        words = view.number(x + 17 * marked, y, cell, around=around, **look)
        beyond = room(f"~ {view.text(view.cell('q3'))}") + 4 if stat == "q1" else 0.0  # told in one breath
        if x and words.box[2] + beyond > view.width:
            x, y = 0.0, y + LINE + 4
            words = replace(words, x=17.0 * marked, y=y)
        if stat == "median":
            yield Bar(x + 4, y - 12, 3, 15, "hot")
        elif marked and stat == "mean":
            yield Units(((x + 6, y - 4.5),), 10, HOLLOW, "diamond")
        elif marked:
            yield Bar(x, y - 10, 12, 10, "ring")
        end = words.box[2]
        # What a reader's narrower face leaves free is to stand before "from", not between it and "to".
        yield replace(words, x=end, anchor="end") if stat == "q1" else words
        x = end + (4 if stat == "q1" else 12)


def _columns(view: View, found: Sequence[Bin], top: float) -> Iterator[Mark]:
    across = min(WIDEST, view.width / len(found))
    shares = [view.cell("share", one.label.id) for one in found]
    highest = max([0.0, *map(amount, shares)]) or 1.0
    ground = top + LINE + HEIGHT
    for at, share in enumerate(shares):
        x, height = across * at, HEIGHT * amount(share) / highest
        if is_hidden(share):
            yield from view.hidden(x + across / 2 - 20, ground - 14, share)
            continue
        if height:
            yield Bar(x + GAP / 2, ground - height, across - GAP, height, "indigo")
        yield view.number(x + across / 2, ground - height - 5, share, bold=bool(height), anchor="middle")
    yield Line(0, ground, across * len(found), ground, "ink2")
    yield from _strip(view, found, across, ground + 4)
    for at, one in enumerate(found):
        pieces = _FROM_TO.split(view.word(one.label))
        lines = [line for piece in pieces for line in wrap(piece, across - AIR, 12)]
        yield from stacked(
            across * (at + 0.5), ground + STRIP + 26, lines, 15, "middle", size=12, colour="ink2"
        )


def _strip(view: View, found: Sequence[Bin], across: float, top: float) -> Iterator[Mark]:
    places = {stat: _place(view, found, stat) for stat in ("q1", "median", "q3", "mean")}
    q1, median, q3, mean = (None if at is None else across * at for at in places.values())
    if q1 is not None and q3 is not None:
        yield Bar(q1, top, max(q3 - q1, 3), STRIP, "ring")
    if mean is not None:
        yield Units(((mean, top + STRIP / 2),), 11, HOLLOW, "diamond")
    if median is not None:
        yield Bar(median - 3.5, top - 4, 7, STRIP + 8, "paper")
        yield Bar(median - 1.5, top - 4, 3, STRIP + 8, "hot")


def _place(view: View, found: Sequence[Bin], stat: str) -> float | None:
    """Where a statistic stands, in columns from the left."""
    value = _value(view, stat)
    if value is None:
        return None
    largest = _value(view, "max")
    return next((at + one.part(value, largest) for at, one in enumerate(found) if one.holds(value)), None)


def _lines(view: View, found: Sequence[Bin], top: float) -> Iterator[Mark]:
    """A line for each bin; the one of the median says so."""
    lines = [
        OptionLine(
            view.word(one.label),
            view.cell("count", one.label.id),
            view.cell("share", one.label.id),
            view.base(),
        )
        for one in found
    ]
    marks = [*line_rows(view, lines, top, pitch=28)]
    yield from marks
    median = _value(view, "median")
    for one in found:
        label = next(
            (mark for mark in marks if isinstance(mark, Words) and mark.text == view.word(one.label)), None
        )
        if median is not None and label and one.holds(median):
            text = view.say("median")
            if label.box[2] + room(text, 12, True) + 22 <= view.width:
                x = label.box[2] + 10
                yield Bar(x, label.y - 12, 3, 15, "hot")
                yield Words(x + 8, label.y, text, 12, True, "tag")
