"""How many are in the levels that a banner merges the options of its question to: what is public of a question whose
own options are hidden, since every table by that banner has them as its bases."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.narrative.figure import show_cell
from analysis.narrative.order import quoted
from analysis.narrative.sentence import Sentence, compose, join
from analysis.tables import Table


def merged(table: Table, others: Iterable[Table], language: str) -> Sentence | None:
    """ "묶어 보면 ‘전국·광역’이 21개 중 14개, ‘권역·기초’가 7개임".

    table: of all respondents. others: tables of the survey, of which the first is taken that is by a banner of this
    question. None where no option is hidden, or no table shows all levels of all who answered.
    """
    if not any(cell.status == "suppressed" and cell.stat == "count" for cell in table.cells):
        return None
    answered = table.value("base")
    told = (_told(other, answered, language) for other in others if other.facts.get("by") == table.question)
    return next((sentence for sentence in told if sentence is not None), None)


def _told(other: Table, answered: float | None, language: str) -> Sentence | None:
    of = other.facts.get("levels_of") or {}
    levels = [label for label in other.levels if label.id]
    whole, bases = other.get("base"), [other.get("base", level=level.id) for level in levels]
    values = [cell.value if cell is not None and cell.shown else None for cell in bases]
    merges = any(len(options) > 1 for options in of.values())
    if not merges or whole is None or whole.value != answered or None in values or sum(values) != answered:
        return None
    phrases = [
        compose(
            "merged.next" if at else "merged.first",
            language,
            item=quoted(level.words.text(language), language),
            count=show_cell(other, cell, language),
            **({} if at else {"n": show_cell(other, whole, language)}),
        )
        for at, (level, cell) in enumerate(zip(levels, bases, strict=True))
    ]
    return compose("merged.whole", language, list=join(phrases, ", "))
