"""The year on one line: the events by pillar and month, with their records, for a figure of twelve months."""

from __future__ import annotations

from analysis.language.number_format import MONTHS
from analysis.ledger.event import Event
from analysis.ledger.event_tables import NONE, OUTSIDE, base_words, event_records
from analysis.ledger.ledger import Ledger
from analysis.ledger.table_frame import UNDATED, base_cell, count_cell, ledger_table
from analysis.ledger.wording import words
from analysis.questionnaire.words import Words
from analysis.tables import Label, Table

TOTAL = "total"


def timeline(ledger: Ledger) -> Table:
    """row: a pillar, "none" where events of the year are under none, "total". item: "01" … "12", "undated",
    "outside".

    The base of a row are its events of the year. An event of several months is counted in the first, one begun in the
    year before in January. facts["events"] are the records of all events, as `event_records` gives them.
    """
    rows: dict[str, list[Event]] = {pillar.id: [] for pillar in ledger.words.pillars}
    for event in ledger.own:
        rows.setdefault(event.pillar or NONE, []).append(event)
    rows[TOTAL] = list(ledger.events)
    months = [f"{month:02}" for month in range(1, 13)]
    cells = []
    for row, events in rows.items():
        places = [_place(event, ledger.year) for event in events]
        base = len(events) - places.count(OUTSIDE)
        cells.append(base_cell(row, base))
        cells += [count_cell(row, item, places.count(item), base) for item in (*months, UNDATED)]
        if row == TOTAL:
            cells.append(count_cell(row, OUTSIDE, places.count(OUTSIDE), None))
    labels = {pillar.id: Words(ko=pillar.ko, en=pillar.en) for pillar in ledger.words.pillars}
    labels |= {NONE: words("table.events_by_pillar.none"), TOTAL: words("timeline.total")}
    return ledger_table(
        ledger,
        "timeline",
        cells,
        base=base_words(ledger),
        notes=[words("timeline.note")],
        rows=[Label(row, labels[row]) for row in rows],
        items=[
            *(Label(item, Words(ko=f"{int(item)}월", en=MONTHS[int(item) - 1])) for item in months),
            Label(UNDATED, words("table.events_by_month.undated")),
            Label(OUTSIDE, words("table.outside")),
        ],
        ordered=True,
        exclusive=[UNDATED, OUTSIDE],
        events=event_records(ledger),
    )


def _place(event: Event, year: int) -> str:
    if not event.within(year):
        return OUTSIDE
    if not event.dated:
        return UNDATED
    return f"{event.start.month if event.start.year == year else 1:02}"
