"""A table of counts as the game of hiding sees it: blocks of levels × items whose margins are known to the reader."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.tables import Cell, Table

COUNT, SHARE, BASE, ABSENT = "count", "share", "base", "absent"
BOX = "not_applicable"


@dataclass(frozen=True)
class Block:
    """The counts of one row and one side of a table ("importance:1" … are a side of their own).

    items     ids that share a base, without their nets; the box beside a scale ("이용 안 함") is a block of its own
    levels    ids of the group's levels, without the total
    """

    row: str
    items: tuple[str, ...]
    levels: tuple[str, ...]


def parts_of_net(item: str) -> tuple[str, ...]:
    """The items that a net adds up: "4+5" -> ("4", "5"); () for a plain item. Sides keep their prefix."""
    prefix, _, name = item.rpartition(":")
    if "+" not in name:
        return ()
    lead = f"{prefix}:" if prefix else ""
    return tuple(lead + part for part in name.split("+"))


def blocks(table: Table) -> list[Block]:
    """The blocks of a table, one for each row and side that holds counts."""
    found: dict[tuple[str, str], list[str]] = {}
    for cell in table.cells:
        if cell.stat == COUNT and cell.item:
            prefix, _, name = cell.item.rpartition(":")
            side = cell.item if name == BOX else prefix
            items = found.setdefault((cell.row, side), [])
            if cell.item not in items:
                items.append(cell.item)
    levels = tuple(dict.fromkeys(cell.level for cell in table.cells if cell.level))
    return [
        Block(row, tuple(item for item in items if not parts_of_net(item)), levels)
        for (row, _), items in found.items()
    ]


def counts(table: Table, row: str, stat: str = COUNT) -> dict[tuple[str, str], int]:
    """(level, item) -> count for one row of a table; where nobody answered, of everything nothing."""
    return {
        (cell.level, cell.item): int(cell.value or 0)
        for cell in table.cells
        if cell.row == row and cell.stat == stat and (cell.value is not None or cell.status == "empty")
    }


def is_value_count(cell: Cell) -> bool:
    """Counts of single values ("=8"), whose very presence tells that somebody answered 8."""
    return cell.item.rpartition(":")[2].startswith("=")
