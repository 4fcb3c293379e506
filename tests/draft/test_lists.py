"""Cells that hold several choices."""

from __future__ import annotations

import pytest

from analysis.draft.lists import list_of
from tests.draft.made import cells, each


@pytest.mark.parametrize("separator", [", ", ",", ";", "|", "\n"])
def test_the_separator_is_found(separator: str) -> None:
    found = list_of(cells({f"교육{separator}판로": 4, "교육": 3, f"판로{separator}홍보": 3, "홍보": 2}))
    assert found and (found.separator, list(found.options)) == (separator, ["교육", "판로", "홍보"])


def test_where_separators_differ_none_is_named() -> None:
    found = list_of(cells({"교육; 판로": 4, "교육\n홍보": 3, "판로|홍보": 3, "교육": 2, "판로": 2}))
    assert found and found.separator is None and set(found.options) == {"교육", "판로", "홍보"}


def test_a_comma_in_brackets_parts_nothing() -> None:
    found = list_of(cells({"언론(신문, 방송), 교육": 4, "언론(신문, 방송)": 3, "교육": 3}))
    assert found and set(found.options) == {"언론(신문, 방송)", "교육"} and not found.whole


def test_pieces_that_never_stand_apart_are_one_choice() -> None:
    found = list_of(
        cells({"요리, 제빵 강좌, 산책": 4, "요리, 제빵 강좌": 3, "산책": 3, "산책, 독서": 2, "독서": 2})
    )
    assert found and set(found.options) == {"요리, 제빵 강좌", "산책", "독서"}
    assert found.whole == ("요리, 제빵 강좌",)


def test_what_single_respondents_wrote_is_no_choice() -> None:
    found = list_of(cells({"교육, 판로": 9, "교육": 8, "판로, 마을 축제": 1, "판로": 7}))
    assert found and list(found.rest) == ["마을 축제"] and found.most == 2


def test_a_number_that_a_sheet_has_shortened_is_told_from_a_choice() -> None:
    """3.1 only ever stands alone; in lists, which are text, it is 3.10."""
    found = list_of(cells({"3.9, 3.10": 5, "3.10, 3.11": 4, "3.1": 3, "3.9": 3, "3.11": 2}))
    assert found and "3.1" not in found.options and found.shortened == {"3.1": 3}


@pytest.mark.parametrize(
    "texts",
    [
        ["No, not rude at all", "Yes, somewhat rude", "Yes, very rude"],
        ["Yes, I'd attend", "Maybe", "Yes, I'd present something!", "No"],
        ["서울", "부산", "대구"],
    ],
)
def test_one_answer_with_a_comma_is_no_list(texts: list[str]) -> None:
    assert list_of(each(*texts)) is None


def test_prose_is_no_list() -> None:
    prose = {
        f"회의가 {day}일에 열려, 먼 곳에서는 오기 어려웠고, 자료도 늦었습니다": 1 for day in range(1, 30)
    }
    assert list_of(cells(prose)) is None
