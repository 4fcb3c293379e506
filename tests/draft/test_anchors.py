"""Headings that say what the points of their scale mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.draft.anchors import anchors_of, good_end
from analysis.draft.answers import answer_of
from analysis.responses.tried_draft import tried_draft
from tests.draft.made import draft, each, keys, table


@pytest.mark.parametrize(
    ("heading", "anchors", "good"),
    [
        ("난이도(1=매우 어렵다~5=매우 쉽다)", {1: "매우 어렵다", 5: "매우 쉽다"}, "high"),
        ("1점 매우 불만~5점 매우 만족", {1: "매우 불만", 5: "매우 만족"}, "high"),
        ("만족도 (1: 매우 만족, 7: 매우 불만)", {1: "매우 만족", 7: "매우 불만"}, "low"),
        ("Rate it (1 = slow, 3 = so so, 5 = fast)", {1: "slow", 3: "so so", 5: "fast"}, "none"),
    ],
)
def test_the_ends_and_their_direction_are_read(heading: str, anchors: dict[int, str], good: str) -> None:
    assert anchors_of(heading) == anchors
    assert good_end(anchors) == good


@pytest.mark.parametrize(
    "heading",
    [
        "1. 어디에 사십니까?",
        "만족도 1~5",
        "1=예, 2=아니오",
        "5점 만점으로 평가해 주십시오",
        "1 to 5",
        "A1. 2016년 5월",
    ],
)
def test_other_numbers_are_no_points(heading: str) -> None:
    assert anchors_of(heading) == {}


def test_the_numbers_of_the_file_are_read_as_the_points_that_the_heading_names(tmp_path: Path) -> None:
    file = table(
        tmp_path / "answers.csv", {"난이도(1=매우 어렵다~5=매우 쉽다)": ["1", "2", "3", "4", "5"]}, 20
    )
    made = tried_draft(file, "s", 2024)
    points = made.questionnaire.questions[0].scale.points
    assert [point.ko for point in points] == ["매우 어렵다", "2", "3", "4", "매우 쉽다"]
    assert "unread" not in keys(made)


def test_what_looks_like_a_scale_without_being_one_by_its_heading_is_marked() -> None:
    whole = each("1", "2", "3", "4", "5")
    guess = answer_of(whole, "우리 조합의 분위기")
    assert guess.kind == "number" and [note.key for note in guess.notes] == ["perhaps_points"]
    assert answer_of(whole, "자녀 수").notes == ()


def test_the_more_of_what_is_bad_the_worse() -> None:
    assert answer_of(each("1", "2", "3", "4", "5"), "불만 정도").answer.scale.good == "low"


def test_a_separator_that_few_cells_hold_is_marked(tmp_path: Path) -> None:
    some = ["사과"] * 30 + ["배"] * 30 + ["사과, 배", "배, 사과", "사과, 배"]
    assert "separator_guessed" in keys(draft(tmp_path, {"좋아하는 것": some}))
    assert "separator_guessed" not in keys(
        draft(tmp_path, {"좋아하는 것": ["사과", "배", "사과, 배", "배"]}, 60)
    )
