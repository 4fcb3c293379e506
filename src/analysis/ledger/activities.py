"""The outline of a year's 사업보고: pillars → sections → items → lines, in the federation's own words.

Dates and counts are not repeated in the words: `{E02}` stands for the date of an event, `{C01}` for the count that
a claim states. So the ledger says each of them once, and none can disagree with it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from analysis.ledger.claim import Claim
from analysis.ledger.event import Event
from analysis.ledger.vocabulary import Vocabulary
from analysis.ledger.yaml_file import Fault, read_yaml
from analysis.questionnaire.words import Id, Model, Text, Words

_REFERENCE = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class Reference:
    """A place in the words where a date ("event") or a count ("claim") goes."""

    kind: str
    id: str


class Line(Words):
    """One line of an item. events: what it speaks of besides, without their dates."""

    events: tuple[str, ...] = ()


class Item(Words):
    """One item of a section: lines, then a card for each of its `events`.

    findings  what was found by surveys that the item reports on: survey → questions, none for the survey itself
    notes     what a reader should know of the item, which the source does not say
    """

    lines: tuple[Line, ...] = ()
    events: tuple[str, ...] = ()
    findings: dict[Id, tuple[Id, ...]] = {}
    notes: tuple[Text, ...] = ()


class Section(Item):
    """A section of a pillar: items, or lines and events of its own. highlight: the year's great occasion."""

    items: dict[Id, Item] = {}
    highlight: bool = False


class Correction(Model):
    """Words of the source that were put right: what stands there, what stands here, and why."""

    source: str
    here: Text
    why: Text


class Activities(Model):
    """activities.yml. meetings: what was dealt with, by the rows of 「회의진행」 in ledger.yml. notes: what a reader of
    the lists of events and of meetings should know."""

    corrections: tuple[Correction, ...] = ()
    notes: dict[Literal["events", "meetings"], tuple[Text, ...]] = {}
    pillars: dict[Id, dict[Id, Section]] = {}
    meetings: dict[Id, Text] = {}


def read_activities(
    path: Path, words: Vocabulary, events: Collection[Event], claims: Collection[Claim]
) -> Activities:
    """The outline, or an empty one where there is no file. Raises LedgerError with the line of what is wrong."""
    if not path.is_file():
        return Activities()
    known = _Known(
        {event.id: event for event in events},
        {claim.id for claim in claims},
        {pillar.id for pillar in words.pillars},
        {*words.meetings},
    )
    return read_yaml(path, Activities, known.faults)


def parts(text: str, claims: Collection[str]) -> Iterator[str | Reference]:
    """Words and references in reading order."""
    at = 0
    for match in _REFERENCE.finditer(text):
        if match.start() > at:
            yield text[at : match.start()]
        yield Reference("claim" if match[1] in claims else "event", match[1])
        at = match.end()
    if at < len(text):
        yield text[at:]


@dataclass(frozen=True)
class _Known:
    """What an outline can name."""

    events: Mapping[str, Event]
    claims: Collection[str]
    pillars: Collection[str]
    meetings: Collection[str]

    def faults(self, activities: Activities) -> Iterator[Fault]:
        """All that the outline names and the ledger does not know, with the place in the file."""
        for pillar, sections in activities.pillars.items():
            if pillar not in self.pillars:
                yield ("pillars", pillar), "no_pillar", {"name": pillar, "known": ", ".join(self.pillars)}
            for section_id, section in sections.items():
                place = ("pillars", pillar, section_id)
                yield from self._of_item(place, section)
                for item_id, item in section.items.items():
                    yield from self._of_item((*place, "items", item_id), item)
        for row in activities.meetings:
            if row not in self.meetings:
                yield ("meetings", row), "no_meeting", {"name": row, "known": ", ".join(self.meetings)}

    def _of_item(self, place: tuple[str | int, ...], item: Item) -> Iterator[Fault]:
        yield from self._named(place, item.events)
        for at, line in enumerate(item.lines):
            here = (*place, "lines", at)
            yield from self._named(here, line.events)
            yield from self._referred(here, line)

    def _named(self, place: tuple[str | int, ...], names: tuple[str, ...]) -> Iterator[Fault]:
        for at, name in enumerate(names):
            if name not in self.events:
                yield (*place, "events", at), "outline_no_event", {"name": name}

    def _referred(self, place: tuple[str | int, ...], line: Line) -> Iterator[Fault]:
        korean, english = (_REFERENCE.findall(text) for text in (line.ko, line.en or line.ko))
        for name in korean:
            if name not in self.claims and name not in self.events:
                yield (*place, "ko"), "outline_no_reference", {"name": name}
            elif name not in self.claims and not self.events[name].dated:
                yield (*place, "ko"), "outline_undated", {"name": name}
        if sorted(korean) != sorted(english):
            named = {"korean": ", ".join(korean), "english": ", ".join(english)}
            yield (*place, "en"), "outline_languages", named
