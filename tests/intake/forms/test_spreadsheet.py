"""What the names of a spreadsheet point at."""

from __future__ import annotations

import pytest

from analysis.intake.errors import IntakeError
from analysis.intake.forms.returned import Spot
from analysis.intake.forms.spreadsheet import MOST_CELLS, Name, Page, form_of, is_form_name, page_of, spot_of
from analysis.intake.sheet import Cell


@pytest.mark.parametrize(
    ("reference", "spot"),
    [
        ("현황!$C$5", Spot("현황", 5, 2)),
        ("'B. 조직과 인력'!$AA$14", Spot("B. 조직과 인력", 14, 26)),
        ("'F''s'!$A$1:$D$3", Spot("F's", 1, 0)),
        ("$'B. 조직'.$D$14:.$F$14", Spot("B. 조직", 14, 3)),
        ("$현황.$D$14", Spot("현황", 14, 3)),
        ("#REF!", None),
        ("현황!#REF!", None),
        ("현황!$XFD$1048576", Spot("현황", 1_048_576, 16_383)),
        ("현황!$ZZZ$9999999", None),
        ("$#REF!.$D$14", None),
        ("3", None),
    ],
)
def test_a_name_stands_for_its_first_cell(reference: str, spot: Spot | None) -> None:
    assert spot_of(reference) == spot


def test_names_may_come_back_in_capitals() -> None:
    assert is_form_name("DURE__REGION")
    assert is_form_name("dure_form")
    assert not is_form_name("dure_on_3")


def test_a_cell_under_a_merged_one_says_so() -> None:
    page = Page("현황", {(1, 2): Cell("가", "가")}, merged=("C1:C2",))
    names = [Name("dure__a", Spot("현황", 1, 2)), Name("dure__b", Spot("현황", 2, 2))]
    assert [(cell.filled, cell.covered) for cell in form_of("f", names, [page]).cells] == [
        (True, False),
        (False, True),
    ]


def test_a_file_may_say_that_all_its_cells_are_one() -> None:
    page = Page("현황", {(1, 0): Cell("가", "가")}, merged=("A1:XFD1048576",))
    form = form_of("f", [Name("dure__a", Spot("현황", 1, 0)), Name("dure__b", Spot("현황", 9, 9))], [page])
    assert [cell.covered for cell in form.cells] == [False, True]


def test_more_cells_than_any_form_has_are_refused() -> None:
    rows = ((number, [Cell("1", 1)] * 10) for number in range(1, 1_000_000))
    with pytest.raises(IntakeError, match="칸이 너무 많아"):
        page_of("f.xlsx", "현황", rows)
    with pytest.raises(IntakeError, match="칸이 너무 많아"):
        form_of("f.xlsx", [Name("dure__a", None)] * (MOST_CELLS + 1), [])


def test_a_name_that_points_at_a_sheet_that_is_gone_is_lost() -> None:
    assert form_of("f", [Name("dure__a", Spot("없음", 1, 2))], [Page("현황", {})]).lost == ("dure__a",)


def test_neither_formulas_nor_hidden_sheets_hold_stray_answers() -> None:
    cells = {(1, 0): Cell("가", "가"), (2, 0): Cell("나", "나")}
    pages = [Page("현황", cells, formulas=frozenset({(1, 0)})), Page("목록", cells, visible=False)]
    form = form_of("f", [], pages)
    assert [one.text for one in form.loose] == ["나"]
    assert form.hidden == ("목록",)
