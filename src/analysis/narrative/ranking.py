"""Rankings: what was chosen at any rank, then what was chosen first."""

from __future__ import annotations

from analysis.narrative import choice
from analysis.narrative.figure import show_cell
from analysis.narrative.order import Line, Place, amount, amount_of, name, places
from analysis.narrative.portion import everybody_in
from analysis.narrative.rest import after_title
from analysis.narrative.scope import base_of, left_out
from analysis.narrative.sentence import Sentence, compose
from analysis.tables import Table

FIRST = "1"


def lines(table: Table, language: str, nothing: bool = False) -> list[Line]:
    return choice.option_lines(table, language, _at_any(table), nothing)


def headline(table: Table, language: str) -> Sentence | None:
    row = _at_any(table)
    order = places(lines(table, language))
    if not order or row == FIRST:
        return choice.most(table, order, language, row)
    rank = row.rpartition("+")[2]
    if everybody_in(order[0]) and base_of(table, row) is not None:
        return choice.everybody(table, order[0], "ranked", language, row, rank=rank)
    fields = {
        "hidden": left_out(table, language, row),
        "name": name(order[0], language),
        "part": amount_of(table, order[0], language),
        "rank": rank,
    }
    if choice.leads_by_one(order):
        second = {"second": name(order[1], language), "amount": amount(table, order[1], language, again=True)}
        return compose("headline.ranked_side_by_side", language, **second, **fields)
    return compose(f"headline.ranked{'_tie' if order[0].tie else ''}", language, **fields)


def sentences(table: Table, language: str) -> list[Sentence]:
    row = _at_any(table)
    order = places(lines(table, language))
    if not order:
        return []
    told = after_title(table, order, headline(table, language), language, row)
    return [*told, *_first(table, order[0], language), *_agreement(table, language)]


def _at_any(table: Table) -> str:
    """The row of all ranks together: "1+2+3"."""
    return next((label.id for label in table.rows if "+" in label.id), FIRST if table.rows else "")


def _agreement(table: Table, language: str) -> list[Sentence]:
    """How far the orders agree, where all options were ranked."""
    cell = table.get("w")
    if cell is None or cell.value is None:
        return []
    return [compose("ranking.agreed", language, w=show_cell(table, cell, language))]


def _first(table: Table, overall: Place, language: str) -> list[Sentence]:
    """Who leads at the first rank alone: the same, or another."""
    if FIRST not in {label.id for label in table.rows} or _at_any(table) == FIRST:
        return []
    order = places(choice.option_lines(table, language, FIRST))
    if not order:
        return []
    if everybody_in(order[0]):
        base = base_of(table, FIRST)
        one = "_one" if base is not None and base.value == 1 else ""
        return [compose(f"ranking.first_only{one}", language, name=name(order[0], language))]
    fields = {
        "hidden": left_out(table, language, FIRST),
        "name": name(order[0], language),
        "amount": amount(table, order[0], language),
    }
    tie = "_tie" if order[0].tie else ""
    same = "_too" if fields["name"] == name(overall, language) else ""
    return [compose(f"ranking.first{same}{tie}", language, **fields)]
