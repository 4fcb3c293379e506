"""How questions with rows are laid out: grids, allocations, importance and performance.

Rows go down, under the headings of their groups, and what was found of each goes across. A grid with several
columns has a face for each. One more face shows one statistic of every row by group.
"""

from __future__ import annotations

from collections.abc import Callable

from analysis.report.arrange import across, turned
from analysis.report.face import Block, Column, Entry, Face, Line
from analysis.report.sheet import Place, Sheet
from analysis.tables import Cell

MOST_ACROSS = 8
SPREAD = ("mean", "median", "q1", "q3", "min", "max", "sum")
SIDES = ("importance", "performance", "gap")
CHOICES = ("single", "multi", "date")
OUTSIDE = "not_applicable"


def scale_places(sheet: Sheet, row: str = "") -> list[Place]:
    """Base, points, their sum, nets, mean, score out of 100, and those outside the scale."""
    items = sheet.items(row)
    nets = [net for net in (sheet.facts.get("bottom"), sheet.facts.get("top")) if net in items]
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
    """A face for each column: its rows, and what is typical of them by group."""
    columns = sheet.all.facts.get("columns") or [{"id": "", "kind": sheet.all.facts.get("cell_kind")}]
    return tuple(face for column in columns for face in _column(sheet.at(column["id"]), column["kind"]))


def _column(sheet: Sheet, kind: str | None) -> tuple[Face, ...]:
    if kind == "scale" or sheet.facts.get("points"):
        main, typical = _rows(sheet, lambda row: scale_places(sheet, row)), sheet.stat("mean")
    elif kind in CHOICES:
        main, typical = _rows(sheet, lambda row: _option_places(sheet, row, kind)), _first_of_two(sheet)
    else:
        spread = ("base", *SPREAD, "answered")
        main, typical = _rows(sheet, lambda row: [sheet.stat(stat, row) for stat in spread]), sheet.stat("median")
    return (main, *(_by_group(sheet, typical) if typical else ()))


def allocation(sheet: Sheet) -> tuple[Face, ...]:
    """All rows are of the same respondents."""
    main = _rows(sheet, lambda row: [sheet.stat("base"), sheet.stat("mean", row), sheet.stat("median", row)])
    return main, *_by_group(sheet, sheet.stat("mean"))


def importance_performance(sheet: Sheet) -> tuple[Face, ...]:
    """A gap that cannot be told (the two scales differ) has no column."""
    sides = [side for side in SIDES if any(_told(sheet.all.get("mean", side, row.id)) for row in sheet.rows)]
    means = [
        Place(Column(sheet.say(side) if side == "gap" else sheet.words(side), ("mean",)), side) for side in sides
    ]
    counted, base = _with_bases(sheet, [place._replace(row=row.id) for row in sheet.rows for place in means])
    quadrant = Place(Column(sheet.say("quadrant"), ("code",)), "quadrant")
    places = (*base, *counted[: len(means)], quadrant)
    main = _rows(sheet, lambda row: [place._replace(row=row) for place in places])
    return main, *(face for place in means if place.item != "gap" for face in _by_group(sheet, place))


def _rows(sheet: Sheet, places_of: Callable[[str], list[Place]]) -> Face:
    """The rows of a grid down. A column stands where some row has such a cell; one that is of no row is of the whole
    question, and the same in every line."""
    shape = {row.id: places_of(row.id) for row in sheet.rows}
    met = [place for places in shape.values() for place in places]
    heads = {(place.item, place.column.stats, bool(place.row)): place.column for place in met}
    kept = {
        (item, stats, own): column
        for (item, stats, own), column in heads.items()
        if not stats or any(sheet.all.get(stat, item, row if own else "") for row in shape for stat in stats)
    }

    def entries(row: str) -> tuple[Entry | str | None, ...]:
        return tuple(
            sheet.entry(Place(column, item, row if own else "")) for (item, _, own), column in kept.items()
        )

    blocks = (
        Block(heading, tuple(Line(sheet.row_words(row), entries(row.id)) for row in rows))
        for heading, rows in sheet.row_groups
    )
    return Face(sheet.part_words, sheet.say("corner"), tuple(kept.values()), tuple(blocks))


def _by_group(sheet: Sheet, place: Place) -> tuple[Face, ...]:
    """One statistic of every row, by group; nothing where there are no groups. Many rows go down."""
    stats = place.column.stats
    sheet = sheet.told([place._replace(row=row.id) for row in sheet.rows])
    if not sheet.groups:
        return ()
    words = sheet.by_group(" ".join(filter(None, (sheet.part_words, place.column.words))))

    of_rows = [Place(Column(sheet.row_words(row), stats), place.item, row.id) for row in sheet.rows]
    counted, base = _with_bases(sheet, of_rows)
    if len(sheet.rows) > MOST_ACROSS:
        stats = counted[0].column.stats
        blocks = [
            (heading, [one for one in counted if one.row in {row.id for row in rows}])
            for heading, rows in sheet.row_groups
        ]
        return (turned(sheet, [*([("", base)] if base else ()), *blocks], stats, words),)
    return (across(sheet, [*base, *counted], words),)


def _with_bases(sheet: Sheet, places: list[Place]) -> tuple[list[Place], list[Place]]:
    """The places, and the column of the base; where bases differ each place has its own, and there is no such column."""
    counted = sheet.with_bases(places)
    return counted, [] if counted != places else [sheet.at("").stat("base")]


def _option_places(sheet: Sheet, row: str, kind: str | None) -> list[Place]:
    """Base, options, and their sum where only one could be chosen."""
    options = (sheet.option(item, row) for item in sheet.items(row))
    return [sheet.stat("base", row), *options, *([sheet.total(row)] if kind != "multi" else [])]


def _first_of_two(sheet: Sheet) -> Place | None:
    """Of a question with two answers, the first one tells all."""
    items = sheet.items()
    if len(items) != 2:
        return None
    first = sheet.option(items[0], "", "share")
    return first._replace(column=Column(sheet.say("share_of", item=first.column.words), first.column.stats))


def _told(cell: Cell | None) -> bool:
    return cell is not None and cell.status != "not_comparable"
