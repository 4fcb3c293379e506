"""A cell has one text, and a page can ask where it came from."""

from __future__ import annotations

from typing import Any

import pytest

from analysis.narrative import Figure, show_cell, unit_of
from analysis.tables import Cell
from tests.narrative.made import COOPS, counts, made, scale


def text(cell: Cell, kind: str = "single", language: str = "ko", bare: bool = False, **facts: Any) -> str:
    shown = show_cell(made(kind, [cell], **facts), cell, language, unit=not bare)
    return shown.text if isinstance(shown, Figure) else shown


@pytest.mark.parametrize(
    ("cell", "kind", "facts", "korean", "english", "bare"),
    [
        (Cell("", "", "a", "count", 9), "single", {}, "9개", "9", "9"),
        (Cell("", "", "a", "count", 1320), "single", {}, "1,320개", "1,320", "1,320"),
        (Cell("", "", "a", "share", 9 / 14, n=9, base=14), "single", {}, "64.3%", "64.3%", "64.3"),
        (Cell("", "", "", "mean", 3.714, n=14), "scale", {"points": 5}, "3.71점", "3.71", "3.71"),
        (Cell("", "", "", "score100", 67.857, n=14), "scale", {"points": 5}, "67.9점", "67.9", "67.9"),
        (
            Cell("", "", "", "median", 8),
            "number",
            {"unit": "회", "unit_en": "meetings"},
            "8회",
            "8 meetings",
            "8",
        ),
        (
            Cell("", "", "", "median", 1),
            "number",
            {"unit": "회", "unit_en": "meetings"},
            "1회",
            "1 meeting",
            "1",
        ),
        (Cell("", "", "", "median", 8.5), "number", {"unit": "회"}, "8.5회", "8.5 회", "8.5"),
        (Cell("", "", "", "mean", 8), "number", {"unit": "회"}, "8.0회", "8.0 회", "8.0"),
        (Cell("", "dues", "", "mean", 41.42), "allocation", {"unit": "%"}, "41.4%", "41.4%", "41.4"),
    ],
)
def test_a_number_is_written_by_what_it_is(
    cell: Cell, kind: str, facts: dict[str, Any], korean: str, english: str, bare: str
) -> None:
    assert text(cell, kind, **facts) == korean
    assert text(cell, kind, "en", **facts) == english
    assert text(cell, kind, bare=True, **facts) == bare


@pytest.mark.parametrize(
    ("precision", "korean", "english"),
    [
        ("day", "2016년 4월 12일", "12 April 2016"),
        ("month", "2016년 4월", "April 2016"),
        ("year", "2016년", "2016"),
    ],
)
def test_a_date_is_told_as_far_as_the_question_asked(precision: str, korean: str, english: str) -> None:
    cell = Cell("", "", "", "latest", 20160412)
    assert text(cell, "date", precision=precision) == korean
    assert text(cell, "date", "en", precision=precision) == english


def test_a_quadrant_is_told_in_words() -> None:
    cell = Cell("", "education", "quadrant", "code", 2)
    assert text(cell, "importance_performance") == "집중 개선"
    assert text(cell, "importance_performance", "en") == "Concentrate here"


@pytest.mark.parametrize(
    ("won", "korean", "bare"),
    [
        (214_020_000, "2억 1,402만 원", "214,020"),
        (214_023_571.43, "2억 1,402만 원", "214,024"),
        (5_600, "5,600원", "6"),
        (9_999_499.5, "999만 9,500원", "9,999"),
        (300_000_000, "3억 원", "300,000"),
    ],
)
def test_an_amount_is_read_in_korean_units_and_stands_in_a_table_as_it_was_asked_for(
    won: float, korean: str, bare: str
) -> None:
    cell = Cell("", "", "", "mean", won)
    assert text(cell, "money", asked_in="천원") == korean
    assert text(cell, "money", bare=True, asked_in="천원") == bare


def test_a_share_is_rounded_half_up_from_count_and_base() -> None:
    """1/16 is 6.25 %, which Python would round to 6.2."""
    assert text(Cell("", "", "a", "share", 0.063, n=1, base=16)) == "6.3%"


def test_a_weighted_share_is_not_its_count_by_its_base() -> None:
    assert text(Cell("", "", "a", "share", 0.412, n=9, base=14)) == "41.2%"


@pytest.mark.parametrize(
    ("cell", "sign"),
    [
        (Cell("", "", "a", "count", None, status="suppressed"), "X"),
        (Cell("", "", "a", "count", 0, n=0, base=14), "-"),
        (Cell("", "", "a", "share", 0.0, n=0, base=14), "-"),
        (Cell("", "", "", "mean", None, status="empty"), "-"),
        (Cell("", "", "gap", "mean", None, status="not_comparable"), "…"),
    ],
)
def test_where_there_is_no_number_there_is_a_sign(cell: Cell, sign: str) -> None:
    assert text(cell) == sign


def test_a_share_below_the_unit_is_not_nothing() -> None:
    assert text(Cell("", "", "a", "share", 1 / 3200, n=1, base=3200)) == "0.0%"


def test_the_units_of_a_column_of_a_grid_are_its_own() -> None:
    columns = [
        {"id": "staff", "kind": "number", "unit": "명"},
        {"id": "wage", "kind": "money", "asked_in": "만원"},
    ]
    staff, wage = Cell("", "full", "staff", "median", 3), Cell("", "full", "wage", "median", 2_500_000)
    table = made("grid", [staff, wage], columns=columns, cell_kind="mixed")
    assert [show_cell(table, cell, "ko").text for cell in (staff, wage)] == ["3명", "250만 원"]  # type: ignore[union-attr]
    assert [unit_of(table, cell, "ko") for cell in (staff, wage)] == ["명", "만원"]


def test_a_figure_carries_the_address_and_the_value_of_its_cell() -> None:
    table = scale([0, 1, 4, 7, 2])
    cell = table.get("share", "4+5")
    assert cell is not None
    figure = show_cell(table, cell, "ko")
    assert isinstance(figure, Figure)
    assert figure.html() == (
        '<data value="0.6428571428571429" data-cell="member_orgs/2016/question/by=/4+5/share">64.3%</data>'
    )


def test_people_are_counted_as_the_respondents_are() -> None:
    table = made("single", counts(3, {"a": 3}), {"a": "가"}, respondents=COOPS | {"counter": "명"})
    assert show_cell(table, table.cells[1], "ko").text == "3명"  # type: ignore[union-attr]
