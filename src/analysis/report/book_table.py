"""A table as a workbook shows it: headings, rows of numbers and words, and what stands around them.

Made from the faces of a question, or from a listing of the annual report. Numbers keep the digits of the page, so
that page and book never disagree; "X" and "-" stay text, so that nobody takes a hidden value for none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from markupsafe import Markup

from analysis.language import half_up, message
from analysis.narrative import Figure, show_cell
from analysis.narrative.figure import show_end
from analysis.release import Bundle
from analysis.report.face import Column, Entry, Face
from analysis.report.figure_block import banner_words, notes_of, source_of
from analysis.report.layout import faces
from analysis.report.listing import Listing
from analysis.report.sheet import INTERVAL, WHOLE
from analysis.tables import Cell, Table
from analysis.tables.table import OF_HOW_MANY

_NUMBER = re.compile(r"[-△]?\d[\d,]*(\.\d+)?")
_LETTERS = {"ko": "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허", "en": "abcdefghijklmnopqrstuvwxyz"}


@dataclass(frozen=True)
class Number:
    """A number and its format, such as "0.0%"."""

    value: float
    format: str


Value = Number | str | None


@dataclass(frozen=True)
class Head:
    """A column's heading, and what stands above it. text: of words, which begin at the left."""

    words: str
    group: str = ""
    text: bool = False


@dataclass(frozen=True)
class Row:
    """A line; one without values is the heading of those below it."""

    words: str
    values: tuple[Value, ...] = ()
    total: bool = False


@dataclass(frozen=True)
class BookTable:
    """What a sheet shows. number: that of the question; letter: of one of its tables, where it has several; what:
    what this one tells; above, below: what stands around it."""

    number: str
    letter: str
    title: str
    what: str
    base: str
    above: tuple[str, ...]
    units: str
    warning: str
    corner: str
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    below: tuple[str, ...]

    @property
    def name(self) -> str:
        """ "A6나 지원 이용과 만족도", "사업별 활동 나"."""
        if self.number:
            return f"{self.number}{self.letter} {self.title}"
        return f"{self.title} {self.letter}".strip()


def question_tables(bundle: Bundle, table: Table, language: str) -> Iterator[BookTable]:
    """Every table of a question; `table` is the one of all respondents."""
    tables = (table, *(bundle.table(table.question, group) for group in bundle.groups(table.question)))
    invented = bundle.invented or bool(table.facts.get("invented"))
    warning = _say(language, "invented.banner" if bundle.invented else "invented.tag") if invented else ""
    yield from book_tables(tables, banner_words(bundle.facts, language), invented, warning, language)


def book_tables(
    tables: Sequence[Table], banners: Mapping[str, str], invented: bool, warning: str, language: str
) -> Iterator[BookTable]:
    """tables, banners: as faces want them. invented: the source says so; warning: what is written above each."""
    table = tables[0]
    shown = faces(tables, banners, language)
    letters = _LETTERS[language] if len(shown) > 1 else ("",)
    source = source_of(table, invented, language)
    base = table.base.text(language)
    for face, letter in zip(shown, letters, strict=False):
        units = face.units(language)
        yield BookTable(
            number=str(table.facts.get("no") or ""),
            letter=letter,
            title=table.title.text(language),
            what=face.words,
            base=base,
            above=(f"{_say(language, 'workbook.asked')}: {table.asked.text(language)}",
                   f"{_say(language, 'workbook.base')}: {base}"),
            units=_say(language, "caption.unit", units=", ".join(units)) if units else "",
            warning=warning,
            corner=face.corner,
            heads=tuple(head for column in face.columns for head in _heads(column, language)),
            rows=tuple(_rows(face, language)),
            below=(*_numbered(notes_of(tables, language, (face,)), language),
                   f"{_say(language, 'caption.source')} {source}"),
        )  # fmt: skip


def listing_table(listing: Listing, language: str) -> BookTable:
    """A listing of the annual report: its words without their marks, and numbers where a cell is one."""
    rows: list[Row] = []
    for words, lines in listing.groups:
        rows += [Row(f"[{words}]")] if words else []
        for line in lines:
            rows.append(Row(_plain(line.name), tuple(_value(_plain(cell)) for cell in line.cells)))
    source = (f"{_say(language, 'caption.source')} {listing.source}",) if listing.source else ()
    return BookTable(
        number="", letter="", title=listing.title, what="", base="", above=(), units="", warning="",
        corner=listing.columns[0],
        heads=tuple(Head(words, text=True) for words in listing.columns[1:]), rows=tuple(rows),
        below=(*_numbered(listing.notes, language), *source),
    )  # fmt: skip


