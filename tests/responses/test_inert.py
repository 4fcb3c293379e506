"""What respondents wrote never becomes a formula of the spreadsheet that opens it."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.responses.inert import inert, spreadsheet_csv


@pytest.mark.parametrize("text", ["=1+1", "+82-2", "-3", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_what_a_spreadsheet_would_calculate_gets_an_apostrophe(text: str) -> None:
    assert inert(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "가", "3 - 2", "a=b"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert inert(text) == text


def test_numbers_stay_numbers() -> None:
    assert spreadsheet_csv([[-3, 2.5, "-3"]]) == "\ufeff-3,2.5,'-3\r\n".encode()


def test_a_text_that_no_cell_can_hold_is_cut_and_says_so() -> None:
    [cell] = next(
        csv.reader(io.StringIO(spreadsheet_csv([["가" * 100_000]]).decode("utf-8-sig"), newline=""))
    )
    assert len(cell) <= 32_767 and cell.endswith("가 … [칸이 길어 67,333자를 줄였습니다]")


@given(
    st.lists(
        st.lists(
            st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=2, max_size=3
        )
    )
)
def test_every_text_comes_back_but_for_the_apostrophe(rows: list[list[str]]) -> None:
    text = spreadsheet_csv(rows).decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert [[inert(cell) for cell in row] for row in rows] == read
