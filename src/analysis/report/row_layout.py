"""How questions with rows are laid out: grids, allocations, importance and performance.

Rows go down, what was found of each goes across; a second face shows one statistic of every row by group.
"""

from __future__ import annotations

from collections.abc import Callable

from analysis.report.face import Column, Face, Line
from analysis.report.sheet import Place, Sheet
from analysis.tables import Cell

SPREAD = ("mean", "median", "q1", "q3", "min", "max", "sum")
SIDES = ("importance", "performance", "gap")
QUADRANTS = {1: "keep_up", 2: "concentrate", 3: "low_priority", 4: "overkill"}
OUTSIDE = "not_applicable"


def scale_places(sheet: Sheet, row: str = "") -> list[Place]:
    """Base, points, their sum, nets, mean, score out of 100, and those outside the scale."""
    items = sheet.items(row)
    nets = [net for net in (sheet.all.facts.get("bottom"), sheet.all.facts.get("top")) if net in items]
    return [
        sheet.stat("base", row),
        *(sheet.option(item, row) for item in items if item not in nets and item != OUTSIDE),
        sheet.total(row),
        *(sheet.option(net, row, "share") for net in nets),
        sheet.stat("mean", row),
        sheet.stat("score100", row),
        *(sheet.option(item, row, "count") for item in items if item == OUTSIDE),
    ]


def grid(sheet: Sheet) -> tuple[Face, ...]:
    if sheet.all.facts.get("points"):
        return _rows(sheet, lambda row: scale_places(sheet, row)), *_by_group(sheet, "", "mean")
    return _rows(sheet, lambda row: _grid_places(sheet, row)), *_by_group(sheet, "", "median")


def allocation(sheet: Sheet) -> tuple[Face, ...]:
    main = _rows(sheet, lambda row: [sheet.stat("mean", row), sheet.stat("median", row)])
    return main, *_by_group(sheet, "", "mean")


def importance_performance(sheet: Sheet) -> tuple[Face, ...]:
    """A gap that cannot be told (the two scales differ) has no column."""
    sides = [side for side in SIDES if any(_told(sheet.all.get("mean", side, row.id)) for row in sheet.rows)]
    columns = [Column(sheet.say(side), ("mean",)) for side in sides]
    base, quadrant = sheet.stat("base").column, Column(sheet.say("quadrant"), ())
    lines = []
    for row in sheet.rows:
        means = (Place(column, side, row.id) for column, side in zip(columns, sides, strict=True))
        entries = (*map(sheet.entry, (Place(base, "", row.id), *means)), _quadrant(sheet, row.id))
        lines.append(Line(row.words.text(sheet.language), entries))
    main = sheet.down(lines, (base, *columns, quadrant))
    return main, *(face for side in sides if side != "gap" for face in _by_group(sheet, side, "mean"))


def _rows(sheet: Sheet, places_of: Callable[[str], list[Place]]) -> Face:
    """The rows of a grid down. A column stands where some row has such a cell."""
    shape = {row.id: places_of(row.id) for row in sheet.rows}
    heads = {(place.item, place.column.stats): place.column for places in shape.values() for place in places}
    kept = {
        (item, stats): column
        for (item, stats), column in heads.items()
        if not stats or any(sheet.all.get(stat, item, row) for row in shape for stat in stats)
    }
    lines = (
        Line(row.words.text(sheet.language),
             tuple(sheet.entry(Place(column, item, row.id)) for (item, _), column in kept.items()))
        for row in sheet.rows
    )  # fmt: skip
    return sheet.down(lines, kept.values())


def _by_group(sheet: Sheet, item: str, stat: str) -> tuple[Face, ...]:
    """One statistic of every row, by group; nothing where there are no groups."""
    if not sheet.groups:
        return ()
    places = (Place(Column(row.words.text(sheet.language), (stat,)), item, row.id) for row in sheet.rows)
    return (sheet.across(places, sheet.say(item) if item else sheet.stat(stat).column.words),)


def _grid_places(sheet: Sheet, row: str) -> list[Place]:
    """A grid of numbers or choices; the statistics of a column of the grid stand under its name."""
    found = dict.fromkeys((c.item, c.stat) for c in sheet.all.cells if c.row == row and c.stat != "absent")
    places = [sheet.stat("base", row)]
    for item in dict.fromkeys(item for item, _ in found):
        if item.rpartition(":")[2].startswith("="):
            continue  # every single value: for plots
        words = sheet.words(item) if item else ""
        spread = (stat for stat in SPREAD if (item, stat) in found)
        places += [Place(Column(sheet.say(stat), (stat,), words), item, row) for stat in spread]
        if (item, "count") in found:
            places.append(sheet.option(item, row))
    return places


def _told(cell: Cell | None) -> bool:
    return cell is not None and cell.status != "not_comparable"


def _quadrant(sheet: Sheet, row: str) -> str:
    """Where a row stands, in words."""
    cell = sheet.all.get("code", "quadrant", row)
    if cell is None or not cell.shown or cell.value is None:
        return "" if cell is None else "X"
    return sheet.say(QUADRANTS[int(cell.value)])
