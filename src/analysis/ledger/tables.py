"""The ledger as Tables: meetings stated and dated, events by pillar and by month, claims and their verdicts.

All are of the survey "ledger" and the kind "events"; `facts` carry what is no count: dates, reasons, quotes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from analysis.language import LANGUAGES
from analysis.ledger.books import book_tables
from analysis.ledger.claim import Claim
from analysis.ledger.event_tables import by_month, by_pillar
from analysis.ledger.ledger import Ledger
from analysis.ledger.table_frame import DATED, UNDATED, base_cell, both, count_cell, ledger_table
from analysis.ledger.timeline import timeline
from analysis.ledger.verdict import OUTCOMES, Verdict, check_claims, place_of
from analysis.ledger.wording import words
from analysis.questionnaire.words import Words
from analysis.tables import Cell, Label, Table

TOTAL = "total"


def build_tables(ledger: Ledger, respondents: Mapping[str, int | None]) -> list[Table]:
    """The tables "meetings", "events_by_pillar", "events_by_month", "timeline", "claims", and those of the books.

    respondents: survey -> number of respondents, as `verdict.check_claims` takes it.
    """
    verdicts = check_claims(ledger, respondents)
    events = [_meetings(ledger, verdicts), by_pillar(ledger), by_month(ledger), timeline(ledger)]
    return [*events, _claims(ledger, verdicts), *book_tables(ledger.books, ledger.year, ledger.words)]


def _meetings(ledger: Ledger, verdicts: Sequence[Verdict]) -> Table:
    """row: a line of the report's 회의진행, in its order, and "total". item: claimed, dated, undated.

    The base of a row is what is claimed; "undated" is what is claimed and not dated, never less than nothing.
    """
    by_claim = {verdict.claim.id: verdict for verdict in verdicts}
    lines = {row: by_claim[claim] for row, claim in ledger.words.meetings.items()}
    numbers = {
        row: (line.claim.value, line.counted or 0, max(0, line.claim.value - (line.counted or 0)))
        for row, line in lines.items()
    }
    total = tuple(map(sum, zip(*numbers.values(), strict=True))) or (0, 0, 0)
    cells: list[Cell] = []
    for row, (claimed, dated, undated) in {**numbers, TOTAL: total}.items():
        cells.append(base_cell(row, claimed))
        for item, number in (("claimed", claimed), (DATED, dated), (UNDATED, undated)):
            cells.append(count_cell(row, item, number, claimed))
        if claimed:
            cells.append(Cell("", row, DATED, "share", dated / claimed, n=dated, base=claimed))
    disputed = [row for row, line in lines.items() if line.outcome == "disagrees" or line.rivals]
    return ledger_table(
        ledger,
        "meetings",
        cells,
        base=words("table.meetings.base", stated=total[0]),
        notes=[_dispute(lines[row], total[0]) for row in disputed],
        rows=[
            *(Label(row, line.claim.subject) for row, line in lines.items()),
            Label(TOTAL, words("table.meetings.total")),
        ],
        items=[Label(item, words(f"table.meetings.{item}")) for item in ("claimed", DATED, UNDATED)],
        unit=words("table.meetings.unit"),
        disputed=disputed,
        rivals={row: _rival(lines[row].rivals[0]) for row in disputed if lines[row].rivals},
        claims={row: line.claim.id for row, line in lines.items()},
        dates={row: [event.start.isoformat() for event in line.events] for row, line in lines.items()},
        held={row: [event.id for event in line.events] for row, line in lines.items()},
    )


def _dispute(line: Verdict, total: int) -> Words:
    """What is wrong with a disputed row, and what all rows would come to if the other claim were right."""
    claim = line.claim
    if not line.rivals:
        return words("table.meetings.note", subject=claim.subject, reason=line.reason)
    other = line.rivals[0]
    return words(
        "table.meetings.note_rival",
        subject=claim.subject,
        reason=line.reason,
        rival=Words(ko=other.stated("ko"), en=other.stated("en")),
        total=total - claim.value + other.value,
    )


def _rival(claim: Claim) -> dict[str, Any]:
    """What another claim states about the same, and where."""
    return {
        "stated": {language: claim.stated(language) for language in LANGUAGES},
        "place": both(place_of(claim)),
    }


def _claims(ledger: Ledger, verdicts: Sequence[Verdict]) -> Table:
    """row "": how many agree, disagree, cannot be checked. row: a claim; item: claimed, counted."""
    cells = [base_cell("", len(verdicts))]
    for outcome in OUTCOMES:
        number = sum(verdict.outcome == outcome for verdict in verdicts)
        cells.append(count_cell("", outcome, number, len(verdicts)))
    for verdict in verdicts:
        claim = verdict.claim
        cells.append(count_cell(claim.id, "claimed", claim.value, None))
        if verdict.counted is not None:
            cells.append(count_cell(claim.id, "counted", verdict.counted, None))
    return ledger_table(
        ledger,
        "claims",
        cells,
        base=words("table.claims.base", claims=len(verdicts)),
        rows=[Label(verdict.claim.id, verdict.claim.subject) for verdict in verdicts],
        items=[
            *(Label(outcome, words(f"verdict.{outcome}")) for outcome in OUTCOMES),
            *(Label(item, words(f"table.claims.{item}")) for item in ("claimed", "counted")),
        ],
        counters={verdict.claim.id: verdict.claim.unit.ko for verdict in verdicts},
        verdicts={verdict.claim.id: _verdict(verdict) for verdict in verdicts},
    )


def _verdict(verdict: Verdict) -> dict[str, Any]:
    claim = verdict.claim
    return {
        "verdict": verdict.outcome,
        "stated": {language: claim.stated(language) for language in LANGUAGES},
        "counted": {language: verdict.found(language) for language in LANGUAGES},
        "reason": both(verdict.reason),
        "note": both(claim.note) if claim.note else None,
        "unit": both(claim.unit),
        "quote": claim.quote,
        "section": claim.section,
        "undated": verdict.undated,
        "rivals": [rival.id for rival in verdict.rivals],
    }
