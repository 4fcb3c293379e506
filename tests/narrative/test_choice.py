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
            "나머지는 ‘현 체제 유지’ 4개(28.6%), ‘조속히 추진’ 2개(14.3%)임",
            "‘조직정비 후 추진’이 14개 중 8개(57.1%)로 과반임",
        ),
        (
            {"찬성": 7, "반대": 4, "모름": 3},
            "나머지는 ‘반대’ 4개(28.6%), ‘모름’ 3개(21.4%)임",
            "‘찬성’이 14개 중 7개(50.0%)로 절반임",
        ),
        (
            {"있다": 12, "없다": 2},
            "‘없다’는 2개(14.3%)임",
            "‘있다’가 14개 중 12개(85.7%)로 대부분을 차지함",
        ),
        (
            {"서울": 6, "경기": 3, "부산": 3, "전남": 2},
            "다음은 ‘경기’와 ‘부산’ 각각 3개(21.4%), ‘전남’ 2개(14.3%) 순임",
            "‘서울’이 14개 중 6개(42.9%)로 가장 많음",
        ),
        (
            {"서울": 5, "경기": 5, "부산": 2, "전남": 2},
            "다음은 ‘부산’과 ‘전남’ 각각 2개(14.3%)에 그침",
            "‘서울’과 ‘경기’가 각각 14개 중 5개(35.7%)로 가장 많음",
        ),
        (
            {"서울": 5, "경기": 4, "부산": 2, "전남": 2, "제주": 1},
            "다음은 ‘부산’과 ‘전남’ 각각 2개(14.3%), ‘제주’ 1개(7.1%) 순임",
            "‘서울’이 14개 중 5개(35.7%), ‘경기’가 4개(28.6%)로 앞섬",
        ),
        (
            {"서울": 4, "경기": 3, "부산": 3, "전남": 2, "제주": 2},
            "다음은 ‘경기’와 ‘부산’ 각각 3개(21.4%), ‘전남’과 ‘제주’ 각각 2개(14.3%) 순임",
            "‘서울’이 14개 중 4개(28.6%)로 가장 많음",
        ),
        (
            {"서울": 6, **{place: 1 for place in ("경기", "부산", "대구", "인천", "광주", "대전", "울산", "제주")}},
            "다음은 8개 항목 각각 1개(7.1%)에 그침",
            "‘서울’이 14개 중 6개(42.9%)로 가장 많음",
        ),
    ],
)  # fmt: skip
def test_few_respondents_are_counted_before_they_are_shared_out(
    numbers: dict[str, int], sentence: str, title: str
) -> None:
    table = chosen("single", numbers)
    assert told(table) == [sentence]
    assert headline(table, "ko").text == title


@pytest.mark.parametrize(
    ("numbers", "korean", "english"),
    [
        ({"서울": 14, "경기": 0}, "회원단체 14개 모두 ‘서울’이라고 답함", "All 14 member organisations answered ‘서울’"),
        ({"서울": 1}, "회원단체 1개가 ‘서울’이라고 답함", "1 member organisation answered ‘서울’"),
        ({"있다": 7, "없다": 7}, "‘있다’와 ‘없다’가 각각 14개 중 7개(50.0%)로 절반씩 갈림",
         "Evenly split: ‘있다’ and ‘없다’, 7 of 14 (50.0%) each"),
        ({"가": 2, "나": 2, "다": 2, "라": 2}, "4개 항목이 각각 8개 중 2개(25.0%)로 같음",
         "4 items are level on 2 of 8 (25.0%) each"),
    ],
)  # fmt: skip
def test_where_the_headline_says_all_there_is_nothing_is_added(
    numbers: dict[str, int], korean: str, english: str
) -> None:
    table = chosen("single", numbers)
    assert told(table) == [headline(table, "ko").text] == [korean]
    assert told(table, "en") == [headline(table, "en").text] == [english]


def test_of_thirty_respondents_and_more_the_share_comes_first() -> None:
    """The pattern of conventions-ko.md, with its figures."""
    table = chosen(
        "single", {"보통": 114, "만족": 132, "불만족": 74}, respondents=COOPS, n_respondents=320
    )
    assert told(table) == [
        "다음은 ‘불만족’ 23.1%(74개)임"
    ]
    assert headline(table, "ko").text == "‘만족’이 41.3%(132개), ‘보통’이 35.6%(114개)로 앞섬"


def test_of_many_the_whole_is_told_where_it_is_not_everybody() -> None:
    table = chosen("single", {"만족": 77, "보통": 40, "불만족": 15}, n_respondents=320)
    assert headline(table, "ko").text == "‘만족’이 132개 중 58.3%(77개)로 과반임"
    assert headline(table, "en").text == "A majority, 58.3% (77 of 132), answered ‘만족’"


