"""Where a line of a figure looks up its cells, and what stands before it: its label, and the heading of the
block that it begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.charts.view import View
from analysis.tables import Label


@dataclass(frozen=True)
class Place:
    """A row of a grid, a level of a group, or both."""

    label: str
    row: str = ""
    level: str = ""
    heading: str = ""


def rows(view: View, labels: Sequence[Label] | None = None) -> list[Place]:
    """Every row (or those of `labels`, in that order), under the headings of the blocks that the
    questionnaire puts them in."""
    chosen = [label for label in view.table.rows if label.id] if labels is None else labels
    given = view.facts.get("row_groups") or ()
    of = {row: group.get(view.language) or group["ko"] for group in given for row in group["rows"]}
    headings = list(dict.fromkeys(of.values())) + [""]
    places = [
        Place(row_word(view, label), label.id, heading=heading)
        for heading in headings
        for label in chosen
        if of.get(label.id, "") == heading
    ]
    before = ["", *(place.heading for place in places)]
    return [
        replace(place, heading="") if place.heading == last else place
        for place, last in zip(places, before, strict=False)
    ]


def levels(view: View, row: str = "") -> list[Place]:
    """Every level of the group, all respondents first."""
    return [Place(level.words.text(view.language), row, level.id) for level in view.table.levels]


def row_word(view: View, label: Label) -> str:
    """The words of a row; of one where agreement is the bad end, that it is."""
    words = label.words.text(view.language)
    return view.say("reversed", row=words) if is_reverse(view, label.id) else words


def turned(view: View, places: Sequence[Place]) -> frozenset[int]:
    """Which of the lines are reverse rows, whose mean means the opposite."""
    return frozenset(at for at, place in enumerate(places) if is_reverse(view, place.row))


def is_reverse(view: View, row: str) -> bool:
    return row in (view.table.facts.get("reverse") or ())
