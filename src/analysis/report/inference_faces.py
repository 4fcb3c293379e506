"""What is said beyond the respondents, in print: a table of intervals, and one of the tests over the groups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analysis.narrative.interval import confidence
from analysis.narrative.scope import counts_lead
from analysis.narrative.tested import test_name
from analysis.report.arrange import across, down
from analysis.report.face import Block, Column, Entry, Face, Line
from analysis.report.sheet import Place, Sheet
from analysis.tables import Cell, Table

OF_OPTIONS = ("single", "multi", "date", "ranking")
SIDES = ("importance", "performance", "gap")
QUANTITIES = ("number", "money")
MOST_TESTS = 8  # lines of a table of tests that stands open


def inference_faces(sheet: Sheet) -> Iterator[Face]:
    """Where the sample allows intervals, those of the figures that a report speaks of; where groups were tested, what
    came of it."""
    if confidence(sheet.all):
        yield from _intervals(sheet)
    yield from _tests(sheet)


def _intervals(sheet: Sheet) -> Iterator[Face]:
    """Options down; of a scale or a number all respondents and the groups; of a question with rows the rows."""
    kind, words = sheet.all.kind, sheet.say("intervals")
    if kind in OF_OPTIONS:
        row = str(sheet.all.facts.get("at_any") or "")
        places = [sheet.option(item, row, "share") for item in sheet.items(row)]
        if any(_has_interval(sheet, place) for place in places):
            share, ends = sheet.with_interval(sheet.stat("share"))
            face = down(sheet, _lines(sheet, places), (share.column, ends.column))
            yield replace(face, words=words)
        return
    if kind == "scale" or kind in QUANTITIES:
        told = [place for place in _told_of(sheet, "") if _has_interval(sheet, place)]
        if told:
            columns = [one for place in told for one in sheet.with_interval(place)]
            yield across(sheet, [sheet.stat("base"), *columns], words)
        return
    if not sheet.rows:
        return
    parts = [column["id"] for column in sheet.all.facts.get("columns") or ()] or [""]
    for part in map(sheet.at, parts):
        yield from _of_rows(part, f"{part.part_words}: {words}" if part.part_words else words)


def _of_rows(sheet: Sheet, words: str) -> Iterator[Face]:
    """The rows down, what is told of each across."""
    shape = {row.id: _told_of(sheet, row.id) for row in sheet.rows}
    met = [place for places in shape.values() for place in places if _has_interval(sheet, place)]
    heads = dict.fromkeys((place.item, place.column) for place in met)
    if not heads:
        return
    columns = [one for item, column in heads for one in sheet.with_interval(Place(column, item))]
    blocks = (
        Block(heading, tuple(
            Line(sheet.row_words(row), tuple(sheet.entry(place._replace(row=row.id)) for place in columns))
            for row in rows
        ))
        for heading, rows in sheet.row_groups
    )  # fmt: skip
    yield Face(words, sheet.say("corner"), tuple(place.column for place in columns), tuple(blocks))


def _told_of(sheet: Sheet, row: str) -> list[Place]:
    """The figures of a line that have one number to be told: the top points and the mean, the median, both sides."""
    if sheet.all.kind == "importance_performance":
        return [
            Place(Column(sheet.say(side) if side == "gap" else sheet.words(side), ("mean",)), side, row)
            for side in SIDES
        ]
    top = sheet.facts.get("top")
    places = [sheet.option(top, row, "share")] if top in sheet.items(row) else []
    options = [] if sheet.facts.get("points") else sheet.items(row)
    if len(options) == 2 and sheet.all.kind == "grid":
        places.append(sheet.option(options[0], row, "share"))
    medians = [] if sheet.facts.get("points") else [sheet.stat("median", row)]
    return [*places, sheet.stat("mean", row), *medians]


def _lines(sheet: Sheet, places: list[Place]) -> Iterator[Line]:
    for place in places:
        pair = sheet.with_interval(place)
        yield Line(place.column.words, tuple(sheet.entry(one) for one in pair))


def _has_interval(sheet: Sheet, place: Place) -> bool:
    (stat,) = place.column.stats
    return any(
        cell.low is not None and (cell.item, cell.row, cell.stat) == (place.item, place.row, stat)
        for table in sheet.tables
        for cell in table.cells
    )


def _tests(sheet: Sheet) -> Iterator[Face]:
    """A line for each test, under its group. Effects have columns where one is told."""
    found = [(table, [cell for cell in table.cells if cell.stat == "p"]) for table in sheet.groups]
    effects = any(_effect(table, p) for table, tests in found for p in tests)
    blocks = tuple(
        Block(sheet.banner(table), tuple(_test(sheet, table, p, effects) for p in tests))
        for table, tests in found
        if tests
    )
    if blocks:
        heads = ((sheet.say("test"), True), ("p", False), (sheet.say("p_adjusted"), False))
        columns = [Column(words, ("p",), text=text) for words, text in heads]
        if effects:
            columns += [Column(sheet.say("measure"), (), text=True), Column(sheet.say("effect"), ("effect",))]
        face = Face(sheet.say("tests"), sheet.say("corner"), tuple(columns), blocks)
        yield replace(face, folded=face.lines > MOST_TESTS)


def _test(sheet: Sheet, table: Table, p: Cell, effects: bool) -> Line:
    """What was tested, by which test, with which outcome."""
    adjusted, effect = table.get("p_adjusted", p.item, p.row), _effect(table, p)
    rows = {row.id: row.words.text(sheet.language) for row in table.rows}
    items = {item.id: item.words.text(sheet.language) for item in table.items}
    words = " ".join(filter(None, (rows.get(p.row), items.get(p.item))))
    entries: list[Entry | str | None] = [
        test_name(p, sheet.language),
        Entry(table, (p,)),
        Entry(table, (adjusted,)),
    ]
    if effects:
        entries += [test_name(effect, sheet.language) if effect else "", Entry(table, (effect,))]
    return Line(words or sheet.say("whole_question"), tuple(entries))


def _effect(table: Table, p: Cell) -> Cell | None:
    """The size of the effect that a test found. That among few is no more than chance makes: it is not told."""
    effect = table.get("effect", p.item, p.row)
    if effect is None or not (p.shown and effect.shown) or effect.value is None:
        return None
    return effect if (effect.base or 0) >= counts_lead(table) else None
