"""What the cells say in a column that an option has of its own."""

from __future__ import annotations

import pytest

from analysis.intake.columns.combined import tick_columns
from analysis.intake.columns.ticks import are_ticks, have_no, readings, used_of
from analysis.questionnaire.words import Option
from tests.intake.files import sheet_of

OPTIONS = (
    Option(id="a", ko="총회", en="Assembly"),
    Option(id="b", ko="장터"),
    Option(id="c", ko="기타", other=True),
)


def said(*rows: list[str]) -> list[list[str]]:
    """What every cell says, row by row."""
    columns = tick_columns(sheet_of(["a", "b", "c"], *rows), OPTIONS, [("a", 0), ("b", 1), ("c", 2)])
    marks = readings(columns)
    return [
        [one[column.cells.which[row]] for one, column in zip(marks, columns, strict=True)]
        for row in range(len(rows))
    ]


@pytest.mark.parametrize(
    "cell", ["1", "1.0", "TRUE", "예", "Y", "✓", "√", "선택", "Selected", "Assembly", " 총회 ", "○"]
)
def test_yes(cell: str) -> None:
    assert said([cell, "", "x"])[0][0] == "yes"


@pytest.mark.parametrize("cell", ["0", "FALSE", "아니오", "아니요", "N", "미선택", "Not selected", "□"])
def test_no(cell: str) -> None:
    assert said([cell, "", "x"])[0][0] == "no"


@pytest.mark.parametrize("cell", ["3", "장터", "모름", "1명", "2016-01-01", "-"])
def test_anything_else_is_neither(cell: str) -> None:
    assert said([cell, "", "x"])[0][0] == "stray"


def test_a_cross_is_no_beside_a_ring_only() -> None:
    assert said(["O", "X", "X"])[0] == ["yes", "no", "no"]
    assert said(["", "X", ""])[0][1] == "stray"


def test_the_letter_that_is_typed_for_a_ring_is_one() -> None:
    assert said(["ㅇ", "X", "ㅇ"])[0] == ["yes", "no", "yes"]
    assert said(["ㅇㅇ", "", ""])[0][0] == "stray"


def test_the_number_of_the_option_is_yes_where_no_column_holds_another() -> None:
    assert said(["1", "2", ""], ["", "", "3"]) == [["yes", "yes", "blank"], ["blank", "blank", "yes"]]
    assert said(["1", "2", "1"])[0] == ["yes", "stray", "yes"]


def test_words_are_words_in_the_column_of_other_only() -> None:
    assert said(["뜨개", "", "뜨개"])[0] == ["stray", "blank", "words"]


def test_the_heading_is_no_cell() -> None:
    columns = tick_columns(sheet_of(["못 읽을 제목"], ["1"], ["0"]), OPTIONS, [("a", 0)])
    assert are_ticks(columns) and have_no(columns)
    assert used_of(columns[0].cells, ["", "못 읽을 제목", "1", "0"]) == ["1", "0"]
