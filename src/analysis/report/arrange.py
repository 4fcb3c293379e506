"""The places of a sheet set out as a face: statistics across and groups down, groups across, or lines of any making."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.report.face import Block, Column, Face, Line
from analysis.report.sheet import INTERVAL, Place, Sheet
from analysis.tables import Cell, Table


def across(sheet: Sheet, places: Iterable[Place], words: str = "") -> Face:
    """Statistics as columns; all respondents in the first block, then a block for each group of which
    something is told."""
    kept = [place for place in places if _occurs(sheet, place)]
    groups = sheet.told(kept).groups

    def line(label: str, level: str, table: Table) -> Line:
        return Line(label, tuple(sheet.entry(place, level, table) for place in kept), total=not level)

    blocks = [Block("", (line(sheet.everybody, "", sheet.all),))]
    for table in groups:  # their lines of all respondents are the first block's
        lines = (line(sheet.level_words(table, label), label.id, table) for label in sheet.levels(table))
        blocks.append(Block(sheet.banner(table), tuple(lines)))
    return Face(words, sheet.say("corner"), tuple(place.column for place in kept), tuple(blocks))


def turned(
    sheet: Sheet, blocks: Iterable[tuple[str, Iterable[Place]]], stats: tuple[str, ...], words: str = ""
) -> Face:
    """The places down, in blocks under their headings; all respondents and the levels of the groups of which
    something is told across. stats: those of a column."""
    kept = [(heading, [place for place in places if _occurs(sheet, place)]) for heading, places in blocks]
    columns = [(Column(sheet.everybody, stats), sheet.all, "")]
    for table in sheet.told([place for _, places in kept for place in places]).groups:
        columns += [
            (Column(sheet.level_words(table, label), stats, sheet.banner(table)), table, label.id)
            for label in sheet.levels(table)
        ]

    def line(place: Place) -> Line:
        entries = tuple(sheet.entry(place, level, table) for _, table, level in columns)
        return Line(place.column.words, entries, total=place.column.stats == ("base",))

    made = (Block(heading, tuple(map(line, places))) for heading, places in kept)
    return Face(words, sheet.say("corner"), tuple(column for column, _, _ in columns), tuple(made))


def down(sheet: Sheet, lines: Iterable[Line], columns: Iterable[Column]) -> Face:
    """Lines of any making, in one block."""
    return Face("", sheet.say("corner"), tuple(columns), (Block("", tuple(lines)),))


def _occurs(sheet: Sheet, place: Place) -> bool:
    """Some table has such a cell; the sum of the shares always stands."""
    return not place.column.stats or any(
        (cell.item, cell.row) == place[1:] and any(_stands(cell, stat) for stat in place.column.stats)
        for table in sheet.tables
        for cell in table.cells
    )


def _stands(cell: Cell, stat: str) -> bool:
    """The cell is one of that statistic, and has an interval where that is asked for."""
    if stat.endswith(INTERVAL):
        return cell.stat == stat.removesuffix(INTERVAL) and cell.low is not None
    return cell.stat == stat
