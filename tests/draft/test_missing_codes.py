"""Numbers that mean "no answer": told by the gap below them, proposed where they are sure and else marked."""

from __future__ import annotations

import pytest

from analysis.draft.answers import answer_of
from analysis.draft.missing_codes import MissingCodes, missing_codes
from tests.draft.made import cells, each

AGES = {str(age): 2 for age in range(20, 70)}


@pytest.mark.parametrize("code", ["8", "9", "99", "999", "-1"])
def test_a_number_behind_the_last_point_of_a_scale_is_no_point(code: str) -> None:
    guess = answer_of(each("1", "2", "3", "4", "5", code), "만족도")
    assert len(guess.answer.scale.points) == 5
    assert guess.more["missing"] == {code: "no_answer"}
    assert "codes_missing" in [note.key for note in guess.notes]


def test_the_heading_says_that_a_number_is_a_point() -> None:
    guess = answer_of(each("1", "2", "3", "4", "5", "9"), "만족도(10점 척도)")
    assert len(guess.answer.scale.points) == 10 and not guess.more


def test_scales_that_are_used_with_gaps_are_marked_only() -> None:
    guess = answer_of(each("2", "4", "6", "9"), "만족도")
    assert len(guess.answer.scale.points) == 10 and not guess.more
    assert "codes_perhaps" in [note.key for note in guess.notes]


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        (AGES | {"99": 9}, MissingCodes(("99",))),
        (AGES | {"99": 1}, MissingCodes((), ("99",))),
        (AGES | {"98": 9, "99": 9}, MissingCodes(("98", "99"))),
        (AGES | {str(age): 2 for age in range(70, 100)}, MissingCodes()),
        ({"1": 9, "2": 9, "3": 9, "9": 5}, MissingCodes(("9",))),
        ({"1": 9, "2": 9, "3": 9, "9": 1}, MissingCodes((), ("9",))),
        ({"6": 9, "7": 9, "8": 9, "9": 9}, MissingCodes()),
        ({"-3": 2, "-1": 2, "4": 2}, MissingCodes()),
    ],
)
def test_counts_and_ages(counts: dict[str, int], found: MissingCodes) -> None:
    assert missing_codes(cells(counts), rated=False) == found


def test_of_percentages_99_is_one() -> None:
    assert missing_codes(cells({"10": 2, "50": 2, "80": 2, "99": 9}), rated=False, share=True).certain == ()
