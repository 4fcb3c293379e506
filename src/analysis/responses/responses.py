"""The responses of a survey in a year: every answer of every respondent, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.questionnaire.questionnaire import Questionnaire
from analysis.responses.finding import Finding

COLUMNS: dict[str, str] = {
    "respondent": "string",  # id in the register, or "row-7" where the survey has none
    "counted": "bool",  # False for a response that a later one of the same respondent replaces
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


@dataclass(frozen=True)
class Responses:
    """A frame with the columns of `COLUMNS`: a row a respondent and part of the questionnaire, none missing.

    An answer has an empty `reason`; everything else has one of the reasons of the design. A part that the
    file has no column for is there too, as `not_in_file`.
    """

    questionnaire: Questionnaire
    frame: pd.DataFrame
    findings: tuple[Finding, ...] = ()
    invented: bool = False
    files: tuple[str, ...] = ()

    @property
    def respondents(self) -> list[str]:
        """Ids of the respondents that count, in file order."""
        counted = self.frame.loc[self.frame["counted"], "respondent"]
        return counted.unique().tolist()

    def part(self, question: str, row: str = "", column: str = "") -> pd.DataFrame:
        """The answers of one part: `COLUMNS` indexed by respondent, those that count, in file order."""
        frame = self.frame
        chosen = frame[
            (frame["question"] == question)
            & (frame["row"] == row)
            & (frame["column"] == column)
            & frame["counted"]
        ]
        return chosen.set_index("respondent")


def empty_frame(records: list[dict[str, Any]] | dict[str, list[Any]]) -> pd.DataFrame:
    """A frame with `COLUMNS` and their types from records, or from columns, that name only what they have."""
    frame = pd.DataFrame(records, columns=list(COLUMNS))
    frame["counted"] = frame["counted"].astype("boolean").fillna(True)
    text = [name for name, dtype in COLUMNS.items() if dtype == "string"]
    frame[text] = frame[text].astype("string").fillna("")
    return frame.astype(COLUMNS)
