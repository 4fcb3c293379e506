"""Options in order of preference: first choices dark, second mid, third and further hollow, with a column for
the first choice and one for all ranks together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.charts.legend import Key, legend
from analysis.charts.marks import Bar, Mark, Pill, bottom, empty, row
from analysis.charts.options import by_group, plain_items
from analysis.charts.palette import HOLLOW
from analysis.charts.parts import PILL_GAP
from analysis.charts.stub import Stub, stub
from analysis.charts.view import Column, View, amount, is_hidden
from analysis.tables import Cell, Label

FILLS = ("indigo", "sky", HOLLOW)
STEP = 18.6


def ranking(view: View, top: float = 0.0) -> Iterator[Mark]:
    at_any = view.facts.get("at_any") or "+".join(ranks(view))
    if view.table.group:
        yield from by_group(view, top, at_any)
        return
    options = _by_size(view, at_any)
    keys = [Key(fill, _range(view, chosen)) for fill, chosen in _fills(view)]
    marks = [*legend(view, keys, top=top)]
    yield from marks
    firsts, all_ranks = (
        [(view.cell("count", option.id, line), view.cell("share", option.id, line)) for option in options]
        for line in (ranks(view)[0], at_any)
    )
    columns = _columns(view, firsts, all_ranks, _word(view, ranks(view)[0]), _word(view, at_any))
    whole = 1.0 if view.weighted else view.base(at_any) or 0
    places = max([1.0, whole, *(sum(amount(cell) for cell in _cells(view, o)) for o in options)])
    most = STEP * places if view.few else 1000.0
    frame = stub(view, [view.word(option) for option in options], columns, bottom(marks, top) + 6, most=most)
    yield from frame.marks(view)
    for option, middle in zip(options, frame.middles, strict=True):
        yield from _line(view, option, frame, middle, places, int(whole))


def ranks(view: View) -> list[str]:
    return [label.id for label in view.table.rows if label.id.isdecimal()] or ["1"]


def _fills(view: View) -> list[tuple[str, list[str]]]:
    """Each fill with its ranks: the first, the second, and all that follow together."""
    found = ranks(view)
    chosen = [found[:1], found[1:2], found[2:]]
    return [(fill, some) for fill, some in zip(FILLS, chosen, strict=True) if some]


def _range(view: View, chosen: Sequence[str]) -> str:
    first, last = _word(view, chosen[0]), _word(view, chosen[-1])
    return first if first == last else view.say("ranks", first=chosen[0], last=chosen[-1])


def _word(view: View, row_id: str) -> str:
    return next((label.words.text(view.language) for label in view.table.rows if label.id == row_id), row_id)


def _cells(view: View, option: Label) -> list[Cell | None]:
    return [view.cell(view.size, option.id, rank) for rank in ranks(view)]


def _by_size(view: View, at_any: str) -> list[Label]:
    """By all ranks together, then by the first; what is hidden before what is nothing, "other" at the end."""
    last = {*(view.facts.get("other") or ()), *(view.facts.get("exclusive") or ())}

    def place(label: Label) -> tuple[bool, int, float, float]:
        whole, first = (view.cell(view.size, label.id, line) for line in (at_any, ranks(view)[0]))
        first_size = 0.0 if is_hidden(whole) else amount(first)
        return (
            label.id in last,
            1 if is_hidden(whole) else 0 if amount(whole) else 2,
            -amount(whole),
            -first_size,
        )

    return sorted(plain_items(view, at_any), key=place)


_Pairs = Sequence[tuple[Cell | None, Cell | None]]


def _columns(view: View, firsts: _Pairs, all_ranks: _Pairs, first: str, together: str) -> list[Column]:
    """Of few: first choices, then count and share of all ranks. Of many the two shares."""
    if not view.few:
        return [
            Column([share for _, share in firsts], head=first, colour="ink2"),
            Column([share for _, share in all_ranks], head=together, bold=True),
        ]
    nothing = frozenset(
        at for at, (count, _) in enumerate(all_ranks) if is_hidden(count) or not amount(count)
    )
    return [
        Column([count for count, _ in firsts], head=first),
        Column([count for count, _ in all_ranks], head=together, bold=True),
        Column([share for _, share in all_ranks], colour="ink2", blank=nothing),
    ]


def _line(view: View, option: Label, frame: Stub, middle: float, places: float, base: int) -> Iterator[Mark]:
    cells = _cells(view, option)
    if all(is_hidden(cell) for cell in cells):
        yield from view.hidden(frame.left, middle, cells[0])
        return
    across, x = frame.right - frame.left, frame.left
    pills = sum(is_hidden(cell) for cell in cells)
    step = (across - pills * (Pill.WIDTH + PILL_GAP)) / places
    step = min(STEP, step) if view.few else step
    drawn = 0.0
    for fill, chosen in _fills(view):
        of_fill = [view.cell(view.size, option.id, rank) for rank in chosen]
        for cell in of_fill:
            if is_hidden(cell):
                yield from view.hidden(x, middle, cell, "ring" if fill == HOLLOW else fill)
                x += Pill.WIDTH + PILL_GAP
        number = sum(amount(cell) for cell in of_fill)
        if view.few:
            yield from row(x, middle, int(number), step, step * 0.8, fill, "square")
        elif number:
            yield Bar(x, middle - 9, max(step * number - 2, 0.8), 18, fill)
        x += number * step
        drawn += number
    if view.few and not pills:
        yield from empty(x, middle, base - int(drawn), step)
