"""One option of a list: in lines, or by group as the parts of each level where there are no more of them than
colours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.charts.legend import Key
from analysis.charts.marks import Mark
from analysis.charts.options import options, plain_items
from analysis.charts.palette import HOLLOW, PARTS
from analysis.charts.parts import MOST, Part, Whole, part_lines
from analysis.charts.place import Place, levels
from analysis.charts.view import View
from analysis.tables import Label


def single(view: View, top: float = 0.0) -> Iterator[Mark]:
    if view.table.group and len(plain_items(view)) <= MOST and not _is_sure(view):
        yield from parts_of_levels(view, top)
    else:
        yield from options(view, top)


def parts_of_levels(view: View, top: float = 0.0) -> Iterator[Mark]:
    """A line of parts for all respondents and for each level."""
    yield from single_lines(view, levels(view), top)


def _is_sure(view: View) -> bool:
    """Levels have intervals, which stand below bars of their own."""
    return any(cell.level and cell.stat == "share" and cell.low is not None for cell in view.table.cells)


def fills(view: View, items: Sequence[Label]) -> list[str]:
    """The colours of options by their place in the questionnaire, whatever was answered; "other" is hollow, so that an
    option that is added before it changes no colour."""
    other = next((item.id for item in items if item.id in (view.facts.get("other") or ())), None)
    colours = iter(PARTS)
    return [HOLLOW if item.id == other else next(colours) for item in items]


def single_lines(view: View, places: Sequence[Place], top: float) -> Iterator[Mark]:
    """A line of parts for each place, of at most five options."""
    items, stat = plain_items(view), "count" if view.few else "share"
    keys = [
        Key(fill, view.word(item), "dot" if view.few else "square")
        for fill, item in zip(fills(view, items), items, strict=True)
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
