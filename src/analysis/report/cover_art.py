"""The picture on a cover: one mark is one respondent, or one event."""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup

from analysis.charts.palette import BY_GOOD
from analysis.language import message
from analysis.narrative import Sentence, show_cell
from analysis.release import Bundle
from analysis.report.annual import PILLARS, colours_of
from analysis.report.dots import field, hundred
from analysis.report.markup import render

MOST_MARKS = 60
STEP = 40
DOWN = 5  # rows of a field of a hundred marks


def cover_art(bundle: Bundle, question: str, language: str) -> Markup:
    """Marks for a scale question or for the ledger's events; nothing where they would show what is hidden."""
    if bundle.table(question).kind == "events":
        return _months(bundle, question, language)
    return _marks(bundle, question, language)


def _marks(bundle: Bundle, question: str, language: str) -> Markup:
    """One mark a respondent, from the good end of the scale to the bad one; of many respondents, one a per cent."""
    table = bundle.table(question)
    colours = BY_GOOD.get(table.facts.get("points", 0), ())
    points = [str(point) for point in range(1, len(colours) + 1)]
    counts = {point: table.get("count", point) for point in points}
    if not points or not all(cell is not None and cell.shown for cell in counts.values()):
        return Markup("")
    colour_of = dict(zip(points, colours if table.facts.get("good") != "low" else colours[::-1], strict=True))
    if table.facts.get("good") != "low":
        points.reverse()
    of_each = {point: int(cell.value or 0) for point, cell in counts.items() if cell is not None}
    many = sum(of_each.values()) > MOST_MARKS
    shown = {point: table.get("share", point) if many else counts[point] for point in points}
    if not any(of_each.values()) or not all(cell is not None and cell.shown for cell in shown.values()):
        return Markup("")
    if many:
        of_each = hundred({point: (cell.value or 0.0) if cell else 0.0 for point, cell in shown.items()})
    filled = [colour_of[point] for point in points for _ in range(of_each[point])]
    legend = [
        (Sentence((table.words("items", point, language), " ", show_cell(table, cell, language))), colour_of[point])
        for point, cell in shown.items() if cell is not None and cell.value
    ]  # fmt: skip
    if many:
        drawn, width, height = field(filled, DOWN, STEP)
    else:
        across = 7 if len(filled) <= 21 else 10
        drawn = Markup("").join(
            Markup('<circle cx="{}" cy="{}" r="16" class="{}"/>').format(
                STEP // 2 + at % across * STEP, STEP // 2 + at // across * STEP, colour
            )
            for at, colour in enumerate(filled)
        )
        width, height = across * STEP, ((len(filled) - 1) // across + 1) * STEP
    base = table.get("base")
    marks = {
        "id": question, "dots": drawn, "legend": legend, "title": table.title.text(language),
        "many": many, "of": show_cell(table, base, language) if many and base else "",
        "width": width, "height": height,
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
