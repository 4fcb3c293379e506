"""Where the responses come from: for every respondent the file, the sheet and the row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from analysis.intake.columns.matching import Matching
from analysis.intake.entry import papers
from analysis.intake.forms.facts import FormFacts
from analysis.intake.sheet import EMPTY, Cell, SheetColumn, nothing
from analysis.questionnaire.condition import Mask
from analysis.questionnaire.question import PartKey
from analysis.responses.standing import Standing

if TYPE_CHECKING:
    from analysis.responses.design_columns import DesignColumns


@dataclass(frozen=True, eq=False)
class Sources:
    """The rows of answers of all files, one after the other: a row, a respondent.

    sheet       for every respondent which of `matchings` the row is of
    row         the position of the row in that sheet
    respondent  who it is
    standing    whether it counts (`Standing`); decided before the answers are looked at
    broken_off  whether it is known to have been broken off
    came        the same sheets before any cell was corrected; empty where none was
    corrected   texts that are read in place of whole answers: of a part, by the position of the respondent
    design      how every respondent was drawn; None where no columns say so
    """

    matchings: tuple[Matching, ...]
    sheet: NDArray[np.int32]
    row: NDArray[np.int32]
    respondent: pa.StringArray
    standing: NDArray[np.int8]
    broken_off: Mask
    came: tuple[Matching, ...] = ()
    corrected: Mapping[PartKey, Mapping[int, str]] = field(default_factory=dict)
    design: DesignColumns | None = None

    def __len__(self) -> int:
        return len(self.row)

    @property
    def counted(self) -> Mask:
        """False for a response that is left out of all statistics."""
        return self.standing == Standing.COUNTED

    @cached_property
    def number(self) -> NDArray[np.int32]:
        """The number of every row in its file."""
        return np.concatenate([m.sheet.numbers[m.sheet.heading_rows :] for m in self.matchings])

    def cells(self, key: PartKey) -> tuple[SheetColumn, Mask]:
        """What is to be read for a part; and the respondents whose file has no column for it."""
        cells, absent = self._joined([m.cells(key) if key in m.columns else None for m in self.matchings])
        if texts := self.corrected.get(key):
            cells = cells.put(texts)
            absent[list(texts)] = False
        return cells, absent

    def as_came(self, key: PartKey) -> SheetColumn:
        """What the files hold for a part, whatever was corrected."""
        return self._joined(
            [m.cells(key) if key in m.columns else None for m in self.came or self.matchings]
        )[0]

    def put_right(self, key: PartKey) -> Mask:
        """The respondents whose answer to a part was corrected, as a whole or in a cell."""
        found = np.zeros(len(self), dtype=bool)
        if self.came:
            now, came = self.cells(key)[0], self.as_came(key)
            texts = [np.array(cells.texts.to_pylist(), dtype=object)[cells.which] for cells in (now, came)]
            found |= texts[0] != texts[1]
        found[list(self.corrected.get(key, ()))] = True
        return found

    def of_design(self, heading: str) -> SheetColumn:
        """What stands in the column of that heading, which says how a respondent was drawn."""
        return self._joined([m.sheet.columns[m.design[heading][0]] for m in self.matchings])[0]

    def companions(self, question: str) -> SheetColumn:
        """What stands in the column beside a question, where its 기타 is spelt out."""
        columns = [matching.companions.get(question) for matching in self.matchings]
        cells, _ = self._joined(
            [
                None if column is None else matching.sheet.columns[column]
                for matching, column in zip(self.matchings, columns, strict=True)
            ]
        )
        return cells

    def _joined(self, columns: Sequence[SheetColumn | None]) -> tuple[SheetColumn, Mask]:
        bodies, absent = [], []
        for matching, column in zip(self.matchings, columns, strict=True):
            body = slice(matching.sheet.heading_rows, len(matching.sheet))
            bodies.append((nothing(len(matching.sheet)) if column is None else column).rows(body))
            absent.append(np.full(len(bodies[-1].which), column is None))
        return _one_below_another(bodies), np.concatenate(absent)

    def cell(self, key: PartKey, at: int) -> Cell:
        """What is to be read for a part of one respondent."""
        if (text := self.corrected.get(key, {}).get(at)) is not None:
            return Cell(text, text or None)
        matching = self.matchings[self.sheet[at]]
        return matching.cells(key).at(int(self.row[at])) if key in matching.columns else EMPTY

    def reference(self, key: PartKey, at: int) -> str:
        """The name of the part's cell, "" where the file has no column for it."""
        matching = self.matchings[self.sheet[at]]
        column = matching.columns.get(key)
        return "" if column is None else matching.sheet.reference(int(self.number[at]), column)

    def forms(self) -> Iterator[tuple[int, FormFacts]]:
        """The respondents who filled in a form of their own, with what it says besides their answers."""
        if all(matching.form is None for matching in self.matchings):
            return
        for at, sheet in enumerate(self.sheet.tolist()):
            if form := self.matchings[sheet].form:
                yield at, form

    def line(self, at: int, seen_from: int) -> str:
        """Where a row is, for people: its number, after file › sheet where `seen_from` is in another."""
        place = self.matchings[self.sheet[at]].sheet.place
        same = place == self.matchings[self.sheet[seen_from]].sheet.place
        return f"{self.number[at]}" if same else f"{place} › {self.number[at]}"


def sources_of(matchings: Sequence[Matching]) -> Sources:
    """Every row of answers is a respondent of its own: "row-7", with several files "2-row-7"; of papers that were typed
    in "no-7", after the number of the paper."""
    sizes = [len(matching.sheet) - matching.sheet.heading_rows for matching in matchings]
    names = []
    for position, matching in enumerate(matchings, start=1):
        prefix = f"{position}-row-" if len(matchings) > 1 else "row-"
        numbers = pa.array(matching.sheet.numbers[matching.sheet.heading_rows :]).cast(pa.string())
        names.append(pc.binary_join_element_wise(prefix, numbers, ""))
    _name_papers(matchings, names)
    rows = [
        np.arange(m.sheet.heading_rows, m.sheet.heading_rows + size)
        for m, size in zip(matchings, sizes, strict=True)
    ]
    return Sources(
        tuple(matchings),
        np.repeat(np.arange(len(sizes), dtype=np.int32), sizes),
        np.concatenate(rows).astype(np.int32),
        pa.concat_arrays(names),
        np.zeros(sum(sizes), dtype=np.int8),
        np.zeros(sum(sizes), dtype=bool),
    )


def _name_papers(matchings: Sequence[Matching], names: list[pa.StringArray]) -> None:
    """Of two papers of one number the first is called by it."""
    taken: set[str] = set()
    for position, matching in enumerate(matchings):
        if matching.serial is None:
            continue
        called = names[position].to_pylist()
        for at, paper in enumerate(papers(matching)):
            if paper and paper not in taken:
                called[at] = f"no-{paper}"
                taken.add(paper)
        names[position] = pa.array(called, pa.string())


def _one_below_another(columns: Sequence[SheetColumn]) -> SheetColumn:
    if len(columns) == 1:
        return columns[0]
    ends = np.cumsum([0, *(len(column.texts) for column in columns)])
    which = [column.which + end for column, end in zip(columns, ends[:-1], strict=True)]
    values = None
    if any(column.values is not None for column in columns):
        values = tuple(column.cell(at).value for column in columns for at in range(len(column.texts)))
    texts = pa.concat_arrays([column.texts for column in columns])
    return SheetColumn(np.concatenate(which).astype(np.int32), texts, values)
