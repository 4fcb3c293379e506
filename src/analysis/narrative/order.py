"""What a table's sentences choose from: its cells as lines with a label, put in order of size.

Ordering and comparing shown cells is all the arithmetic there is. A hidden cell is no line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from analysis.narrative.figure import Figure, show_cell
from analysis.narrative.scope import is_few, is_weighted, part, weighted_amount
from analysis.narrative.sentence import Field, Sentence, compose, join
from analysis.tables import Cell, Table

NAMED = 3  # lines that tie are named up to this many


@dataclass(frozen=True)
class Line:
    """A label and its number; a count may have its share with it. text: what a measure or a weighted share reads
    as, so that what reads the same ties. weighted: the share is its size, and not the count."""

    label: Sentence
    cell: Cell
    share: Cell | None = None
    text: str = ""
    weighted: bool = False


def by_value(line: Line) -> float:
    return by_share(line) if line.weighted else line.cell.value or 0.0


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

    @property
    def labels(self) -> int:
        """How many labels it is named with."""
        return len(self.lines) if len(self.lines) <= NAMED else 1


def quoted(label: str, language: str) -> Sentence:
    """‘label’"""
    return compose("label", language, label=label)


def counted(table: Table, labels: Mapping[str, Sentence], row: str = "", nothing: bool = False) -> list[Line]:
    """The shown counts of some items (id -> label); those that are nothing only where they are asked for."""
    lines = []
    for item, label in labels.items():
        cell, share = (table.get(stat, item, row) for stat in ("count", "share"))
        if cell is None or not cell.shown or cell.value is None or not (cell.value or nothing):
            continue
        line = Line(label, cell, share if share is not None and share.shown else None)
        if line.share is not None and line.share.value is not None and is_weighted(table):
            shown = show_cell(table, line.share, "ko")  # the digits are those of every language
            line = replace(line, text=shown.text if isinstance(shown, Figure) else shown, weighted=True)
        lines.append(line)
    return lines


def measured(table: Table, stat: str, language: str, item: str = "") -> list[Line]:
    """The shown values of a statistic, row by row."""
    found = []
    for row in table.rows:
        cell = table.get(stat, item, row.id)
        shown = show_cell(table, cell, language) if cell is not None else ""
        if cell is not None and isinstance(shown, Figure):
            found.append(Line(quoted(row.words.text(language), language), cell, text=shown.text))
    return found


def places(lines: Iterable[Line], by: Callable[[Line], float] = by_value) -> list[Place]:
    """The lines from the largest down; within a tie in their own order."""
    own = list(lines)
    ordered = sorted(own, key=by, reverse=True)
    same = [list(tied) for _, tied in groupby(ordered, key=lambda line: line.text or by(line))]
    return [Place(tuple(line for line in own if line in tied)) for tied in same]


def amount(
    table: Table, found: Line | Place, language: str, few: bool | None = None, again: bool = False
) -> Field:
    """The number of a line, or of a place. Of few respondents "9개(64.3%)", of more "41.3%(132개)"; weighted
    "가중 38.9%(응답 115개)", and only the first time in a sentence. few: as other lines of the sentence have it;
    again: the sentence has had such a number."""
    line = found.first if isinstance(found, Place) else found
    shown = show_cell(table, line.cell, language)
    if line.share is None or line.share.value is None:
        return shown
    share = show_cell(table, line.share, language)
    if _unlike(table, found):
        return share if again else compose("weighted.share", language, share=share)
    if is_weighted(table) and not again:
        return weighted_amount(table, line.cell, share, language)
    counts_first = is_few(table, line.share) if few is None else few
    lead, aside = (shown, share) if counts_first else (share, shown)
    return compose("amount", language, lead=lead, aside=aside)


def amount_of(
    table: Table, found: Line | Place, language: str, few: bool | None = None, is_share: bool = False
) -> Sentence:
    """The same with the whole that it is of: "14개 중 9개(64.3%)"."""
    line = found.first if isinstance(found, Place) else found
    if line.share is not None and _unlike(table, found):
        return compose("weighted.share", language, share=show_cell(table, line.share, language))
    return part(table, line.cell, line.share, language, few, is_share)


def _unlike(table: Table, found: Line | Place) -> bool:
    """Lines whose weighted shares tie, and their counts do not: the share is all that they have in common."""
    return (
        isinstance(found, Place) and is_weighted(table) and len({line.cell.value for line in found.lines}) > 1
    )


def any_few(table: Table, lines: Iterable[Line]) -> bool:
    """One of the lines stands on few respondents, so that all of a sentence are counted first."""
    return any(line.share is not None and is_few(table, line.share) for line in lines)


def common_amount(table: Table, place: Place, language: str, few: bool) -> Field:
    """The number of a place in an order by share, with its whole. Lines that tie have that share in common,
    not the count: "7개 중 6개, 14개 중 12개(85.7%)"; of many the share is enough."""
    line = place.first
    if not place.tie or line.share is None:
        return amount_of(table, line, language, few, is_share=True)
    share = show_cell(table, line.share, language)
    if not few:
        return compose("weighted.share", language, share=share) if is_weighted(table) else share
    first = line.cell
    if all((tied.cell.value, tied.cell.base) == (first.value, first.base) for tied in place.lines):
        return amount_of(table, line, language, few, is_share=True)
    by_base = sorted(place.lines, key=lambda tied: tied.cell.base or 0)
    parts = [part(table, tied.cell, None, language) for tied in by_base]
    counts = [*{found.text: found for found in parts}.values()]
    if len(counts) > NAMED:  # the fewest and the most
        lead = join([counts[0], counts[-1]], "~" if language == "ko" else " to ")
    else:
        lead = listed(counts, language)
    return compose("amount", language, lead=lead, aside=share)


def name(place: Place, language: str) -> Sentence:
    """The labels of a place: ‘A’; ‘A’와 ‘B’; ‘A’, ‘B’, ‘C’, without quotes 5월·11월·12월; or how many they
    are, where many tie."""
    labels = [line.label for line in place.lines]
    if len(labels) > NAMED:
        return compose("several", language, n=str(len(labels)))
    if len(labels) == 2:
        return compose("pair", language, one=labels[0], other=labels[1])
    plain = language == "ko" and not labels[0].text.startswith("‘")
    return join(labels, "·") if plain else listed(labels, language)


def named(
    table: Table,
    place: Place,
    language: str,
    how: str = "named",
    few: bool | None = None,
    again: bool = False,
) -> Sentence:
    """A place with its number: ‘A’ 3개(21.4%); ‘A’와 ‘B’ 각각 3개(21.4%). how: "named" in a list,
    "following" after the first place of an order (in English ‘A’ with 3). few, again: see `amount`."""
    key = f"{how}.each" if place.tie else f"{how}.one"
    number = amount(table, place, language, few, again)
    return compose(key, language, name=name(place, language), amount=number)


def listed(phrases: Sequence[Field], language: str) -> Sentence:
    """‘A’, ‘B’, ‘C’; in English ‘A’, ‘B’ and ‘C’."""
    if language == "ko" or len(phrases) < 2:
        return join(phrases, ", ")
    return join([join(phrases[:-1], ", "), phrases[-1]], " and ")


def in_turn(phrases: Sequence[Field], language: str) -> Sentence:
    """The same where each is a place of its own, and may be several that tie: ‘A’ …, then ‘B’ and ‘C’ …
    each."""
    return join(phrases, ", " if language == "ko" else ", then ")


def few_labels(order: Sequence[Place], most: int) -> list[Place]:
    """The first places, as many as are named with at most so many labels; one at least."""
    kept: list[Place] = []
    for place in order:
        if kept and sum(found.labels for found in kept) + place.labels > most:
            break
        kept.append(place)
    return kept
