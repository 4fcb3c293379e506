"""The tables of one question on the way to their faces: which cells there are, and the words around them. How they
are set out is the matter of `arrange`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple

from analysis.language import message
from analysis.narrative.figure import NOTHING, SIGNS, UNKNOWN
from analysis.narrative.interval import confidence
from analysis.narrative.scope import counts_lead, is_untold
from analysis.report.face import Column, Entry
from analysis.tables import Cell, Label, Table
from analysis.tables.column_letters import column_letters
from analysis.tables.table import OF_HOW_MANY

INTERVAL = ".interval"  # behind the statistic whose interval a column shows
WHOLE = "100.0"
CIRCLED = {str(point): sign for point, sign in enumerate("①②③④⑤⑥⑦⑧⑨⑩", start=1)}


class Place(NamedTuple):
    """A column (or, in a face that is turned, a line), and the item and row of the cells that stand in it."""

    column: Column
    item: str = ""
    row: str = ""


def within_a_sentence(words: str, language: str) -> str:
    """The words of a group where they do not begin it: "By region" is then "by region"."""
    return words if language == "ko" else words[:1].lower() + words[1:]


@dataclass(frozen=True)
class Sheet:
    """tables: the one of all respondents first, then one a group. banners: the words of the groups by id.
    part: the column of a grid that is looked at; items are then called by their names in that column."""

    tables: tuple[Table, ...]
    banners: Mapping[str, str]
    language: str
    part: str = ""

    @property
    def all(self) -> Table:
        return self.tables[0]

    @cached_property
    def _untold(self) -> frozenset[tuple[str, str, str]]:
        """The lines (group, level, row) of too few respondents for shares."""
        return frozenset(
            (table.group, cell.level, cell.row)
            for table in self.tables
            for cell in table.cells
            if is_untold(cell)
        )

    @cached_property
    def groups(self) -> tuple[Table, ...]:
        """The tables by a group; not those where everybody is of one level, which say nothing new."""
        return tuple(table for table in self.tables[1:] if not self._says_nothing_new(table))

    def _says_nothing_new(self, table: Table) -> bool:
        levels = self.levels(table)
        if len(levels) != 1:
            return not levels
        one, whole = table.get("base", level=levels[0].id), self.all.get("base")
        return one is not None and whole is not None and one.shown and one.value == whole.value

    @property
    def facts(self) -> Mapping[str, Any]:
        """Of the column that is looked at, or of the question."""
        columns = self.all.facts.get("columns") or ()
        return next((column for column in columns if column["id"] == self.part), self.all.facts)

    def at(self, part: str) -> Sheet:
        return replace(self, part=part)

    @property
    def rows(self) -> list[Label]:
        return [label for label in self.all.rows if label.id]

    def row_words(self, row: Label) -> str:
        """The words of a row; of one where agreement is the bad end, that it is."""
        words = row.words.text(self.language)
        return self.say("reversed", row=words) if row.id in (self.all.facts.get("reverse") or ()) else words

    @property
    def row_groups(self) -> list[tuple[str, list[Label]]]:
        """The rows under the headings of their groups; all under "" where there are none."""
        given = self.all.facts.get("row_groups") or ()
        of = {row: group.get(self.language) or group["ko"] for group in given for row in group["rows"]}
        found: dict[str, list[Label]] = {}
        for row in self.rows:
            found.setdefault(of.get(row.id, ""), []).append(row)
        return list(found.items())

    @property
    def everybody(self) -> str:
        return message("common.list.all", self.language)

    @property
    def how_many(self) -> tuple[str, ...]:
        """Of few respondents a count says more than a share; then both are shown."""
        base = next((cell.base for cell in self.all.cells if cell.stat == "base" and cell.shown), None)
        return ("count", "share") if base is None or base < counts_lead(self.all) else ("share",)

    def say(self, key: str, **fields: object) -> str:
        return message(f"report.table.{key}", self.language, **fields)

    def words(self, item: str) -> str:
        """Of an option; of a net "만족(④+⑤)", after its milder point; of a point "만족④", "Satisfied ④"."""
        facts = self.facts
        if item and item == facts.get("top"):
            return self._net(item, item.split("+")[0])
        if item and item == facts.get("bottom"):
            return self._net(item, item.split("+")[-1])
        point = CIRCLED.get(item, "") if facts.get("points") else ""
        return f"{self._label(item)}{self._gap}{point}" if point else self._label(item)

    def _net(self, net: str, milder: str) -> str:
        return f"{self._label(milder)}{self._gap}({'+'.join(CIRCLED.get(point, point) for point in net.split('+'))})"

    @property
    def _gap(self) -> str:
        """What stands before a sign or bracket."""
        return "" if self.language == "ko" else " "

    def _label(self, item: str) -> str:
        words = self.all.words("items", self._full(item), self.language)
        return words.removeprefix(f"{self.part_words}: ") if self.part else words

    @property
    def part_words(self) -> str:
        """The name of the column that is looked at."""
        return self.all.words("items", self.part, self.language) if self.part else ""

    def _full(self, item: str) -> str:
        """The item's name in the table."""
        return f"{self.part}:{item}" if self.part and item else self.part or item

    def banner(self, table: Table) -> str:
        return self.banners.get(table.group, table.group)

    def by_group(self, what: str) -> str:
        """ "권역별·운영 여부별 평균": what is told, and by which groups."""
        words = [within_a_sentence(self.banner(table), self.language) for table in self.groups]
        groups = ("·" if self.language == "ko" else ", ").join(words)
        return self.say("by_group", what=what, groups=groups)

    def levels(self, table: Table) -> list[Label]:
        """The levels of a group; not those where nobody was asked or answered."""
        empty = {
            level.id
            for level in table.levels
            if all(c.shown and not c.value for c in table.cells if (c.level, c.stat) == (level.id, "base"))
        }
        return [level for level in table.levels if level.id and level.id not in empty]

    def items(self, row: str | None = None) -> list[str]:
        """The ids of the options that are counted (in that row), in the order of the form."""
        start = f"{self.part}:" if self.part else ""
        met = {c.item for c in self.all.cells if c.stat == "count" and c.item and row in (None, c.row)}
        return [
            label.id.removeprefix(start)
            for label in self.all.items
            if label.id in met and label.id.startswith(start)
        ]

    def stat(self, stat: str, row: str = "") -> Place:
        """A column of one statistic, under its name."""
        points = self.facts.get("points")
        words = self.say("mean_of_points", points=points) if stat == "mean" and points else self.say(stat)
        return Place(Column(words, (stat,)), self.part, row)

    def option(self, item: str, row: str = "", *stats: str) -> Place:
        """A column of one option: how many chose it."""
        return Place(Column(self.words(item), stats or self.how_many), self._full(item), row)

    def with_interval(self, place: Place) -> list[Place]:
        """A column of one statistic, and one of its interval."""
        (stat,) = place.column.stats
        words = self.say("interval", level=confidence(self.all))
        return [place, place._replace(column=Column(words, (stat + INTERVAL,)))]

    def level_words(self, table: Table, level: Label) -> str:
        """The words of a level, with the letter that it has in the cells of others."""
        words = level.words.text(self.language)
        if not any(cell.letters for cell in table.cells):
            return words
        ids = [one.id for one in table.levels if one.id]
        return f"{words} ({column_letters(len(ids))[ids.index(level.id)]})"

    def total(self, row: str = "") -> Place:
        """The sum of the shares."""
        return Place(Column(self.say("total"), ()), self.part, row)

    def entry(self, place: Place, level: str = "", table: Table | None = None) -> Entry | str:
        """What stands there. A column without statistics is the sum of the shares, 100.0 by definition; of
        nobody, or of a hidden number of answers, the sign of their base."""
        table = table or self.all
        if not place.column.stats:
            base = table.get("base", place.item, place.row, level)
            if base is None or not base.shown:
                return SIGNS["suppressed"] if base is not None else ""
            if (table.group, level, place.row) in self._untold:
                return UNKNOWN
            return WHOLE if base.value else NOTHING
        first = place.column.stats[0]
        if first.endswith(INTERVAL):
            cell = table.get(first.removesuffix(INTERVAL), place.item, place.row, level)
            return Entry(table, (cell,), interval=True)
        cells = tuple(table.get(stat, place.item, place.row, level) for stat in place.column.stats)
        if len({stat.removesuffix(OF_HOW_MANY) for stat in place.column.stats}) == 1 and is_untold(cells[0]):
            return Entry(table, (table.get("count", place.item, place.row, level),), counts=True)
        return Entry(table, cells)

    def with_bases(self, places: Sequence[Place]) -> list[Place]:
        """The places of one statistic each, with how many each is of where that is not the base of the question in
        every line: one base would then be said of what fewer answered. The same places where it is."""

        def differs(table: Table, cell: Cell) -> bool:
            base = table.get("base", level=cell.level)
            return cell.status != "suppressed" and base is not None and base.shown and cell.base != base.value

        met = {(place.item, place.row, *place.column.stats) for place in places}
        if not any(
            (cell.item, cell.row, cell.stat) in met and differs(table, cell)
            for table in (self.all, *self.groups)
            for cell in table.cells
        ):
            return list(places)
        return [
            place._replace(column=replace(place.column, stats=(stat, stat + OF_HOW_MANY)))
            for place in places
            for stat in place.column.stats
        ]

    def told(self, places: Sequence[Place]) -> Sheet:
        """The sheet without the groups of which, in these places, everything is hidden."""
        wanted = {
            (place.item, place.row, stat.removesuffix(INTERVAL))
            for place in places
            for stat in place.column.stats
            if stat != "base"
        }

        def tells(table: Table) -> bool:
            met = [cell for cell in table.cells if cell.level and (cell.item, cell.row, cell.stat) in wanted]
            return not met or any(cell.status != "suppressed" for cell in met)

        return replace(self, tables=(self.all, *filter(tells, self.groups)))
