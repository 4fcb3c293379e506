"""The code of a data entry workbook: which questionnaire it is of, and which of the two entries a sheet is.

It stands over the serial numbers in the row of each sheet that names the columns, and has a name in the workbook.
"""

from __future__ import annotations

import re
from typing import Literal

from analysis.form.code import FormCode, read_code

Turn = Literal[1, 2]

CODE = "dure_entry"  # the name of its cell; of the second entry with "_2" behind it
TYPIST = "dure_typist"  # the name of the column that says who typed
_WRITTEN = re.compile(rf"\s*{CODE}_([12])\s+(\S.*)", re.DOTALL | re.IGNORECASE)


def entry_code_text(code: FormCode, turn: Turn) -> str:
    return f"{CODE}_{turn} {code}"


def read_entry_code(text: str) -> tuple[Turn, FormCode] | None:
    """Which entry, and of which questionnaire; None where `text` is no such code."""
    found = _WRITTEN.fullmatch(text)
    code = read_code(found[2]) if found else None
    if not found or not code:
        return None
    return (1 if found[1] == "1" else 2), code
