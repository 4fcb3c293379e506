"""What is said of the other kinds: numbers, money, rankings, rows, importance and performance, words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.narrative import headline, sentences
from analysis.tables import Cell, Table
from tests.narrative.made import counts, hiding, labels, made, scale, stats

ROLES = {"policy": "정책협상", "joint": "공동사업", "local": "지역 지원"}
QUARTILES = {"mean": 8.6, "median": 8, "q1": 6, "q3": 11, "sum": 112, "min": 4, "max": 14}


def told(table: Table, language: str = "ko") -> list[str]:
    return [sentence.text for sentence in sentences(table, language)]


def number(**facts: str) -> Table:
    cells = [Cell("", "", "", "base", 13, n=13, base=13), *stats(QUARTILES, 13)]
    return made("number", cells, unit="회", unit_en="meetings", **facts)


def test_of_numbers_the_middle_is_told_before_the_mean() -> None:
    assert headline(number(), "ko").text == "중앙값은 8회이며, 가운데 절반은 6~11회 사이임"
    assert told(number()) == ["평균은 8.6회이며, 최소 4회에서 최대 14회까지임"]
    assert headline(number(), "en").text == (
        "The median is 8 meetings; the middle half lies between 6 and 11 meetings"
    )
    assert told(number(), "en") == ["The mean is 8.6 meetings, and answers range from 4 to 14 meetings"]


def test_per_cent_stands_at_both_ends_in_english() -> None:
    shares = made("number", [Cell("", "", "", "base", 13, n=13, base=13), *stats(QUARTILES, 13)], unit="%", unit_en="%")
    assert headline(shares, "en").text == "The median is 8%; the middle half lies between 6% and 11%"
    assert headline(shares, "ko").text == "중앙값은 8%이며, 가운데 절반은 6~11% 사이임"


def with_values(values: dict[str, float], n: int = 13, cells: tuple[Cell, ...] = (), **facts: object) -> Table:
    base = Cell("", "", "", "base", n, n=n, base=n)
    return made("number", [base, *stats(values, n), *cells], unit="명", unit_en="people", **facts)


def test_a_mean_far_above_the_median_tells_of_a_few_large_values() -> None:
    table = with_values({"mean": 28_170.4, "median": 2_800, "q1": 620, "q3": 5_200, "min": 95, "max": 313_000})
    assert told(table) == [
        "몇몇 큰 값이 평균을 28,170명으로 끌어올림",
        "최소 95명에서 최대 313,000명까지임",
    ]


def test_quartiles_of_fewer_than_ten_are_not_told() -> None:
    table = with_values({"mean": 8, "median": 8, "q1": 6, "q3": 11, "min": 4, "max": 14}, n=9)
    assert headline(table, "ko").text == "중앙값은 8명임"


def test_values_that_are_all_alike_need_one_sentence() -> None:
    table = with_values({"mean": 8, "median": 8, "q1": 8, "q3": 8, "min": 8, "max": 8})
    assert told(table) == ["회원단체 13개 모두 8명으로 같음"]
    assert told(table, "en") == ["All 13 member organisations gave 8 people"]


def test_of_values_in_bins_the_fullest_is_told_and_then_the_order() -> None:
    bins = [{"id": f"bin{at}", "low": 10 * at, "high": 10 * at + 10} for at in (0, 1, 2)]
    values = {"mean": 12, "median": 11, "q1": 6, "q3": 18, "min": 0, "max": 29}
    table = with_values(values, 100, tuple(counts(100, {"bin0": 40, "bin1": 35, "bin2": 25})[1:]), bins=bins)
    words = {"bin0": "10명 미만", "bin1": "10~20명 미만", "bin2": "20명 이상"}
    table = replace(table, items=labels(words), facts=dict(table.facts))
    assert headline(table, "ko").text == "중앙값은 11명이며, ‘10명 미만’이 40.0%(40개)로 가장 많음"
    assert told(table) == [
        "가운데 절반은 6~18명 사이이며, 최소 0명에서 최대 29명까지임",
        "평균은 12.0명임",
    ]


def test_the_fullest_of_classes_that_are_not_equally_wide_is_not_told_where_it_may_only_be_the_widest() -> None:
    """20 to 50 is three times as wide as 10 to 20; a narrow class that is the fullest all the same is told."""
    bins = [{"id": "a", "low": 0, "high": 10}, {"id": "b", "low": 10, "high": 20}, {"id": "c", "low": 20, "high": None}]
    words = {"a": "10명 미만", "b": "10~20명 미만", "c": "20명 이상"}
    values = {"median": 18, "q1": 8, "q3": 33}
    for counted, title in (
        ({"a": 30, "b": 25, "c": 45}, "중앙값은 18명이며, 가운데 절반은 8~33명 사이임"),
        ({"a": 45, "b": 25, "c": 30}, "중앙값은 18명이며, ‘10명 미만’이 45.0%(45개)로 가장 많음"),
    ):
        table = with_values(values, 100, tuple(counts(100, counted)[1:]), bins=bins)
        assert headline(replace(table, items=labels(words), facts=dict(table.facts)), "ko").text == title


def test_of_numbers_that_would_name_somebody_only_the_middle_is_left() -> None:
    table = number()
    table = table.with_cells(tuple(
        cell._replace(value=None, status="suppressed", rule="dominance") if cell.stat in ("mean", "min", "max") else cell
        for cell in table.cells
    ))  # fmt: skip
    assert headline(table, "ko").text == "중앙값은 8회이며, 가운데 절반은 6~11회 사이임"
    assert told(table) == ["평균과 가장 작은 값, 가장 큰 값은 응답자를 보호하려고 가림"]


def test_money_is_read_in_korean_units() -> None:
    cells = [Cell("", "", "", "base", 13, n=13, base=13), *stats({"median": 214_020_000}, 13)]
    assert told(made("money", cells, asked_in="천원")) == ["중앙값은 2억 1,402만 원임"]


def test_a_ranking_is_told_at_any_rank_and_then_at_the_first() -> None:
    cells = [
        *counts(14, {"policy": 2, "joint": 4, "local": 1}, row="1"),
        *counts(14, {"policy": 10, "joint": 9, "local": 7}, row="1+2+3"),
    ]
    table = made("ranking", [*counts(14, {})[:1], *cells], ROLES, rows={"1": "1순위", "1+2+3": "1~3순위"})
    assert told(table) == [
        "다음은 ‘공동사업’ 9개(64.3%), ‘지역 지원’ 7개(50.0%) 순임",
        "1순위만 보면 ‘공동사업’이 4개(28.6%)로 앞섬",
    ]
    assert headline(table, "ko").text == "14개 중 10개(71.4%)가 ‘정책협상’을 3순위 안에 꼽아 가장 많음"
    assert headline(table, "en").text == "10 of 14 (71.4%) put ‘policy’ among their top 3, more than any other"


def test_who_leads_at_any_rank_and_at_the_first_leads_twice() -> None:
    cells = [*counts(14, {"policy": 6, "joint": 4}, row="1"), *counts(14, {"policy": 10, "joint": 7}, row="1+2")]
    table = made("ranking", [*counts(14, {})[:1], *cells], ROLES, rows={"1": "1순위", "1+2": "1~2순위"})
    assert told(table)[1] == "‘정책협상’은 1순위에서도 6개(42.9%)로 가장 많음"


def test_two_at_any_rank_that_are_one_answer_apart_are_named_side_by_side() -> None:
    cells = [*counts(21, {"staff": 13, "term": 12, "budget": 11}, "1+2+3"), *counts(21, {"term": 6, "staff": 3}, "1")]
    items = {"staff": "인력 부족", "term": "짧은 위탁기간", "budget": "예산 부족"}
    table = made("ranking", cells, items, {"1+2+3": "1~3순위", "1": "1순위"}, ranks=3)
    assert headline(table, "ko").text == (
        "3순위 안에 ‘인력 부족’을 21개 중 13개(61.9%)가, ‘짧은 위탁기간’을 12개(57.1%)가 꼽아 나란히 앞섬"
    )
    assert told(table)[-1] == "1순위만 보면 ‘짧은 위탁기간’이 6개(28.6%)로 앞섬"


def test_parts_of_a_whole_are_told_by_size() -> None:
    rows = {"dues": "회비", "business": "사업수입", "grants": "보조·위탁"}
    means = {"dues": 41.4, "business": 21.8, "grants": 36.8}
    cells = [
        *counts(14, {}),
        *(cell for row, mean in means.items() for cell in stats({"mean": mean}, 14, row=row)),
    ]
    table = made("allocation", cells, rows=rows, unit="%")
    assert told(table) == ["이어 ‘보조·위탁’ 36.8%, ‘사업수입’ 21.8% 순임"]
    assert headline(table, "ko").text == "‘회비’가 평균 41.4%로 가장 큰 몫을 차지함"
    assert headline(table, "en").text == "‘dues’ makes up the largest part, 41.4% on average"


def test_parts_of_a_sum_of_money_say_of_how_much() -> None:
    cells = [*counts(14, {}), *stats({"mean": 34.2}, 14, row="loans"), *stats({"mean": 20}, 14, row="market")]
    rows = {"loans": "자금·금융", "market": "판로"}
    table = made("allocation", cells, rows=rows, unit="억원", total=100)
    assert headline(table, "ko").text == "100억 원 가운데 ‘자금·금융’이 평균 34.2억 원으로 가장 큰 몫을 차지함"


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
    assert headline(table, "ko").text == "평균은 ‘이메일’이 4.07점으로 가장 높고, ‘페이스북’이 2.78점으로 가장 낮음"
    assert told(table) == [
        "‘이메일’은 14개 중 11개(78.6%)가 ‘만족’(매우 만족 포함)이라고 답했으나, ‘페이스북’은 9개 중 2개(22.2%)에 그침"
    ]


def test_rows_that_tie_by_share_have_no_count_in_common() -> None:
    """6 of 7 and 12 of 14 are the same share."""
    cells = [*counts(14, {}), *counts(7, {"4+5": 6}, row="mail"), *counts(14, {"4+5": 12}, row="facebook")]
    items = {"4": "만족", "5": "매우 만족", "4+5": "만족+매우 만족"}
    rows = {"mail": "이메일", "facebook": "페이스북"}
    table = made("grid", cells, items, rows, cell_kind="scale", points=5, top="4+5")
    assert told(table) == ["‘만족’(매우 만족 포함)의 비율이 ‘이메일’과 ‘페이스북’에서 7개 중 6개, 14개 중 12개(85.7%)로 같음"]


def test_rows_of_few_and_of_many_have_their_numbers_in_one_form() -> None:
    cells = [*counts(50, {}), *counts(40, {"4+5": 30}, row="mail"), *counts(10, {"4+5": 2}, row="facebook")]
    items = {"4": "만족", "5": "매우 만족", "4+5": "만족+매우 만족"}
    table = made("grid", cells, items, {"mail": "이메일", "facebook": "페이스북"}, cell_kind="scale", points=5, top="4+5")
    assert "40개 중 30개(75.0%)" in told(table)[0] and "10개 중 2개(20.0%)" in told(table)[0]


def agreement(means: dict[str, float], tops: dict[str, int], **facts: object) -> Table:
    """Rows of agreement, 21 answers each; a row is called by its id."""
    cells = counts(21, {})
    for row, mean in means.items():
        cells += [*counts(21, {"4": 0, "5": 0, "4+5": tops[row], "1": 0, "2": 0, "1+2": 0}, row=row),
                  *stats({"mean": mean}, 21, row=row)]  # fmt: skip
    items = {"1": "전혀 아니다", "2": "아니다", "4": "그렇다", "5": "매우 그렇다", "4+5": "그렇다+매우 그렇다", "1+2": "아니다+"}
    more = {"cell_kind": "scale", "points": 5, "good": "high", "top": "4+5", "bottom": "1+2"}
    return made("grid", cells, items, {row: row for row in means}, **more, **facts)


def test_agreement_with_a_reverse_row_is_never_the_best() -> None:
    means = {"자율": 3.1, "협의": 2.4, "실적 압박": 4.3}
    table = agreement(means, {"자율": 9, "협의": 4, "실적 압박": 17}, reverse=["실적 압박"])
    assert headline(table, "ko").text == "긍정 문항에서 평균은 ‘자율’이 3.10점으로 가장 높고, ‘협의’가 2.40점으로 가장 낮음"
    assert told(table)[0] == "반대로 부정적으로 물은 ‘실적 압박’에는 21개 중 17개(81.0%)가 ‘그렇다’(매우 그렇다 포함)라고 답함"
    assert told(table)[-1] == "긍정 문항에서 ‘자율’은 21개 중 9개(42.9%)가 ‘그렇다’(매우 그렇다 포함)라고 답했으나, ‘협의’는 21개 중 4개(19.0%)에 그침"
    assert not any("실적 압박" in sentence for sentence in told(table)[1:])
    assert told(table, "en")[0] == "‘4’ or ‘5’ was the answer of 17 of 21 (81.0%) to ‘실적 압박’, worded negatively"


def test_where_all_means_are_bad_the_worst_is_the_news_and_not_the_best() -> None:
    table = agreement({"자율": 2.05, "협의": 2.8}, {"자율": 2, "협의": 3})
    bad = {"자율": 16, "협의": 8}
    table = table.with_cells(tuple(
        cell._replace(value=bad[cell.row] / (21 if cell.stat == "share" else 1), n=bad[cell.row])
        if cell.item == "1+2" else cell for cell in table.cells
    ))  # fmt: skip
    assert headline(table, "ko").text == "‘자율’에는 21개 중 16개(76.2%)가 ‘아니다’(전혀 아니다 포함)라고 답함"
    assert headline(table, "en").text == "16 of 21 (76.2%) answered ‘2’ or ‘1’ to ‘자율’"
    assert told(table)[0] == "평균은 모두 가운데인 3점에 못 미치며, ‘자율’이 2.05점으로 가장 낮음"


def test_shares_that_lie_close_together_have_no_row_worth_naming() -> None:
    table = agreement({"가": 3.4, "나": 3.3, "다": 3.2}, {"가": 9, "나": 8, "다": 8})
    assert told(table) == ["‘그렇다’(매우 그렇다 포함)의 비율은 모두 21개 중 8개(38.1%)에서 21개 중 9개(42.9%) 사이임"]


def test_of_rows_in_blocks_the_highest_of_each_is_told() -> None:
    means = {"가": 3.1, "나": 2.4, "다": 4.3, "라": 2.0}
    groups = [{"id": "law", "ko": "제도", "en": "Law", "rows": ["가", "나"]},
              {"id": "money", "ko": "자금", "en": "Money", "rows": ["다", "라"]}]  # fmt: skip
    table = agreement(means, dict.fromkeys(means, 5), row_groups=groups)
    assert told(table)[-1] == "묶음마다 가장 높은 것은 제도의 ‘가’(3.10점), 자금의 ‘다’(4.30점)임"


def test_of_many_rows_those_after_the_highest_are_told() -> None:
    means = dict(zip("가나다라마바", (4.2, 4.0, 3.8, 3.5, 3.0, 2.5), strict=True))
    table = agreement(means, dict.fromkeys(means, 5))
    assert told(table)[0] == "‘가’에 이어 ‘나’ 4.00점, ‘다’ 3.80점 순으로 높음"


def test_means_that_lie_close_together_have_no_highest_worth_the_name() -> None:
    means = {"가": 3.4, "나": 3.3, "다": 3.2}
    assert headline(agreement(means, dict.fromkeys(means, 5)), "ko").text == (
        "평균은 ‘가’ 3.40점부터 ‘다’ 3.20점까지 고른 편임"
    )


def service_use() -> Table:
    """Who used a service was asked how satisfied they were."""
    columns = [
        {"id": "used", "kind": "single"},
        {"id": "satis", "kind": "scale", "points": 5, "top": "4+5", "good": "high"},
    ]
    cells = counts(320, {})
    for row, users, satisfied, mean in (("education", 132, 77, 3.6), ("loans", 20, 6, 2.9)):
        cells += counts(320, {"used:yes": users, "used:no": 320 - users}, row)
        cells += [Cell("", row, "satis", "base", users, n=users, base=users)]
        cells += [cell for cell in counts(users, {"satis:4+5": satisfied, "satis:4": 0, "satis:5": 0}, row) if cell.item]
        cells += [Cell("", row, "satis:not_asked", "absent", 320 - users), *stats({"mean": mean}, users, "satis", row)]
    items = {"used": "이용 여부", "used:yes": "이용 여부: 이용함", "used:no": "이용 여부: 이용 안 함", "satis": "만족도",
             "satis:4": "만족도: 만족", "satis:5": "만족도: 매우 만족", "satis:4+5": "만족도: 만족+매우 만족"}  # fmt: skip
    rows = {"education": "교육", "loans": "정책자금"}
    return made("grid", cells, items, rows, columns=columns, cell_kind="mixed", n_respondents=320)


def test_of_a_service_its_use_is_told_and_then_what_its_users_think() -> None:
    assert headline(service_use(), "ko").text == (
        "‘교육’은 41.3%(132개)가 이용했으나, ‘정책자금’은 6.3%(20개)만 이용함"
    )
    assert headline(service_use(), "en").text == "Used: 41.3% (132) for ‘education’, but only 6.3% (20) for ‘loans’"
    assert told(service_use()) == [
        "‘이용함’이라고 답한 경우의 만족도를 보면 평균은 ‘교육’이 3.60점으로 가장 높고, ‘정책자금’이 2.90점으로 가장 낮음",
    ]


def test_columns_of_numbers_are_told_row_by_row() -> None:
    columns = [{"id": "women", "kind": "number", "unit": "명"}, {"id": "men", "kind": "number", "unit": "명"}]
    medians = {("full", "women"): 3, ("full", "men"): 2, ("part", "women"): 1, ("part", "men"): 0}
    cells = [
        cell
        for (row, column), median in medians.items()
        for cell in stats({"median": median}, 14, column, row)
    ]
    rows, items = {"full": "상근", "part": "비상근"}, {"women": "여", "men": "남"}
    table = made("grid", [*counts(14, {}), *cells], items, rows, cell_kind="number", columns=columns)
    assert headline(table, "ko").text == "‘상근’의 중앙값은 여 3명, 남 2명임"
    assert told(table) == ["‘비상근’은 여 1명, 남 0명임"]


def test_medians_that_are_all_alike_need_one_sentence() -> None:
    columns = [{"id": "planned", "kind": "number", "unit": "명"}, {"id": "filled", "kind": "number", "unit": "명"}]
    cells = [cell for row in ("full", "part") for column in ("planned", "filled")
             for cell in stats({"median": 4}, 14, column, row)]  # fmt: skip
    rows, items = {"full": "정규직", "part": "계약직"}, {"planned": "정원", "filled": "현원"}
    table = made("grid", [*counts(14, {}), *cells], items, rows, cell_kind="number", columns=columns)
    assert headline(table, "ko").text == "‘정규직’과 ‘계약직’의 중앙값은 정원·현원 모두 4명으로 같음"
    assert told(table) == [headline(table, "ko").text]


def test_a_grid_of_choices_tells_what_each_row_chose_most() -> None:
    rows = {"seoul": "서울", "busan": "부산"}
    cells = [
        *counts(14, {}),
        *counts(14, {"yes": 9, "no": 4, "soon": 1}, "seoul"),
        *counts(14, {"yes": 6, "no": 6, "soon": 2}, "busan"),
    ]
    table = made("grid", cells, {"yes": "있다", "no": "없다", "soon": "곧"}, rows, cell_kind="single")
    assert told(table) == ["가장 많은 답은 ‘서울’은 ‘있다’ 9개(64.3%), ‘부산’은 ‘있다’와 ‘없다’ 각각 6개(42.9%)임"]


def test_a_grid_of_yes_and_no_tells_where_most_said_yes() -> None:
    cells = [*counts(14, {}), *counts(14, {"yes": 9, "no": 5}, "seoul"), *counts(12, {"yes": 0, "no": 12}, "busan")]
    table = made(
        "grid", cells, {"yes": "있다", "no": "없다"}, {"seoul": "서울", "busan": "부산"}, cell_kind="single"
    )
    assert told(table) == ["‘있다’의 비율은 ‘서울’에서 14개 중 9개(64.3%)로 가장 높고, ‘부산’에는 없음"]


SIDES = {"importance": "중요도", "performance": "수행도"}


def importance_performance(gaps: bool, sides: dict[str, str] = SIDES) -> Table:
    rows = {"education": "교육·양성", "policy": "정책연대"}
    means = {"education": (4.14, 2.57, 2), "policy": (4.5, 4.2, 1)}
    cells = counts(14, {})
    for row, (importance, performance, quadrant) in means.items():
        cells += stats({"mean": importance}, 14, "importance", row) + stats(
            {"mean": performance}, 14, "performance", row
        )
        cells += stats({"code": quadrant}, 14, "quadrant", row)
        cells += stats({"mean": importance - performance}, 14, "gap", row) if gaps else []
    return made("importance_performance", cells, sides, rows)


def test_what_is_important_and_badly_done_is_named_first_and_then_the_widest_gap() -> None:
    table = importance_performance(gaps=True)
    assert told(table) == [
        "중요하지만 수행도가 낮은 ‘집중 개선’ 항목은 ‘교육·양성’(중요도 4.14점, 수행도 2.57점) 하나임",
        "격차가 가장 작은 것은 ‘정책연대’(0.30점)임",
    ]
    assert headline(table, "ko").text == "‘교육·양성’은 수행도가 중요도에 1.57점 못 미쳐 격차가 가장 큼"
    assert headline(table, "en").text == "On performance, ‘education’ lags furthest behind its importance, by 1.57 points"


def test_performance_goes_by_the_name_that_the_question_gives_it() -> None:
    table = importance_performance(gaps=True, sides=SIDES | {"performance": "성과"})
    assert headline(table, "ko").text == "‘교육·양성’은 성과가 중요도에 1.57점 못 미쳐 격차가 가장 큼"
    assert told(table)[0] == "중요하지만 성과가 낮은 ‘집중 개선’ 항목은 ‘교육·양성’(중요도 4.14점, 성과 2.57점) 하나임"


def test_of_many_rows_to_concentrate_on_three_are_named_and_the_block_with_most() -> None:
    rows = [f"r{at}" for at in range(1, 7)]
    cells = counts(14, {})
    for at, row in enumerate(rows):
        cells += stats({"mean": 4.5}, 14, "importance", row) + stats({"mean": 3.0 + at / 10}, 14, "performance", row)
        cells += stats({"code": 2 if at < 5 else 4}, 14, "quadrant", row)
        cells += stats({"mean": 1.5 - at / 10 if at < 5 else -0.4}, 14, "gap", row)
    blocks = [{"id": "law", "ko": "제도", "rows": rows[:3]}, {"id": "money", "ko": "자금", "rows": rows[3:]}]
    table = made(
        "importance_performance", cells, SIDES, {row: row for row in rows}, row_groups=blocks, points=5
    )
    assert told(table) == [
        "중요하지만 수행도가 낮은 ‘집중 개선’ 항목은 ‘r1’(중요도 4.50점, 수행도 3.00점), ‘r2’(중요도 4.50점, 수행도 3.10점), "
        "‘r3’(중요도 4.50점, 수행도 3.20점) 등 5개임",
        "격차는 ‘r2’ 1.40점, ‘r3’ 1.30점 순으로 뒤를 잇고, ‘r6’은 오히려 수행도가 앞서 -0.40점임",
        "‘집중 개선’ 5개 가운데 3개가 ‘제도’에 속함",
    ]


def test_without_gaps_the_title_names_what_to_concentrate_on() -> None:
    table = importance_performance(gaps=False)
    assert headline(table, "ko").text == (
        "중요하지만 수행도가 낮은 ‘집중 개선’ 항목은 ‘교육·양성’(중요도 4.14점, 수행도 2.57점) 하나임"
    )


@pytest.mark.parametrize(
    ("answered", "text"),
    [
        (12, "회원단체 14개 중 12개가 의견을 적음"),
        (7, "회원단체 14개 중 절반인 7개가 의견을 적음"),
        (14, "회원단체 14개 모두 의견을 적음"),
        (0, "회원단체 14개 중 의견을 적은 곳이 없음"),
    ],
)
def test_of_words_it_is_told_how_many_wrote_some(answered: int, text: str) -> None:
    table = made("open", [*counts(14, {}), Cell("", "", "", "answered", answered, n=answered, base=14)])
    assert headline(table, "ko").text == text
    assert told(table) == (["적은 내용은 누가 썼는지 드러날 수 있어 싣지 않음"] if answered else [text])


def test_who_may_read_what_was_written_is_not_told_that_it_is_missing() -> None:
    table = made("open", [*counts(14, {}), Cell("", "", "", "answered", 2, n=2, base=14)])
    assert told(replace(table, quotes=("교육을 늘려 주세요", "없음"), facts=dict(table.facts))) == [headline(table, "ko").text]


def test_of_the_one_that_was_asked_it_is_told_that_it_wrote_something() -> None:
    written, absent = Cell("", "", "", "answered", 1, n=1, base=1), Cell("", "", "not_asked", "absent", 13, n=13)
    cells = [*counts(1, {}), written, absent]
    table = made("open", cells, n_respondents=14)
    assert headline(table, "ko").text == "질문을 받은 회원단체 1개가 의견을 적음"
    assert headline(table, "en").text == "The one member organisation asked gave a written opinion"


def test_between_levels_the_widest_difference_is_told_where_it_is_worth_a_sentence() -> None:
    cells = [*counts(14, {"a": 9, "b": 5}), *counts(8, {"a": 7, "b": 1}, level="seoul")]
    words = {"items": {"a": "만족", "b": "불만족"}, "levels": {"seoul": "수도권", "elsewhere": "그 밖"}}
    group = {"ko": "권역별", "en": "By area"}
    apart = made(
        "single", [*cells, *counts(6, {"a": 2, "b": 4}, level="elsewhere")], **words, by="area", group=group
    )
    assert headline(apart, "ko").text == (
        "권역으로 나누어 보면 ‘만족’의 비율은 ‘수도권’ 8개 중 7개(87.5%), ‘그 밖’ 6개 중 2개(33.3%)임"
    )
    alike = made(
        "single", [*cells, *counts(6, {"a": 5, "b": 1}, level="elsewhere")], **words, by="area", group=group
    )
    assert "권역별" not in headline(alike, "ko").text + " ".join(told(alike))


def by_area(kind: str, of_levels: dict[str, dict[str, float]], n: int = 6) -> Table:
    cells = [*counts(12, {}), *stats(dict.fromkeys(next(iter(of_levels.values())), 0.0), 12)]
    for level, values in of_levels.items():
        cells += [Cell(level, "", "", stat, value, n=n, base=n) for stat, value in values.items()]
    facts = {"points": 5, "good": "high"} if kind == "scale" else {"unit": "명", "unit_en": "people"}
    group = {"ko": "권역별", "en": "By area"}
    return made(kind, cells, levels={level: level for level in of_levels}, by="area", group=group, **facts)


def test_means_by_group_are_told_from_ten_points_of_a_hundred_on() -> None:
    apart = {"수도권": {"mean": 3.9, "score100": 72.5}, "영남권": {"mean": 3.5, "score100": 62.5}}
    assert headline(by_area("scale", apart), "ko").text == (
        "권역으로 나누어 보면 평균은 ‘수도권’ 3.90점, ‘영남권’ 3.50점임"
    )
    close = {"수도권": {"mean": 3.9, "score100": 72.5}, "영남권": {"mean": 3.6, "score100": 65.0}}
    assert "권역별" not in headline(by_area("scale", close), "ko").text


def test_medians_by_group_are_told_where_one_is_half_as_large_again() -> None:
    apart = {"수도권": {"median": 30}, "영남권": {"median": 20}, "호남권": {"median": 24}}
    assert headline(by_area("number", apart), "ko").text == (
        "권역으로 나누어 보면 중앙값은 ‘수도권’이 30명으로 가장 크고, ‘영남권’이 20명으로 가장 작음"
    )
    assert headline(by_area("number", {"수도권": {"median": 29}, "영남권": {"median": 20}}), "ko").text == (
        "중앙값은 0명임"
    )


def test_a_level_of_few_is_not_compared() -> None:
    cells = [*counts(10, {"a": 9}), *counts(8, {"a": 8}, level="x"), *counts(2, {"a": 1}, level="y")]
    table = made("single", cells, {"a": "만족"}, levels={"x": "수도권", "y": "그 밖"}, by="area")
    assert headline(table, "ko").text == "‘만족’이 10개 중 9개(90.0%)로 대부분을 차지함"


def test_where_levels_are_left_out_it_says_among_which_it_compares() -> None:
    cells = [*counts(20, {"a": 11}), *counts(8, {"a": 8}, level="x"), *counts(10, {"a": 2}, level="y"), *counts(2, {"a": 1}, level="z")]
    table = made("single", cells, {"a": "만족"}, levels={"x": "가", "y": "나", "z": "다"}, by="area")
    assert headline(table, "ko").text.startswith("사례수 5개 이상인 집단 가운데 ‘만족’의 비율은 ‘가’ 8개 중 8개(100.0%)")


def test_hidden_scale_points_hide_no_more_than_themselves() -> None:
    table = hiding(scale([1, 1, 4, 7, 2], mean=3.5), "1", "2", "1+2")
    assert "불만족" not in " ".join(told(table))


def test_how_reliably_rows_measure_one_thing_is_told() -> None:
    def rows(**found: float) -> Table:
        means = [*stats({"mean": 3.5}, 14, row="policy"), *stats({"mean": 4.2}, 14, row="joint")]
        facts = {"points": 5, "good": "high", "cell_kind": "scale"}
        return made("grid", [*means, *stats(found, 14)], rows={"policy": "정책협상", "joint": "공동사업"}, **facts)

    assert told(rows(alpha=0.87)) == ["신뢰도(크론바흐 알파)는 0.87임"]
    assert told(rows(alpha=0.866, omega=0.881)) == ["신뢰도는 크론바흐 알파 0.87, 맥도널드 오메가 0.88임"]
    assert told(rows(alpha=0.87), "en") == ["Reliability (Cronbach’s alpha) is 0.87"]
    assert not any("신뢰도" in sentence for sentence in told(rows()))


def test_promoters_less_detractors_are_told_in_points() -> None:
    cells = [Cell("", "", "", "base", 20, n=20, base=20), *stats({"median": 8, "nps": -15.0}, 20)]
    table = made("number", cells)
    assert told(table)[0] == "순추천지수는 -15.0점임"
    assert told(table, "en")[0] == "The net promoter score is -15.0"


def test_how_far_rankings_agree_is_told_last() -> None:
    first, any_rank = counts(14, {"policy": 8, "joint": 5}, "1"), counts(14, {"policy": 9, "joint": 9}, "1+2")
    cells = [*first, *any_rank, *stats({"w": 0.25}, 12)]
    table = made("ranking", cells, items=ROLES, rows={"1": "1순위", "1+2": "1~2순위"})
    assert told(table)[-1] == "순위가 일치하는 정도(켄달의 W)는 0.25임"
