"""Where every response stands: its respondent, and the file, sheet and row it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from analysis.intake.sheet import Mask
from analysis.questionnaire.question import PartKey
from analysis.responses.standing import Standing


@dataclass(frozen=True)
class AnswerSheet:
    """columns: for every part that has one, what the name of its cells begins with ("F"; "q1 " for a variable)."""

    file: str
    name: str
    columns: Mapping[PartKey, str]


@dataclass(frozen=True, eq=False)
class Origin:
    """An entry a response, in file order.

    respondent  id in the register, or "row-7" where the survey has none
    standing    whether it counts, and if not, why (`Standing`)
    sheet       which of `sheets`
    number      the number of its row there
    """

    respondent: pa.StringArray
    standing: NDArray[np.int8]
    sheets: tuple[AnswerSheet, ...]
    sheet: NDArray[np.int32]
    number: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.respondent)

    @property
    def counted(self) -> Mask:
        return self.standing == Standing.COUNTED

    def cells(self, key: PartKey) -> list[str]:
        """The names of a part's cells, "" where the file has no column for it."""
        begins = [sheet.columns.get(key, "") for sheet in self.sheets]
        places = zip(self.sheet.tolist(), self.number.tolist(), strict=True)
        return [_cell(begins[sheet], number) for sheet, number in places]


def _cell(begins: str, number: int) -> str:
    """The name of a cell as `Sheet.reference` says it."""
    if begins.endswith(" "):
        return f"{begins[:-1]}, {number}행"
    return f"{begins}{number}" if begins else ""
