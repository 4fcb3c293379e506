"""The colours of a data entry workbook say what is wrong with a row, as a spreadsheet counts them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest
from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.formula.translate import Translator
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import coordinate_from_string

from tests.form.recalculated import counted_again
from tests.form.typed import FIRST, Typed, typed_workbook
from tests.libreoffice import LibreOffice
from tests.tables.small_survey import REGIONS, SATISFACTION, survey

BASES = {
    "law": "법률",
    "bylaw": "조례",
    "none": {"ko": "없음", "exclusive": True},
    "other": {"ko": "기타", "other": True},
}
ASKED = survey(
    {"id": "region", "kind": "single", "options": REGIONS},
    {"id": "basis", "kind": "multi", "options": BASES, "max_choices": 2},
    {"id": "joy", "kind": "scale", "scale": SATISFACTION, "not_applicable": "이용 안 함"},
    {"id": "people", "kind": "number", "min": 0},
    {"id": "begun", "kind": "date", "min": "1990", "max": "2016"},
    {"id": "why", "kind": "ranking", "ranks": 2, "options": REGIONS, "ask_if": "region is seoul"},
    {"id": "again", "kind": "single", "options": REGIONS, "ask_if": "region is seoul"},
    {"id": "shares", "kind": "allocation", "rows": {"own": "자체", "public": "보조"}, "ask_if": "again is seoul"},
    missing={"99": "no_answer"},
)  # fmt: skip
FIRST_ROW = 4
LOOKS = {"FFF6C9C4": "invalid", "FFFBE7A8": "doubtful", "FFD5DADD": "not_asked"}
CASES: dict[str, tuple[Typed, Mapping[str, str]]] = {
    "nothing typed": ({}, {}),
    "labels, numbers, marks and words for no answer": (
        {"region": "1", "basis__law": "1", "basis__other": "고시", "joy": "만족", "people": 3, "begun": "2016-03"}, {},
    ),
    "the box beside a scale, a code for no answer": ({"joy": "이용 안 함", "people": "99", "begun": "모름"}, {}),
    "what no list has": (
        {"region": "4", "joy": "6", "basis__law": "법", "begun": "3월"},
        {"region": "invalid", "joy": "invalid", "basis__law": "invalid", "begun": "invalid"},
    ),
    "a number out of its bounds": ({"people": -1, "begun": "2017-01"}, {"people": "invalid", "begun": "invalid"}),
    "a number in words": ({"people": "약 200"}, {"people": "doubtful"}),
    "none of them and some": (
        {"basis__law": "1", "basis__none": "1"}, {"basis__law": "doubtful", "basis__none": "doubtful"},
    ),
    "too many": (
        {"basis__law": "1", "basis__bylaw": "1", "basis__other": "1"},
        {"basis__law": "doubtful", "basis__bylaw": "doubtful", "basis__other": "doubtful"},
    ),
    "one option in two ranks": (
        {"region": "서울", "why__1": "1", "why__2": "1"}, {"why__1": "doubtful", "why__2": "doubtful"},
    ),
    "shares that miss the whole": (
        {"region": "1", "again": "서울", "shares__own": 30, "shares__public": 60},
        {"shares__own": "doubtful", "shares__public": "doubtful"},
    ),
    "what is not asked for, with what hangs on it": (
        {"region": "2", "shares__own": 100},
        {"why__1": "not_asked", "why__2": "not_asked", "again": "not_asked", "shares__own": "doubtful", "shares__public": "not_asked"},
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def looks(
    tmp_path_factory: pytest.TempPathFactory, libreoffice: LibreOffice
) -> dict[str, dict[str, str]]:
    """What the cells of every case look like: the first look whose formula is true. A case is a row."""
    folder = tmp_path_factory.mktemp("colours")
    path = typed_workbook(
        folder / "typed.xlsx", ASKED, [{"no": at} | typed for at, (typed, _) in enumerate(CASES.values())]
    )
    rules = _write_out(path)
    (values,) = counted_again(libreoffice, [path], folder / "again")
    found: dict[str, dict[str, str]] = {case: {} for case in CASES}
    for row, case in enumerate(CASES, start=FIRST_ROW):
        for column, (name, look) in rules.items():
            if values[f"sheet2.xml!{column}{row}"] == "1":
                found[case].setdefault(name, look)
    return found


def _write_out(path: Path) -> dict[str, tuple[str, str]]:
    """Write the formulas of the conditions into columns behind the row; for each its column and look."""
    book = openpyxl.load_workbook(path)
    sheet = book[FIRST]
    names = {get_column_letter(cell.column): str(cell.value).removeprefix("dure__") for cell in sheet[3]}
    rules = sorted(
        (rule.priority, str(ranges.sqref).split(":")[0], rule)
        for ranges in sheet.conditional_formatting
        for rule in ranges.rules
        if rule.dxf.fill and rule.dxf.fill.bgColor.rgb in LOOKS
    )
    written = {}
    for at, (_, first, rule) in enumerate(rules, start=len(names) + 5):
        formula = Translator(f"={rule.formula[0]}", origin=f"A{FIRST_ROW}")
        for row in range(FIRST_ROW, FIRST_ROW + len(CASES)):
            sheet.cell(row, at).value = formula.translate_formula(f"A{row}")
        written[get_column_letter(at)] = (
            names[coordinate_from_string(first)[0]],
            LOOKS[rule.dxf.fill.bgColor.rgb],
        )
    sheet.conditional_formatting = (
        ConditionalFormattingList()
    )  # they would be counted for every row once more
    book.save(path)
    return written


@pytest.mark.parametrize("case", CASES)
def test_a_cell_is_coloured_where_something_is_wrong(looks: dict[str, dict[str, str]], case: str) -> None:
    assert looks[case] == CASES[case][1]
