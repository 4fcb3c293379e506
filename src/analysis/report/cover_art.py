"""The picture on a cover: one mark is one respondent, or one event."""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup

from analysis.charts.palette import BY_GOOD
from analysis.language import message
from analysis.narrative import Sentence, show_cell
from analysis.release import Bundle
from analysis.report.annual import PILLARS, colours_of
from analysis.report.markup import render

MOST_MARKS = 60
STEP = 40


def cover_art(bundle: Bundle, question: str, language: str) -> Markup:
    """Marks for a scale question or for the ledger's events; nothing where they would show what is hidden."""
    if bundle.table(question).kind == "events":
        return _months(bundle, question, language)
    return _marks(bundle, question, language)


def _marks(bundle: Bundle, question: str, language: str) -> Markup:
    """One mark a respondent, from the good end of the scale to the bad one."""
    table = bundle.table(question)
    colours = BY_GOOD.get(table.facts.get("points", 0), ())
    found = [(str(point), table.get("count", str(point))) for point in range(1, len(colours) + 1)]
    if not found or not all(cell is not None and cell.shown for _, cell in found):
        return Markup("")
    shown = list(zip(found, colours if table.facts.get("good") != "low" else colours[::-1], strict=True))
    if table.facts.get("good") != "low":
        shown.reverse()
    filled = [colour for (_, cell), colour in shown for _ in range(int(cell.value or 0))]
    if not 0 < len(filled) <= MOST_MARKS:
        return Markup("")
    across = 7 if len(filled) <= 21 else 10
    legend = [
        (Sentence((table.words("items", point, language), " ", show_cell(table, cell, language))), colour)
        for (point, cell), colour in shown if cell is not None and cell.value
    ]  # fmt: skip
    dots = [
        {"x": STEP // 2 + at % across * STEP, "y": STEP // 2 + at // across * STEP, "colour": colour}
        for at, colour in enumerate(filled)
    ]
    marks = {
        "id": question, "dots": dots, "legend": legend, "title": table.title.text(language), "radius": 16,
        "width": across * STEP, "height": ((len(dots) - 1) // across + 1) * STEP,
    }  # fmt: skip
    return render("marks", language, marks=marks)


def _months(bundle: Bundle, question: str, language: str) -> Markup:
    """One mark a dated event of the year, over its month, in the colour of its pillar."""
    pillars = bundle.table(PILLARS)
    colours = colours_of(pillars)
    year, events = str(bundle.year), bundle.records["events"]
    dated = [
        event for event in events if event["dated"] and event["start"].startswith(year) and event["pillar"]
    ]
    months = [int(event["start"][5:7]) for event in dated]
    height = (max(Counter(months).values(), default=0) + 1) * STEP - 8
    dots = [
        {"x": month * STEP - STEP // 2, "y": height - 44 - months[:at].count(month) * STEP,
         "colour": colours.get(event["pillar"], "hollow")}
        for at, (month, event) in enumerate(zip(months, dated, strict=True))
    ]  # fmt: skip
    legend = [(pillars.words("rows", pillar, language), colour) for pillar, colour in colours.items()]
    art = {"id": question, "dots": dots, "height": height, "legend": legend,
           "title": message("report.annual.marks", language)}  # fmt: skip
    return render("months", language, art=art)
