"""All that explore.html holds: the released tables of its years as compact JSON, and back.

    {"version": 1, "language": "ko", "audience": "members", "year": 2016, "start": "survey/question",
     "texts": [every text once; what follows tells its place],
     "axes": [[[id, text], …], …]                     levels, rows or items, each list once
     "measures": [[stat, way, unit], …]               what a column tells, and how it is written
     "shapes": [[[row, …], [item, measure, item, …], [row, …], …], …]
                                                      columns: of each of these rows, each of these pairs
     "reports": [{"survey", "year", "title", "groups": {id: text}, "questions":
        [{"id", "no", "title", "asked", "section", "kind", "page", "few", "weighted", "tables":
            [{"group", "axes": [levels, rows, items], "shape", "base", "source", "notes", "found", "lines"}]}]}]}
                                                      a line that is 0 is the first line of the question's first table

Nothing says by which rule a cell is hidden, and of a hidden cell nothing but that it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Any

from markupsafe import Markup

from analysis.narrative import headline, unit_of, with_capital
from analysis.narrative.scope import counts_lead, is_weighted, nobody_asked
from analysis.questionnaire.words import Words
from analysis.release import Bundle
from analysis.report.figure_block import source_of
from analysis.report.sheet import Sheet
from analysis.report.site.explorer.lines import Column, Held, read_lines, write_lines
from analysis.report.site.explorer.shown import way_of
from analysis.report.site.search import script_json
from analysis.tables import Cell, Label, Table

VERSION = 1
TABLES = "tables"  # the id of the element that holds it
SAME = 0


@dataclass(frozen=True)
class HeldTable:
    """A table as the page holds it. found: its finding. cells: by level, row, item and stat."""

    survey: str
    year: int
    question: str
    group: str
    found: str
    cells: Mapping[tuple[str, str, str, str], Held]


def data_json(
    bundles: Iterable[Bundle], pages: Mapping[str, str], year: int, start: str, language: str
) -> Markup:
    """The data as the content of a script element.

    bundles: those of `year` first. pages: the address of the block of a question, by "survey/question", for those of
    `year`. start: the question that is shown first.
    """
    bundles, store = tuple(bundles), _Store(language)
    reports = [store.report(bundle, pages if bundle.year == year else {}) for bundle in bundles]
    return script_json({
        "version": VERSION, "language": language, "audience": bundles[0].audience, "year": year, "start": start,
        "reports": reports, "texts": [*store.texts],
        **{name: [*map(json.loads, getattr(store, name))] for name in ("axes", "measures", "shapes")},
    })  # fmt: skip


def read_data(data: Mapping[str, Any]) -> Iterator[HeldTable]:
    """The tables that the page holds, from its JSON."""
    texts, axes = data["texts"], data["axes"]
    for report in data["reports"]:
        for question in report["questions"]:
            for table in question["tables"]:
                levels, rows, items = ([one for one, _ in axes[at]] for at in table["axes"])
                columns = [
                    Column(rows[row], items[item], stat, way, texts[unit])
                    for row, item, measure in _unfolded(data["shapes"][table["shape"]])
                    for stat, way, unit in (data["measures"][measure],)
                ]
                first = question["tables"][0]["lines"][0]
                cells = read_lines((first if line == SAME else line for line in table["lines"]), levels, columns)
                found = texts[table["found"]]
                yield HeldTable(report["survey"], report["year"], question["id"], table["group"], found, cells)


def held_table(table: Table, language: str) -> HeldTable:
    """A table as a page would hold it: what `read_data` gives of a page that was made from it."""
    columns, levels = _columns(table, language), _levels(table)
    cells = read_lines(write_lines(table, levels, columns), levels, columns)
    return HeldTable(
        table.survey, table.year, table.question, table.group, _finding(table, language), cells
    )


@dataclass
class _Store:
    """What many tables share, each once, by its place."""

    language: str
    texts: dict[str, int] = field(default_factory=lambda: {"": 0})
    measures: dict[str, int] = field(default_factory=dict)
    axes: dict[str, int] = field(default_factory=dict)
    shapes: dict[str, int] = field(default_factory=dict)

    def report(self, bundle: Bundle, pages: Mapping[str, str]) -> dict[str, Any]:
        banners = bundle.facts.get("banners") or {}
        sections = {
            question: section.words.text(self.language)
            for section in bundle.sections
            for question in section.questions
        }
        by_question: dict[str, list[Table]] = {}
        for table in bundle.tables:
            by_question.setdefault(table.question, []).append(table)
        ordered = sorted(by_question, key=[*sections, *by_question].index)
        return {
            "survey": bundle.survey,
            "year": bundle.year,
            "title": self.text(bundle.title),
            "groups": {group: self.text(Words(**words)) for group, words in banners.items()},
            "questions": [
                self._question(bundle, by_question[one], sections.get(one, ""), pages) for one in ordered
            ],
        }

    def _question(
        self, bundle: Bundle, tables: Sequence[Table], section: str, pages: Mapping[str, str]
    ) -> dict[str, Any]:
        table = next((one for one in tables if not one.group), tables[0])
        return {
            "id": table.question,
            "no": str(table.facts.get("no") or ""),
            "title": self.text(table.title),
            "asked": self.text(table.asked),
            "section": self._place(section),
            "kind": table.kind,
            "page": pages.get(f"{table.survey}/{table.question}", ""),
            "few": counts_lead(table),
            "weighted": is_weighted(table),
            "unasked": nobody_asked(table),
            TABLES: _without_repeats([self._table(one, bundle.invented) for one in tables]),
        }

    def _table(self, table: Table, invented: bool) -> dict[str, Any]:
        columns, levels = _columns(table, self.language), _levels(table)
        rows, items = ([*dict.fromkeys(ids)] for ids in zip(*((one.row, one.item) for one in columns), strict=True))
        shape = _folded(
            (rows.index(one.row), items.index(one.item), self._measure(one)) for one in columns
        )
        axes = ((levels, table.levels), (rows, table.rows), (items, table.items))
        return {
            "group": table.group,
            "axes": [self._axis(ids, labels, table) for ids, labels in axes],
            "shape": _at(self.shapes, json.dumps(shape)),
            "base": self.text(table.base),
            "source": self._place(source_of(table, invented, self.language)),
            "notes": [self.text(note) for note in (*table.told_notes, *table.remarks)],
            "found": self._place(_finding(table, self.language)),
            "lines": write_lines(table, levels, columns),
        }

    def _axis(self, ids: Iterable[str], labels: Iterable[Label], table: Table) -> int:
        words = {label.id: label.words.text(self.language) for label in labels}
        if labels is table.items and table.facts.get("points"):
            sheet = Sheet((table,), {}, self.language)
            words |= {one: sheet.words(one) for one in words if one and ":" not in one}
        return _at(self.axes, json.dumps([(one, self._place(words.get(one, one))) for one in ids]))

    def _measure(self, column: Column) -> int:
        return _at(self.measures, json.dumps((column.stat, column.way, self._place(column.unit))))

    def text(self, words: Words) -> int:
        return self._place(words.text(self.language))

    def _place(self, text: str) -> int:
        return _at(self.texts, text)


def _at(places: dict[str, int], one: str) -> int:
    return places.setdefault(one, len(places))


def _finding(table: Table, language: str) -> str:
    return with_capital(headline(table, language)).text


def _levels(table: Table) -> list[str]:
    """The levels that have cells, in the table's order."""
    met = dict.fromkeys(cell.level for cell in table.cells)
    return [*dict.fromkeys(label.id for label in table.levels if label.id in met), *(
        level for level in met if level not in {label.id for label in table.levels}
    )]  # fmt: skip


