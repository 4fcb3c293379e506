"""Questions answered in words: how many wrote some. The words themselves stand on the page."""

from __future__ import annotations

from analysis.narrative.order import Line, who
from analysis.narrative.quantity import figure
from analysis.narrative.sentence import Sentence, compose
from analysis.tables import Table


def lines(table: Table, language: str) -> list[Line]:
    return []


def headline(table: Table, language: str) -> Sentence | None:
    them, answered = who(table, language), figure(table, "answered", language)
    if them is None or answered is None:
        return None
    if not answered.value:
        return compose("written.none", language, who=them)
    return compose("written.some", language, who=them, n=answered)


def sentences(table: Table, language: str) -> list[Sentence]:
    sentence = headline(table, language)
    return [sentence] if sentence else []