def _heads(column: Column, language: str) -> Iterator[Head]:
    """The heading of a column; one with count and share is split in two."""
    if column.stats and column.stats[0].endswith(INTERVAL):
        for part in ("se", "low", "high"):
            yield Head(_say(language, f"workbook.{part}"), column.words)
    elif len(column.stats) < 2:
        yield Head(column.words, column.group, column.text)
    elif column.stats[-1].endswith(OF_HOW_MANY):
        yield Head(column.words, column.group, column.text)
        yield Head(f"{column.words} {_say(language, 'workbook.of_how_many')}", column.group)
    else:
        for stat in column.stats:
            yield Head(f"{column.words} {_say(language, f'workbook.{stat}')}", column.group)


def _rows(face: Face, language: str) -> Iterator[Row]:
    for block in face.blocks:
        if block.words and block.lines:
            yield Row(f"[{block.words}]")
        for line in block.lines:
            values: list[Value] = []
            for column, entry in zip(face.columns, line.entries, strict=True):
                values += _values(column, entry, language)
            yield Row(line.words, tuple(values), line.total)


def _values(column: Column, entry: Entry | str | None, language: str) -> Iterator[Value]:
    """What stands in a column of the page; one value for each of its statistics. The sum of the shares stands below
    the shares."""
    if column.stats and column.stats[0].endswith(INTERVAL):
        cell = entry.cells[0] if isinstance(entry, Entry) else None
        yield from _ends(entry.table, cell, language) if isinstance(entry, Entry) and cell else (None,) * 3
        return
    last = max(1, len(column.stats)) - 1
    for at in range(last + 1):
        if isinstance(entry, str):
            value = entry if column.text else _value(entry, percent=entry == WHOLE)
            yield value if at == last else None
        elif entry is None or at >= len(entry.cells) or (cell := entry.cells[at]) is None:
            yield None
        else:
            yield _cell_value(entry, cell, language)


def _cell_value(entry: Entry, cell: Cell, language: str) -> Value:
    if entry.counts:  # in the place of a share: text, so that nobody takes it for one
        shown = show_cell(entry.table, cell, language)
        text = shown.text if isinstance(shown, Figure) else shown
        return f"n = {text}" if text.isdecimal() else text
    value = _value(_shown(entry.table, cell, language), percent=cell.stat == "share")
    if isinstance(value, Number) and cell.letters:
        return replace(value, format=f'{value.format}" {cell.letters}"')
    return value


def _ends(table: Table, cell: Cell, language: str) -> Iterator[Value]:
    """Standard error (with a digit more than the figure) and both ends of the interval."""
    if not cell.shown or cell.low is None or cell.high is None:
        yield from (None,) * 3
        return
    share = cell.stat == "share"
    digits = len(_shown(table, cell._replace(n=None), language).partition(".")[2]) + 1
    if cell.se is None:
        yield None
    else:
        error = half_up(cell.se * (100 if share else 1), digits)
        yield _value(f"{error:,f}", percent=share)
    for end in ("low", "high"):
        yield _value(show_end(table, cell, end, language, unit=False).text, percent=share)


def _shown(table: Table, cell: Cell, language: str) -> str:
    shown = show_cell(table, cell, language, unit=False)
    return shown.text if isinstance(shown, Figure) else shown


def _value(text: str, percent: bool = False) -> Value:
    """The number that a page shows, with its digits; other text as it is."""
    if not _NUMBER.fullmatch(text):
        return text
    decimals = len(text.partition(".")[2])
    form = "#,##0" + ("." + "0" * decimals if decimals else "")
    value = Decimal(text.replace(",", "").lstrip("△"))
    if percent:
        return Number(float(value / 100), f"{form}%")
    if text[0] == "△":  # a minus in accounts
        return Number(-float(value), f'{form};"△"{form}')
    return Number(float(value), form)


def _plain(cell: Markup | str) -> str:
    """The words of a cell; the marks of footnotes, which the book does not have, are left out."""
    html = re.sub(r"<sup\b.*?</sup>", "", str(cell), flags=re.DOTALL)
    return Markup(html).striptags() if isinstance(cell, Markup) else str(cell)


def _numbered(notes: tuple[str, ...], language: str) -> tuple[str, ...]:
    label = _say(language, "caption.note")
    if len(notes) == 1:
        return (f"{label} {notes[0]}",)
    return tuple(f"{label} {number}) {note}" for number, note in enumerate(notes, start=1))


def _say(language: str, key: str, **fields: object) -> str:
    return message(f"report.{key}", language, **fields)
