"""Points of answer scales, by the scales that forms are made of and by how labels are put together."""

from __future__ import annotations

import pytest

from analysis.draft.scales import point_number, scale_of, within


@pytest.mark.parametrize(
    ("labels", "points", "good"),
    [
        (["만족", "보통", "매우 만족", "불만족", "매우 불만족"], ["매우 불만족", "불만족", "보통", "만족", "매우 만족"], "high"),
        (["그렇다", "보통이다", "매우 그렇다", "그렇지 않다", "전혀 그렇지 않다"],
         ["전혀 그렇지 않다", "그렇지 않다", "보통이다", "그렇다", "매우 그렇다"], "high"),
        (["Good", "OK", "Bad", "Excellent", "Horrible"], ["Horrible", "Bad", "OK", "Good", "Excellent"], "high"),
        (["Often", "Never", "Always", "Sometimes", "Very often"],
         ["Never", "Sometimes", "Often", "Very often", "Always"], "none"),
        (["Agree", "Disagree", "Strongly Agree", "Strongly disagree", "Neither agree or disagree"],
         ["Strongly disagree", "Disagree", "Neither agree or disagree", "Agree", "Strongly Agree"], "high"),
    ],
)  # fmt: skip
def test_points_of_known_scales_are_put_in_order(labels: list[str], points: list[str], good: str) -> None:
    found = scale_of(labels)
    assert found and (list(found.points), found.added, found.good) == (points, (), good)


@pytest.mark.parametrize(
    ("labels", "points"),
    [
        (["Yes, very rude", "No, not rude at all", "Yes, somewhat rude"],
         ["No, not rude at all", "Yes, somewhat rude", "Yes, very rude"]),
        (["very comfortable", "uncomfortable", "neutral", "comfortable", "very uncomfortable"],
         ["very uncomfortable", "uncomfortable", "neutral", "comfortable", "very comfortable"]),
        (["높음", "매우 높음", "보통", "낮음", "매우 낮음"], ["매우 낮음", "낮음", "보통", "높음", "매우 높음"]),
    ],
)  # fmt: skip
def test_labels_that_are_put_together_alike_are_a_scale_of_what_nobody_listed(
    labels: list[str], points: list[str]
) -> None:
    found = scale_of(labels)
    assert found and list(found.points) == points


def test_a_point_that_nobody_chose_is_added() -> None:
    known, alike = (
        scale_of(["만족", "보통", "매우 만족", "불만족"]),
        scale_of(["높음", "보통", "매우 높음", "낮음"]),
    )
    assert known and known.added == ("매우 불만족",)
    assert alike and alike.added == ("매우 낮음",)


def test_numbers_beside_words_are_points_by_their_number() -> None:
    assert scale_of(["보통", "미흡", "매우 미흡", "양호", "2", "4점"])
    assert scale_of(["보통", "미흡", "매우 미흡", "양호", "7"]) is None


def test_points_that_carry_their_number_stand_by_it() -> None:
    found = scale_of(["5 매우 그렇다", "4 그렇다", "3 보통", "2 아니다"])
    assert found and (found.points[0], found.points[-1], found.added) == ("1", "5 매우 그렇다", ("1",))


@pytest.mark.parametrize(
    "labels",
    [
        ["예", "아니오"],
        ["적정하다", "인상할 수 있다", "인하가 필요하다"],
        ["Yes", "No", "Maybe"],
        ["서울", "부산", "대구"],
        ["1", "2", "3"],
    ],
)
def test_options_are_no_scale(labels: list[str]) -> None:
    assert scale_of(labels) is None


def test_a_few_points_are_within_a_scale_that_was_found_elsewhere() -> None:
    whole = scale_of(["Never", "Sometimes", "Often", "Very often", "Always"])
    assert whole and within(["never", "Often", "3"], whole)
    assert not within(["Never", "Daily"], whole)


@pytest.mark.parametrize(("label", "number"), [("④", 4), ("3점", 3), ("12", 12), ("3.5", None), ("셋", None)])
def test_a_bare_number_is_a_point(label: str, number: int | None) -> None:
    assert point_number(label) == number
