"""What a reader can add and subtract: the counts of all tables of one question, and how they add up.

A level is known by whom it holds, whatever table it stands in: all tables of a question share the total, and banners
of one question share what they have in common. What is hidden is then hidden in all of them, and a fine banner cannot
give back what a coarse one hides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from analysis.tables import Cell, Table

COUNT, SHARE, BASE, ABSENT = "count", "share", "base", "absent"
BOX = "not_applicable"

Key = tuple[str, str, str]  # level, row, item
Line = tuple[str, str, str]  # level, row, side: a line of a table, or what stands in it under one column
Levels = Mapping[str, frozenset[str]]  # the levels of a banner by their names, and the options that each takes


@dataclass(frozen=True)
class Block:
    """The counts of one row and one side of a table ("importance:1" … are a side of their own).

    items     ids that share a base, without their nets; the box beside a scale ("이용 안 함") is a block of its own
    levels    the group's levels, without the total
    """

    row: str
    side: str
    items: tuple[str, ...]
    levels: tuple[str, ...]

    @property
    def is_box(self) -> bool:
        return self.items[0].rpartition(":")[2] == BOX


@dataclass(frozen=True)
class Equation:
    """The counts or bases of `parts` add up to that of `total`."""

    parts: tuple[Key, ...]
    total: Key


@dataclass(frozen=True)
class Board:
    """Counts and bases that have to do with each other: of one row, or of all the rows of a ranking.

    groups      the levels of each table, without the total
    one_choice  a respondent has one of a line's items: they add up to its base
    """

    counts: Mapping[Key, int]
    bases: Mapping[Line, int]
    blocks: tuple[Block, ...]
    groups: tuple[tuple[str, ...], ...]
    equations: tuple[Equation, ...]
    one_choice: bool


def boards(tables: Sequence[Table], banners: Iterable[Levels] = ()) -> list[Board]:
    """The boards of the tables of one question: one for each row, and one for all the rows of a ranking.

    banners  those that go by this question: how many a level holds is the base of every other question's tables by
             it, where everybody answered
    """
    rows = tuple(dict.fromkeys(cell.row for table in tables for cell in table.cells))
    counts: dict[str, dict[Key, int]] = {row: {} for row in rows}
    bases: dict[str, dict[Line, int]] = {row: {} for row in rows}
    blocks: dict[str, list[Block]] = {row: [] for row in rows}
    groups = []
    for table in tables:
        names = level_names(table)
        groups.append(tuple(name for level, name in names.items() if level))
        for cell in table.cells:
            key = (names[cell.level], cell.row, cell.item)
            if cell.stat == BASE:
                bases[cell.row][key] = int(cell.value or 0)
            elif cell.stat == COUNT:
                counts[cell.row][key] = int(cell.value or 0)
                if cell.base is not None:  # importance and performance have no base of their own to read
                    bases[cell.row].setdefault(line_of(key), cell.base)
        for block in _blocks(table, groups[-1]):
            blocks[block.row].append(block)
    held_by: list[Equation] = []
    for levels in banners:
        sizes = {name: tuple(("", "", option) for option in sorted(of)) for name, of in levels.items()}
        if rows == ("",) and all(key in counts[""] for of in sizes.values() for key in of):
            groups.append(tuple(sizes))
            held_by += (Equation(of, (name, "", "")) for name, of in sizes.items())
            bases[""] |= {(name, "", ""): sum(counts[""][key] for key in of) for name, of in sizes.items()}
    together = [rows] if tables[0].kind == "ranking" else [(row,) for row in rows]
    return [
        _board(
            {key: n for row in some for key, n in counts[row].items()},
            {key: n for row in some for key, n in bases[row].items()},
            tuple(block for row in some for block in blocks[row]),
            tuple(dict.fromkeys(groups)),
            tables[0].kind,
            [*_nested(groups, {name: of for table in tables for name, of in _options(table).items()})],
            held_by,
        )
        for some in together
    ]


def level_names(table: Table) -> dict[str, str]:
    """Level id -> a name for those whom it holds: the group's question and the options that the level takes."""
    by, of = table.facts.get("by"), table.facts.get("levels_of", {})
    return {
        level: level and (f"{by}={'+'.join(sorted(of[level]))}" if level in of else f"{table.group}={level}")
        for level in dict.fromkeys(cell.level for cell in table.cells)
    }


def levels_of(table: Table) -> Levels:
    """The levels of a table's banner by the names that boards give them."""
    of = table.facts.get("levels_of", {})
    names = level_names(table)
    return {names[level]: frozenset(of[level]) for level in names if level in of}


def line_of(key: Key) -> Line:
    """The line that a count stands in; one under a column stands in what the line has under it."""
    level, row, item = key
    return (level, row, item.rpartition(":")[0])


