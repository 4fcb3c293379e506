"""Data entry workbooks with something typed into them, as people leave them."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl

from analysis.form.entry.sheet import NAMES
from analysis.form.entry.workbook import entry_workbook
from analysis.questionnaire.questionnaire import Questionnaire

Typed = Mapping[str, object]  # by the name of the cell without "dure__"; "no" is the paper's number
FIRST, SECOND = "1차 입력", "2차 입력"


def typed_workbook(
    path: Path, questionnaire: Questionnaire, first: Sequence[Typed] = (), second: Sequence[Typed] = ()
) -> Path:
    """The workbook of the questionnaire with these papers in its sheets, from the first row on."""
    book = openpyxl.load_workbook(io.BytesIO(entry_workbook(questionnaire)))
    for name, papers in ((FIRST, first), (SECOND, second)):
        sheet = book[name]
        columns = {str(cell.value).removeprefix("dure__"): cell.column for cell in sheet[NAMES + 1]}
        for row, paper in enumerate(papers, start=NAMES + 2):
            for what, value in paper.items():
                sheet.cell(row, 1 if what == "no" else columns[what]).value = value
    book.save(path)
    return path
