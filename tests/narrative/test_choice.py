"""What is said of counted options. Counts come first below 30 respondents; ties, halves and majorities are exact."""

from __future__ import annotations

import pytest

from analysis.narrative import headline, sentences
from analysis.tables import Cell, Table
from tests.narrative.made import COOPS, chosen, counts, hiding, made, scale, stats


def told(table: Table, language: str = "ko") -> list[str]:
    return [sentence.text for sentence in sentences(table, language)]


@pytest.mark.parametrize(
    ("numbers", "sentence", "title"),
    [
        (
            {"조직정비 후 추진": 8, "현 체제 유지": 4, "조속히 추진": 2},
            "회원단체 14개 중 ‘조직정비 후 추진’이 8개(57.1%)로 가장 많았으며, ‘현 체제 유지’ 4개(28.6%), ‘조속히 추진’ 2개(14.3%) 순으로 나타남",
            "‘조직정비 후 추진’이 8개(57.1%)로 과반임",
        ),
        (
            {"찬성": 7, "반대": 4, "모름": 3},
            "회원단체 14개 중 ‘찬성’이 7개(50.0%)로 가장 많았으며, ‘반대’ 4개(28.6%), ‘모름’ 3개(21.4%) 순으로 나타남",
            "‘찬성’이 7개(50.0%)로 절반임",
        ),
        (
            {"있다": 7, "없다": 7},
            "회원단체 14개 중 ‘있다’와 ‘없다’가 각각 7개(50.0%)로 같았음",
            "‘있다’와 ‘없다’가 각각 7개(50.0%)로 절반씩임",
        ),
        (
            {"있다": 11, "없다": 3},
            "회원단체 14개 중 ‘있다’가 11개(78.6%)로 가장 많았으며, ‘없다’ 3개(21.4%)가 뒤를 이음",
            "‘있다’가 11개(78.6%)로 과반임",
        ),
        (
            {"서울": 5, "경기": 5, "부산": 2, "전남": 2},
            "회원단체 14개 중 ‘서울’과 ‘경기’가 각각 5개(35.7%)로 가장 많았으며, ‘부산’과 ‘전남’ 각각 2개(14.3%)가 뒤를 이음",
            "‘서울’과 ‘경기’가 각각 5개(35.7%)로 가장 많음",
        ),
        (
            {"서울": 14, "경기": 0},
            "회원단체 14개 모두 ‘서울’에 해당함",
            "14개(100.0%)가 모두 ‘서울’에 해당함",
        ),
        (
            {"가": 2, "나": 2, "다": 2, "라": 2},
            "회원단체 8개 중 여러 항목이 각각 2개(25.0%)로 같았음",
            "여러 항목이 각각 2개(25.0%)로 가장 많음",
        ),
    ],
)  # fmt: skip
def test_few_respondents_are_counted_before_they_are_shared_out(
    numbers: dict[str, int], sentence: str, title: str
) -> None:
    table = chosen("single", numbers)
    assert told(table) == [sentence]
    assert headline(table, "ko").text == title


def test_of_thirty_respondents_and_more_the_share_comes_first() -> None:
    """The pattern of conventions-ko.md, with its figures."""
    table = chosen("single", {"보통": 114, "만족": 132, "불만족": 74}, respondents=COOPS)
    assert told(table) == [
        "협동조합 320개 중 ‘만족’이 41.3%(132개)로 가장 많았으며, ‘보통’ 35.6%(114개), ‘불만족’ 23.1%(74개) 순으로 나타남"
    ]
    assert headline(table, "ko").text == "‘만족’이 41.3%(132개)로 가장 많음"


def test_the_same_is_said_in_english() -> None:
    table = chosen("single", {"Later": 8, "As now": 4, "Soon": 2})
    assert told(table, "en") == [
        "Of 14 member organisations, ‘Later’ comes first with 8 (57.1%), followed by ‘As now’ 4 (28.6%) and ‘Soon’ 2 (14.3%)"
    ]
    assert headline(table, "en").text == "A majority of 8 (57.1%): ‘Later’"


def test_of_several_choices_nobody_speaks_of_a_majority() -> None:
    table = chosen("multi", {"설문": 12, "토론회": 11}, base=14)
    assert headline(table, "ko").text == "‘설문’이 12개(85.7%)로 가장 많음"


def test_a_scale_is_told_by_its_two_ends_and_its_mean() -> None:
    table = scale([0, 1, 4, 7, 2], mean=3.714, score100=67.857)
    assert told(table) == [
        "회원단체 14개 중 ‘만족’ 이상이 9개(64.3%)로 가장 많았으며, ‘보통’ 4개(28.6%), ‘불만족’ 이하 1개(7.1%) 순으로 나타남",
        "평균은 5점 만점에 3.71점(100점 환산 67.9점)임",
    ]
    assert headline(table, "ko").text == "‘만족’ 이상이 9개(64.3%)로 과반임"
    assert headline(table, "en").text == "A majority of 9 (64.3%): ‘4’ or higher"


def test_the_mean_of_a_scale_whose_low_end_is_good_says_so() -> None:
    table = scale([5, 4, 3, 1, 1], good="low", mean=2.214)
    assert told(table)[1] == "평균은 5점 만점에 2.21점임. 점수가 낮을수록 좋음"


def test_those_outside_a_scale_are_counted_apart() -> None:
    cells = [*counts(9, {"1": 4, "2": 5}), Cell("", "", "not_applicable", "count", 5, n=5)]
    table = made(
        "scale", cells, {"1": "불만족", "2": "만족", "not_applicable": "이용 안 함"}, points=2, good="high"
    )
    assert told(table)[-1] == "‘이용 안 함’에 표시한 응답은 5개임"


def test_of_dates_the_range_is_told() -> None:
    cells = [
        *counts(14, {"2016-04": 9, "2016-05": 5}),
        *stats({"earliest": 20160404, "latest": 20160530}, 14),
    ]
    table = made("date", cells, {"2016-04": "4월", "2016-05": "5월"}, precision="day")
    assert told(table)[1] == "가장 이른 답은 2016년 4월 4일, 가장 늦은 답은 2016년 5월 30일임"


def test_of_what_is_hidden_nothing_is_said_but_that_it_is() -> None:
    table = hiding(chosen("single", {"서울": 6, "경기": 5, "전남": 2, "광주": 1}), "전남", "광주")
    assert told(table) == [
        "회원단체 14개 중 공개한 칸에서는 ‘서울’이 6개(42.9%)로 가장 많았으며, ‘경기’ 5개(35.7%)가 뒤를 이음",
        "3개 미만이거나 이를 드러내는 칸은 가림",
    ]
    assert headline(table, "ko").text == "공개한 칸에서는 ‘서울’이 6개(42.9%)로 가장 많음"


def test_where_everything_is_hidden_there_is_nothing_to_show() -> None:
    table = hiding(chosen("single", {"서울": 1, "경기": 2}), "서울", "경기")
    assert told(table)[0] == headline(table, "ko").text == "공개할 수 있는 결과가 없음"


def test_where_nobody_answered_that_is_all_there_is_to_say() -> None:
    table = chosen("single", {"서울": 0, "경기": 0})
    assert told(table) == ["응답 없음"]
    assert headline(table, "en").text == "No answers"
