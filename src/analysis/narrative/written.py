"""Questions answered in words: how many wrote some. The words themselves stand on the page of who may read them."""

from __future__ import annotations

from analysis.narrative.quantity import figure
from analysis.narrative.scope import base_of, everyone, is_weighted, scope
from analysis.narrative.sentence import Sentence, compose
from analysis.tables import Table


def headline(table: Table, language: str) -> Sentence | None:
    base, answered = base_of(table), figure(table, "answered", language)
    them, begin = everyone(table, language), scope(table, language)
    if base is None or them is None or answered is None:
        return None
    what = compose(f"written.what_{table.kind}", language)
    if not answered.value:
        return compose("written.none", language, scope=begin, what=what)
    if answered.value == base.value:
        return compose("written.one" if base.value == 1 else "written.all", language, everyone=them, what=what)
    half = answered.value * 2 == base.value and not is_weighted(table)  # half of the answers is no half of the whole
    return compose(f"written.{'half' if half else 'some'}", language, scope=begin, n=answered, what=what)


def sentences(table: Table, language: str) -> list[Sentence]:
    """That the words are not there, where somebody wrote and the reader is not to see it."""
    answered = figure(table, "answered", language)
    if table.quotes or answered is None or not answered.value:
        return []
    return [compose("written.not_shown", language)]
