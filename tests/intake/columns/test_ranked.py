"""Ranks in the columns of the options become the options of the ranks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from analysis.intake.columns.ranked import ranks_of
from analysis.questionnaire.words import Option
from tests.intake.files import sheet_of

OPTIONS = (
    Option(id="a", ko="정책"),
    Option(id="b", ko="교육"),
    Option(id="c", ko="판로"),
    Option(id="d", ko="홍보"),
)
COLUMNS = [(option.id, at) for at, option in enumerate(OPTIONS)]


def problems(row: list[str], rank: int) -> list[tuple[str, str]]:
    cell = ranks_of(sheet_of(list("abcd"), row), OPTIONS, COLUMNS, 3)[rank - 1].at(1)
    return list(cell.value.problems)


@given(st.permutations(["1", "2", "3", "4"]))
def test_every_order_comes_back(ranks: list[str]) -> None:
    columns = ranks_of(sheet_of(list("abcd"), ranks), OPTIONS, COLUMNS, 3)
    for rank, column in enumerate(columns, start=1):
        assert column.at(1).value.options == (OPTIONS[ranks.index(str(rank))].id,)
        assert column.at(1).value.problems == ()


def test_a_tie_is_told_once_and_leaves_no_gap() -> None:
    assert problems(["1", "1", "3", ""], 1) == [("rank_tie", "정책, 교육")]
    assert problems(["1", "1", "3", ""], 2) == []


def test_a_gap_is_told() -> None:
    assert problems(["1", "3", "", ""], 2) == [("rank_gap", "2")]


def test_zero_and_blank_are_no_rank() -> None:
    assert [problems(["1", "0", "", "2순위"], rank) for rank in (1, 2, 3)] == [[], [], []]


def test_what_is_no_rank_is_named() -> None:
    assert problems(["1", "상", "", ""], 1) == [("tick_unread", "교육 [B]: 상")]
