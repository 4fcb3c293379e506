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


ANY = st.sampled_from(["", "0", "1", "2", "3", "4", "7", "2순위", "h0", "?", "상", "99"])


@given(st.lists(st.lists(ANY, min_size=4, max_size=4), min_size=1, max_size=8))
def test_rows_that_are_read_together_say_what_each_says_alone(rows: list[list[str]]) -> None:
    together = ranks_of(sheet_of(list("abcdx"), *([*row, "x"] for row in rows)), OPTIONS, COLUMNS, 7)
    for number, row in enumerate(rows, start=1):
        alone = ranks_of(sheet_of(list("abcdx"), [*row, "x"]), OPTIONS, COLUMNS, 7)
        given_ranks = [int(text.removesuffix("순위")) if text[:1].isdigit() else 0 for text in row]
        for rank, (one, column) in enumerate(zip(alone, together, strict=True), start=1):
            assert column.at(number) == one.at(1)
            expected = tuple(
                option.id for option, its in zip(OPTIONS, given_ranks, strict=True) if its == rank
            )
            assert column.at(number).value.options == expected


def test_a_stray_is_not_taken_for_the_rank_of_another_row() -> None:
    rows = [["h0"], ["7"], ["?"]]
    columns = ranks_of(sheet_of(["a"], *rows), OPTIONS[:1], COLUMNS[:1], 7)
    assert [columns[6].at(row).value.options for row in (1, 2, 3)] == [(), ("a",), ()]
    assert [columns[0].at(row).value.problems for row in (1, 2, 3)] == [
        (("tick_unread", "정책 [A]: h0"),),
        (("rank_gap", "1"),),
        (("tick_unread", "정책 [A]: ?"),),
    ]


def test_what_is_no_rank_is_named() -> None:
    assert problems(["1", "상", "", ""], 1) == [("tick_unread", "교육 [B]: 상")]
