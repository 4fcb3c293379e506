"""The tables of one question on the way to their faces: which cells there are, and the words around them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from analysis.language import message
from analysis.report.face import Block, Column, Entry, Face, Line
from analysis.tables import Label, Table

SMALL = 30
WHOLE = "100.0"


class Place(NamedTuple):
    """A column, and the item and row of the cells that stand in it."""

    column: Column
    item: str = ""
    row: str = ""


@dataclass(frozen=True)
class Sheet:
    """tables: the one of all respondents first, then one a group. banners: the words of the groups by id."""

    tables: tuple[Table, ...]
    banners: Mapping[str, str]
    language: str

    @property
    def all(self) -> Table:
        return self.tables[0]

    @property
    def groups(self) -> tuple[Table, ...]:
        return self.tables[1:]

    @property
    def rows(self) -> list[Label]:
        return [label for label in self.all.rows if label.id]

    @property
    def everybody(self) -> str:
        return message("common.list.all", self.language)

    @property
    def how_many(self) -> tuple[str, ...]:
        """Of few respondents a count says more than a share; then both are shown."""
        base = next((cell.base for cell in self.all.cells if cell.stat == "base" and cell.shown), None)
        return ("count", "share") if base is None or base < SMALL else ("share",)

    def say(self, key: str, **fields: object) -> str:
        return message(f"report.table.{key}", self.language, **fields)

    def words(self, item: str) -> str:
        return self.all.words("items", item, self.language)

    def banner(self, table: Table) -> str:
        return self.banners.get(table.group, table.group)

    def items(self, row: str | None = None) -> list[str]:
        """The ids of the options that are counted (in that row), in the order of the form."""
        met = {c.item for c in self.all.cells if c.stat == "count" and c.item and row in (None, c.row)}
        return [label.id for label in self.all.items if label.id in met]

    def stat(self, stat: str, row: str = "") -> Place:
        """A column of one statistic, under its name."""
        points = self.all.facts.get("points")
        words = self.say("mean_of_points", points=points) if stat == "mean" and points else self.say(stat)
        return Place(Column(words, (stat,)), "", row)

    def option(self, item: str, row: str = "", *stats: str) -> Place:
        """A column of one option: how many chose it."""
        return Place(Column(self.words(item), stats or self.how_many), item, row)

    def total(self, row: str = "") -> Place:
        """The sum of the shares."""
        return Place(Column(self.say("total"), ()), "", row)

    def entry(self, place: Place, level: str = "", table: Table | None = None) -> Entry | str:
        """What stands there. A column without statistics is the sum of the shares, 100.0 by definition."""
        table = table or self.all
        if not place.column.stats:
            base = table.get("base", "", place.row, level)
            return WHOLE if base is not None and base.value else ""
        cells = (table.get(stat, place.item, place.row, level) for stat in place.column.stats)
        return Entry(table, tuple(cells))

    def across(self, places: Iterable[Place], words: str = "") -> Face:
        """Statistics as columns; all respondents in the first block, then a block for each group."""
        kept = [place for place in places if self._occurs(place)]

        def line(label: str, level: str, table: Table) -> Line:
            return Line(label, tuple(self.entry(place, level, table) for place in kept), total=not level)

        blocks = [Block("", (line(self.everybody, "", self.all),))]
        for table in self.groups:  # their lines of all respondents are the first block's
            levels = [label for label in table.levels if label.id]
            lines = (line(label.words.text(self.language), label.id, table) for label in levels)
            blocks.append(Block(self.banner(table), tuple(lines)))
        return Face(words, self.say("corner"), tuple(place.column for place in kept), tuple(blocks))

    def down(self, lines: Iterable[Line], columns: Iterable[Column]) -> Face:
        """Lines of any making, in one block."""
        return Face("", self.say("corner"), tuple(columns), (Block("", tuple(lines)),))

    def _occurs(self, place: Place) -> bool:
        """Some table has such a cell; the sum of the shares always stands."""
        return not place.column.stats or any(
            (cell.item, cell.row) == place[1:] and cell.stat in place.column.stats
            for table in self.tables
            for cell in table.cells
        )
