"""The outline of the year as plain records for a page: words in both languages, references still to be filled."""

from __future__ import annotations

from typing import Any

from analysis.ledger.activities import Item, Line, Reference, Section, parts
from analysis.ledger.ledger import Ledger
from analysis.ledger.table_frame import both
from analysis.ledger.vocabulary import Vocabulary


def outline_records(ledger: Ledger) -> dict[str, Any]:
    """pillars: their sections, items and lines in the order of the report, an id for each that no other has.
    meetings: what was dealt with, by row. corrections: words of the source that were put right. notes: to the lists of "events" and of "meetings".

    A line is a list of texts and references ({"event": "E02"}, {"claim": "C01"}) in each language.
    """
    activities, claims = ledger.activities, {claim.id for claim in ledger.claims}
    return {
        "pillars": [
            {
                "id": pillar,
                "title": both(_pillar(ledger.words, pillar)),
                "sections": [_section(pillar, name, section, claims) for name, section in sections.items()],
            }
            for pillar, sections in activities.pillars.items()
        ],
        "meetings": {row: both(words) for row, words in activities.meetings.items()},
        "corrections": [
            {"source": one.source, "here": both(one.here), "why": both(one.why)} for one in activities.corrections
        ],
        "notes": {listed: [both(note) for note in notes] for listed, notes in activities.notes.items()},
    }


def _pillar(words: Vocabulary, name: str) -> Any:
    return next(pillar for pillar in words.pillars if pillar.id == name)


def _section(pillar: str, name: str, section: Section, claims: set[str]) -> dict[str, Any]:
    made = f"{pillar}-{name}"
    return _item(made, section, claims) | {
        "highlight": section.highlight,
        "items": [_item(f"{made}-{item_name}", item, claims) for item_name, item in section.items.items()],
    }


def _item(name: str, item: Item, claims: set[str]) -> dict[str, Any]:
    return {
        "id": name,
        "title": both(item),
        "lines": [_line(line, claims) for line in item.lines],
        "events": list(item.events),
        "notes": [both(note) for note in item.notes],
        "findings": {survey: list(questions) for survey, questions in item.findings.items()},
    }


def _line(line: Line, claims: set[str]) -> dict[str, list[Any]]:
    return {
        language: [
            {part.kind: part.id} if isinstance(part, Reference) else part for part in parts(text, claims)
        ]
        for language, text in both(line).items()
    }