def test_the_same_is_said_in_english() -> None:
    table = chosen("single", {"Later": 8, "As now": 4, "Soon": 2})
    assert told(table, "en") == [
        "The others are ‘As now’ with 4 (28.6%) and ‘Soon’ with 2 (14.3%)"
    ]
    assert headline(table, "en").text == "A majority, 8 of 14 (57.1%), answered ‘Later’"


def test_of_several_choices_nobody_speaks_of_a_majority() -> None:
    table = chosen("multi", {"설문": 12, "토론회": 11}, base=14)
    assert headline(table, "ko").text == "14개 중 12개(85.7%)가 ‘설문’을 골라 가장 많음"
    assert headline(table, "en").text == "12 of 14 (85.7%) chose ‘설문’, more than any other"


def test_what_is_written_in_by_oneself_is_no_finding() -> None:
    table = chosen("multi", {"기타": 6, "설문": 4, "토론회": 2}, base=14, other=["기타"])
    assert headline(table, "ko").text == "‘기타’를 빼면 14개 중 4개(28.6%)가 ‘설문’을 골라 가장 많음"
    assert "‘기타’ 6개(42.9%)" in told(table)[0]


def test_a_single_last_place_is_named_and_three_that_tie_stand_with_commas() -> None:
    table = chosen("multi", {"가": 9, "나": 8, "다": 7, "라": 6, "마": 5}, base=14)
    assert told(table)[0].endswith("‘라’ 6개(42.9%), ‘마’ 5개(35.7%) 순임")
    table = chosen("multi", {"가": 9, "나": 8, "다": 8, "라": 8}, base=14)
    assert told(table)[0].endswith("다음은 ‘나’, ‘다’, ‘라’ 각각 8개(57.1%)임")


def test_of_many_places_the_first_are_told() -> None:
    """As many as six labels, then "등"."""
    table = chosen("multi", dict(zip("가나다라마바사", (9, 8, 7, 6, 5, 4, 3), strict=True)), base=14)
    assert told(table)[0].endswith("‘나’ 8개(57.1%), ‘다’ 7개(50.0%), ‘라’ 6개(42.9%) 등의 순임")
    assert told(table, "en")[0].endswith("then ‘라’ with 6 (42.9%) and others")


def asked_of_some(base: int, silent: int = 0) -> Table:
    cells = [
        *counts(base, {"인력": base - 1, "거리": 1}),
        Cell("", "", "not_asked", "absent", 9, n=9),
    ]
    items = {"인력": "인력 부족", "거리": "거리 부담", "not_asked": "문항의 대상 아님"}
    return made("multi", cells, items, n_respondents=9 + base + silent)


def test_where_only_some_were_asked_it_says_so() -> None:
    assert headline(asked_of_some(5), "ko").text == "질문을 받은 5개 중 4개(80.0%)가 ‘인력 부족’을 골라 가장 많음"
    assert headline(asked_of_some(5), "en").text.startswith("4 of 5 asked (80.0%) chose ")


def test_where_some_of_those_asked_were_silent_it_speaks_of_those_who_answered() -> None:
    assert headline(asked_of_some(5, silent=2), "ko").text.startswith("질문에 답한 5개 중 4개(80.0%)가 ")


def test_a_scale_is_told_by_its_two_ends_with_their_parts_and_its_mean() -> None:
    table = scale([0, 1, 4, 7, 2], mean=3.714, score100=67.857)
    assert told(table) == [
        "‘매우 만족’ 2개, ‘만족’ 7개를 합한 것이며, 나머지는 ‘보통’ 4개(28.6%), ‘불만족’(매우 불만족 포함) 1개(7.1%)임",
        "평균은 5점 만점에 3.71점(100점 환산 67.9점)임",
    ]
    assert headline(table, "ko").text == "‘만족’(매우 만족 포함)이 14개 중 9개(64.3%)로 과반임"
    assert headline(table, "en").text == "A majority, 9 of 14 (64.3%), answered ‘4’ or ‘5’"


def test_the_parts_of_a_net_of_many_are_shares() -> None:
    """‘만족’ 78.3%(매우 만족 8.0% + 대체로 만족 …), as conventions-ko.md has it."""
    table = scale([10, 20, 30, 30, 20])
    assert "‘매우 만족’ 18.2%, ‘만족’ 27.3%를 합한 것임" in told(table)[0]


