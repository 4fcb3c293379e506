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
    """columns  for every part that has one, what the name of its cells begins with ("F"; "q1 " for a variable)
    a_form   whether it is one respondent's form: `columns` are then the whole names of the cells
    """

    file: str
    name: str
    columns: Mapping[PartKey, str]
    a_form: bool = False

    def cell(self, key: PartKey, number: int) -> str:
        """The name of a part's cell in a row, as `Sheet.reference` says it; "" where there is no column for it."""
        begins = self.columns.get(key, "")
        if self.a_form or not begins:
            return begins
        return f"{begins[:-1]}, {number}행" if begins.endswith(" ") else f"{begins}{number}"


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
        places = zip(self.sheet.tolist(), self.number.tolist(), strict=True)
        return [self.sheets[sheet].cell(key, number) for sheet, number in places]
