"""The heading of a sheet of which nothing is known: how many rows it takes."""

from __future__ import annotations

import pytest

from analysis.draft.heading import settled
from analysis.intake.errors import IntakeError
from tests.intake.files import sheet_of

ANSWERS = [("두레", "서울", "3", "만족"), ("가온", "부산", "4", "보통"), ("다온", "서울", "5", "불만족")]


def test_one_row_is_the_heading_where_nothing_stands_below_a_gap() -> None:
    found = settled(sheet_of(("이름", "지역", "인원", "만족도"), *ANSWERS))
    assert (found.rows, found.headings) == (None, ("이름", "지역", "인원", "만족도"))


def test_a_title_over_the_table_heads_no_column() -> None:
    found = settled(sheet_of(("2024 조사", "", "", ""), ("이름", "지역", "인원", "만족도"), *ANSWERS))
    assert (found.rows, found.headings) == (2, ("이름", "지역", "인원", "만족도"))


def test_a_group_over_several_columns_stands_before_each_of_them() -> None:
    found = settled(sheet_of(("이름", "인력", "", "예산"), ("", "여", "남", "(천원)"), *ANSWERS))
    assert (found.rows, found.headings) == (2, ("이름", "인력 [여]", "인력 [남]", "(천원)"))


def test_an_answer_under_a_column_without_a_heading_is_no_heading() -> None:
    found = settled(sheet_of(("이름", "", "지역", "만족도"), *ANSWERS))
    assert found.rows is None


def test_the_two_rows_of_surveymonkey_need_not_be_declared() -> None:
    head = ("Respondent ID", "Which do you use?", "", "Satisfied?"), ("", "Bread", "Milk", "Response")
    found = settled(sheet_of(*head, ("1", "Bread", "", "Yes")))
    assert (found.rows, found.sheet.heading_rows) == (None, 2)
    assert found.headings[1:] == ("Which do you use? [Bread]", "Which do you use? [Milk]", "Satisfied?")


def test_questions_below_each_other_are_a_form_on_its_side() -> None:
    rows = [(f"{number}. 무엇입니까?", "예") for number in range(1, 7)]
    with pytest.raises(IntakeError, match="옆으로 누워"):
        settled(sheet_of(("문항", "답"), *rows))
