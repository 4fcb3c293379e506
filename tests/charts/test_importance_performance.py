"""The plane of importance and performance, and the distances."""

from __future__ import annotations

from itertools import combinations

import pytest

from analysis.charts import draw
from analysis.charts.drawing import marks_of
from analysis.charts.marks import Line, Units, overlap
from analysis.charts.quadrant import NUMBERED
from analysis.charts.view import NARROW, WIDE
from analysis.tables import Table
from tests.charts.invented_tables import hide, importance_performance
from tests.charts.read_marks import words_of
from tests.charts.read_svg import Text, texts, units


def drawn(of: Table) -> tuple[list[Text], list[Text]]:
    drawing = draw(of)
    assert drawing is not None
    return texts(drawing.svg_wide), texts(drawing.svg_narrow)


def words(of: list[Text]) -> list[str]:
    return [text.text for text in of]


def test_on_a_page_rows_stand_by_name_on_a_phone_by_number() -> None:
    wide, narrow = drawn(importance_performance(14))
    assert words(wide).count("국제연대") == 2  # in the plane, and with its distance
    assert {"1", "2", "3", "4", "5", "6"} <= set(words(narrow))


def test_forty_rows_are_numbered_on_a_page_too() -> None:
    wide, _ = drawn(importance_performance(14, words=[f"사업 {at}" for at in range(40)]))
    assert "40" in words(wide)


def test_what_matters_and_is_not_done_well_is_orange() -> None:
    table = importance_performance(14)
    codes = [cell.value for cell in table.cells if cell.item == "quadrant"]
    drawing = draw(table)
    assert drawing is not None
    assert units(drawing.svg_wide, "hot") == codes.count(2)


def test_the_cut_lines_say_where_they_are() -> None:
    wide, _ = drawn(importance_performance(14))
    assert {"평균 3.74", "평균 3.21", "집중 개선"} <= set(words(wide))


def test_distances_are_in_order_largest_first() -> None:
    table = importance_performance(14)
    wide, _ = drawn(table)
    column = [text for text in wide if text.cell and "/gap/" in text.cell]
    values = [float(text.text.rstrip("점")) for text in sorted(column, key=lambda text: text.top)]
    assert values == sorted(values, reverse=True)


def test_scales_that_differ_have_means_and_no_distances() -> None:
    wide, _ = drawn(importance_performance(14, gap=False))
    assert not any(text.cell and "/gap/" in text.cell for text in wide)
    assert sum(bool(text.cell and "/performance/mean" in text.cell) for text in wide) == 6 + 1


def test_a_hidden_row_is_not_in_the_plane_and_is_a_pill_below() -> None:
    table = importance_performance(14)
    sides = [("", "r6", item) for item in ("importance", "performance", "gap", "quadrant")]
    wide, _ = drawn(hide(table, *sides))
    assert words(wide).count("국제연대") == 1
    assert "X" in words(wide)


def test_a_number_in_the_plane_is_the_number_beside_its_words() -> None:
    table = importance_performance(14, words=[f"사업 {at}" for at in range(18)])
    for width in (WIDE, NARROW):
        words = words_of(marks_of(table, "ko", width))
        numbers = [word for word in words if word.text.isdecimal() and word.bold]
        listed = {number.text: number for number in sorted(numbers, key=lambda word: word.y)}
        beside = {
            text: [word.text for word in words if abs(word.y - one.y) < 8 and word.text.startswith("사업")]
            for text, one in listed.items()
        }
        assert len(numbers) == 2 * 18
        assert sorted(len(found) for found in beside.values()) == [1] * 18
        gaps = [
            (table.get("mean", "gap", row.id).value, row.words.ko)  # type: ignore[union-attr]
            for row in table.rows
        ]
        largest_first = [words for _, words in sorted(gaps, key=lambda pair: -(pair[0] or 0))]
        assert [beside[str(at)][0] for at in range(1, 19)] == largest_first


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_numbered_dots_cover_no_other_and_stay_in_their_quadrant(width: int) -> None:
    marks = marks_of(importance_performance(14, words=[f"사업 {at}" for at in range(18)]), "ko", width)
    badges = [mark for mark in marks if isinstance(mark, Units) and mark.size == NUMBERED]
    plane = badges[:18]
    assert len(badges) == 2 * 18
    for one, other in combinations(plane, 2):
        assert overlap(one.box, other.box) == 0
    down, across = [mark for mark in marks if isinstance(mark, Line) and mark.dashed]
    asking = [mark for mark in plane if mark.fill == "hot"]
    assert asking and all(mark.at[0][0] <= down.x1 and mark.at[0][1] <= across.y1 for mark in asking)


def test_blocks_of_rows_head_the_list_each_with_its_largest_distance_first() -> None:
    table = importance_performance(14)
    blocks = [
        {"id": "a", "ko": "가", "rows": ["r1", "r2", "r3"]},
        {"id": "b", "ko": "나", "rows": ["r4", "r5", "r6"]},
    ]
    table = Table.from_json({**table.to_json(), "facts": {**table.facts, "row_groups": blocks}})
    for width in (WIDE, NARROW):
        words = words_of(marks_of(table, "ko", width))
        heads = {word.text: word.y for word in words if word.text in ("가", "나")}
        gaps = [(word.y, float(word.text)) for word in words if "/gap/" in word.cell]
        for low, high in ((heads["가"], heads["나"]), (heads["나"], 10_000.0)):
            own = [gap for y, gap in sorted(gaps) if low < y < high]
            assert len(own) == 3 and own == sorted(own, reverse=True)
