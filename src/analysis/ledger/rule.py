"""How a claim is counted: one line in the `count` column of claims.csv, parsed and never evaluated as code.

events where body = 지역정책협의회 and kind = 회의        the events for which all of this holds
events where body = 법인설립추진위원회 or 조직정비 소위원회   either body
events where title has 사회적경제기본법                    the words stand in the title
perhaps events where kind = 간담회                       it may be these: an inference of the keeper's
participants of E19                                  the number in that event's `participants`
days of E11                                          how long it lasted
respondents of member_orgs                           the responses of a survey
cannot: 명부가 없음 | there is no register              nothing counts it, and why (Korean | English)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.ledger.event import Event
from analysis.ledger.rows import Row
from analysis.ledger.vocabulary import Vocabulary, find
from analysis.questionnaire.words import ID, Words


@dataclass(frozen=True)
class Condition:
    """`field` is one of `values` (ids; for a title: words that stand in it)."""

    field: str
    values: tuple[str, ...]

    def holds(self, event: Event) -> bool:
        if self.field == "title":
            return any(value in event.title.ko for value in self.values)
        own = event.kinds if self.field == "kind" else (getattr(event, self.field),)
        return any(value in own for value in self.values)


@dataclass(frozen=True)
class EventsWhere:
    conditions: tuple[Condition, ...]
    perhaps: bool = False

    def events(self, events: Sequence[Event]) -> list[Event]:
        return [event for event in events if all(condition.holds(event) for condition in self.conditions)]


@dataclass(frozen=True)
class ParticipantsOf:
    event: Event


@dataclass(frozen=True)
class DaysOf:
    event: Event


@dataclass(frozen=True)
class RespondentsOf:
    survey: str


@dataclass(frozen=True)
class Cannot:
    why: Words


Rule = EventsWhere | ParticipantsOf | DaysOf | RespondentsOf | Cannot

_OF = re.compile(r"(participants|days|respondents) of (\S+)\Z")
_CONDITION = re.compile(r"(body|kind|pillar) = (.+)\Z|(title) has (.+)\Z", re.DOTALL)


def parse_rule(row: Row, vocabulary: Vocabulary, events: Sequence[Event]) -> Rule:
    """The rule in a claim's `count` column. Raises LedgerError where it cannot be read or names nothing."""
    text = " ".join(row.required("count").split())
    if text.startswith("cannot:"):
        korean, _, english = text.removeprefix("cannot:").partition("|")
        if not korean.strip():
            raise row.error("no_rule", text=text)
        return Cannot(Words(ko=korean.strip(), en=english.strip() or None))
    if match := _OF.match(text):
        return _of(match[1], match[2], row, events)
    perhaps = text.startswith("perhaps ")
    head, where, conditions = text.removeprefix("perhaps ").partition("events where ")
    if head or not where:
        raise row.error("no_rule", text=text)
    parts = conditions.split(" and ")
    return EventsWhere(tuple(_condition(part, row, vocabulary) for part in parts), perhaps)


def _of(what: str, name: str, row: Row, events: Sequence[Event]) -> Rule:
    if what == "respondents":
        if not ID.match(name):
            raise row.error("no_survey", name=name)
        return RespondentsOf(name)
    event = next((event for event in events if event.id == name), None)
    if event is None:
        raise row.error("no_event", name=name)
    if what == "days":
        if not event.dated:
            raise row.error("event_undated", name=name)
        return DaysOf(event)
    if event.attendance is None:
        raise row.error("no_participants", name=name)
    return ParticipantsOf(event)


def _condition(text: str, row: Row, vocabulary: Vocabulary) -> Condition:
    match = _CONDITION.match(text.strip())
    if not match:
        raise row.error("no_condition", condition=text.strip())
    field = match[1] or match[3]
    values = [value.strip() for value in (match[2] or match[4]).split(" or ")]
    if field == "title":
        return Condition(field, tuple(values))
    words = {"body": vocabulary.bodies, "kind": vocabulary.kinds, "pillar": vocabulary.pillars}[field]
    return Condition(field, tuple(find(words, value, row, field).id for value in values))
