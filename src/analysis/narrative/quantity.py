"""Numbers and amounts of money: the middle before the mean, for a few large ones pull the mean away."""

from __future__ import annotations

from analysis.narrative.figure import Figure, show_cell
from analysis.narrative.order import Line, who
from analysis.narrative.sentence import Field, Sentence, compose
from analysis.tables import Table


def lines(table: Table, language: str) -> list[Line]:
    """Nothing to put in order: the smallest and the largest are said in the sentences."""
    return []


def headline(table: Table, language: str) -> Sentence | None:
    median = figure(table, "median", language)
    if median is None:
        mean = figure(table, "mean", language)
        return compose("number.mean", language, mean=mean) if mean else None
    return compose("headline.median", language, median=median)


def sentences(table: Table, language: str) -> list[Sentence]:
    return [*_middle(table, language), *_mean_and_range(table, language)]


def figure(table: Table, stat: str, language: str, item: str = "", row: str = "") -> Figure | None:
    """The number of a statistic; None where there is none to show."""
    cell = table.get(stat, item, row)
    shown = show_cell(table, cell, language) if cell is not None else None
    return shown if isinstance(shown, Figure) else None


def _middle(table: Table, language: str) -> list[Sentence]:
    median, q1, q3 = (figure(table, stat, language) for stat in ("median", "q1", "q3"))
    them = who(table, language)
    if median is None:
        return []
    if them is None:
        return [compose("headline.median", language, median=median)]
    if q1 is None or q3 is None or q1.text == q3.text:
        return [compose("number.median", language, who=them, median=median)]
    return [compose("number.middle", language, who=them, median=median, q1=q1, q3=q3)]


def _mean_and_range(table: Table, language: str) -> list[Sentence]:
    found: dict[str, Field] = {
        stat: number for stat in ("mean", "min", "max") if (number := figure(table, stat, language))
    }
    if {"min", "max"} <= found.keys():
        key = "number.mean_and_range" if "mean" in found else "number.range"
    elif "mean" in found:
        key = "number.mean"
    else:
        return []
    return [compose(key, language, **found)]