def test_where_the_middle_of_a_scale_is_as_large_as_an_end_it_belongs_in_the_headline() -> None:
    table = scale([30, 57, 105, 30, 3])
    assert headline(table, "ko").text == "‘보통’이 225개 중 46.7%(105개), ‘불만족’(매우 불만족 포함)이 38.7%(87개)로 앞섬"
    assert told(table) == ["다음은 ‘만족’(매우 만족 포함) 14.7%(33개)에 그침"]
    assert headline(scale([1, 1, 8, 3, 1]), "ko").text == "‘보통’이 14개 중 8개(57.1%)로 과반임"
    level = scale([1, 2, 5, 4, 1])
    assert headline(level, "ko").text == "‘만족’(매우 만족 포함)과 ‘보통’이 각각 13개 중 5개(38.5%)로 가장 많음"
    assert headline(scale([0, 0, 14, 0, 0]), "ko").text == "회원단체 14개 모두 ‘보통’이라고 답함"


def test_of_options_in_order_the_two_at_an_end_are_told_together_where_they_are_a_majority() -> None:
    known = {"잘 안다": 22, "대략 안다": 91, "이름만 안다": 115, "전혀 모른다": 92}
    table = chosen("single", known, ordered=True)
    assert headline(table, "ko").text == (
        "‘이름만 안다’가 320개 중 35.9%(115개), ‘전혀 모른다’가 28.8%(92개)로, 둘을 합하면 절반을 넘음"
    )
    assert headline(table, "en").text == (
        "35.9% (115 of 320) answered ‘이름만 안다’ and 28.8% (92) ‘전혀 모른다’, together more than half"
    )
    assert told(table) == ["나머지는 ‘대략 안다’ 28.4%(91개), ‘잘 안다’ 6.9%(22개)임"]
    assert "둘을" not in headline(chosen("single", known), "ko").text
    assert "둘을" not in headline(chosen("single", {**known, "잘 안다": 60, "전혀 모른다": 20}, ordered=True), "ko").text


def test_a_lead_of_one_answer_is_no_lead_but_of_few() -> None:
    many = chosen("multi", {"교육": 13, "정책": 12, "조사": 11}, base=21)
    assert headline(many, "ko").text == "‘교육’이 21개 중 13개(61.9%), ‘정책’이 12개(57.1%)로 나란히 앞섬"
    assert headline(many, "en").text == "‘교육’ with 13 of 21 (61.9%) and ‘정책’ with 12 (57.1%) lead side by side"
    few = chosen("multi", {"교육": 5, "정책": 4, "조사": 3}, base=21)
    assert headline(few, "ko").text == "21개 중 5개(23.8%)가 ‘교육’을 골라 가장 많음"


def test_the_mean_of_a_scale_whose_low_end_is_good_says_so() -> None:
    table = scale([5, 4, 3, 1, 1], good="low", mean=2.214)
    assert told(table)[1] == "평균은 5점 만점에 2.21점이며, 점수가 낮을수록 좋음"


def test_those_outside_a_scale_are_counted_apart() -> None:
    cells = [*counts(9, {"1": 4, "2": 5}), Cell("", "", "not_applicable", "count", 5, n=5)]
    table = made(
        "scale", cells, {"1": "불만족", "2": "만족", "not_applicable": "이용 안 함"}, points=2, good="high"
    )
    assert told(table)[-1] == "이와 별도로 5개는 ‘이용 안 함’을 고름"


def dates(numbers: dict[str, int], periods: str) -> Table:
    base = sum(numbers.values())
    cells = [*counts(base, numbers), *stats({"earliest": 20160404, "latest": 20160530}, base)]
    words = {period: f"라벨 {period}" for period in numbers}
    return made("date", cells, words, precision="day", periods=periods)


def test_of_dates_the_fullest_period_and_the_range_are_told() -> None:
    table = dates({"2016-04": 8, "2016-05": 6}, "month")
    assert headline(table, "ko").text == "2016년 4월이 14개 중 8개(57.1%), 2016년 5월이 6개(42.9%)임"
    assert headline(table, "en").text == "8 of 14 (57.1%) fall in April 2016 and 6 (42.9%) in May 2016"
    assert told(table) == [
        "가장 이른 때는 2016년 4월 4일, 가장 늦은 때는 2016년 5월 30일임",
    ]


def test_a_half_is_a_half_of_dates_too_and_bands_keep_their_words() -> None:
    table = dates({"before": 7, "after": 4, "later": 3}, "band")
    assert headline(table, "ko").text == "‘라벨 before’가 14개 중 7개(50.0%)로 절반임"


