"""A point of an answer scale, coloured by which end is the good one.

Of few respondents one row of dots in the order of the scale, a bracket with label and count under each run;
of many a bar of 100 %. By group one line for each level. A scale of more points than there are colours is
drawn as a list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.charts.labelled import edges, label_marks, place
from analysis.charts.legend import Key, aside, legend
from analysis.charts.marks import Line as Stroke
from analysis.charts.marks import Mark, Pill, Words, bottom, row
from analysis.charts.measure import LINE, longest_word, room, wrap
from analysis.charts.options import Line, by_group, line_rows, plain_items
from analysis.charts.palette import BY_GOOD, BY_NONE
from analysis.charts.parts import Part, Whole, bar, fits, part_lines
from analysis.charts.place import Place, levels
from analysis.charts.view import View, amount, is_hidden
from analysis.tables import Cell, Label

BOX = "not_applicable"  # the box beside the scale


def scale(view: View, top: float = 0.0) -> Iterator[Mark]:
    if not colours(view):
        yield from by_group(view, top) if view.table.group else _list(view, top)
    elif view.table.group:
        yield from scale_lines(view, levels(view), top)
    else:
        marks = [*(_runs(view, top) if view.few else _bar(view, top))]
        yield from marks
        yield from beside(view, bottom(marks, top) + 8)


def points(view: View) -> list[Label]:
    """The points of the scale, lowest first."""
    return [label for label in plain_items(view) if label.id.isdecimal()]


def colours(view: View) -> dict[str, str]:
    """Point -> fill; empty for a scale of more points than there are colours."""
    found = points(view)
    fills = BY_GOOD.get(len(found), ())
    if view.facts.get("good") == "none":
        fills = BY_NONE.get(len(found), ())
    elif view.facts.get("good") == "low":
        fills = fills[::-1]
    return dict(zip((label.id for label in found), fills, strict=False)) if fills else {}


def scale_lines(view: View, places: Sequence[Place], top: float = 0.0) -> Iterator[Mark]:
    """A line of dots or a bar for each place, its base and its mean."""
    fills, stat = colours(view), "count" if view.few else "share"
    keys = [Key(fills[label.id], view.word(label), "dot" if view.few else "square") for label in points(view)]
    wholes = [
        Whole(
            place,
            [Part(view.cell(stat, point, place.row, place.level), fill) for point, fill in fills.items()],
            [view.cell(stat, "", place.row, place.level) for stat in ("base", "mean")],
        )
        for place in places
    ]
    yield from part_lines(view, keys, wholes, top, [view.say("n"), view.say("mean")])


def beside(view: View, top: float) -> Iterator[Mark]:
    """Below the figure: the points that nobody chose, and how many ticked the box beside the scale."""
    empty = [label for label in points(view) if view.few and not _drawn(view.cell("count", label.id))]
    box = [label for label in view.items if label.id == BOX]
    yield from aside(
        view, [(view.word(label), view.cell("count", label.id)) for label in (*empty, *box)], top
    )


def _drawn(cell: Cell | None) -> bool:
    return is_hidden(cell) or bool(amount(cell))


@dataclass(frozen=True)
class _Run:
    """The respondents at one point: what stands below their dots."""

    label: Label
    number: int
    hidden: bool
    words: tuple[str, ...]
    width: float

    def across(self, step: float) -> float:
        return max(Pill.WIDTH if self.hidden else self.number * step, self.width)


def _runs(view: View, top: float) -> Iterator[Mark]:
    fills = colours(view)
    found = _fitting(view)
    if found is None:
        yield from _list(view, top)
        return
    step, runs = found
    if not runs:
        return
    size = min(31.0, step * 0.74)
    middle, x = top + max(size / 2, 10) + 1, 0.0
    line, below = middle + max(size / 2, 10) + 8, max(len(run.words) for run in runs)
    for run in runs:
        if run.hidden:
            yield from view.hidden(x, middle, view.cell("count", run.label.id))
        else:
            yield from row(x, middle, run.number, step, size, fills[run.label.id])
        length = Pill.WIDTH if run.hidden else run.number * step - (step - size)
        inset = 0.0 if run.hidden else (step - size) / 2
        yield Stroke(x + inset, line, x + inset + length, line, "ink3", 1.2)
        first = line + 19 + LINE * below
        yield from (Words(x + inset, line + 19 + LINE * at, text) for at, text in enumerate(run.words))
        if not run.hidden:
            yield view.number(x + inset, first, view.cell("count", run.label.id), bold=True)
            yield view.number(x + inset, first + 16, view.cell("share", run.label.id), size=12, colour="ink2")
        x += run.across(step) + _GAP


_GAP = 12.0


def _fitting(view: View) -> tuple[float, list[_Run]] | None:
    """Labels wrapped, no word cut, so that the dots can be large; None where they stand in each other's way even so."""
    best: tuple[float, float, list[_Run]] | None = None
    for within in (view.width, 110, 84, 64, 50):
        runs = [_run(view, label, within) for label in points(view) if _drawn(view.cell("count", label.id))]
        spare = view.width - _GAP * (len(runs) - 1)
        step = next(
            (step for step in range(43, 8, -1) if sum(run.across(step) for run in runs) <= spare), None
        )
        if step is None:
            continue
        worth = step - 3.0 * max((len(run.words) for run in runs), default=0)
        if best is None or worth > best[0]:
            best = (worth, step, runs)
    return best and (best[1], best[2])


