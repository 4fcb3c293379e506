"""A form of a few cells, made where it is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import xlsxwriter

from analysis.form.code import CODE, code_of
from analysis.form.fields import fields_of
from analysis.questionnaire.questionnaire import Questionnaire
from tests.tables.small_survey import REGIONS, survey

ASKED = survey(
    {"id": "name", "kind": "text", "identifier": True},
    {"id": "region", "kind": "single", "options": REGIONS},
    {"id": "people", "kind": "number", "unit": "명"},
    {"id": "needs", "kind": "multi",
     "options": {"law": "법률", "training": "교육", "other": {"ko": "기타", "other": True}}},
)  # fmt: skip
SAVED = dt.datetime(2016, 8, 3, 5, 20)  # of Greenwich


def small_form(
    path: Path,
    cells: Mapping[str, Any],
    lost: tuple[str, ...] = (),
    asked: Questionnaire = ASKED,
    comment: str = "",
    box: str = "",
) -> Path:
    """A workbook with a row a cell: its name in column A, which is printed, what is filled in in column C.

    lost: names that lead nowhere; comment: pinned to the cell of the people; box: a text box over it
    """
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"created": SAVED})
        sheet = book.add_worksheet("현황")
        names = [field.name.removeprefix("dure__") for field in fields_of(asked)]
        for row, name in enumerate(names):
            sheet.write(row, 0, name)
            sheet.write(row, 2, cells.get(name))
            target = "#REF!" if name in lost else f"'현황'!$C${row + 1}"
            book.define_name(f"dure__{name}", f"={target}")
        if comment:
            sheet.write_comment("C3", comment, {"author": "김보람"})
        if box:
            sheet.insert_textbox("C3", box)
        sheet.write(len(names), 2, str(code_of(asked)))
        book.define_name(CODE, f"='현황'!$C${len(names) + 1}")
    return path
