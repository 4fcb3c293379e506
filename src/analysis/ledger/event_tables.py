"""The events of the ledger as Tables, by pillar and by month, and as plain records for a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from analysis.language import LANGUAGES
from analysis.language.number_format import MONTHS
from analysis.ledger.claim import Claim
from analysis.ledger.event import TOLD, Event
from analysis.ledger.ledger import Ledger
from analysis.ledger.rule import ParticipantsOf
from analysis.ledger.table_frame import DATED, UNDATED, base_cell, both, count_cell, ledger_table
from analysis.ledger.when import say_nights
from analysis.ledger.wording import words
from analysis.questionnaire.words import Words
from analysis.tables import Label, Table

NONE = "none"  # under no pillar
OUTSIDE = "outside"  # of the fiscal year


def by_pillar(ledger: Ledger) -> Table:
    """item: a pillar, "none", "outside". row: a pillar, and in it item: a kind of event. The base are the events of the
    year, without those outside it."""
    pillars = [pillar.id for pillar in ledger.words.pillars]
    year, outside = len(ledger.own), len(ledger.events) - len(ledger.own)
    cells = [base_cell("", year)]
    for pillar in (*pillars, NONE):
        cells.append(count_cell("", pillar, len(_in_pillar(ledger, pillar)), year))
    cells.append(count_cell("", OUTSIDE, outside, None))
    for pillar in pillars:
        own = _in_pillar(ledger, pillar)
        cells.append(base_cell(pillar, len(own)))
        for kind in ledger.words.kinds:
            if having := [event for event in own if kind.id in event.kinds]:
                cells.append(count_cell(pillar, kind.id, len(having), len(own)))
    labels = [Label(pillar.id, Words(ko=pillar.ko, en=pillar.en)) for pillar in ledger.words.pillars]
    kinds = [Label(kind.id, Words(ko=kind.ko, en=kind.en)) for kind in ledger.words.kinds]
    return ledger_table(
        ledger,
        "events_by_pillar",
        cells,
        base=base_words(ledger),
        notes=[words("table.events_by_pillar.note")],
        rows=labels,
        items=[
            *labels,
            Label(NONE, words("table.events_by_pillar.none")),
            Label(OUTSIDE, words("table.outside")),
            *kinds,
        ],
        exclusive=[NONE, OUTSIDE],
        faces=[both(words(f"table.events_by_pillar.{face}")) for face in ("by_pillar", "by_kind")],
    )


def by_month(ledger: Ledger) -> Table:
    """item: "01" … "12", "undated"; "dated", those of the year with a date; and "outside", which the base, the events of
    the year, is without."""
    groups: dict[str, list[Event]] = {f"{month:02}": [] for month in range(1, 13)}
    groups |= {UNDATED: [], OUTSIDE: []}
    for event in ledger.events:
        groups[_month(event, ledger.year)].append(event)
    dated, year = [event for event in ledger.own if event.dated], len(ledger.own)
    cells = [base_cell("", year), count_cell("", DATED, len(dated), year)]
    cells += [count_cell("", item, len(own), None if item == OUTSIDE else year) for item, own in groups.items()]
    months = [Label(f"{at:02}", Words(ko=f"{at}월", en=name)) for at, name in enumerate(MONTHS, start=1)]
    return ledger_table(
        ledger,
        "events_by_month",
        cells,
        base=base_words(ledger),
        notes=[words("table.events_by_month.note"), *_besides(ledger)],
        items=[
            Label(DATED, words("table.events_by_month.dated")),
            *months,
            Label(UNDATED, words("table.events_by_month.undated")),
            Label(OUTSIDE, words("table.outside")),
        ],
        ordered=True,
        nets=[DATED],
        exclusive=[UNDATED, OUTSIDE],
        events=event_records(ledger),
    )


def base_words(ledger: Ledger) -> Words:
    """Whom a table of events is about: those of the year, and how many stand beside them."""
    own, outside = len(ledger.own), len(ledger.events) - len(ledger.own)
    key = "table.events_besides" if outside else "table.events"
    return words(key, year=ledger.year, events=own, outside=outside)


def _besides(ledger: Ledger) -> Iterator[Words]:
    """What a reader of the months may not think of: dates that are months, and what is not of the year."""
    if months := sum(event.dated and event.precision == "month" for event in ledger.own):
        yield words("table.events_by_month.months_only", n=months)
    for event in ledger.events:
        if not event.within(ledger.year):
            when = Words(ko=event.when("ko"), en=event.when("en"))
            yield words("table.events_by_month.besides", title=event.title, when=when)


def event_records(ledger: Ledger) -> list[dict[str, Any]]:
    """The events as plain records for a page, by date, those without one last; dates and names in words."""
    bodies = {body.id: body for body in ledger.words.bodies}
    return [
        {
            "id": event.id,
            "start": event.start.isoformat(),
            "end": event.end.isoformat(),
            "dated": event.dated,
            "outside": not event.within(ledger.year),
            "when": {language: event.when(language) for language in LANGUAGES},
            "title": both(event.title),
            "body": both(bodies[event.body]),
            "place": both(event.place) if event.place else None,
            "day": {language: _day(event, ledger.year, language) for language in LANGUAGES},
            "held": {language: _held(event, language) for language in LANGUAGES},
            "participants": _attended(event),
            "stated": _stated(event, ledger.claims),
            **{told: [both(line) for line in getattr(event, told)] for told in TOLD},
            "pillar": event.pillar,
            "kinds": list(event.kinds),
        }
        for event in sorted(ledger.events, key=lambda event: (not event.dated, event.start, event.id))
    ]


def _attended(event: Event) -> dict[str, str] | None:
    """How many took part, as it is written."""
    written = Words(ko=event.participants, en=event.participants_en or None)
    return both(written) if event.participants else None


def _day(event: Event, year: int, language: str) -> str:
    """Its date as a text of that year names it."""
    return event.in_year(language) if event.start.year == event.end.year == year else event.when(language)


def _held(event: Event, language: str) -> str:
    """Its days with their weekdays, and how many nights there were between them."""
    when = event.in_year(language, weekday=True)
    if event.precision != "day" or event.days == 1:
        return when
    return f"{when}, {say_nights(event.days, language)}"


def _stated(event: Event, claims: Sequence[Claim]) -> str:
    """The claim that states how many took part: one that counts them, or one copied from the event's own words."""
    counting = [claim.id for claim in claims if claim.rule == ParticipantsOf(event)]
    number, quotes = event.attendance and event.attendance.number, event.quote.split(" | ")
    copied = [claim.id for claim in claims if claim.value == number and claim.quote in quotes]
    return next(iter(counting + copied), "")


def _in_pillar(ledger: Ledger, pillar: str) -> list[Event]:
    """The events of a pillar; "none": of the year, under no pillar; "outside": not of the year."""
    if pillar == OUTSIDE:
        return [event for event in ledger.events if not event.within(ledger.year)]
    return [event for event in ledger.own if event.pillar == ("" if pillar == NONE else pillar)]


def _month(event: Event, year: int) -> str:
    if not event.within(year):
        return OUTSIDE
    # An event that began in December before is of this year's January, the first month that it touches.
    return f"{event.start.month if event.start.year == year else 1:02}" if event.dated else UNDATED
