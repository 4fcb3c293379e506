"""What is said of the other kinds: numbers, money, rankings, rows, importance and performance, words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.narrative import headline, sentences
from analysis.tables import Cell, Table
from tests.narrative.made import counts, hiding, made, scale, stats

ROLES = {"policy": "정책협상", "joint": "공동사업", "local": "지역 지원"}
QUARTILES = {"mean": 8.6, "median": 8, "q1": 6, "q3": 11, "sum": 112, "min": 4, "max": 14}


def told(table: Table, language: str = "ko") -> list[str]:
    return [sentence.text for sentence in sentences(table, language)]


def number(**facts: str) -> Table:
    cells = [Cell("", "", "", "base", 13, n=13, base=13), *stats(QUARTILES, 13)]
    return made("number", cells, unit="회", unit_en="meetings", **facts)


def test_of_numbers_the_middle_is_told_before_the_mean() -> None:
    assert headline(number(), "ko").text == "중앙값은 8회임"
    assert told(number()) == [
        "회원단체 13개의 중앙값은 8회며, 가운데 절반은 6회에서 11회 사이임",
        "평균은 8.6회며, 가장 작은 값은 4회, 가장 큰 값은 14회임",
    ]
    assert (
        told(number(), "en")[1]
        == "The mean is 8.6 meetings, the smallest value 4 meetings, the largest 14 meetings"
    )


def test_of_numbers_that_would_name_somebody_only_the_middle_is_left() -> None:
    table = number()
    table = table.with_cells(tuple(
        replace(cell, value=None, status="suppressed", rule="dominance") if cell.stat in ("mean", "min", "max") else cell
        for cell in table.cells
    ))  # fmt: skip
    assert told(table) == [
        "회원단체 13개의 중앙값은 8회며, 가운데 절반은 6회에서 11회 사이임",
        "응답자를 드러낼 수 있는 값은 가림",
    ]


def test_money_is_read_in_korean_units() -> None:
    cells = [Cell("", "", "", "base", 13, n=13, base=13), *stats({"median": 214_020_000}, 13)]
    assert told(made("money", cells, asked_in="천원")) == ["회원단체 13개의 중앙값은 2억 1,402만 원임"]


def test_a_ranking_is_told_at_any_rank_and_then_at_the_first() -> None:
    cells = [
        *counts(14, {"policy": 2, "joint": 4, "local": 1}, row="1"),
        *counts(14, {"policy": 10, "joint": 9, "local": 7}, row="1+2+3"),
    ]
    table = made("ranking", [*counts(14, {})[:1], *cells], ROLES, rows={"1": "1순위", "1+2+3": "1~3순위"})
    assert told(table) == [
        "1~3순위 기준으로 회원단체 14개 중 ‘정책협상’이 10개(71.4%)로 가장 많았으며, ‘공동사업’ 9개(64.3%), ‘지역 지원’ 7개(50.0%) 순으로 나타남",
        "1순위만 보면 ‘공동사업’이 4개(28.6%)로 가장 많음",
    ]
    assert headline(table, "ko").text == "‘정책협상’이 10개(71.4%)로 가장 많음"


def test_parts_of_a_whole_are_told_by_size() -> None:
    rows = {"dues": "회비", "business": "사업수입", "grants": "보조·위탁"}
    means = {"dues": 41.4, "business": 21.8, "grants": 36.8}
    cells = [
        *counts(14, {}),
        *(cell for row, mean in means.items() for cell in stats({"mean": mean}, 14, row=row)),
    ]
    table = made("allocation", cells, rows=rows, unit="%")
    assert told(table) == [
        "회원단체 14개 중 구성비의 평균은 ‘회비’ 41.4%, ‘보조·위탁’ 36.8%, ‘사업수입’ 21.8% 순으로 조사됨"
    ]
    assert headline(table, "ko").text == "‘회비’가 평균 41.4%로 가장 큼"


def test_rows_on_a_scale_are_told_by_their_means_and_their_top_points() -> None:
    cells = [
        *counts(14, {}),
        *counts(14, {"4+5": 11}, row="mail"), *stats({"mean": 4.07}, 14, row="mail"),
        *counts(9, {"4+5": 2}, row="facebook"), *stats({"mean": 2.78}, 9, row="facebook"),
    ]  # fmt: skip
    items = {
        "1": "매우 불만족",
        "2": "불만족",
        "3": "보통",
        "4": "만족",
        "5": "매우 만족",
        "4+5": "만족+매우 만족",
    }
    table = made(
        "grid",
        cells,
        items,
        {"mail": "이메일", "facebook": "페이스북"},
        cell_kind="scale",
        points=5,
        top="4+5",
    )
    assert told(table) == [
        "평균은 ‘이메일’이 4.07점으로 가장 높고, ‘페이스북’이 2.78점으로 가장 낮음",
        "‘만족’ 이상이라는 응답의 비율은 ‘이메일’에서 11개(78.6%)로 가장 높음",
    ]


def test_rows_that_tie_by_share_have_no_count_in_common() -> None:
    """6 of 7 and 12 of 14 are the same share."""
    cells = [*counts(14, {}), *counts(7, {"4+5": 6}, row="mail"), *counts(14, {"4+5": 12}, row="facebook")]
    items = {"4": "만족", "2": "불만족", "4+5": "만족+매우 만족"}
    rows = {"mail": "이메일", "facebook": "페이스북"}
    table = made("grid", cells, items, rows, cell_kind="scale", points=5, top="4+5")
    assert told(table) == ["‘만족’ 이상이라는 응답의 비율은 ‘이메일’과 ‘페이스북’에서 85.7%로 가장 높음"]


def test_columns_of_numbers_are_told_one_by_one() -> None:
    columns = [{"id": "women", "kind": "number", "unit": "명"}, {"id": "men", "kind": "number", "unit": "명"}]
    medians = {("full", "women"): 3, ("full", "men"): 2, ("part", "women"): 1, ("part", "men"): 0}
    cells = [
        cell
        for (row, column), median in medians.items()
        for cell in stats({"median": median}, 14, column, row)
    ]
    rows, items = {"full": "상근", "part": "비상근"}, {"women": "여", "men": "남"}
    table = made("grid", [*counts(14, {}), *cells], items, rows, cell_kind="number", columns=columns)
    assert told(table) == [
        "여: 중앙값은 ‘상근’ 3명, ‘비상근’ 1명임",
        "남: 중앙값은 ‘상근’ 2명, ‘비상근’ 0명임",
    ]


def test_a_grid_of_choices_tells_what_each_row_chose_most() -> None:
    rows = {"seoul": "서울", "busan": "부산"}
    cells = [
        *counts(14, {}),
        *counts(14, {"yes": 9, "no": 5}, "seoul"),
        *counts(14, {"yes": 7, "no": 7}, "busan"),
    ]
    table = made("grid", cells, {"yes": "있다", "no": "없다"}, rows, cell_kind="single")
    assert told(table) == [
        "가장 많은 답은 ‘서울’ ‘있다’ 9개(64.3%), ‘부산’ ‘있다’와 ‘없다’ 각각 7개(50.0%)임"
    ]


def importance_performance(gaps: bool) -> Table:
    rows = {"education": "교육·양성", "policy": "정책연대"}
    means = {"education": (4.14, 2.57, 2), "policy": (4.5, 4.2, 1)}
    cells = counts(14, {})
    for row, (importance, performance, quadrant) in means.items():
        cells += stats({"mean": importance}, 14, "importance", row) + stats(
            {"mean": performance}, 14, "performance", row
        )
        cells += stats({"code": quadrant}, 14, "quadrant", row)
        cells += stats({"mean": importance - performance}, 14, "gap", row) if gaps else []
    return made("importance_performance", cells, rows=rows)


def test_what_is_important_and_badly_done_is_named_first_and_then_the_widest_gap() -> None:
    table = importance_performance(gaps=True)
    assert told(table) == [
        "‘집중 개선’에 드는 것은 ‘교육·양성’(중요도 4.14점, 수행도 2.57점)임",
        "중요도와 수행도의 차이는 ‘교육·양성’이 1.57점으로 가장 크고, ‘정책연대’가 0.30점으로 가장 작음",
    ]
    assert headline(table, "ko").text == "중요도와 수행도의 차이는 ‘교육·양성’이 1.57점으로 가장 큼"


def test_without_gaps_the_title_names_what_to_concentrate_on() -> None:
    table = importance_performance(gaps=False)
    assert headline(table, "ko").text == "‘집중 개선’에 드는 것은 ‘교육·양성’(중요도 4.14점, 수행도 2.57점)임"


@pytest.mark.parametrize(
    ("answered", "text"),
    [(12, "회원단체 14개 중 12개가 의견을 적음"), (0, "회원단체 14개 중 의견을 적은 곳이 없음")],
)
def test_of_words_it_is_told_how_many_wrote_some(answered: int, text: str) -> None:
    table = made("open", [*counts(14, {}), Cell("", "", "", "answered", answered, n=answered, base=14)])
    assert told(table) == [text]


def test_between_levels_the_widest_difference_is_told_where_it_is_worth_a_sentence() -> None:
    cells = [*counts(14, {"a": 9, "b": 5}), *counts(8, {"a": 7, "b": 1}, level="seoul")]
    words = {"items": {"a": "만족", "b": "불만족"}, "levels": {"seoul": "수도권", "elsewhere": "그 밖"}}
    group = {"ko": "권역별", "en": "By area"}
    apart = made(
        "single", [*cells, *counts(6, {"a": 2, "b": 4}, level="elsewhere")], **words, by="area", group=group
    )
    assert told(apart)[1] == (
        "권역별로 나누어 보면, ‘만족’의 비율은 ‘수도권’에서 7개(87.5%)로 가장 높고, ‘그 밖’에서 2개(33.3%)로 가장 낮음"
    )
    alike = made(
        "single", [*cells, *counts(6, {"a": 5, "b": 1}, level="elsewhere")], **words, by="area", group=group
    )
    assert len(told(alike)) == 1


def test_a_level_of_few_is_not_compared() -> None:
    cells = [*counts(10, {"a": 9}), *counts(8, {"a": 8}, level="x"), *counts(2, {"a": 1}, level="y")]
    table = made("single", cells, {"a": "만족"}, levels={"x": "수도권", "y": "그 밖"}, by="area")
    assert len(told(table)) == 1


def test_hidden_scale_points_hide_no_more_than_themselves() -> None:
    table = hiding(scale([1, 1, 4, 7, 2], mean=3.5), "1", "2", "1+2")
    assert "이하" not in " ".join(told(table))