def test_of_what_is_hidden_nothing_is_said_but_that_it_is() -> None:
    table = hiding(chosen("single", {"서울": 5, "경기": 3, "전남": 4, "광주": 2}), "전남", "광주")
    assert told(table) == [
        "다음은 ‘경기’ 3개(21.4%)임",
        "나머지 2개 항목은 응답자를 보호하려고 가림",
    ]
    assert headline(table, "ko").text == "‘서울’이 14개 중 5개(35.7%)로 가장 많음(가린 항목 제외)"
    assert headline(table, "en").text == "‘서울’ is the most common answer, given by 5 of 14 (35.7%) (hidden items left out)"


def test_what_is_hidden_is_not_spoken_of_where_it_cannot_turn_the_order() -> None:
    """Of 14 only 3 are left for what is hidden."""
    table = hiding(chosen("single", {"서울": 6, "경기": 5, "전남": 2, "광주": 1}), "전남", "광주")
    assert headline(table, "ko").text == "‘서울’이 14개 중 6개(42.9%)로 가장 많음"
    assert told(table)[0] == "바로 다음은 ‘경기’ 5개(35.7%)임"
    several = hiding(chosen("multi", {"서울": 6, "경기": 5, "전남": 2, "광주": 1}, base=14), "전남", "광주")
    assert headline(several, "ko").text.endswith("가장 많음(가린 항목 제외)")


def test_what_is_a_majority_is_one_whatever_is_hidden_beside_it() -> None:
    table = hiding(chosen("single", {"완납": 10, "일부 납부": 2, "면제": 1}), "일부 납부", "면제")
    assert headline(table, "ko").text == "‘완납’이 13개 중 10개(76.9%)로 3분의 2를 넘음"
    assert told(table) == ["나머지 2개 항목은 응답자를 보호하려고 가림"]


def test_where_everything_is_hidden_there_is_nothing_to_show() -> None:
    table = hiding(chosen("single", {"서울": 1, "경기": 2}), "서울", "경기")
    assert told(table) == [headline(table, "ko").text] == ["회원단체 3개가 답했으나 응답자를 보호하려고 결과를 가림"]


def test_where_nobody_answered_that_is_all_there_is_to_say() -> None:
    table = chosen("single", {"서울": 0, "경기": 0})
    assert told(table) == ["유효한 응답이 없음"]
    assert headline(table, "en").text == "There are no usable answers"


def test_where_nobody_was_asked_it_says_so() -> None:
    cells = [*counts(0, {"서울": 0}), Cell("", "", "not_asked", "absent", 14, n=14)]
    table = made("single", cells, {"서울": "서울"}, n_respondents=14)
    assert headline(table, "ko").text == "이 문항에 해당하는 응답자가 없음"


def test_the_questionnaire_says_below_how_many_counts_lead() -> None:
    text = headline(chosen("single", {"가": 9, "나": 5}, small_bases={"counts_lead": 10, "no_shares": 5}), "ko").text
    assert "64.3%(9개)" in text
    text = headline(chosen("single", {"가": 60, "나": 40}, small_bases={"counts_lead": 200, "no_shares": 5}), "ko").text
    assert "100개 중 60개(60.0%)" in text


def test_where_no_share_is_told_the_count_is() -> None:
    """Of 3 of 4 nothing is called a majority; that all of them did is told."""
    text = headline(untold(chosen("single", {"가": 3, "나": 1})), "ko").text
    assert "4개 중 3개로" in text and "%" not in text and "과반" not in text
    assert headline(untold(chosen("single", {"가": 4})), "ko").text == "회원단체 4개 모두 ‘가’라고 답함"


def untold(table: Table) -> Table:
    """Of too few respondents for shares."""
    return table.with_cells(tuple(
        cell._replace(value=None, status="not_comparable", rule="few_answers") if cell.stat == "share" else cell
        for cell in table.cells
    ))  # fmt: skip


def test_two_lead_narrowly_only_within_five_points_or_an_answer() -> None:
    ten_apart = headline(chosen("multi", {"a": 43, "b": 35, "c": 10}, base=86), "en").text
    assert ", ahead of ‘b’" in ten_apart
    assert "narrowly ahead of ‘b’" in headline(chosen("multi", {"a": 43, "b": 40, "c": 10}, base=86), "en").text


def test_what_ties_comes_next_in_the_plural_and_two_are_both() -> None:
    assert told(chosen("multi", {"a": 20, "b": 6, "c": 6}, base=40), "en")[0].startswith("Well behind are ‘b’ and ‘c’ with 15.0% (6) each")
    assert headline(chosen("single", {"a": 2}), "en").text == "Both member organisations answered ‘a’"
