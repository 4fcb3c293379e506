"""The number that stands in large type beside a finding, of how many it is, and a mark for each of them; beside a
mean the scale that it lies on."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.language import message
from analysis.narrative import Figure, Sentence, show_cell
from analysis.report.cover_art import MOST_MARKS
from analysis.tables import Cell, Table
from analysis.tables.address import parse_address


@dataclass(frozen=True)
class LargeNumber:
    """of: the base, "" where the number is no count. marks: (how many are filled, of how many), () for too many.
    scale: what a mean is counted in ("(5점 척도)"), "" for another number."""

    number: Figure
    of: Figure | str = ""
    marks: tuple[int, ...] = ()
    scale: str = ""


def large_number(table: Table, finding: Sentence, language: str) -> LargeNumber | None:
    """The finding's first number that is not the whole; None where it has no number."""
    numbers = [part for part in finding.parts if isinstance(part, Figure)]
    if not numbers:
        return None
    number = next((found for found in numbers if not _is_whole(table, found)), numbers[0])
    base = _base(table, number)
    if base is None:
        return LargeNumber(number, scale=_scale(table, number, language))
    marks = (int(number.value), int(base.value or 0)) if (base.value or 0) <= MOST_MARKS else ()
    return LargeNumber(number, show_cell(table, base, language), marks)


def _scale(table: Table, number: Figure, language: str) -> str:
    """The points between which the scale of a mean, or of a difference of means, runs; "" off a scale."""
    on_a_scale = table.on_a_scale and parse_address(number.address)[4][3] == "mean"
    points = table.facts.get("points") if on_a_scale else None
    return message("report.summary.scale", language, points=points) if points else ""


def _is_whole(table: Table, number: Figure) -> bool:
    """It is a base, or as many as that."""
    base = _base(table, number)
    return number.address.endswith("/base") or (base is not None and base.value == number.value)


def _base(table: Table, number: Figure) -> Cell | None:
    """The base of a count; None for another number, and where the base is not shown."""
    level, row, item, _ = parse_address(number.address)[4]
    count, base = table.get("count", item, row, level), table.get("base", "", row, level)
    counted = count is not None and count.value == number.value and base is not None and base.shown
    return base if counted else None
