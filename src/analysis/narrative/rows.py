"""Questions with rows: grids and allocations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from analysis.narrative import choice
from analysis.narrative.order import (
    Line,
    amount,
    by_share,
    common_amount,
    counted,
    listed,
    measured,
    name,
    named,
    places,
    quoted,
    scope,
)  # fmt: skip
from analysis.narrative.sentence import Sentence, compose
from analysis.tables import Table

LISTED = 4  # rows that are listed
OF_NUMBERS = ("number", "money")
OF_OPTIONS = ("single", "multi")


def lines(table: Table, language: str) -> list[Line]:
    """The rows by their mean, or by their median where they hold numbers. Columns have no common order."""
    return measured(table, "median" if table.facts.get("cell_kind") in OF_NUMBERS else "mean", language)


def headline(table: Table, language: str) -> Sentence | None:
    if not (table.kind == "allocation" or table.on_a_scale):
        return next(iter(sentences(table, language)), None)
    order = places(lines(table, language))
    if not order:
        return None
    key = f"headline.{'portion' if table.kind == 'allocation' else 'mean'}{'_tie' if order[0].tie else ''}"
    return compose(
        key, language, name=name(order[0], language), amount=amount(table, order[0].first, language)
    )


def sentences(table: Table, language: str) -> list[Sentence]:
    if table.kind == "allocation":
        return _portions(table, language)
    if table.on_a_scale and not table.facts.get("columns"):
        return [*_highest(table, language), *_net(table, language)]
    return [sentence for column in _columns(table) for sentence in _column(table, column, language)]


def _portions(table: Table, language: str) -> list[Sentence]:
    order = places(lines(table, language))[:LISTED]
    if not order:
        return []
    key = "rows.portions" if len(order) > 1 else "rows.portion"
    parts = listed([named(table, place, language) for place in order], language)
    return [compose(key, language, scope=scope(table, language), list=parts)]


def _highest(table: Table, language: str) -> list[Sentence]:
    order = places(lines(table, language))
    if not order:
        return []
    high, low = order[0], order[-1]
    most, least = (amount(table, place.first, language) for place in (high, low))
    if high is low:
        return [compose("rows.same", language, amount=most)] if high.tie else []
    names = {"high": name(high, language), "low": name(low, language)}
    return [compose("rows.highest", language, most=most, least=least, **names)]


def _net(table: Table, language: str) -> list[Sentence]:
    """The row in which the top points have the largest share."""
    top = choice.nets(table, language).get(table.facts.get("top") or "")
    if top is None:
        return []
    found = [
        line
        for row in table.rows
        for line in counted(table, {table.facts["top"]: quoted(row.words.text(language), language)}, row.id)
        if line.share is not None
    ]
    if not found:
        return []
    first = places(found, by_share)[0]
    fields = {"row": name(first, language), "amount": common_amount(table, first, language)}
    return [compose("rows.net", language, net=top, **fields)]


def _columns(table: Table) -> list[Mapping[str, Any]]:
    """The columns with their kinds; one without a name where the grid has none."""
    columns = table.facts.get("columns")
    return list(columns) if columns else [{"id": "", "kind": table.facts.get("cell_kind", "")}]


def _column(table: Table, column: Mapping[str, Any], language: str) -> list[Sentence]:
    """What stands in a column: medians of numbers, means on a scale, the option chosen most by each row."""
    kind, item = column["kind"], column["id"]
    begin = (
        compose("rows.column", language, column=table.words("items", item, language))
        if item
        else Sentence(())
    )
    if kind in OF_OPTIONS:
        chosen = listed(_chosen(table, item, language), language)
        return [compose("rows.chosen", language, column=begin, list=chosen)] if chosen.parts else []
    stat, key = ("median", "rows.medians") if kind in OF_NUMBERS else ("mean", "rows.means")
    found = [
        compose("rows.row", language, row=line.label, amount=amount(table, line, language))
        for line in measured(table, stat, language, item)[:LISTED]
    ]
    return [compose(key, language, column=begin, list=listed(found, language))] if found else []


def _chosen(table: Table, column: str, language: str) -> list[Sentence]:
    prefix = f"{column}:" if column else ""
    labels = choice.options(table, language, prefix)
    phrases = []
    for row in table.rows[:LISTED]:
        order = places(counted(table, labels, row.id))
        if order:
            label = quoted(row.words.text(language), language)
            phrases.append(compose("rows.row", language, row=label, amount=named(table, order[0], language)))
    return phrases
