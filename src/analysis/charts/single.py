"""One option of a list: in lines, or by group as the parts of each level where there are no more of them than
colours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.charts.legend import Key
from analysis.charts.marks import Mark
from analysis.charts.options import options, plain_items
from analysis.charts.palette import PARTS
from analysis.charts.parts import MOST, Part, Whole, part_lines
from analysis.charts.view import View


def single(view: View, top: float = 0.0) -> Iterator[Mark]:
    if view.table.group and len(plain_items(view)) <= MOST:
        levels = [(level.words.text(view.language), "", level.id) for level in view.table.levels]
        yield from single_lines(view, levels, top)
    else:
        yield from options(view, top)


def single_lines(view: View, lines: Sequence[tuple[str, str, str]], top: float) -> Iterator[Mark]:
    """A line of parts for each (label, row, level), of at most five options."""
    items, stat = plain_items(view), "count" if view.few else "share"
    keys = [
        Key(fill, view.word(item), "dot" if view.few else "square")
        for fill, item in zip(PARTS, items, strict=False)
    ]
    wholes = [
        Whole(
            label,
            [
                Part(view.cell(stat, item.id, row, level), key.fill)
                for item, key in zip(items, keys, strict=True)
            ],
            [view.cell("base", "", row, level)],
        )
        for label, row, level in lines
    ]
    yield from part_lines(view, keys, wholes, top, [view.say("n")])
