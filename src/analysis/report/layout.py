"""How each kind of question is laid out in print: which statistics are columns, what the lines are.

The conventions are those of Korean survey reports: all respondents first, then the groups; the base in a column of its
own; options in the order of the form; the sum at the right. A question without groups is turned on its side where its
options are many, so that it can be read on a phone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from analysis.language import message
from analysis.report.face import Block, Column, Entry, Face, Line
from analysis.tables import Cell, Table

SMALL = 30
WHOLE = "100.0"
MOST_ACROSS = 8
SUMMARIES = ("mentions", "earliest", "median", "latest")
SPREAD = ("mean", "median", "q1", "q3", "min", "max", "sum")
SIDES = ("importance", "performance", "gap")
QUADRANTS = {1: "keep_up", 2: "concentrate", 3: "low_priority", 4: "overkill"}


def faces(tables: Sequence[Table], banners: dict[str, str], language: str) -> tuple[Face, ...]:
    """The faces of one question: `tables` are its tables, the one of all respondents first, then one a group.

    banners holds the words of the groups by their id.
    """
    sheet = _Sheet(tuple(tables), banners, language)
    made = _LAYOUTS[tables[0].kind](sheet)
    return tuple(face for face in made if face.columns and any(block.lines for block in face.blocks))


@dataclass(frozen=True)
class _Sheet:
    """The tables of one question, and the words around them."""

    tables: tuple[Table, ...]
    banners: dict[str, str]
    language: str

    @property
    def all(self) -> Table:
        return self.tables[0]

    @property
    def small(self) -> bool:
        """So few respondents that a count says more than a share; then both are shown."""
        base = next((cell.base for cell in self.all.cells if cell.stat == "base" and cell.shown), None)
        return base is None or base < SMALL

    @property
    def how_many(self) -> tuple[str, ...]:
        return ("count", "share") if self.small else ("share",)

    def say(self, key: str, **fields: object) -> str:
        return message(f"report.table.{key}", self.language, **fields)

    def stat(self, stat: str) -> str:
        if stat == "mean" and self.all.facts.get("points"):
            return self.say("mean_of_points", points=self.all.facts["points"])
        return self.say(stat)

    def entry(
        self, column: Column, item: str = "", row: str = "", level: str = "", table: Table | None = None
    ) -> Entry | str:
        """The cells of a column; a column without statistics is the sum of the shares, 100.0 by its definition."""
        table = table or self.all
        if not column.stats:
            base = table.get("base", "", row, level)
            return WHOLE if base is not None and base.value else ""
        return Entry(table, tuple(table.get(stat, item, row, level) for stat in column.stats))

    def items(self, stat: str = "count", row: str | None = None) -> list[str]:
        """The ids of the options that have such cells, in the order of the form."""
        met = {cell.item for cell in self.all.cells if cell.stat == stat and cell.item and row in (None, cell.row)}
        known = [label.id for label in self.all.items if label.id in met]
        return known

    def words(self, item: str) -> str:
        return self.all.words("items", item, self.language)

    def by_level(self, columns: Sequence[tuple[Column, str, str]]) -> tuple[Block, ...]:
        """All respondents in one block, then a block for each group. `columns` are (column, item, row)."""
        blocks = []
        for table in self.tables:
            group = table.group
            lines = []
            for label in table.levels:
                if not label.id and group:
                    continue  # the group's table repeats all respondents; they stand in the first block
                entries = tuple(self.entry(column, item, row, label.id, table) for column, item, row in columns)
                words = label.words.text(self.language) if label.id else message("common.list.all", self.language)
                lines.append(Line(words, entries, total=not label.id))
            if not group and not lines:
                entries = tuple(self.entry(column, item, row) for column, item, row in columns)
                lines = [Line(message("common.list.all", self.language), entries, total=True)]
            blocks.append(Block(self.banners.get(group, group), tuple(lines)))
        return tuple(blocks)

    def across(self, columns: Sequence[tuple[Column, str, str]], words: str = "") -> Face:
        """Statistics as columns, respondents and groups as lines."""
        kept = [column for column in columns if self._occurs(*column)]
        return Face(words, self.say("corner"), tuple(column for column, _, _ in kept), self.by_level(kept))

    def _occurs(self, column: Column, item: str, row: str) -> bool:
        return not column.stats or any(
            table.get(stat, item, row, level) is not None
            for table in self.tables
            for level in ["", *(label.id for label in table.levels)]
            for stat in column.stats
        )


def _base(sheet: _Sheet, row: str = "") -> tuple[Column, str, str]:
    return Column(sheet.say("base"), ("base",)), "", row


def _options(sheet: _Sheet, row: str = "") -> list[tuple[Column, str, str]]:
    return [(Column(sheet.words(item), sheet.how_many), item, row) for item in sheet.items("count", row)]


def _choice(sheet: _Sheet) -> tuple[Face, ...]:
    """single, multi, date: options across, groups down; turned on its side where the options are many, or no groups."""
    if len(sheet.tables) == 1 or len(sheet.items()) > MOST_ACROSS:
        return (_turned(sheet),)
    total = [(Column(sheet.say("total"), ()), "", "")] if sheet.all.kind != "multi" else []
    extra = [(Column(sheet.say(stat), (stat,)), "", "") for stat in SUMMARIES]
    return (sheet.across([_base(sheet), *_options(sheet), *total, *extra]),)


def _turned(sheet: _Sheet) -> Face:
    """Options down; all respondents and the levels of the groups across."""
    stats = sheet.how_many if len(sheet.tables) > 1 else ("count", "share")
    across = [(Column(message("common.list.all", sheet.language), stats), sheet.all, "")]
    for table in sheet.tables[1:]:
        banner = sheet.banners.get(table.group, table.group)
        across += [
            (Column(label.words.text(sheet.language), stats, banner), table, label.id) for label in table.levels if label.id
        ]

    def line(words: str, item: str, *stats: str, total: bool = False) -> Line:
        entries = (Entry(table, tuple(table.get(stat, item, "", level) for stat in stats)) for _, table, level in across)
        return Line(words, tuple(entries), total)

    asked = line(sheet.say("base"), "", "base", total=True)
    options = tuple(line(sheet.words(item), item, *stats) for item in sheet.items())
    summary = tuple(line(sheet.say(stat), "", stat) for stat in SUMMARIES if sheet.all.get(stat) is not None)
    blocks = (Block("", (asked,)), Block("", options), Block("", summary))
    return Face("", sheet.say("corner"), tuple(column for column, _, _ in across), blocks)


def _scale_columns(sheet: _Sheet, row: str = "") -> list[tuple[Column, str, str]]:
    """Points, nets, mean, score out of 100, and those outside the scale."""
    nets = [str(net) for net in (sheet.all.facts.get("bottom"), sheet.all.facts.get("top")) if net]
    items = sheet.items("count", row)
    points = [item for item in items if item not in nets and item != "not_applicable"]
    outside = [item for item in items if item == "not_applicable"]
    return [
        _base(sheet, row),
        *((Column(sheet.words(item), sheet.how_many), item, row) for item in points),
        (Column(sheet.say("total"), ()), "", row),
        *((Column(sheet.words(item), ("share",)), item, row) for item in nets if item in items),
        *((Column(sheet.stat(stat), (stat,)), "", row) for stat in ("mean", "score100")),
        *((Column(sheet.words(item), ("count",)), item, row) for item in outside),
    ]


def _scale(sheet: _Sheet) -> tuple[Face, ...]:
    return (sheet.across(_scale_columns(sheet)),)


def _number(sheet: _Sheet) -> tuple[Face, ...]:
    return (sheet.across([_base(sheet), *((Column(sheet.say(stat), (stat,)), "", "") for stat in SPREAD)]),)


def _written(sheet: _Sheet) -> tuple[Face, ...]:
    return (sheet.across([_base(sheet), (Column(sheet.say("answered"), ("count",)), "answered", ""),
                          (Column(sheet.say("answered"), ("answered",)), "", "")]),)


def _ranking(sheet: _Sheet) -> tuple[Face, ...]:
    """Options down, ranks across; then the options chosen at any rank by group."""
    ranks = [label.id for label in sheet.all.rows]
    any_rank = next((rank for rank in reversed(ranks) if "+" in rank), ranks[-1] if ranks else "")
    columns = [
        (rank, Column(sheet.all.words("rows", rank, sheet.language), ("count", "share") if sheet.small else ("share",)))
        for rank in ranks
    ]
    lines = tuple(
        Line(sheet.words(item), tuple(sheet.entry(column, item, rank) for rank, column in columns))
        for item in sheet.items()
    )
    main = Face("", sheet.say("corner"), tuple(column for _, column in columns), (Block("", lines),))
    if len(sheet.tables) == 1:
        return (main,)
    by_group = [_base(sheet, any_rank), *((c, item, any_rank) for c, item, _ in _options(sheet, any_rank))]
    words = sheet.all.words("rows", any_rank, sheet.language) if any_rank else ""
    return main, sheet.across(by_group, words)


def _rows(sheet: _Sheet, columns: Callable[[str], list[tuple[Column, str, str]]], corner: str = "corner") -> Face:
    """The rows of a grid down, what was found of each across."""
    rows = [label for label in sheet.all.rows if label.id]
    shape = {row.id: columns(row.id) for row in rows}
    heads = {
        (item, column.stats): column for row in rows for column, item, _ in shape[row.id]
    }
    kept = {
        key: column for key, column in heads.items()
        if not key[1] or any(sheet.all.get(stat, key[0], row.id) is not None for row in rows for stat in key[1])
    }
    lines = tuple(
        Line(row.words.text(sheet.language), tuple(sheet.entry(column, key[0], row.id) for key, column in kept.items()))
        for row in rows
    )
    return Face("", sheet.say(corner), tuple(kept.values()), (Block("", lines),))


def _rows_by_group(sheet: _Sheet, item: str, stat: str, words: str) -> tuple[Face, ...]:
    """One statistic of every row, by group; nothing where there are no groups."""
    if len(sheet.tables) == 1:
        return ()
    rows = [label for label in sheet.all.rows if label.id]
    return (sheet.across([(Column(row.words.text(sheet.language), (stat,)), item, row.id) for row in rows], words),)


def _grid(sheet: _Sheet) -> tuple[Face, ...]:
    if sheet.all.facts.get("points"):
        main = _rows(sheet, lambda row: _scale_columns(sheet, row))
        return main, *_rows_by_group(sheet, "", "mean", sheet.stat("mean"))
    return (_rows(sheet, lambda row: _grid_columns(sheet, row)),
            *_rows_by_group(sheet, "", "median", sheet.say("median")))


def _grid_columns(sheet: _Sheet, row: str) -> list[tuple[Column, str, str]]:
    """A grid of numbers or choices; the statistics of a column of the grid stand under its name."""
    found = dict.fromkeys((cell.item, cell.stat) for cell in sheet.all.cells if cell.row == row and cell.stat != "absent")
    columns = [_base(sheet, row)]
    for item in dict.fromkeys(item for item, _ in found):
        if item.rpartition(":")[2].startswith("="):
            continue  # every single value: for plots
        words = sheet.words(item) if item else ""
        stats = [stat for stat in SPREAD if (item, stat) in found]
        columns += [(Column(sheet.say(stat), (stat,), words), item, row) for stat in stats]
        if (item, "count") in found:
            columns.append((Column(words, sheet.how_many), item, row))
    return columns


def _allocation(sheet: _Sheet) -> tuple[Face, ...]:
    main = _rows(sheet, lambda row: [(Column(sheet.say(stat), (stat,)), "", row) for stat in ("mean", "median")])
    return main, *_rows_by_group(sheet, "", "mean", sheet.say("mean"))


def _importance_performance(sheet: _Sheet) -> tuple[Face, ...]:
    """A gap that cannot be told (the two scales differ) has no column."""
    rows = [label for label in sheet.all.rows if label.id]
    sides = [side for side in SIDES if any(_told(sheet.all.get("mean", side, row.id)) for row in rows)]
    columns = [(side, Column(sheet.say(side), ("mean",))) for side in sides]
    base, place = Column(sheet.say("base"), ("base",)), Column(sheet.say("quadrant"), ())
    lines = tuple(
        Line(row.words.text(sheet.language),
             (sheet.entry(base, "", row.id), *(sheet.entry(column, side, row.id) for side, column in columns),
              _quadrant(sheet, row.id)))
        for row in rows
    )  # fmt: skip
    main = Face("", sheet.say("corner"), (base, *(column for _, column in columns), place), (Block("", lines),))
    by_group = (_rows_by_group(sheet, side, "mean", sheet.say(side)) for side in sides if side != "gap")
    return main, *(face for made in by_group for face in made)


def _told(cell: Cell | None) -> bool:
    return cell is not None and cell.status != "not_comparable"


def _quadrant(sheet: _Sheet, row: str) -> str:
    """Where a row stands, in words."""
    cell = sheet.all.get("code", "quadrant", row)
    if cell is None or not cell.shown or cell.value is None:
        return "" if cell is None else "X"
    return sheet.say(QUADRANTS[int(cell.value)])


def _events(sheet: _Sheet) -> tuple[Face, ...]:
    """Things that were counted, such as the ledger's: what all of them are, down; then rows against items."""
    rows = [label for label in sheet.all.rows if label.id]
    overall = Face("", sheet.say("corner"), (Column(sheet.say("events"), ("count",)),),
                   (Block("", tuple(_counted(sheet, item, "") for item in sheet.items("count", ""))),))
    met = {item for row in rows for item in sheet.items("count", row.id)}
    items = [label.id for label in sheet.all.items if label.id in met]
    columns = tuple(Column(sheet.words(item), ("count",)) for item in items)
    lines = tuple(
        Line(row.words.text(sheet.language),
             tuple(sheet.entry(column, item, row.id) for item, column in zip(items, columns, strict=True)),
             total=row.id == "total")
        for row in rows
    )  # fmt: skip
    return overall, Face("", sheet.say("corner"), columns, (Block("", lines),))


def _counted(sheet: _Sheet, item: str, row: str) -> Line:
    return Line(sheet.words(item), (sheet.entry(Column("", ("count",)), item, row),))


_LAYOUTS: dict[str, Callable[[_Sheet], tuple[Face, ...]]] = {
    "single": _choice, "multi": _choice, "date": _choice, "scale": _scale, "number": _number, "money": _number,
    "ranking": _ranking, "grid": _grid, "allocation": _allocation,
    "importance_performance": _importance_performance, "open": _written, "text": _written, "events": _events,
}  # fmt: skip
