"""Sheets are called as their sections are, as far as a sheet may be."""

from __future__ import annotations

from analysis.new_workbook import sheet_names


def test_forbidden_signs_go_and_long_names_are_cut() -> None:
    assert sheet_names(["A. 지역/업종: [현황]?", "'인용'", "가" * 40], ()) == (
        "A. 지역 업종 현황",
        "인용",
        "가" * 31,
    )


def test_no_name_occurs_twice_whatever_the_case() -> None:
    assert sheet_names(["Data", "data", "표지"], ["표지"]) == ("Data", "data (2)", "표지 (2)")


def test_a_name_that_excel_keeps_or_of_which_nothing_is_left_becomes_another() -> None:
    assert sheet_names(["History", "??", ""], ()) == ("History (2)", "-", "- (2)")
