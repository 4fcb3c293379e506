"""The two ends of an order, for those who do not see a picture: what is the largest, and what the smallest or none at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from analysis.narrative.order import Line, Place, listed, name, named, places
from analysis.narrative.sentence import Field, Sentence
from analysis.tables import Table

FEW = 6  # values that are listed where others are hidden


class Ends(NamedTuple):
    """The largest and the smallest, named with their numbers. nothing: the smallest are none, and only named; stat: what
    they are the largest of; shown: all that is shown, in order, where that is few."""

    high: Field
    low: Field
    stat: str
    nothing: bool = False
    shown: Sentence | None = None


def of_order(table: Table, lines: Sequence[Line], language: str) -> Ends | None:
    """Of lines of which those that are nothing are some; None where there are no two places, unless others are hidden."""
    order = places(lines)
    something = [place for place in order if place.first.cell.value]
    if not something or (len(order) < 2 and not hides(table)):
        return None
    high, last = something[0], order[-1]
    nothing = last not in something and last.first.cell.stat in ("count", "amount")
    low: Field = name(last, language) if nothing else named(table, last, language)
    shown = listed(_each(table, something, language), language) if len(lines) <= FEW else None
    return Ends(named(table, high, language), low, high.first.cell.stat, nothing, shown)


def _each(table: Table, order: Sequence[Place], language: str) -> list[Field]:
    return [named(table, Place((line,)), language) for place in order for line in place.lines]


def hides(table: Table) -> bool:
    """A number of it is hidden."""
    return any(cell.status == "suppressed" for cell in table.cells)
