"""How each kind of question is laid out in print: which statistics are columns, what the lines are.

The conventions are those of Korean survey reports: all respondents first, then the groups; the base in a
column of its own; options in the order of the form; the sum at the right. Where options are many, or there is
no group, they go down the page instead, so that a table can be read on a phone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from analysis.narrative.figure import NOTHING
from analysis.report.accounts_face import accounts_face
from analysis.report.arrange import across, down, turned
from analysis.report.face import Column, Face, Line
from analysis.report.inference_faces import inference_faces
from analysis.report.row_layout import (
    MOST_ACROSS,
    SPREAD,
    allocation,
    grid,
    importance_performance,
    scale_places,
)  # fmt: skip
from analysis.report.sheet import Place, Sheet
from analysis.tables import Table

SUMMARIES = ("mentions", "earliest", "median", "latest")


def faces(tables: Sequence[Table], banners: Mapping[str, str], language: str) -> tuple[Face, ...]:
    """The faces of one question.

    tables: the one of all respondents first, then one a group. banners: the words of the groups by their id.
    """
    sheet = Sheet(tuple(tables), banners, language)
    made = (*LAYOUTS[tables[0].kind](sheet), *inference_faces(sheet))
    return tuple(face for face in made if face.columns and any(block.lines for block in face.blocks))


def _choice(sheet: Sheet) -> tuple[Face, ...]:
    """single, multi, date."""
    base, summaries = sheet.stat("base"), [sheet.stat(stat) for stat in SUMMARIES]
    options = [sheet.option(item) for item in sheet.items()]
    if sheet.all.kind != "multi":  # choices of several add up to more
        options.append(sheet.total())
    if sheet.groups and len(options) <= MOST_ACROSS + 1:
        return (across(sheet, [base, *options, *summaries]),)
    stats = sheet.how_many if sheet.groups else ("count", "share")
    lines = [
        place._replace(column=replace(place.column, stats=place.column.stats and stats)) for place in options
    ]
    return (turned(sheet, [("", [base]), ("", lines), ("", summaries)], stats),)


def _scale(sheet: Sheet) -> tuple[Face, ...]:
    return (across(sheet, scale_places(sheet)),)


def _number(sheet: Sheet) -> tuple[Face, ...]:
    """What is typical; of many answers also how many lie between which edges."""
    spread = across(sheet, map(sheet.stat, ("base", *SPREAD)))
    bins = [band["id"] for band in sheet.facts.get("bins") or ()]
    if not bins:
        return (spread,)
    bands = [sheet.stat("base"), *map(sheet.option, bins), sheet.total(), sheet.stat("nps")]
    return spread, across(sheet, bands, sheet.say("distribution"))


def _written(sheet: Sheet) -> tuple[Face, ...]:
    return (across(sheet, map(sheet.stat, ("base", "answered"))),)


def _ranking(sheet: Sheet) -> tuple[Face, ...]:
    """Options down, ranks across; then the options chosen at any rank, by group."""
    columns = [Column(rank.words.text(sheet.language), sheet.how_many) for rank in sheet.rows]
    ranks = list(zip(columns, sheet.rows, strict=True))
    if any(cell.stat == "borda" for cell in sheet.all.cells):
        ranks.append((Column(sheet.say("borda"), ("borda",)), sheet.rows[-1]))
        columns = [column for column, _ in ranks]
    lines = (
        Line(sheet.words(item), tuple(sheet.entry(Place(column, item, rank.id)) for column, rank in ranks))
        for item in sheet.items()
    )
    main = down(sheet, lines, columns)
    if not sheet.groups or not sheet.rows:
        return (main,)
    any_rank = sheet.rows[-1]  # "1+2+3" stands last
    options = [sheet.option(item, any_rank.id) for item in sheet.items(any_rank.id)]
    sheet = sheet.told(options)
    if not sheet.groups:
        return (main,)
    words = sheet.by_group(any_rank.words.text(sheet.language))
    return main, across(sheet, [sheet.stat("base", any_rank.id), *options], words)


def _events(sheet: Sheet) -> tuple[Face, ...]:
    """Things that were counted, such as the ledger's: what all of them are, down; then rows against items."""
    number = Column(sheet.say("events"), ("count",))
    overall = (Line(sheet.words(item), (sheet.entry(Place(number, item)),)) for item in sheet.items(""))
    met = {item for row in sheet.rows for item in sheet.items(row.id)}
    items = [item for item in sheet.items() if item in met]
    lines = []
    for row in sheet.rows:
        places = (sheet.option(item, row.id, "count") for item in items)
        entries = tuple(
            sheet.entry(place) if sheet.all.get("count", place.item, row.id) else NOTHING for place in places
        )
        lines.append(Line(row.words.text(sheet.language), entries, total=row.id == "total"))
    columns = (sheet.option(item, "", "count").column for item in items)
    words = [one.get(sheet.language, one["ko"]) for one in sheet.facts.get("faces") or ()] or ["", ""]
    made = down(sheet, overall, (number,)), down(sheet, lines, columns)
    return tuple(replace(face, words=said) for face, said in zip(made, words, strict=True))


LAYOUTS: dict[str, Callable[[Sheet], tuple[Face, ...]]] = {
    "single": _choice,
    "multi": _choice,
    "date": _choice,
    "scale": _scale,
    "number": _number,
    "money": _number,
    "ranking": _ranking,
    "grid": grid,
    "allocation": allocation,
    "importance_performance": importance_performance,
    "open": _written,
    "text": _written,
    "events": _events,
    "accounts": accounts_face,
}
