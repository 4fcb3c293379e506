"""Options in lines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.charts import draw
from analysis.charts.drawing import marks_of
from analysis.charts.marks import Bar
from analysis.charts.marks import Line as Stroke
from analysis.charts.view import NARROW, WIDE
from analysis.questionnaire.words import Words
from analysis.tables import Label, Table
from tests.charts.invented_tables import choice, counted, hide, labels, table
from tests.charts.read_marks import words_of
from tests.charts.read_svg import bars, pills, texts, units

WORDS = ("인력 부족", "일정 중복", "거리·이동 부담", "기타")


def barriers(counts: list[int], n: int, kind: str = "single", ordered: bool = False) -> Table:
    items = labels(WORDS)
    cells = list(counted([item.id for item in items], counts, n))
    return table(kind, cells, items=items, facts={"other": ["o4"], "exclusive": [], "ordered": ordered})


def wide(of: Table) -> str:
    drawing = draw(of)
    assert drawing is not None
    return drawing.svg_wide


def shown(of: Table) -> list[str]:
    return [text.text for text in texts(wide(of))]


def order(of: Table) -> list[str]:
    return [text for text in shown(of) if text in WORDS]


def test_one_dot_is_one_respondent_and_an_empty_place_one_who_chose_something_else() -> None:
    svg = wide(barriers([3, 9, 2, 0], 14))
    assert units(svg, "indigo") + units(svg, "sky") == 14
    assert units(svg, "slot") == 4 * 14 - 14


def test_the_largest_comes_first_and_dark_other_last() -> None:
    table = barriers([3, 4, 2, 5], 14)
    assert order(table) == ["일정 중복", "인력 부족", "거리·이동 부담", "기타"]
    assert units(wide(table), "indigo") == 5


def test_of_several_choices_the_three_largest_are_dark() -> None:
    svg = wide(barriers([3, 4, 2, 1], 14, "multi"))
    assert len(bars(svg, "indigo")) == 3 + 4 + 2
    assert len(bars(svg, "sky")) == 1


def test_an_order_that_means_something_is_kept() -> None:
    assert order(barriers([3, 4, 2, 5], 14, ordered=True)) == list(WORDS)


def test_of_few_count_comes_before_share_of_many_the_share_stands_alone() -> None:
    assert shown(barriers([3, 9, 2, 0], 14))[:6] == [*WORDS[1:2], *WORDS[:1], *WORDS[2:4], "9개", "3개"]
    assert {"64.3%", "21.4%"} <= set(shown(barriers([3, 9, 2, 0], 14)))
    many = shown(barriers([30, 90, 200, 0], 320))
    assert {"9.4%", "28.1%", "62.5%", "-"} <= set(many)
    assert not any(text.endswith("개") for text in many)


def test_an_option_that_nobody_chose_says_so_once() -> None:
    assert shown(barriers([3, 9, 2, 0], 14)).count("-") == 1


def test_a_hidden_option_is_a_pill_with_an_x_and_never_empty_places() -> None:
    table = hide(barriers([3, 8, 2, 1], 14), ("", "", "o3"), ("", "", "o4"))
    assert shown(table).count("X") == 2
    assert pills(wide(table)) == 2
    assert units(wide(table), "slot") == 2 * 14 - 3 - 8


def test_hidden_options_keep_the_order_of_the_questionnaire_whatever_they_hide() -> None:
    some = hide(barriers([1, 8, 2, 3], 14), ("", "", "o1"), ("", "", "o3"))
    others = hide(barriers([2, 8, 1, 3], 14), ("", "", "o1"), ("", "", "o3"))
    assert wide(some) == wide(others)
    assert order(some) == ["일정 중복", "인력 부족", "거리·이동 부담", "기타"]


def test_nothing_is_called_largest_beside_what_is_hidden() -> None:
    table = hide(barriers([3, 4, 2, 5], 14), ("", "", "o3"), ("", "", "o4"))
    assert units(wide(table), "sky") == 0


def test_many_options_that_nobody_chose_are_named_together() -> None:
    items = (*labels(WORDS), *(Label(f"z{at}", Words(ko=f"지역 {at}")) for at in range(6)))
    cells = list(counted([item.id for item in items], [5, 4, 3, 2, *[0] * 6], 14))
    table = replace(barriers([5, 4, 3, 2], 14), items=items, cells=tuple(cells))
    assert "지역 0, 지역 1, 지역 2, 지역 3, 지역 4, 지역 5" in shown(table)
    assert units(wide(table), "slot") == 4 * 14 - 14


def test_on_a_phone_many_short_labels_stand_beside_their_marks() -> None:
    words = ("서울", "부산", "대구", "인천", "광주", "대전", "울산", "세종")
    cells = list(counted([f"o{at}" for at in range(1, 9)], [3, 2, 2, 2, 1, 1, 2, 1], 14))
    regions = table("single", cells, items=labels(words), facts={"other": [], "exclusive": []})
    found = {word.text: word for word in words_of(marks_of(regions, "ko", NARROW))}
    [count] = [word for text, word in found.items() if text == "3개"]
    assert abs(found["서울"].y - count.y) < 1


def test_a_level_of_too_few_for_shares_has_its_count_and_no_empty_bar() -> None:
    """An empty bar would say that nobody chose it."""
    whole = choice(90, words=WORDS, group=True)
    cells = tuple(
        cell._replace(value=None, status="not_comparable", rule="few_answers")
        if (cell.level, cell.stat) == ("rest", "share")
        else cell
        for cell in whole.cells
    )
    few = replace(whole, cells=cells, facts={**whole.facts, "ordered": True})
    from_marks = [word.text for word in words_of(marks_of(few, "ko", NARROW))]
    counts = [f"{cell.value:.0f}개" for cell in few.cells if (cell.level, cell.stat) == ("rest", "count") and cell.value]
    assert set(counts) <= set(from_marks) or "사례가 적어 비율을 내지 않음" in from_marks
    assert "…" not in from_marks


def test_the_questionnaire_says_up_to_how_many_a_mark_is_one_respondent() -> None:
    few = barriers([3, 9, 2, 0], 14)
    many = replace(few, facts={**few.facts, "small_bases": {"counts_lead": 10, "no_shares": 5}})
    assert units(wide(few), "indigo") and not units(wide(many), "indigo")


def test_below_a_bar_a_thin_line_runs_from_end_to_end_of_its_interval_and_is_explained() -> None:
    plain = barriers([30, 90, 20, 0], 140)
    cells = tuple(
        cell._replace(low=0.1, high=0.3) if (cell.item, cell.stat) == ("o1", "share") else cell for cell in plain.cells
    )
    sure = replace(plain, cells=cells, facts={**plain.facts, "inference": {"confidence": 0.95}})
    for width in (WIDE, NARROW):
        marks = marks_of(sure, "ko", width)
        rails = [mark for mark in marks if isinstance(mark, Stroke) and mark.colour == "slot"]
        line, *caps = [mark for mark in marks if isinstance(mark, Stroke) and mark.colour != "slot"]
        (bar,) = [mark for mark in marks if isinstance(mark, Bar) and mark.fill == "sky" and mark.y < line.y1 < mark.y + 25]
        whole = rails[0].x2 - bar.x
        assert [line.x1, line.x2] == pytest.approx([bar.x + whole * end for end in (0.1, 0.3)])
        assert len(caps) == 2 and bar.x + bar.width < line.x2
        assert "가는 선은 95% 신뢰구간" in [word.text for word in words_of(marks)]
    strokes = [mark for mark in marks_of(plain, "ko", WIDE) if isinstance(mark, Stroke)]
    assert {mark.colour for mark in strokes} == {"slot"}
