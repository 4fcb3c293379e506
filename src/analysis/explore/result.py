"""What came of a query: the table, and the figure, the sentence and the frame that show it. None of them computes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from analysis import narrative
from analysis.explore.figure import Chart
from analysis.explore.query import Query
from analysis.language import message
from analysis.questionnaire.words import Words, said
from analysis.tables.table import Table

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False)
class Result:
    """A table that was asked for, which is not released: it may show what members must not see.

    filtered  the filter in words, None where there is none
    empty     why there is nothing to see, None where there is something
    """

    query: Query
    table: Table
    language: str = "ko"
    filtered: Words | None = None
    empty: Words | None = None

    @property
    def title(self) -> str:
        """The question, and what it is broken down by."""
        group = self.table.facts.get("group")
        title = self.table.title.text(self.language)
        if not group:
            return title
        return message("explore.title_by", self.language, title=title, group=Words(**group).text(self.language))

    @property
    def base(self) -> str:
        """Whom the figures are of."""
        return self.table.base.text(self.language)

    @property
    def invented(self) -> bool:
        """Its answers are made up, as those that ship are."""
        return said("table.invented") in self.table.notes

    def sentence(self) -> str:
        """`lead`, and that it is not released: for copying."""
        return f"{self.lead} ({message('explore.not_released', self.language)})"

    @property
    def lead(self) -> str:
        """What was found in a full sentence; why there is none where there is nothing to see."""
        if self.empty is not None:
            return self.empty.text(self.language)
        told = narrative.lead(self.table, self.language).text
        if self.filtered is None:
            return told
        return message("explore.sentence", self.language, where=self.filtered.text(self.language), sentence=told)

    def chart(self, kind: str | None = None) -> Chart:
        """The figure; kind in place of the usual one (`kinds`)."""
        kind = self.query.chart if kind is None else kind
        return self._usual if kind == self.query.chart else Chart(self.table, self.language, kind, self.title)

    @cached_property
    def _usual(self) -> Chart:
        # Drawn once for all that show or save it.
        return Chart(self.table, self.language, self.query.chart, self.title)

    @cached_property
    def data(self) -> pd.DataFrame:
        """The table's cells, a row each, with the words of levels, rows and items; `status` says that it is not
        released."""
        frame = self.table.frame()
        for axis in ("levels", "rows", "items"):
            words = {label.id: label.words.text(self.language) for label in getattr(self.table, axis)}
            one = axis.removesuffix("s")
            frame.insert(frame.columns.get_loc(one) + 1, f"{one}_label", [words.get(id_, "") for id_ in frame[one]])
        frame["released"] = False
        return frame

    def code(self) -> str:
        """The cell of a notebook that gives it again."""
        return f"from analysis import open_survey\n\n{self.query.code()}"

    def save(self, path: Path | str) -> Path:
        """Write it to a file and return that: .svg and .png are its figure, .csv its cells, .xlsx its table. The name
        gains what says that it is not released ("-공개전"), and no file is overwritten. Raises SaveError."""
        from analysis.explore.save import save_as

        return save_as(self, path)

    def _repr_html_(self) -> str:
        from analysis.explore.show import result_html

        return result_html(self)

    def __repr__(self) -> str:
        mark = self.table.notes[0].text(self.language)
        return "\n".join((f"[{mark}]", self.title, self.lead, self.base))
