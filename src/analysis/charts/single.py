"""One option of a list: in lines, or by group as the parts of each level where there are no more of them than
colours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.charts.legend import Key
from analysis.charts.marks import Mark
from analysis.charts.options import options, plain_items
from analysis.charts.palette import PARTS
from analysis.charts.parts import MOST, Part, Whole, part_lines
from analysis.charts.place import Place, levels
from analysis.charts.view import View


def single(view: View, top: float = 0.0) -> Iterator[Mark]:
    if view.table.group and len(plain_items(view)) <= MOST:
        yield from single_lines(view, levels(view), top)
    else:
        yield from options(view, top)


def single_lines(view: View, places: Sequence[Place], top: float) -> Iterator[Mark]:
    """A line of parts for each place, of at most five options."""
    items, stat = plain_items(view), "count" if view.few else "share"
    keys = [
        Key(fill, view.word(item), "dot" if view.few else "square")
        for fill, item in zip(PARTS, items, strict=False)
    ]
    wholes = [
        Whole(
            place,
            [
                Part(view.cell(stat, item.id, place.row, place.level), key.fill)
                for item, key in zip(items, keys, strict=True)
            ],
            [view.cell("base", "", place.row, place.level)],
        )
        for place in places
    ]
    yield from part_lines(view, keys, wholes, top, [view.say("n")])
