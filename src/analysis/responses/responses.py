"""The responses of a survey in a year: every answer of every respondent, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from analysis.intake.margins import MarginLine
from analysis.intake.sheet import SheetColumn
from analysis.questionnaire.question import PartKey
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.responses.answer_column import FIELDS, AnswerColumn
from analysis.responses.design_columns import DesignColumns
from analysis.responses.finding import Finding
from analysis.responses.origin import Origin

COLUMNS: dict[str, str] = {
    "respondent": "string",  # id in the register, or "row-7" where the survey has none
    "counted": "bool",  # False for a response that is left out (see `Standing`)
    "question": "string",
    "row": "string",
    "column": "string",
    "code": "string",  # option id; several joined by "|" in the questionnaire's order; a point's position
    "number": "Float64",  # number, won, scale position
    "low": "Float64",  # bounds of "100여명", "3백~5백만원"; empty where none is known
    "high": "Float64",
    "qualifier": "string",  # exact, approx, over, ge, gt, le, lt, range, vague
    "start": "string",  # ISO dates
    "end": "string",
    "precision": "string",  # day, month, year, …
    "text": "string",  # a written answer, or what stands behind 기타
    "reason": "string",  # why there is no answer; empty where there is one
    "detail": "string",
    "raw": "string",  # the cell as it came
    "file": "string",
    "sheet": "string",
    "cell": "string",
}


@dataclass(frozen=True, eq=False, repr=False)  # what it holds is nothing to be printed
class Responses:
    """The answers by part of the questionnaire, each a column with an entry a response of `origin`.

    An answer has an empty `reason`; everything else has one of the reasons of the design. A part that the
    file has no column for is there too, as `not_in_file`. raw: the cells as they came. design: how every respondent
    was drawn, None where the questionnaire names no columns for it. margins: the counts of the frame, as written.
    """

    questionnaire: Questionnaire
    origin: Origin
    answers: Mapping[PartKey, AnswerColumn]
    raw: Mapping[PartKey, SheetColumn]
    findings: tuple[Finding, ...] = ()
    invented: bool = False
    files: tuple[str, ...] = ()
    design: DesignColumns | None = None
    margins: tuple[MarginLine, ...] = ()

    @cached_property
    def respondents(self) -> list[str]:
        """Ids of the respondents that count, in file order."""
        return self.origin.respondent.filter(pa.array(self.origin.counted)).to_pylist()

    def part(self, question: str, row: str = "", column: str = "") -> pd.DataFrame:
        """The answers of one part: `COLUMNS` indexed by respondent, those that count, in file order."""
        frame = self._long(PartKey(question, row, column))
        return frame[frame["counted"]].set_index("respondent")

    @cached_property
    def frame(self) -> pd.DataFrame:
        """All answers with the columns of `COLUMNS`, for people who explore: a row a respondent and part of the
        questionnaire, none missing. The statistics read `answers`, which take a fraction of the room."""
        columns = [self._long(key) for key in self.answers]
        frame = pd.concat(columns, ignore_index=True) if columns else typed_frame({})
        by_respondent = np.arange(len(frame)).reshape(len(columns), len(self.origin)).T.ravel()
        return frame.take(by_respondent).reset_index(drop=True)

    def _long(self, key: PartKey) -> pd.DataFrame:
        origin, answers, raw = self.origin, self.answers[key], self.raw[key]
        columns: dict[str, Any] = {name: answers.of(name) for name in FIELDS}
        columns |= key._asdict()
        columns |= {
            "respondent": origin.respondent.to_pylist(),
            "counted": origin.counted,
            "raw": np.array(raw.texts.to_pylist(), dtype=object)[raw.which],
            "file": [origin.sheets[at].file for at in origin.sheet.tolist()],
            "sheet": [origin.sheets[at].name for at in origin.sheet.tolist()],
            "cell": origin.cells(key),
        }
        return typed_frame(columns)


def typed_frame(columns: Mapping[str, Any]) -> pd.DataFrame:
    """A frame with `COLUMNS` and their types; a number that is not there is missing, a text is "". A column may be
    one text, which stands in every row."""
    rows = max((len(values) for values in columns.values() if not isinstance(values, str)), default=0)
    # Column by column: to change the types of a whole frame takes seconds for all parts of a questionnaire.
    return pd.DataFrame(
        {name: _typed(columns.get(name, ()), dtype, rows) for name, dtype in COLUMNS.items()}, copy=False
    )


def _typed(values: Any, dtype: str, rows: int) -> Any:
    if isinstance(values, str):
        values = [values] * rows
    if dtype == "string":
        return pd.array(values, dtype).fillna("")
    return pd.array(np.asarray(values, "float64") if dtype == "Float64" else values, dtype)
