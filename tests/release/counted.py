"""Tables small enough to check by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from analysis.questionnaire.words import Words
from analysis.tables import Cell, Label, Table


def counted_table(
    lines: Mapping[str, Sequence[int]],
    *,
    kind: str = "single",
    nets: Mapping[str, Sequence[str]] | None = None,
    means: bool = False,
    **facts: object,
) -> Table:
    """A table of counts: level -> counts of the items "1", "2", …; level "" is the total."""
    cells: list[Cell] = []
    for level, counts in lines.items():
        base = sum(counts)
        cells.append(Cell(level, "", "", "base", base, n=base, base=base))
        items = {str(at): count for at, count in enumerate(counts, start=1)}
        for net, parts in (nets or {}).items():
            items[net] = sum(items[part] for part in parts)
        for item, count in items.items():
            cells.append(Cell(level, "", item, "count", count, n=count, base=base))
            cells.append(Cell(level, "", item, "share", count / base if base else 0, n=count, base=base))
        if means:
            total = sum(at * count for at, count in enumerate(counts, start=1))
            cells.append(Cell(level, "", "", "mean", total / base if base else None, n=base, base=base))
    levels = [level for level in lines if level]
    return Table(
        survey="s",
        year=2016,
        question="q",
        group="g" if levels else "",
        kind=kind,
        title=Words(ko="제목"),
        asked=Words(ko="질문"),
        base=Words(ko="전체"),
        source=Words(ko="자료"),
        levels=tuple(Label(level, Words(ko=level)) for level in levels),
        facts={"by_key": bool(levels), **facts},
        cells=tuple(cells),
    )


def shown(table: Table, level: str = "", stat: str = "count") -> dict[str, float | str]:
    """item -> value, or "X", of one line."""
    return {
        cell.item: cell.value if cell.value is not None else "X"
        for cell in table.cells
        if cell.level == level and cell.stat == stat
    }
