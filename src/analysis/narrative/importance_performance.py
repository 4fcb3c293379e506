"""Importance and performance: what to concentrate on, and where the gap is widest."""

from __future__ import annotations

from analysis.narrative.order import Line, amount, listed, measured, name, places, quoted
from analysis.narrative.quantity import figure
from analysis.narrative.sentence import Sentence, compose
from analysis.tables import Table

CONCENTRATE = 2  # the quadrant: important, and not done well
NAMED_ROWS = 4
NAMED_IN_TITLE = 2


def lines(table: Table, language: str) -> list[Line]:
    """The rows by their gap."""
    return measured(table, "mean", language, "gap")


def headline(table: Table, language: str) -> Sentence | None:
    order = places(lines(table, language))
    if not order:
        return next(iter(_concentrate(table, language, NAMED_IN_TITLE)), None)
    fields = {"name": name(order[0], language), "amount": amount(table, order[0].first, language)}
    return compose("headline.gap_tie" if order[0].tie else "headline.gap", language, **fields)


def sentences(table: Table, language: str) -> list[Sentence]:
    return [*_concentrate(table, language), *_gap(table, language)]


def _concentrate(table: Table, language: str, most: int = NAMED_ROWS) -> list[Sentence]:
    phrases = []
    for row in table.rows:
        code = table.get("code", "quadrant", row.id)
        sides = {
            side: figure(table, "mean", language, side, row.id) for side in ("importance", "performance")
        }
        if code is not None and code.shown and code.value == CONCENTRATE and all(sides.values()):
            label = quoted(row.words.text(language), language)
            shown = {side: number for side, number in sides.items() if number is not None}
            phrases.append(compose("importance_performance.row", language, row=label, **shown))
    if not phrases:
        return []
    return [compose("importance_performance.concentrate", language, list=listed(phrases[:most], language))]


def _gap(table: Table, language: str) -> list[Sentence]:
    order = places(lines(table, language))
    if len(order) < 2:
        return []
    high, low = order[0], order[-1]
    fields = {"high": name(high, language), "low": name(low, language)}
    most, least = (amount(table, place.first, language) for place in (high, low))
    return [compose("importance_performance.gap", language, most=most, least=least, **fields)]
