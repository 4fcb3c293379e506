"""A year on one line: twelve months across, a lane for each pillar, a mark at each event's day.

On a phone the year runs down the page, month by month.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from analysis.charts.legend import Key, legend
from analysis.charts.marks import Bar, Line, Mark, Units, Words, bottom
from analysis.charts.measure import LINE, room, wrap
from analysis.charts.timeline_labels import (
    ABOVE,
    DOT,
    LEADER,
    PITCH,
    RING,
    ROOM_RIGHT,
    SMALL,
    Placed,
    Stop,
    place,
    short,
    x_of,
)
from analysis.charts.view import View, amount
from analysis.tables import Label

TOTAL, NONE = "total", "none"
SPINE = 58.0  # on a phone: where the year runs down


def timeline(view: View, top: float, colours: Sequence[str]) -> Iterator[Mark]:
    """colours: of the pillars, in their order."""
    pillars = [label for label in view.table.rows if label.id not in (TOTAL, NONE)]
    fills = {label.id: colour for label, colour in zip(pillars, colours, strict=False)}
    events = [*(view.facts.get("events") or ())]
    stops = list(_stops(view, events))
    lanes = [label for label in view.table.rows if any(stop.pillar == label.id for stop in stops)]
    if view.narrow:
        marks, nameless = [*_down(view, lanes, fills, stops, top)], []
    else:
        placed = {lane.id: place([stop for stop in stops if stop.pillar == lane.id], view) for lane in lanes}
        marks = [*_across(view, lanes, fills, stops, placed, top)]
        named = [label.stop for labels in placed.values() for label in labels]
        nameless = [stop for stop in stops if stop not in named]
    yield from marks
    yield from _beside(view, events, nameless, bottom(marks, top) + 10)


def _stops(view: View, events: Iterable[dict[str, Any]]) -> Iterator[Stop]:
    """The dated events of the year by date; those of one pillar and day are one stop."""
    first, last = dt.date(view.table.year, 1, 1), dt.date(view.table.year, 12, 31)
    own = [
        (max(first, dt.date.fromisoformat(event["start"])), min(last, dt.date.fromisoformat(event["end"])),
         event["pillar"] or NONE, event)
        for event in events
        if event["dated"] and not event["outside"]
    ]  # fmt: skip
    own.sort(key=lambda one: one[:3])
    for (start, end, pillar), same in groupby(own, key=lambda one: one[:3]):
        told = [event for *_, event in same]
        titles = tuple(short(_words(event["title"], view.language)) for event in told)
        yield Stop(start, end, pillar, _words(told[0]["day"], view.language), titles)


def _across(
    view: View,
    lanes: Sequence[Label],
    fills: dict[str, str],
    stops: Sequence[Stop],
    placed: dict[str, list[Placed]],
    top: float,
) -> Iterator[Mark]:
    for lane in lanes:
        yield Words(0, top + 14, lane.words.text(view.language), bold=True)
        axis = top + 22 + max([ABOVE + DOT, *(one.up + one.high for one in placed[lane.id])])
        yield Line(0, axis, view.width - ROOM_RIGHT + DOT, axis, "rule")
        yield from _months(view, axis)
        for one in sorted(placed[lane.id], key=lambda one: one.stop.start):  # read aloud by date
            yield Line(one.x, axis - one.up - one.high + 2, one.x, axis, "ring")
            for at, text in enumerate(one.lines):
                y = axis - one.up - one.high + PITCH * (at + 0.8)
                yield Words(one.x + LEADER, y, text, SMALL, colour="ink" if at else "ink3")
        for stop in stops:
            if stop.pillar == lane.id:
                yield from _dots(view, stop, fills.get(lane.id, "ring"), axis)
        top = axis + 38


def _months(view: View, axis: float) -> Iterator[Mark]:
    year = view.table.year
    for label in view.table.items:
        if not label.id.isdecimal():
            continue
        month = int(label.id)
        at, after = (x_of(view, dt.date(year + m // 12, m % 12 + 1, 1)) for m in (month - 1, month))
        yield Line(at, axis, at, axis + 6, "rule")
        yield Words((at + after) / 2, axis + 19, _month(view, label), SMALL, colour="ink3", anchor="middle")


def _dots(view: View, stop: Stop, fill: str, axis: float) -> Iterator[Mark]:
    """A dot for each event of the day, beside each other; a bar from the first day to the last."""
    x = x_of(view, stop.start)
    if stop.end > stop.start:
        end = max(x_of(view, stop.end), x + 4)
        for size, colour in ((DOT + RING, "paper"), (DOT, fill)):
            yield Units(((x, axis), (end, axis)), size, colour)
            yield Bar(x, axis - size / 2, end - x, size, colour)
        return
    at = tuple((x + DOT * place, axis) for place in range(len(stop.titles)))
    for size, colour in ((DOT + RING, "paper"), (DOT, fill)):
        yield Units(at, size, colour)


def _down(
    view: View, lanes: Sequence[Label], fills: dict[str, str], stops: Sequence[Stop], top: float
) -> Iterator[Mark]:
    keys = [Key(fills.get(lane.id, "ring"), lane.words.text(view.language), "dot") for lane in lanes]
    marks: list[Mark] = [*legend(view, keys, top=top)]
    y = begin = bottom(marks, top) + 14
    months = {label.id: _month(view, label) for label in view.table.items}
    for month, own in groupby(stops, key=lambda stop: f"{stop.start.month:02}"):
        marks.append(Words(0, y + 14, months.get(month, month), bold=True))
        for stop in own:
            lines = _entry(view, stop)
            marks.append(Words(view.width, y + 14, stop.day, SMALL, colour="ink3", anchor="end"))
            marks += [Words(SPINE + 14, y + 14 + LINE * at, text) for at, (text, _) in enumerate(lines)]
            for at, (_, starts) in enumerate(lines):
                if starts:
                    middle = (SPINE, y + 9.5 + LINE * at)
                    marks += [Units((middle,), DOT + RING, "paper"),
                              Units((middle,), DOT, fills.get(stop.pillar, "ring"))]  # fmt: skip
            y += LINE * len(lines) + 9
        y += 8
    if stops:
        marks.insert(0, Line(SPINE, begin, SPINE, y - 12, "ring"))
    yield from marks


def _entry(view: View, stop: Stop) -> list[tuple[str, bool]]:
    """The lines of a stop on a phone, and whether a title begins there."""
    within = view.width - SPINE - 14 - room(stop.day, SMALL) - 8
    return [(line, not at) for title in stop.titles for at, line in enumerate(wrap(title, within))]


def _beside(
    view: View, events: Sequence[dict[str, Any]], nameless: Sequence[Stop], top: float
) -> Iterator[Mark]:
    """In words: events that no label had room for, events without a date, and those of another year."""
    told = {
        "undated": [event for event in events if not event["dated"] and not event["outside"]],
        "outside": [event for event in events if event["outside"]],
    }
    y = top
    if nameless:
        names = [f"{stop.day} {', '.join(stop.titles)}" for stop in nameless]
        words = [*_paragraph(view, view.say("nameless"), names, y)]
        yield from words
        y = bottom(words) + 8
    for item, own in told.items():
        cell = view.cell("count", item, TOTAL)
        if not amount(cell):
            continue
        label = next(label for label in view.table.items if label.id == item)
        titles = [short(_words(event["title"], view.language)) for event in own]
        if item == "outside":
            days = [_words(event["when"], view.language) for event in own]
            titles = [f"{day} {title}" for day, title in zip(days, titles, strict=True)]
        head, *rest = _paragraph(view, f"{view.word(label)} {view.text(cell)}", titles, y)
        words = [view.tied(head, cell), *rest]
        yield from words
        y = bottom(words) + 8


def _paragraph(view: View, head: str, names: Sequence[str], y: float) -> Iterator[Words]:
    yield Words(0, y + 13, head, SMALL, True, "ink2")
    for at, line in enumerate(wrap("; ".join(names), view.width, SMALL), start=1):
        yield Words(0, y + 13 + LINE * at, line, SMALL, colour="ink2")


def _month(view: View, label: Label) -> str:
    """ "3월"; in English the first three letters."""
    word = view.word(label)
    return word if view.language == "ko" else word[:3]


def _words(text: dict[str, str], language: str) -> str:
    return text.get(language) or text["ko"]
