"""Rankings: what was chosen at any rank, then what was chosen first."""

from __future__ import annotations

from analysis.narrative import choice
from analysis.narrative.order import Line, amount, name, places, scope
from analysis.narrative.sentence import Sentence, compose
from analysis.tables import Table

FIRST = "1"


def lines(table: Table, language: str) -> list[Line]:
    return choice.option_lines(table, language, _at_any(table))


def headline(table: Table, language: str) -> Sentence | None:
    row = _at_any(table)
    return choice.most(table, places(lines(table, language)), language, row)


def sentences(table: Table, language: str) -> list[Sentence]:
    row = _at_any(table)
    order = places(lines(table, language))
    if not order:
        return []
    words = table.words("rows", row, language) if row else ""
    begin = scope(table, language, row)
    begin = compose("under", language, row=words, scope=begin) if words else begin
    return [choice.in_order(table, order, language, begin, row), *_first(table, language)]


def _at_any(table: Table) -> str:
    """The row of all ranks together: "1+2+3"."""
    return next((label.id for label in table.rows if "+" in label.id), FIRST if table.rows else "")


def _first(table: Table, language: str) -> list[Sentence]:
    """Who leads at the first rank alone."""
    if FIRST not in {label.id for label in table.rows} or _at_any(table) == FIRST:
        return []
    order = places(choice.option_lines(table, language, FIRST))
    if not order:
        return []
    fields = {"name": name(order[0], language), "amount": amount(table, order[0].first, language)}
    key = "ranking.first_tie" if order[0].tie else "ranking.first"
    return [compose(key, language, row=table.words("rows", FIRST, language), **fields)]