def _columns(table: Table, language: str) -> list[Column]:
    """In the order of the rows, that those with the same columns can be folded."""
    by_place: dict[tuple[str, str, str], list[Cell]] = {}
    for cell in table.cells:
        by_place.setdefault(cell.key[1:], []).append(cell)
    rows = [*dict.fromkeys(row for row, _, _ in by_place)]
    columns = []
    for place, cells in sorted(by_place.items(), key=lambda one: rows.index(one[0][0])):
        way, texts = way_of(table, cells, language)
        columns.append(Column(*place, way, unit_of(table, cells[0], language), texts))
    return columns


def _without_repeats(tables: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The line of all respondents, with which every table of a question begins, once: 0 stands for that of the first."""
    first, *others = tables
    for table in others:
        if table["shape"] == first["shape"] and table["lines"][0] == first["lines"][0]:
            table["lines"][0] = SAME
    return tables


def _folded(columns: Iterable[tuple[int, int, int]]) -> list[list[int]]:
    """Rows that have the same items and measures, and these."""
    shape: list[list[int]] = []
    for row, of_row in groupby(columns, itemgetter(0)):
        pairs = [number for _, *pair in of_row for number in pair]
        if shape and shape[-1] == pairs:
            shape[-2].append(row)
        else:
            shape += [[row], pairs]
    return shape


def _unfolded(shape: list[list[int]]) -> Iterator[tuple[int, int, int]]:
    """The inverse of `_folded`."""
    for rows, pairs in zip(shape[::2], shape[1::2], strict=True):
        for row in rows:
            for item, measure in zip(pairs[::2], pairs[1::2], strict=True):
                yield row, item, measure
