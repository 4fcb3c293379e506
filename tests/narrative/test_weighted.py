"""Of weighted answers the share is what is put in order, compared and judged; the count is one of answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.narrative import alt_text, headline, sentences
from analysis.tables import Cell, Table
from tests.narrative.made import chosen, counts, hiding, made, scale, weighing
from tests.narrative.test_by_group import AREAS, GROUP, by_area
from tests.narrative.test_tested import with_test


def told(table: Table, language: str = "ko") -> list[str]:
    return [headline(table, language).text, *(sentence.text for sentence in sentences(table, language))]


# More answered ‘교육’ than ‘자금’, and they weigh less.
OPTIONS = {"교육": 55, "자금": 53, "홍보": 20}
SHARES = {"교육": 0.518, "자금": 0.534, "홍보": 0.2}


def several() -> Table:
    return weighing(chosen("multi", OPTIONS, base=100, n_respondents=100), SHARES)


def test_the_largest_share_comes_first_and_a_count_is_called_one_of_answers_the_first_time() -> None:
    assert told(several()) == [
        "‘자금’이 가중 53.4%(응답 53개), ‘교육’이 51.8%(55개)로 앞섬",
        "다음은 ‘홍보’ 20.0%(20개)에 그침",
    ]
    assert told(several(), "en") == [
        "‘자금’ leads with 53.4% weighted (53 answers), narrowly ahead of ‘교육’ with 51.8% (55)",
        "Well behind is ‘홍보’ with 20.0% (20)",
    ]


def test_the_whole_is_one_of_answers_too() -> None:
    table = weighing(chosen("single", {"가": 77, "나": 55}, n_respondents=320), {"가": 0.412, "나": 0.588})
    assert headline(table, "ko").text == "‘나’가 가중 58.8%(응답 132개 중 55개)로 과반임"
    assert headline(table, "en").text == "A majority, 58.8% weighted (55 of 132 answers), answered ‘나’"


def test_a_single_answer_is_one() -> None:
    table = weighing(chosen("multi", {"가": 1, "나": 2}, base=40, n_respondents=40), {"가": 0.2, "나": 0.1})
    assert headline(table, "en").text.startswith("20.0% weighted (1 answer) chose ‘가’")


def test_the_largest_and_the_smallest_of_a_picture_are_those_of_the_shares() -> None:
    text = alt_text(several(), "ko")
    assert text.index("‘자금’ 가중 53.4%(응답 53개)") < text.index("‘홍보’ 가중 20.0%(응답 20개)")


@pytest.mark.parametrize(
    ("share", "word"),
    [(0.612, "과반"), (0.5, "절반"), (0.498, "절반에 가까움"), (0.81, "대부분"), (1.0, "대부분")],
)
def test_majority_and_half_are_those_of_the_share(share: float, word: str) -> None:
    """15 of 40 answers are no majority; weighted they may be. That one answered otherwise is not nothing."""
    table = weighing(chosen("single", {"나": 25, "가": 15}), {"나": (1 - share) / 2, "가": share})
    assert headline(table, "ko").text.startswith("‘가’가 가중 ")
    assert word in headline(table, "ko").text


def test_a_majority_of_the_answers_alone_is_none() -> None:
    table = weighing(chosen("single", {"가": 25, "나": 10, "다": 5}), {"가": 0.4, "나": 0.35, "다": 0.25})
    text = " ".join(told(table))
    assert "과반" not in text and "나머지" not in text


def test_what_is_left_is_left_of_a_majority_of_the_share() -> None:
    table = weighing(chosen("single", {"가": 15, "나": 17, "다": 8}), {"가": 0.6, "나": 0.3, "다": 0.1})
    assert "나머지는 ‘나’ 30.0%(17개), ‘다’ 10.0%(8개)임" in told(table)[1]


def test_all_of_them_are_all_whatever_they_weigh() -> None:
    table = weighing(chosen("single", {"가": 40, "나": 0}), {"가": 1.0})
    assert headline(table, "ko").text == "회원단체 40개 모두 ‘가’라고 답함"


def test_shares_that_read_the_same_tie_and_have_no_count_in_common() -> None:
    table = weighing(
        chosen("multi", {"가": 20, "나": 25, "다": 24}, base=60, n_respondents=60),
        {"가": 0.4004, "나": 0.4003, "다": 0.3},
    )
    title, sentence = told(table)
    assert title == "가중 40.0%가 ‘가’와 ‘나’를 각각 골라 가장 많음"
    assert "다음은 ‘다’ 30.0%(24개)임" in sentence
    later = weighing(table, {"가": 0.2, "나": 0.2, "다": 0.3})
    assert "다음은 ‘가’와 ‘나’ 각각 20.0%임" in told(later)[1]


def test_counts_that_tie_are_no_tie() -> None:
    table = weighing(chosen("multi", {"가": 20, "나": 20}, base=60, n_respondents=60), {"가": 0.3, "나": 0.4})
    assert headline(table, "ko").text.startswith("가중 40.0%(응답 20개)가 ‘나’를 골라")


def test_of_few_the_share_leads_as_well() -> None:
    """The count would say another order."""
    table = weighing(chosen("multi", {"가": 6, "나": 5}, base=14), {"가": 0.3, "나": 0.45})
    assert "다음은 ‘가’ 30.0%(6개)임" in told(table)[1]


def test_of_fewer_than_have_shares_the_counts_stay() -> None:
    whole = weighing(chosen("multi", {"가": 3, "나": 1}, base=4), {})
    table = whole.with_cells(tuple(cell for cell in whole.cells if cell.stat != "share"))
    assert "다음은 ‘나’ 1개임" in told(table)[1]


def test_what_is_hidden_may_turn_an_order_as_far_as_its_share_may() -> None:
    numbers = {"가": 24, "나": 10, "다": 6, "라": 2}
    whole = chosen("single", numbers)
    # 18 % are left, less than the 35 % of ‘나’; then 30 %, more than its 25 %.
    held = hiding(weighing(whole, {"가": 0.47, "나": 0.35, "다": 0.1, "라": 0.08}), "다", "라")
    turned = hiding(weighing(whole, {"가": 0.45, "나": 0.25, "다": 0.2, "라": 0.1}), "다", "라")
    assert "제외" not in told(held)[1]
    assert "(가린 항목 제외)" in told(turned)[1]


def test_the_nets_of_a_scale_are_judged_by_their_shares() -> None:
    """20 of 40 answered one of the good points; weighted the bad end is the larger one."""
    table = weighing(
        scale([4, 10, 6, 12, 8]), {"4+5": 0.38, "1+2": 0.52, "4": 0.2, "5": 0.18, "1": 0.12, "2": 0.4}
    )
    assert told(table)[0] == "‘불만족’(매우 불만족 포함)이 가중 52.0%(응답 40개 중 14개)로 절반을 조금 넘음"
    assert "‘매우 불만족’ 12.0%, ‘불만족’ 40.0%를 합한 것이며" in told(table)[1]


def test_the_middle_of_a_scale_is_told_where_its_share_leads() -> None:
    table = weighing(scale([4, 10, 6, 12, 8]), {"3": 0.5, "4+5": 0.24, "1+2": 0.26})
    assert told(table)[0] == "‘보통’이 가중 50.0%(응답 40개 중 6개)로 절반임"


def test_two_that_lead_are_those_with_the_largest_shares() -> None:
    table = weighing(
        chosen("single", {"가": 15, "나": 14, "다": 11}, n_respondents=40),
        {"가": 0.2, "나": 0.38, "다": 0.42},
    )
    assert headline(table, "ko").text == "‘다’가 가중 42.0%(응답 11개), ‘나’가 38.0%(14개)로 앞섬"


def test_periods_are_put_in_order_by_share() -> None:
    base = counts(40, {"2015": 25, "2016": 15})
    table = weighing(
        made("date", base, {"2015": "2015년", "2016": "2016년"}, precision="year", periods="year"),
        {"2015": 0.4, "2016": 0.6},
    )
    assert headline(table, "ko").text == "2016년이 가중 60.0%(응답 40개 중 15개), 2015년이 40.0%(25개)임"


def test_bins_of_numbers_are_put_in_order_by_share() -> None:
    cells = [*counts(40, {"a": 25, "b": 15}), Cell("", "", "", "median", 5.0, n=40, base=40)]
    bins = [{"id": "a", "low": 0, "high": 5}, {"id": "b", "low": 5, "high": 10}]
    table = weighing(
        made("number", cells, {"a": "5 미만", "b": "5~10 미만"}, bins=bins, unit="회"), {"a": 0.4, "b": 0.6}
    )
    assert headline(table, "ko").text == "중앙값은 5회이며, ‘5~10 미만’이 가중 60.0%(응답 15개)로 가장 많음"


def test_rankings_are_put_in_order_by_share_at_every_rank() -> None:
    cells = [
        *counts(40, {"가": 22, "나": 18}, row="1"),
        *counts(40, {"가": 35, "나": 30, "다": 15}, row="1+2"),
    ]
    table = made(
        "ranking",
        cells,
        {name: name for name in "가나다"},
        rows={"1": "1순위", "1+2": "1~2순위"},
        n_respondents=40,
    )
    table = weighing(table, {"가": 0.4, "나": 0.6}, row="1")
    table = weighing(table, {"가": 0.7, "나": 0.9, "다": 0.4}, row="1+2")
    title, in_order, first = told(table)
    assert title.startswith("가중 90.0%(응답 30개)가 ‘나’를 2순위 안에 꼽아")
    assert "다음은 ‘가’ 70.0%(35개), ‘다’ 40.0%(15개) 순임" in in_order
    assert first == "‘나’는 1순위에서도 가중 60.0%(응답 18개)로 가장 많음"


def test_the_answer_that_most_rows_of_a_grid_gave_is_that_of_the_share() -> None:
    items = {name: name for name in "가나다"}
    cells = [cell for row in ("r", "s") for cell in counts(40, {"가": 20, "나": 15, "다": 5}, row=row)]
    table = made("grid", cells, items, rows={"r": "행", "s": "줄"}, cell_kind="single")
    for row in ("r", "s"):
        table = weighing(table, {"가": 0.3, "나": 0.5, "다": 0.2}, row=row)
    assert "‘행’은 ‘나’ 가중 50.0%(응답 15개)" in told(table)[0]


def rows_of_yes(**shares: float) -> Table:
    """A grid of yes and no; of every row 20 of 40 answered yes."""
    rows = {name: name for name in shares}
    cells = [cell for row in shares for cell in counts(40, {"yes": 20, "no": 20}, row=row)]
    table = made("grid", cells, {"yes": "있다", "no": "없다"}, rows=rows, cell_kind="single")
    for row, share in shares.items():
        table = weighing(table, {"yes": share, "no": 1 - share}, row=row)
    return table


def test_rows_are_compared_by_their_weighted_shares() -> None:
    text = told(rows_of_yes(a=0.5, b=0.7, c=0.3, d=0.6, e=0.4))
    assert text[0] == (
        "‘b’는 가중 70.0%(응답 40개 중 20개)가 ‘있다’라고 답했으나, ‘c’는 가중 30.0%(응답 40개 중 20개)에 그침"
    )
    assert text[1] == "‘b’에 이어 ‘d’ 가중 60.0%(응답 20개), ‘a’ 50.0%(20개) 순으로 높음"
    assert "‘있다’의 비율은 모두 가중 48.0%에서 가중 52.0% 사이임" in told(rows_of_yes(a=0.5, b=0.52, c=0.48))[0]


def test_half_of_the_answers_is_not_called_a_half() -> None:
    cells = [Cell("", "", "", "base", 40, n=40, base=40), Cell("", "", "", "answered", 20, n=20, base=40)]
    assert "절반인 20개가" in headline(made("open", cells), "ko").text
    assert "절반" not in headline(weighing(made("open", cells), {}), "ko").text


def test_between_groups_the_share_is_compared_of_what_the_share_says_most_chose() -> None:
    cells = counts(200, {"a": 110, "b": 90})
    for area, b in (("capital", 30), ("south", 60)):
        cells += counts(100, {"a": 100 - b, "b": b}, level=area)
    levels = {area: AREAS[area] for area in ("capital", "south")}
    table = made("single", cells, {"a": "교육", "b": "자금"}, levels=levels, by="area", group=GROUP)
    table = weighing(table, {"a": 0.45, "b": 0.55})
    table = weighing(table, {"a": 0.3, "b": 0.7}, level="capital")
    table = weighing(table, {"a": 0.5, "b": 0.5}, level="south")
    assert headline(table, "ko").text == (
        "권역으로 나누어 보면 ‘자금’의 비율은 ‘수도권’ 가중 70.0%(응답 100개 중 30개), ‘영남권’ 가중 50.0%(응답 100개 중 60개)임"
    )


def test_levels_that_tie_have_their_weighted_share_in_common() -> None:
    table = by_area({"capital": (100, 50), "south": (80, 60), "west": (90, 20)})
    for level, share in (("capital", 0.6), ("south", 0.6), ("west", 0.2)):
        table = weighing(table, {"yes": share}, level=level)
    assert "‘수도권’과 ‘영남권’이 가중 60.0%로 가장 높고" in headline(table, "ko").text


def test_of_options_that_differ_the_one_with_the_largest_share_is_told() -> None:
    cells = counts(200, {"a": 100, "b": 90})
    for area in ("capital", "south"):
        cells += counts(100, {"a": 50, "b": 45}, level=area)
    levels = {area: AREAS[area] for area in ("capital", "south")}
    table = made("multi", cells, {"a": "교육", "b": "자금"}, levels=levels, by="area", group=GROUP)
    for item in ("a", "b"):
        table = with_test(table, 0.001, 0.001, item)
    assert headline(table, "ko").text.startswith("‘교육’의 비율은 권역에 따라")
    assert headline(weighing(table, {"a": 0.4, "b": 0.6}), "ko").text.startswith(
        "‘자금’의 비율은 권역에 따라"
    )


def test_without_weights_nothing_is_called_weighted() -> None:
    table = several()
    plain = replace(table, facts={**table.facts, "inference": {"weighted": False}})
    assert "가중" not in " ".join(told(plain)) and "weighted" not in " ".join(told(plain, "en"))
