"""A whole split over rows: which part is the largest on average, and what follows."""

from __future__ import annotations

from analysis.language import thousands
from analysis.narrative.order import Line, amount, few_labels, measured, name, named, places
from analysis.narrative.scope import who
from analysis.narrative.sentence import Field, Sentence, compose, join
from analysis.tables import Table

LABELS = 5  # parts named
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
    between = "" if language == "ko" else " "
    whole = f"{thousands(table.facts['total'])}{between}{unit}"
    return compose(f"allocation.amount{tie}", language, whole=whole, **fields)


def sentences(table: Table, language: str) -> list[Sentence]:
    order, them = places(lines(table, language)), who(table, language)
    if len(order) < 2:
        return []
    told = few_labels(order, LABELS)
    if sum(len(place.lines) for place in order[len(told) :]) == 1:  # no "등" for a single one
        told = order
    parts = join([named(table, place, language) for place in told], ", ")
    key = "allocation.order" if len(told) == len(order) else "allocation.order_more"
    if them is None:
        return [compose(f"{key}_nameless", language, list=parts)]
    return [compose(key, language, who=them, list=parts)]
