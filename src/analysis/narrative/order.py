"""What a table's sentences choose from: its cells as lines with a label, put in order of size.

Ordering and comparing shown cells is all the arithmetic there is. A hidden cell is no line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from analysis.narrative.figure import show_cell
from analysis.narrative.sentence import Field, Sentence, compose, join
from analysis.tables import Cell, Table

FEW = 30  # respondents: below, counts say more than shares and come first
NAMED = 3  # lines that tie are named up to this many


@dataclass(frozen=True)
class Line:
    """A label and its number; a count may have its share with it."""

    label: Sentence
    cell: Cell
    share: Cell | None = None


def by_value(line: Line) -> float:
    return line.cell.value or 0.0


def by_share(line: Line) -> float:
    """For lines that do not have one base."""
    return (line.share and line.share.value) or 0.0


@dataclass(frozen=True)
class Place:
    """A place in the order: one line, or several that tie."""

    lines: tuple[Line, ...]

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def tie(self) -> bool:
        return len(self.lines) > 1


def quoted(label: str, language: str) -> Sentence:
    """‘label’"""
    return compose("label", language, label=label)


def counted(table: Table, labels: Mapping[str, Sentence], row: str = "", level: str = "") -> list[Line]:
    """The shown counts of some items (id -> label) that are not nothing."""
    lines = []
    for item, label in labels.items():
        cell, share = (table.get(stat, item, row, level) for stat in ("count", "share"))
        if cell is not None and cell.shown and cell.value:
            lines.append(Line(label, cell, share if share is not None and share.shown else None))
    return lines


def measured(table: Table, stat: str, language: str, item: str = "") -> list[Line]:
    """The shown values of a statistic, row by row."""
    cells = [(row.words.text(language), table.get(stat, item, row.id)) for row in table.rows]
    return [
        Line(quoted(label, language), cell)
        for label, cell in cells
        if cell is not None and cell.shown and cell.value is not None
    ]


def places(lines: Iterable[Line], by: Callable[[Line], float] = by_value) -> list[Place]:
    """The lines from the largest down; within a tie in their own order."""
    ordered = sorted(lines, key=by, reverse=True)
    return [Place(tuple(same)) for _, same in groupby(ordered, key=by)]


def amount(table: Table, line: Line, language: str) -> Field:
    """The number of a line. Of few respondents "9개(64.3%)", of more "41.3%(132개)"."""
    shown = show_cell(table, line.cell, language)
    if line.share is None or line.share.value is None:
        return shown
    share = show_cell(table, line.share, language)
    few = line.share.base is None or line.share.base < FEW
    lead, aside = (shown, share) if few else (share, shown)
    return compose("amount", language, lead=lead, aside=aside)


def common_amount(table: Table, place: Place, language: str) -> Field:
    """The number of a place in an order by share. Lines that tie have that share in common, not the count."""
    line = place.first
    if place.tie and line.share is not None:
        return show_cell(table, line.share, language)
    return amount(table, line, language)


def name(place: Place, language: str) -> Sentence:
    """The labels of a place: ‘A’; ‘A’와 ‘B’; ‘A’, ‘B’, ‘C’; or just "several" where many tie."""
    labels = [line.label for line in place.lines]
    if len(labels) > NAMED:
        return compose("several", language)
    if len(labels) == 2:
        return compose("pair", language, one=labels[0], other=labels[1])
    return join(labels, ", ")


def named(table: Table, place: Place, language: str) -> Sentence:
    """A place with its number: ‘A’ 3개(21.4%); ‘A’와 ‘B’ 각각 3개(21.4%)."""
    key = "named.each" if place.tie else "named.one"
    return compose(key, language, name=name(place, language), amount=amount(table, place.first, language))


def listed(phrases: Sequence[Field], language: str) -> Sentence:
    """‘A’, ‘B’, ‘C’; in English ‘A’, ‘B’ and ‘C’."""
    if language == "ko" or len(phrases) < 2:
        return join(phrases, ", ")
    return join([join(phrases[:-1], ", "), phrases[-1]], " and ")


def who(table: Table, language: str, row: str = "", level: str = "") -> Sentence | None:
    """Those a line is about: "회원단체 14개". None where their number is hidden."""
    base = table.get("base", row=row, level=level)
    if base is None or not base.shown or base.value is None:
        return None
    words = table.facts.get("respondents") or {}
    key = "ko" if language == "ko" else "en" if base.value == 1 else "en_plural"
    noun = words.get(key) or compose("respondents", language)
    return compose("who", language, noun=noun, n=show_cell(table, base, language))


def scope(table: Table, language: str, row: str = "") -> Sentence:
    """How a sentence about an order begins: "회원단체 14개 중 ". Where counts are hidden it says that it is about
    those shown."""
    them, some = who(table, language, row), any_hidden(table, row)
    if them is None:
        return compose("shown", language) if some else Sentence(())
    return compose("among_shown" if some else "among", language, who=them)


def any_hidden(table: Table, row: str = "") -> bool:
    """A count of all respondents in that row was hidden, so that an order is one of the others only."""
    return any(
        cell.status == "suppressed" and cell.stat == "count" and (cell.level, cell.row) == ("", row)
        for cell in table.cells
    )