def _run(view: View, label: Label, within: float) -> _Run:
    count, share = view.cell("count", label.id), view.cell("share", label.id)
    words = wrap(view.word(label), max(within, longest_word(view.word(label))))
    numbers = (room(view.text(count), 13, True), room(view.text(share), 12))
    hidden = is_hidden(count)
    width = max(room(line) for line in words)
    return _Run(label, int(amount(count)), hidden, words, (width if hidden else max(width, *numbers)) + 6)


def _bar(view: View, top: float) -> Iterator[Mark]:
    """The bar, nets as brackets above it, labels below; a label takes the number that has no room in the
    bar."""
    fills = colours(view)
    parts = [Part(view.cell("share", point), fill) for point, fill in fills.items()]
    whole = not any(part.hidden for part in parts)
    nets = [*_nets(view, parts, top)] if whole else []
    yield from nets
    low = bottom(nets, top - 4) + 4
    yield from bar(view, parts, 0, view.width, low + 20, 40)
    total = sum(amount(part.cell) for part in parts) or 1.0
    keys = []
    for part, label in zip(parts, points(view), strict=True):
        inside = part.hidden or fits(view, part, view.width * amount(part.cell) / total)
        keys.append(Key(part.fill, view.word(label), cell=None if inside else part.cell))
    starts = edges([part.cell for part in parts], 0.0, view.width, max(1.0, total))
    said = starts and place(view, keys, starts, view.width)
    yield from label_marks(view, said, low + 40, above=False) if said else legend(view, keys, top=low + 50)


def _nets(view: View, parts: Sequence[Part], top: float) -> Iterator[Mark]:
    """The lowest points together and the highest, over their part of the bar."""
    facts: dict[str, Any] = view.facts
    bottom_net, top_net = facts.get("bottom"), facts.get("top")
    total = sum(amount(part.cell) for part in parts)
    ends = []
    for net, chosen, anchor in (
        (bottom_net, parts[: len((bottom_net or "").split("+"))], "start"),
        (top_net, parts[-len((top_net or "").split("+")) :], "end"),
    ):
        cell = view.cell("share", net) if net else None
        length = view.width * sum(amount(part.cell) for part in chosen) / total if total else 0.0
        if cell is None or not cell.shown or not length:
            return
        label = next((view.word(label) for label in view.items if label.id == net), "")
        ends.append((cell, length, label, anchor))
    if (
        len(ends) == 2
        and sum(room(f"{label} {view.text(cell)}", 12) for cell, _, label, _ in ends) < view.width - 20
    ):
        for cell, length, label, anchor in ends:
            start = 0.0 if anchor == "start" else view.width - length
            edge = start if anchor == "start" else view.width - 2
            yield Stroke(start, top + 22, start + length - 2, top + 22, "ink3", 1.2)
            yield view.number(
                edge, top + 14, cell, around=f"{label} {{}}", size=12, colour="ink2", anchor=anchor
            )


def _list(view: View, top: float) -> Iterator[Mark]:
    fills = colours(view)
    lines = [
        Line(
            view.word(label),
            view.cell("count", label.id),
            view.cell("share", label.id),
            view.base(),
            fills.get(label.id, "indigo"),
        )
        for label in points(view)
    ]
    yield from line_rows(view, lines, top)