def parts_of_net(item: str) -> tuple[str, ...]:
    """The items that a net adds up: "4+5" -> ("4", "5"); () for a plain item. Sides keep their prefix."""
    prefix, _, name = item.rpartition(":")
    if "+" not in name:
        return ()
    lead = f"{prefix}:" if prefix else ""
    return tuple(lead + part for part in name.split("+"))


def is_value_count(cell: Cell) -> bool:
    """Counts of single values ("=8"), whose very presence tells that somebody answered 8."""
    return cell.item.rpartition(":")[2].startswith("=")


def _options(table: Table) -> dict[str, tuple[str, frozenset[str]]]:
    """Level name -> the group's question and the options that the level takes."""
    return {name: (table.facts["by"], taken) for name, taken in levels_of(table).items()}


def _blocks(table: Table, levels: tuple[str, ...]) -> Iterator[Block]:
    """One for each row and side that holds counts."""
    found: dict[tuple[str, str, bool], dict[str, None]] = {}
    for cell in table.cells:
        if cell.stat == COUNT and not parts_of_net(cell.item):
            side, _, name = cell.item.rpartition(":")
            found.setdefault((cell.row, side, name == BOX), {})[cell.item] = None
    return (Block(row, side, tuple(items), levels) for (row, side, _), items in found.items())


def _board(
    counts: dict[Key, int],
    bases: dict[Line, int],
    blocks: tuple[Block, ...],
    groups: tuple[tuple[str, ...], ...],
    kind: str,
    nested: Iterable[tuple[tuple[str, ...], str]],
    held_by: Iterable[Equation],
) -> Board:
    """The board with those equations that hold; of respondents outside a group or a line's base, some do not."""
    counts = {key: n for key, n in counts.items() if not parts_of_net(key[2])}
    true = bases | counts
    one_choice = kind != "multi"
    levels = dict.fromkeys(level for level, _, _ in true)
    could = [
        *(_across(blocks, levels) if one_choice else ()),
        *_down(true, [*((group, "") for group in groups if group), *nested]),
        *held_by,
        *_ranks(counts),
        *(_asked_of_some(counts, bases, levels) if kind == "grid" else ()),
    ]
    held = tuple(
        equation
        for equation in dict.fromkeys(could)
        if all(key in true for key in (*equation.parts, equation.total))
        and sum(true[part] for part in equation.parts) == true[equation.total]
    )
    return Board(counts, bases, blocks, groups, held, one_choice)


def _across(blocks: Iterable[Block], levels: Iterable[str]) -> Iterator[Equation]:
    """The items of a line add up to its base."""
    for block, level in product(blocks, levels):
        if not block.is_box and "+" not in block.row:
            parts = tuple((level, block.row, item) for item in block.items)
            yield Equation(parts, (level, block.row, block.side))


def _down(
    true: Mapping[Key, int], sums: Sequence[tuple[tuple[str, ...], str]]
) -> Iterator[Equation]:
    """The levels of a group add up to all respondents, or to a level of a coarser group."""
    places = dict.fromkeys((row, item) for _, row, item in true)
    for (levels, total), (row, item) in product(sums, places):
        yield Equation(tuple((level, row, item) for level in levels), (total, row, item))


def _nested(
    groups: Iterable[tuple[str, ...]], options: Mapping[str, tuple[str, frozenset[str]]]
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Levels of one banner that together are a level of another banner of the same question."""
    for group, (whole, (by, taken)) in product(groups, options.items()):
        parts = [
            level
            for level in group
            if level in options and options[level][0] == by and options[level][1] < taken
        ]
        if frozenset().union(*(options[level][1] for level in parts)) == taken:
            yield tuple(parts), whole


def _ranks(counts: Mapping[Key, int]) -> Iterator[Equation]:
    """What was chosen at any rank is the sum of the ranks."""
    for level, row, item in counts:
        if "+" in row:
            yield Equation(tuple((level, rank, item) for rank in row.split("+")), (level, row, item))


def _asked_of_some(
    counts: Mapping[Key, int], bases: Mapping[Line, int], levels: Iterable[str]
) -> Iterator[Equation]:
    """A column that is asked of those who chose an item of another: its base tells that item's count. Whether all of
    them answered a reader sees in the total."""
    sides = [(row, side, base) for (level, row, side), base in bases.items() if side and base and not level]
    chosen = [key for key in counts if not key[0]] if sides else []
    for (row, side, base), key in product(sides, chosen):
        if key[1] == row and counts[key] == base and not key[2].startswith(f"{side}:"):
            yield from (Equation(((level, row, key[2]),), (level, row, side)) for level in levels)
