"""The ledger of a year: its events and claims, read from the files that people keep."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from analysis.ledger.activities import Activities, read_activities
from analysis.ledger.books import Books, read_books
from analysis.ledger.claim import Claim, read_claims
from analysis.ledger.errors import LedgerError
from analysis.ledger.event import Event, read_events
from analysis.ledger.vocabulary import Vocabulary
from analysis.ledger.yaml_file import read_yaml


@dataclass(frozen=True)
class Ledger:
    """year is the fiscal year, which is the calendar year."""

    year: int
    words: Vocabulary
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    activities: Activities = Activities()
    books: Books = Books()

    @property
    def own(self) -> tuple[Event, ...]:
        """The events of the year. Others, such as the presentation of the report, are counted apart."""
        return tuple(event for event in self.events if event.within(self.year))


def read(folder: Path) -> Ledger:
    """The ledger in `folder`, which is named after its year: ledger.yml, events.csv, claims.csv, activities.yml.

    Raises LedgerError with file and line for what cannot be used.
    """
    if not folder.name.isdecimal():
        raise LedgerError(folder.name, 0, "no_year")
    words = read_yaml(folder / "ledger.yml", Vocabulary)
    events = read_events(folder / "events.csv", words)
    claims = read_claims(folder / "claims.csv", words, events)
    for claim_id in words.meetings.values():
        if claim_id not in {claim.id for claim in claims}:
            raise LedgerError("ledger.yml", 0, "no_claim", name=claim_id)
    if words.presented and words.presented not in {event.id for event in events}:
        raise LedgerError("ledger.yml", 0, "no_presentation", name=words.presented)
    activities = read_activities(folder / "activities.yml", words, events, claims)
    return Ledger(int(folder.name), words, events, claims, activities, read_books(folder))
