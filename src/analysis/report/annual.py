"""What only the annual report has: the year's assessment, and how its records are put into words."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup

from analysis.language import message
from analysis.narrative import Figure, show_cell
from analysis.report.commentary import Commentary
from analysis.report.markup import render
from analysis.tables import Cell, Table

PILLARS = "events_by_pillar"
_ABOUT = re.compile(r"(?<=\d)여\s*(?=[가-힣])")
COLOURS = ("indigo", "ssuk", "hot", "sky", "wine")


def assessment(commentary: Commentary, year: int, language: str) -> Markup | str:
    """Direction, achievements and challenges; "" where none of them is written."""
    if not (commentary.direction or commentary.achievements or commentary.challenges):
        return ""
    written = {"achievements": commentary.achievements, "challenges": commentary.challenges}
    lists = [
        (name, _say(language, f"annual.{name}"), [one.text(language) for one in items])
        for name, items in written.items()
        if items
    ]
    direction = commentary.direction.text(language) if commentary.direction else ""
    return render("assessment", language, year=year, direction=direction, lists=lists)


def implications(commentary: Commentary, survey: str, language: str) -> Markup | str:
    written = commentary.implications.get(survey, ())
    return render("points", language, points=[one.text(language) for one in written]) if written else ""


def colours_of(table: Table) -> dict[str, str]:
    """The colour of each pillar."""
    return dict(zip((row.id for row in table.rows), COLOURS, strict=False))


def place_of(event: dict[str, Any]) -> str:
    """The pillar that an event is listed under: "none" of them, or "outside" the year."""
    return "outside" if event["outside"] else event["pillar"] or "none"


def attended(event: dict[str, Any], language: str) -> str:
    """How many took part, as it was written, spaced as Korean is today: "100여 명"; "" where it does not say."""
    written = in_language(event["participants"], language)
    return _ABOUT.sub("여\N{NO-BREAK SPACE}", written) if language == "ko" else written


def number(table: Table, cell: Cell, language: str) -> Markup | str:
    """The number of a cell with its unit, leading to the cell."""
    shown = show_cell(table, cell, language)
    return Markup(shown.html()) if isinstance(shown, Figure) else shown


def in_language(words: dict[str, str] | None, language: str) -> str:
    """Words of a record; "" where there are none."""
    return (words.get(language) or words["ko"]) if words else ""


def _say(language: str, key: str, **fields: object) -> str:
    return message(f"report.{key}", language, **fields)
