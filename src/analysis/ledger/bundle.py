"""The ledger at the gate: its tables and events as a bundle like that of any survey."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from analysis.language import LANGUAGES, day
from analysis.ledger.books import book_records
from analysis.ledger.event_tables import event_records
from analysis.ledger.ledger import Ledger
from analysis.ledger.outline import outline_records
from analysis.ledger.table_frame import both
from analysis.questionnaire.questionnaire import Audience
from analysis.release import Bundle
from analysis.release.audience import POLICIES
from analysis.release.gate import release_tables, without_reasons
from analysis.tables import Table

SURVEY = "ledger"


def release(ledger: Ledger, tables: Iterable[Table], audience: Audience) -> Bundle:
    """What `audience` may see of the ledger. It is a record of public events: nothing in it has to be hidden, so the
    methods box of its page has nothing to say about hiding."""
    return Bundle(
        survey=SURVEY,
        year=ledger.year,
        audience=audience,
        invented=False,
        title=ledger.words.title,
        publisher=ledger.words.publisher,
        facts={"presented": _presented(ledger)},
        records={"events": event_records(ledger), "outline": outline_records(ledger), **book_records(ledger.books)},
        tables=without_reasons(release_tables(tables, POLICIES[audience])),
    )


def _presented(ledger: Ledger) -> dict[str, Any] | None:
    """When and where the report was presented, in words."""
    event = next((event for event in ledger.events if event.id == ledger.words.presented), None)
    if event is None:
        return None
    when = {language: day(event.start, language, weekday=True) for language in LANGUAGES}
    return {"when": when, "where": both(event.place) if event.place else None}
