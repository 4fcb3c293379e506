"""The ledger: meetings stated and dated, events by pillar and by month, claims by their verdict. A dot is one
of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analysis.charts.legend import Key, aside, legend
from analysis.charts.marks import Bar, Mark, Units, Words, bottom, row
from analysis.charts.measure import room
from analysis.charts.options import by_size, line_rows, option_line, options, plain_items
from analysis.charts.palette import HOLLOW
from analysis.charts.stub import stub
from analysis.charts.timeline import timeline
from analysis.charts.view import Column, View, amount, is_hidden
from analysis.tables import Label

PILLARS = ("indigo", "ssuk", "gam", "sky", "wine")
TOTAL = "total"
STEP, MONTH_STEP = 22.0, 24.0  # from dot to dot, at most
THIN = 7.0  # dots closer than that are drawn as a bar


def events(view: View, top: float = 0.0) -> Iterator[Mark]:
    kinds = {
        "meetings": _meetings,
        "events_by_pillar": _by_pillar,
        "events_by_month": _by_month,
        "timeline": _timeline,
    }
    yield from kinds.get(view.table.question, options)(view, top)


def _meetings(view: View, top: float) -> Iterator[Mark]:
    """Filled: a date is known. Hollow: stated only. A question mark: the sources disagree."""
    rows = [label for label in view.table.rows if label.id != TOTAL]
    words = {label.id: view.word(label) for label in view.items}
    keys = [Key("indigo", words["dated"], "dot"), Key(HOLLOW, words["undated"], "dot")]
    marks = [*legend(view, keys, top=top)]
    if view.facts.get("disputed"):
        marks += _disputed_key(view, bottom(marks) + 4)
    yield from marks
    claimed, dated, undated = (
        [view.cell("count", item, label.id) for label in rows] for item in ("claimed", "dated", "undated")
    )
    columns = [Column(claimed, bold=True, head=words["claimed"]), Column(dated, head=view.say("dated"))]
    places = max(
        [1, *(int(amount(one) + amount(other)) + 1 for one, other in zip(dated, undated, strict=True))]
    )
    labels = [label.words.text(view.language) for label in rows]
    frame = stub(view, labels, columns, bottom(marks, top) + 10, most=STEP * places)
    yield from frame.marks(view)
    step = min(STEP, (frame.right - frame.left) / places)
    for at, middle in enumerate(frame.middles):
        x = frame.left
        for cell, fill in ((dated[at], "indigo"), (undated[at], HOLLOW)):
            if is_hidden(cell):
                yield from view.hidden(x, middle, cell)
                break
            yield from row(x, middle, int(amount(cell)), step, step * 0.68, fill)
            x += step * int(amount(cell))
        else:
            if rows[at].id in (view.facts.get("disputed") or ()):
                yield Words(x + 4, middle + 5, "?", 14, True, "tag")


def _disputed_key(view: View, top: float) -> Iterator[Mark]:
    yield Words(2, top + 14, "?", 14, True, "tag")
    yield Words(18, top + 13.5, view.say("disputed"))


def _by_pillar(view: View, top: float) -> Iterator[Mark]:
    colours = dict(zip((label.id for label in view.table.rows), PILLARS, strict=False))
    lines = [
        replace(option_line(view, label), fill=colours.get(label.id, "ring"))
        for label in plain_items(view, "")
    ]
    yield from line_rows(view, lines, top)


def _timeline(view: View, top: float) -> Iterator[Mark]:
    yield from timeline(view, top, PILLARS)


def _by_month(view: View, top: float) -> Iterator[Mark]:
    """A column of dots for each month, its number above; what is in no month stands below in words."""
    apart = {*(view.facts.get("exclusive") or ())}
    months: list[Label] = [label for label in plain_items(view, "") if label.id not in apart]
    cells = [view.cell("count", label.id) for label in months]
    if not months or any(is_hidden(cell) for cell in cells):
        yield from options(view, top)
        return
    across = view.width / len(months)
    highest = max(1, *(int(amount(cell)) for cell in cells))
    step = min(MONTH_STEP, across * 0.86, 220 / highest)
    ground = top + 18 + highest * step
    long = any(room(view.word(label), 12) > across for label in months)
    for at, (label, cell) in enumerate(zip(months, cells, strict=True)):
        x, number = (at + 0.5) * across, int(amount(cell))
        if number and step < THIN:
            yield Bar(x - across * 0.3, ground - number * step, across * 0.6, number * step, "indigo")
        elif number:
            yield Units(tuple((x, ground - (n + 0.5) * step) for n in range(number)), step * 0.8, "indigo")
        yield view.number(
            x, ground - number * step - 5, cell, unit=False, size=12, bold=bool(number), anchor="middle"
        )
        word = str(int(label.id)) if long and label.id.isdecimal() else view.word(label)
        yield Words(x, ground + 17, word, 12, colour="ink3", anchor="middle")
    said = [(view.word(label), view.cell("count", label.id)) for label in by_size(view) if label.id in apart]
    yield from aside(view, said, ground + 28)
