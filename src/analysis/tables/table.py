"""The Table: the statistics of one question by one group, and nothing about how they will be shown.

A row of the table's long frame is a `Cell`. Long, because one line may be hidden while its neighbour is shown, and
because grids, rankings and importance–performance then need no second shape.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from analysis.language.rounding import half_up
from analysis.questionnaire.words import Words
from analysis.tables.address import address
from analysis.tables.cell import Cell, Label, TableError

if TYPE_CHECKING:
    import pandas as pd

SCHEMA = 1
ENDS = ("low", "high")  # of an interval
OF_HOW_MANY = ".base"  # behind a statistic: how many stand behind it


@dataclass(frozen=True)
class Table:
    """The statistics of one question by one group (`group` is "" for all respondents only).

    facts holds what a face may need and cannot work out: unit, scale direction, number of points, question number,
    whether the question is a key or confidential, the kind of sample, which items are nets. JSON values only.
    notes hold for any audience; remarks tell how many respondents something is true of ("무응답 1개 제외"), and are
    hidden with the cells; interval_notes are of its intervals, if it has any (see
    `told_notes`). quotes are respondents' own words, for the secretariat.
    """

    survey: str
    year: int
    question: str
    group: str
    kind: str
    title: Words
    asked: Words
    base: Words
    source: Words
    notes: tuple[Words, ...] = ()
    remarks: tuple[Words, ...] = ()
    interval_notes: tuple[Words, ...] = ()
    levels: tuple[Label, ...] = ()
    rows: tuple[Label, ...] = ()
    items: tuple[Label, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    cells: tuple[Cell, ...] = ()
    quotes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "facts", MappingProxyType(dict(self.facts)))
        index = {(cell.level, cell.row, cell.item, cell.stat): cell for cell in self.cells}
        if len(index) != len(self.cells):
            raise TableError(
                f"{self.name}: 같은 주소의 칸이 둘 있습니다.", f"{self.name}: two cells with one address"
            )
        object.__setattr__(self, "_index", index)

    @property
    def name(self) -> str:
        """survey/year/question/by=group, the first part of every cell's address."""
        return f"{self.survey}/{self.year}/{self.question}/by={self.group}"

    @property
    def on_a_scale(self) -> bool:
        """Its means are points of an answer scale."""
        return self.kind in ("scale", "importance_performance") or (
            self.kind == "grid" and "points" in self.facts
        )

    @property
    def told_notes(self) -> tuple[Words, ...]:
        """The notes that have something to speak of: those on intervals only where there is one."""
        has_interval = any(cell.low is not None for cell in self.cells)
        return (*self.notes, *self.interval_notes) if has_interval else self.notes

    def get(self, stat: str, item: str = "", row: str = "", level: str = "") -> Cell | None:
        """The cell of that address, or None where the table has none. "mean.base" is how many the mean is of, where
        the mean is shown."""
        cell: Cell | None = self._index.get((level, row, item, stat.removesuffix(OF_HOW_MANY)))  # type: ignore[attr-defined]
        if cell is None or not stat.endswith(OF_HOW_MANY):
            return cell
        base = cell.base if cell.shown else None
        return Cell(level, row, item, stat, base, n=base, base=base, status=cell.status, rule=cell.rule)

    def value(self, stat: str, item: str = "", row: str = "", level: str = "") -> float | None:
        """The number of that address, None where none is shown: of a cell, of how many it is ("mean.base"), of an end of
        its interval ("share.low"), or of the end of a share's interval as a number of the frame ("count.low")."""
        of, _, end = (stat, "", "") if stat.endswith(OF_HOW_MANY) else stat.partition(".")
        cell = self.get("share" if (of, bool(end)) == ("count", True) else of, item, row, level)
        if cell is None or not cell.shown or end not in ("", *ENDS):
            return None
        if not end:
            return cell.value
        found: float | None = getattr(cell, end)
        if of != "count" or found is None:
            return found
        population = (self.facts.get("inference") or {}).get("population")
        if population is None or level:  # how many of the population a level has is not in the table
            return None
        not_asked = self.get("absent", "not_asked", row) or self.get("absent", "not_asked")
        return float(half_up(found * (population - (not_asked.n or 0 if not_asked else 0))))

    def words(self, axis: Literal["levels", "rows", "items"], label_id: str, language: str = "ko") -> str:
        """The words of a level, row or item; KeyError where it has none."""
        return next(label.words.text(language) for label in getattr(self, axis) if label.id == label_id)

    def address(self, cell: Cell, end: str = "") -> str:
        """`survey/year/question/by=group:level/row/item/stat`; see `parse_address` for what is left out. end: "low" or
        "high" for an end of the cell's interval."""
        whole = address(self.survey, self.year, self.question, self.group, cell)
        return f"{whole}.{end}" if end else whole

    def frame(self) -> pd.DataFrame:
        """One row a cell, in table order, with the columns of `Cell`."""
        import pandas as pd

        columns = {name: [getattr(cell, name) for cell in self.cells] for name in Cell._fields}
        return pd.DataFrame({name: pd.array(values, _DTYPES[name]) for name, values in columns.items()})

    def with_cells(self, cells: Iterator[Cell] | tuple[Cell, ...]) -> Table:
        return replace(self, cells=tuple(cells), facts=dict(self.facts))

    def __reduce__(self) -> tuple[Any, ...]:  # facts is a read-only view, which does not pickle
        return (Table.from_json, (self.to_json(),))

    def to_json(self) -> dict[str, Any]:
        """A JSON object that `from_json` turns back into an equal table."""
        return {
            "schema": SCHEMA,
            "survey": self.survey,
            "year": self.year,
            "question": self.question,
            "group": self.group,
            "kind": self.kind,
            "title": _words(self.title),
            "asked": _words(self.asked),
            "base": _words(self.base),
            "source": _words(self.source),
            **{part: [_words(note) for note in getattr(self, part)] for part in _NOTES},
            **{
                axis: [{"id": label.id, **_words(label.words)} for label in getattr(self, axis)]
                for axis in _AXES
            },
            "facts": dict(self.facts),
            "cells": [_cell_json(cell) for cell in self.cells],
            "quotes": list(self.quotes),
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Table:
        """The inverse of `to_json`. Raises TableError for another schema."""
        if data.get("schema") != SCHEMA:
            raise TableError(
                "다른 판의 프로그램이 만든 표입니다. `dure report`로 다시 만드세요.",
                f"table schema {data.get('schema')!r} is not {SCHEMA}: make the tables again",
            )
        given = {key: data[key] for key in ("survey", "year", "question", "group", "kind", "facts")}
        return cls(
            **given,
            **{key: Words(**data[key]) for key in ("title", "asked", "base", "source")},
            **{part: tuple(Words(**note) for note in data[part]) for part in _NOTES},
            **{
                axis: tuple(Label(item["id"], Words(ko=item["ko"], en=item.get("en"))) for item in data[axis])
                for axis in _AXES
            },
            cells=tuple(Cell(**(_NO_PLACE | cell)) for cell in data["cells"]),
            quotes=tuple(data["quotes"]),
        )


_NOTES = ("notes", "remarks", "interval_notes")
_AXES = ("levels", "rows", "items")
_DTYPES = {
    **dict.fromkeys(("level", "row", "item", "stat", "status", "rule", "letters"), "string"),
    **dict.fromkeys(("value", "se", "low", "high"), "Float64"),
    **dict.fromkeys(("n", "base"), "Int64"),
}
_NO_PLACE = {"level": "", "row": "", "item": ""}
_NOT_SAID = dict.fromkeys(("n", "base", "se", "low", "high"))
_LEFT_OUT = _NOT_SAID | {"status": "shown", "rule": "", "letters": ""} | _NO_PLACE
_DEFAULTS = tuple(_LEFT_OUT.get(name, object()) for name in Cell._fields)


def _words(words: Words) -> dict[str, str]:
    return words.model_dump(include={"ko", "en"}, exclude_none=True)


def _cell_json(cell: Cell) -> dict[str, Any]:
    """The fields of a cell that are not at their default; stat and value always."""
    return {
        name: value
        for name, value, default in zip(Cell._fields, cell, _DEFAULTS, strict=True)
        if value != default
    }


def dump_tables(tables: list[Table]) -> str:
    """tables.json: a JSON list with one table a line, so that two versions can be compared by eye."""
    lines = ",\n".join(compact(table.to_json()) for table in tables)
    return f"[\n{lines}\n]\n"


def compact(data: Any) -> str:
    """JSON without blanks: of thousands of small cells, they are an eighth."""
    return json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def load_tables(text: str) -> list[Table]:
    """The inverse of `dump_tables`."""
    return [Table.from_json(item) for item in json.loads(text)]
