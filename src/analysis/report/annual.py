"""What only the annual report has: the year's assessment, events by pillar, stated counts and verdicts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from markupsafe import Markup, escape

from analysis.language import message
from analysis.narrative import Figure, show_cell
from analysis.release import Bundle
from analysis.report.commentary import Commentary
from analysis.report.figure_block import notes_of, source_of
from analysis.report.markup import render
from analysis.tables import Table

CLAIMS = "claims"
PILLARS = "events_by_pillar"
COLOURS = ("indigo", "ssuk", "hot", "sky", "wine")


def assessment(commentary: Commentary, language: str) -> Markup | str:
    """Direction, achievements and challenges; "" where none of them is written."""
    if not (commentary.direction or commentary.achievements or commentary.challenges):
        return ""
    written = {"achievements": commentary.achievements, "challenges": commentary.challenges}
    lists = [
        (_say(language, f"annual.{name}"), [one.text(language) for one in items])
        for name, items in written.items()
        if items
    ]
    direction = commentary.direction.text(language) if commentary.direction else ""
    return render("assessment", language, direction=direction, lists=lists)


def implications(commentary: Commentary, survey: str, language: str) -> Markup | str:
    written = commentary.implications.get(survey, ())
    return render("points", language, points=[one.text(language) for one in written]) if written else ""


def events(bundle: Bundle, language: str) -> Iterator[tuple[str, str, Markup]]:
    """(block id, title, HTML) of every pillar that has events, then of those outside the pillars."""
    table = bundle.table(PILLARS)
    colours = colours_of(table)
    for item in (label.id for label in table.items):
        cell = table.get("count", item)
        own = [event for event in bundle.records["events"] if _place(event) == item]
        if cell is None or not own:
            continue
        title = table.words("items", item, language)
        html = render(
            "events", language, id=f"events-{item}", title=title, colour=colours.get(item, ""),
            number=_number(table, cell, language), events=[_event(event, language) for event in own],
        )  # fmt: skip
        yield f"events-{item}", title, html


def claims(bundle: Bundle, language: str) -> Markup:
    """A line for each claim: what is stated, what the ledger counts, the verdict, and why."""
    table = bundle.table(CLAIMS)
    outcomes = [
        (table.words("items", item, language), _number(table, cell, language))
        for item in ("agrees", "disagrees", "cannot")
        if (cell := table.get("count", item)) is not None
    ]
    lines = []
    for row in table.rows:
        verdict = table.facts["verdicts"][row.id]
        counted = table.get("count", "counted", row.id)
        lines.append({
            "id": row.id, "subject": row.words.text(language), "verdict": verdict["verdict"],
            "words": table.words("items", verdict["verdict"], language),
            "reason": _in(verdict["reason"], language), "note": _in(verdict["note"], language),
            "stated": _stated(table, row.id, _in(verdict["stated"], language), language),
            "counted": _number(table, counted, language, unit=False) if counted else "…",
        })  # fmt: skip
    return render(
        "claims", language, id=CLAIMS, title=table.title.text(language), outcomes=outcomes, lines=lines,
        source=source_of(table, bundle.invented, language), notes=notes_of((table,), language),
    )  # fmt: skip


def _stated(table: Table, claim: str, words: str, language: str) -> Markup:
    """A claim as it was stated ("100명 이상"), its number leading to its cell."""
    cell = table.get("count", "claimed", claim)
    number = show_cell(table, cell, language, unit=False) if cell else ""
    if not isinstance(number, Figure):
        return escape(words)
    before, _, after = words.partition(number.text)
    return Markup("{}{}{}").format(before, Markup(number.html()), after)


def colours_of(table: Table) -> dict[str, str]:
    """The colour of each pillar."""
    return dict(zip((row.id for row in table.rows), COLOURS, strict=False))


def _place(event: dict[str, Any]) -> str:
    return "outside" if event["outside"] else event["pillar"] or "none"


def _event(event: dict[str, Any], language: str) -> dict[str, Any]:
    say = partial(_say, language)
    details = [
        ("by", _in(event["body"], language)),
        ("where", _in(event["place"], language)),
        ("who", event["participants"]),
    ]
    return {
        "when": _in(event["when"], language),
        "day": event["start"] if event["dated"] else "",
        "title": _in(event["title"], language),
        "details": [(say(f"annual.{name}"), value) for name, value in details if value],
    }


def _number(table: Table, cell: Any, language: str, unit: bool = True) -> Markup | str:
    shown = show_cell(table, cell, language, unit=unit)
    return Markup(shown.html()) if isinstance(shown, Figure) else shown


def _in(words: dict[str, str] | None, language: str) -> str:
    return (words.get(language) or words["ko"]) if words else ""


def _say(language: str, key: str, **fields: object) -> str:
    return message(f"report.{key}", language, **fields)
