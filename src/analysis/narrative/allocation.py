"""A whole split over rows: which part is the largest on average, and what follows."""

from __future__ import annotations

from analysis.language import thousands
from analysis.narrative.figure import joined
from analysis.narrative.order import Line, amount, few_labels, in_turn, measured, name, named, places
from analysis.narrative.sentence import Field, Sentence, compose
from analysis.tables import Table

LABELS = 4  # parts named after the largest
PERCENT = "%"


def lines(table: Table, language: str) -> list[Line]:
    """The parts by their mean."""
    return measured(table, "mean", language)


def headline(table: Table, language: str) -> Sentence | None:
    order = places(lines(table, language))
    if not order:
        return None
    fields: dict[str, Field] = {
        "name": name(order[0], language),
        "amount": amount(table, order[0].first, language),
    }
    tie = "_tie" if order[0].tie else ""
    unit = str((language != "ko" and table.facts.get("unit_en")) or table.facts.get("unit") or "")
    if len(order) == 1:
        return compose("allocation.level" if tie else "allocation.alone", language, **fields)
    if unit == PERCENT or "total" not in table.facts:
        return compose(f"allocation.share{tie}", language, **fields)
    number = thousands(table.facts["total"])
    whole = number + joined(unit, number, language)
    return compose(f"allocation.amount{tie}", language, whole=whole, **fields)


def sentences(table: Table, language: str) -> list[Sentence]:
    """The parts after the largest."""
    rest = places(lines(table, language))[1:]
    if not rest:
        return []
    told = few_labels(rest, LABELS)
    if sum(len(place.lines) for place in rest[len(told) :]) == 1:  # no "등" for a single one
        told = rest
    parts = in_turn([named(table, place, language, "following") for place in told], language)
    return [compose("allocation.order" if len(told) == len(rest) else "allocation.order_more", language, list=parts)]
