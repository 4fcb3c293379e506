"""What every table of the ledger has in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from analysis.language import LANGUAGES, message
from analysis.ledger.wording import words
from analysis.questionnaire.words import Words
from analysis.tables import Cell, Label, Table

if TYPE_CHECKING:
    from analysis.ledger.ledger import Ledger

SURVEY = "ledger"
DATED = "dated"
UNDATED = "undated"


def base_cell(row: str, number: int) -> Cell:
    """How many things a row of counts is about."""
    return Cell("", row, "", "base", number, n=number, base=number)


def count_cell(row: str, item: str, number: int, base: int | None) -> Cell:
    """A count, out of `base` where it is a part of something."""
    return Cell("", row, item, "count", number, n=number, base=base)


def ledger_table(
    ledger: Ledger,
    question: str,
    cells: Sequence[Cell],
    base: Words,
    notes: Sequence[Words] = (),
    rows: Sequence[Label] = (),
    items: Sequence[Label] = (),
    unit: Words | None = None,
    **facts: Any,
) -> Table:
    """A table of the survey "ledger" and the kind "events"; its words stand under `ledger.table.<question>`.

    unit: what is counted, "건" and "events" where nothing else is said.
    """
    counter = unit or words("table.unit")
    return Table(
        survey=SURVEY,
        year=ledger.year,
        question=question,
        group="",
        kind="events",
        title=words(f"table.{question}.title"),
        asked=words(f"table.{question}.asked"),
        base=base,
        source=words("table.source", publisher=ledger.words.publisher, title=ledger.words.title),
        notes=tuple(notes),
        levels=(everybody(),),
        rows=tuple(rows),
        items=tuple(items),
        facts={
            "no": "",
            "section": "",
            "key": False,
            "confidential": False,
            "private": False,
            "sample": "none",  # events are no sample of anything
            "n_respondents": len(ledger.events),
            "unit": counter.ko,
            "respondents": {
                **both(words("table.event")),
                "en_plural": message("ledger.table.unit", "en"),
                "counter": counter.ko,
            },
            **facts,
        },
        cells=tuple(cells),
    )


def everybody() -> Label:
    """The one level of a table that has no group."""
    return Label("", Words(ko=message("common.list.all", "ko"), en=message("common.list.all", "en")))


def both(text: Words) -> dict[str, str]:
    """Words as a JSON object."""
    return {language: text.text(language) for language in LANGUAGES}
