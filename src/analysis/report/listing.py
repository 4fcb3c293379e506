"""Listings of the annual report, in print as tables and on a phone as entries: meetings, events, statements, counts
that were checked, words that were put right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup, escape

from analysis.language import message
from analysis.release import Bundle
from analysis.report.annual import PILLARS, attended, in_language, number, place_of
from analysis.report.figure_block import notes_of, source_of
from analysis.report.markup import flow, render
from analysis.report.stated import CLAIMS, Stated
from analysis.tables import Table

MEETINGS = "meetings"
UNKNOWN = "…"


@dataclass(frozen=True)
class Line:
    """One entry: a name, then its cells. id: how a link finds it. kind: a class for its colours."""

    name: Markup
    cells: tuple[Markup | str, ...]
    id: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Listing:
    """What the template shows. columns: the heading of the name, then those of the cells.

    groups: lines under a heading of their own, or under none. facts: numbers above the table.
    brief: the cells need no heading, and stand in one line on a phone. invented: its caption says so.
    """

    id: str
    title: str
    columns: tuple[str, ...]
    groups: tuple[tuple[str, tuple[Line, ...]], ...]
    facts: tuple[tuple[str, Markup | str], ...] = ()
    notes: tuple[str, ...] = ()
    footnotes: list[dict[str, Any]] = field(default_factory=list)
    source: str = ""
    brief: bool = False
    invented: bool = False

    def html(self, language: str) -> Markup:
        return render("listing", language, listing=self)


def meetings(bundle: Bundle, stated: Stated, language: str) -> Listing:
    """회의진행: how often each body met, the days that are known, and what was dealt with."""
    table = bundle.table(MEETINGS)
    about = bundle.records["outline"][MEETINGS]
    days = {event["id"]: in_language(event["day"], language) for event in bundle.records["events"]}
    lines = []
    for row in table.rows:
        claim = table.facts["claims"].get(row.id)
        held = table.facts["held"].get(row.id, ())
        known = [days[event].replace(" ", "\N{NO-BREAK SPACE}") for event in held]
        claimed, dated = (table.get("count", item, row.id) for item in ("claimed", "dated"))
        total = _say(language, "days_known", n=number(table, dated, language)) if not claim and dated else ""
        lines.append(Line(
            flow(row.words.text(language)),
            (stated.show(claim) if claim else number(table, claimed, language),
             Markup(total) or ", ".join(known) or UNKNOWN,
             flow(in_language(about.get(row.id), language))),
            f"meeting-{row.id}", "" if claim else "all",
        ))  # fmt: skip
    return Listing(
        "meetings_list", _say(language, "meetings"), _columns(language, "body", "times", "days", "content"),
        (("", tuple(lines)),), footnotes=stated.notes(),
        notes=(_say(language, "no_days"), *_kept(bundle, MEETINGS, language)),
        source=source_of(table, bundle.invented, language),
    )  # fmt: skip


def statements(bundle: Bundle, kinds: Sequence[str], language: str) -> Listing | None:
    """The events of some kinds, by date; None where there are none."""
    table = bundle.table(PILLARS)
    own = [event for event in bundle.records["events"] if {*event["kinds"]} & {*kinds}]
    lines = tuple(_event(event, table, language, ("kinds", "body")) for event in own)
    title = _say(language, "statements")
    listing = Listing("statements", title, _columns(language, "title", "day", "kind", "by"), (("", lines),),
                      notes=_kept(bundle, "events", language)[:1], source=source_of(table, bundle.invented, language), brief=True)  # fmt: skip
    return listing if lines else None


def events(bundle: Bundle, language: str) -> Listing:
    """Every event of the ledger, by pillar and date."""
    table = bundle.table(PILLARS)
    groups = []
    for item in table.items:
        own = [event for event in bundle.records["events"] if place_of(event) == item.id]
        lines = tuple(_event(event, table, language, ("kinds", "body", "place", "participants")) for event in own)
        if lines:
            groups.append((f"{item.words.text(language)}", lines))
    return Listing(
        "events_list", _say(language, "events"),
        _columns(language, "title", "day", "kind", "by", "where", "who"), tuple(groups),
        notes=(_say(language, "events_note"), *_kept(bundle, "events", language)),
        source=source_of(table, bundle.invented, language), brief=True,
    )  # fmt: skip


def claims(bundle: Bundle, stated: Stated, language: str) -> Listing:
    """A line for each claim: what is stated, what the ledger counts, the verdict, and why."""
    table = bundle.table(CLAIMS)
    lines = []
    for row in table.rows:
        verdict = table.facts["verdicts"][row.id]
        reasons = (in_language(verdict[name], language) for name in ("reason", "note"))
        lines.append(Line(
            flow(row.words.text(language)),
            (stated.plain(row.id), stated.counted(row.id) or UNKNOWN,
             Markup('<b class="verdict">{}</b>').format(table.words("items", verdict["verdict"], language)),
             flow(". ".join(filter(None, reasons)))),
            f"claim-{row.id}", verdict["verdict"],
        ))  # fmt: skip
    outcomes = tuple(
        (table.words("items", item, language), number(table, cell, language))
        for item in ("agrees", "disagrees", "cannot")
        if (cell := table.get("count", item)) is not None
    )
    return Listing(
        CLAIMS, table.title.text(language), _columns(language, "claim", "stated", "counted", "verdict", "reason"),
        (("", tuple(lines)),), facts=outcomes, notes=notes_of((table,), language),
        source=source_of(table, bundle.invented, language),
    )  # fmt: skip


def corrections(bundle: Bundle, language: str) -> Listing | None:
    """Words of the source that were put right; None where there are none."""
    lines = tuple(
        Line(flow(one["source"]), (flow(in_language(one["here"], language)), flow(in_language(one["why"], language))))
        for one in bundle.records["outline"]["corrections"]
    )
    title = _say(language, "corrections")
    columns = _columns(language, "source", "here", "reason")
    return Listing("corrections", title, columns, (("", lines),)) if lines else None


def _event(event: dict[str, Any], table: Table, language: str, columns: Sequence[str]) -> Line:
    shown: dict[str, Callable[[], str]] = {
        "kinds": lambda: ", ".join(table.words("items", kind, language) for kind in event["kinds"]),
        "body": lambda: in_language(event["body"], language),
        "place": lambda: in_language(event["place"], language),
        "participants": lambda: attended(event, language),
    }
    when = in_language(event["when"], language)
    day = Markup('<time datetime="{}">{}</time>').format(event["start"], when) if event["dated"] else escape(when)
    cells = (flow(shown[column]()) for column in columns)
    return Line(flow(in_language(event["title"], language)), (day, *cells))


def _kept(bundle: Bundle, listed: str, language: str) -> tuple[str, ...]:
    """What the keeper of the ledger says to a list."""
    notes = bundle.records["outline"].get("notes", {}).get(listed, ())
    return tuple(in_language(note, language) for note in notes)


def _columns(language: str, *names: str) -> tuple[str, ...]:
    return tuple(_say(language, f"column.{name}") for name in names)


def _say(language: str, key: str, **fields: object) -> str:
    return message(f"report.annual.{key}", language, **fields)
