"""Dates: the period most of them fall in, and from when until when they run."""

from __future__ import annotations

from analysis.narrative import choice
from analysis.narrative.figure import Figure, date_words
from analysis.narrative.order import Line, amount, amount_of, counted, places, quoted
from analysis.narrative.portion import exhaustive
from analysis.narrative.quantity import figure
from analysis.narrative.rest import after_title
from analysis.narrative.sentence import Sentence, compose
from analysis.tables import Table


def lines(table: Table, language: str, nothing: bool = False) -> list[Line]:
    """The periods: years and months by their own name, bands as the questionnaire words them. nothing: those
    without a date, too."""
    plain = table.facts.get("periods") in ("year", "month")
    return counted(
        table,
        {
            label.id: Sentence((date_words(label.id, language),))
            if plain
            else quoted(label.words.text(language), language)
            for label in table.items
            if label.id in {cell.item for cell in table.cells if cell.stat == "count"}
        },
        nothing=nothing,
    )


def headline(table: Table, language: str) -> Sentence | None:
    """The fullest period; where there are but two, both."""
    order = places(lines(table, language))
    if len(order) == 2 and exhaustive(table, order, "") and not any(place.tie for place in order):
        first, other = order
        return compose(
            "date.two", language,
            name=first.first.label, part=amount_of(table, first, language),
            other=other.first.label, amount=amount(table, other, language, again=True),
        )  # fmt: skip
    return choice.most(table, order, language)


def sentences(table: Table, language: str) -> list[Sentence]:
    return [
        *after_title(table, places(lines(table, language)), headline(table, language), language),
        *_range(table, language),
    ]


def _range(table: Table, language: str) -> list[Sentence]:
    first, last = (figure(table, stat, language) for stat in ("earliest", "latest"))
    if not isinstance(first, Figure) or not isinstance(last, Figure) or first.text == last.text:
        return []
    return [compose("date.range", language, earliest=first, latest=last)]
