"""A long grid as a table of shaded cells: rows × points, each with its number, the darker the larger. The
shade repeats what the number says, so that no colour has to be told from another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.charts.diverging import circled
from analysis.charts.marks import Bar, Mark, Pill, Words, bottom, stacked
from analysis.charts.measure import LINE, longest_word, wrap
from analysis.charts.options import plain_items
from analysis.charts.palette import HEAT, on
from analysis.charts.place import Place, turned
from analysis.charts.stub import HEAD_LINE, Stub, stub
from analysis.charts.view import NOTHING, Column, View, amount, is_hidden
from analysis.tables import Cell, Label

WIDEST = 8  # columns
STEPS = (0.1, 0.2, 0.35, 0.5)  # shares at which the next shade begins
HEIGHT, HEAD_LINES = 26.0, 3


def heat(view: View, places: Sequence[Place], top: float = 0.0, keyed: bool = True) -> Iterator[Mark]:
    """A line for each place, a column for each point or option. keyed: with the meaning of its shades."""
    items = plain_items(view)
    columns = [
        Column([view.cell("base", "", p.row, p.level) for p in places], head=view.say("n"), colour="ink2")
    ]
    if view.narrow or any(cell is None for cell in columns[0].cells):
        columns = []  # on a phone the shares have the room
    means = [view.cell("mean", "", place.row, place.level) for place in places]
    if any(mean is not None for mean in means):
        columns.append(Column(means, bold=True, head=view.say("mean"), turned=turned(view, places)))
    labels, headings = [place.label for place in places], [place.heading for place in places]
    across = _across(stub(view, labels, columns, headings=headings), items)
    heads = _heads(view, items, across - 4)
    key = (
        []
        if heads
        else [", ".join(f"{circled(str(at))} {view.word(item)}" for at, item in enumerate(items, 1))]
    )
    said = [] if not keyed else [*key, view.say("heat_key_few" if view.few else "heat_key")]
    lines = [line for text in said for line in wrap(text, view.width, 12)]
    marks = stacked(0, top + 12, lines, LINE, size=12, colour="ink2")
    yield from marks
    heads = heads or [(circled(str(at)),) for at in range(1, len(items) + 1)]
    frame = stub(
        view, labels, columns, bottom(marks, top) + 6, HEIGHT + (9 if view.narrow else 2), headings=headings,
        head_lines=max(len(head) for head in heads),
    )  # fmt: skip
    yield from frame.marks(view)
    for at, head in enumerate(heads):
        middle = frame.left + across * (at + 0.5)
        first = frame.head - HEAD_LINE * (len(head) - 1)
        yield from stacked(middle, first, head, HEAD_LINE, "middle", size=12, colour="ink3")
    for place, middle in zip(places, frame.middles, strict=True):
        yield from _line(view, items, place, frame.left, across, middle)


def _across(frame: Stub, items: Sequence[Label]) -> float:
    return (frame.right - frame.left) / max(1, len(items))


def _heads(view: View, items: Sequence[Label], within: float) -> list[tuple[str, ...]]:
    """The words over the columns, or none where one of them has no room."""
    words = [view.word(item) for item in items]
    if any(longest_word(word, 12) > within for word in words):
        return []
    heads = [wrap(word, within, 12) for word in words]
    return heads if all(len(head) <= HEAD_LINES for head in heads) else []


def _line(
    view: View, items: Sequence[Label], place: Place, left: float, across: float, middle: float
) -> Iterator[Mark]:
    cells = [
        [view.cell(stat, item.id, place.row, place.level) for stat in ("count", "share")] for item in items
    ]
    if all(is_hidden(count) or is_hidden(share) for count, share in cells):
        yield from view.hidden(left, middle, cells[0][0] or cells[0][1])
        return
    for at, (count, share) in enumerate(cells):
        x, shown = left + across * at, count if view.few else share
        if is_hidden(count) or is_hidden(share):
            pill = view.hidden(x + (across - Pill.WIDTH) / 2 - 1, middle, shown)
            yield from pill if across > Pill.WIDTH else pill[1:]
            continue
        fill = _shade(share, count)
        if fill:
            yield Bar(x, middle - HEIGHT / 2, across - 2, HEIGHT, fill)
        look = {"size": 12, "anchor": "middle", "colour": on(fill) if fill else "ink3"}
        if shown is None:
            yield Words(x + across / 2 - 1, middle + 4.4, NOTHING, **look)
        else:
            yield view.number(x + across / 2 - 1, middle + 4.4, shown, unit=False, **look)


def _shade(share: Cell | None, count: Cell | None) -> str:
    """The fill of a share; "" of nothing."""
    size = amount(share)
    if share is None and count is not None and count.base:
        size = amount(count) / count.base
    return HEAT[sum(size >= step for step in STEPS)] if size else ""
