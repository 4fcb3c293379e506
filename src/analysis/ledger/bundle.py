"""The ledger at the gate: its tables and events as a bundle like that of any survey."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.ledger.event_tables import event_records
from analysis.ledger.ledger import Ledger
from analysis.questionnaire.questionnaire import Audience
from analysis.release import Bundle
from analysis.release.audience import POLICIES
from analysis.release.gate import release_tables
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
        records={"events": event_records(ledger)},
        tables=release_tables(tables, POLICIES[audience]),
    )
