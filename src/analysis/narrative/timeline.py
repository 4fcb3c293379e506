"""The ledger's timeline: in which months there were most events, in all and of each pillar, and in which none."""

from __future__ import annotations

from analysis.narrative.order import Line, name, places, quoted
from analysis.narrative.quantity import figure
from analysis.narrative.sentence import Sentence, compose, join
from analysis.tables import Table

TOTAL = "total"
FEW = 4  # months without an event that can be named


def sentences(table: Table, language: str) -> list[Sentence]:
    """No event of the year has a date: nothing."""
    met = _months(table, TOTAL, language)
    if not met:
        return []
    busy = places(met)[0]
    number = figure(table, "count", language, busy.first.cell.item, TOTAL)
    found = []
    if len(met) == 1:
        found = [compose("timeline.alone", language, month=met[0].label)]
    elif number is not None and len(busy.lines) < len(met):
        key = "timeline.month_tie" if busy.tie else "timeline.month"
        found = [compose(key, language, months=name(busy, language), n=number)]
    if never := _never(table, language):
        found.append(compose("timeline.never", language, months=join(never, ", ")))
    found += _busiest(table, language)
    undated = figure(table, "count", language, "undated", TOTAL)
    if undated is not None:
        found.append(compose("timeline.undated", language, n=undated))
    return found


def _months(table: Table, row: str, language: str) -> list[Line]:
    """The months of a row that have events, in the order of the year."""
    cells = [(item, table.get("count", item.id, row)) for item in table.items if item.id.isdecimal()]
    return [
        Line(Sentence((item.words.text(language),)), cell)
        for item, cell in cells
        if cell is not None and cell.shown and cell.value
    ]


def _never(table: Table, language: str) -> list[Sentence]:
    """The months without a known event, of a year that has few of them."""
    cells = [(item, table.get("count", item.id, TOTAL)) for item in table.items if item.id.isdecimal()]
    none = [Sentence((item.words.text(language),)) for item, cell in cells if cell is not None and cell.value == 0]
    return none if len(none) <= FEW else []


def _busiest(table: Table, language: str) -> list[Sentence]:
    """Of every pillar the month with most events, or months that tie; not where each month has one."""
    told = []
    for row in table.rows:
        order = places(_months(table, row.id, language))
        if row.id == TOTAL or not order or (order[0].first.cell.value or 0) < 2:
            continue
        number = figure(table, "count", language, order[0].first.cell.item, row.id)
        if number is not None:
            key = "timeline.busiest_tie" if order[0].tie else "timeline.busiest"
            label = quoted(row.words.text(language), language)
            told.append(compose(key, language, row=label, months=name(order[0], language), n=number))
    return [compose("timeline.most", language, list=join(told, ", "))] if told else []
