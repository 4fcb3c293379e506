"""Columns find their questions exactly, or are told of."""

from __future__ import annotations

import pytest

from analysis.intake import AnswerFile, IntakeError, match_columns
from analysis.intake.columns.matching import choose_sheets
from analysis.questionnaire.question import PartKey
from tests.intake.files import sheet_of
from tests.tables.small_survey import REGIONS, survey

QUESTIONNAIRE = survey(
    {"id": "name", "no": "A1", "ask": "단체의 명칭을 적어 주십시오.", "kind": "text"},
    {"id": "kind", "no": "A2", "ask": "조직유형은 무엇입니까?", "kind": "single",
     "options": {"sector": "부문", "other": {"ko": "기타", "other": True}}},
    {"id": "region", "no": "A3", "ask": "사무소 소재지는 어디입니까?", "kind": "single", "options": REGIONS},
    ignore_columns=["타임스탬프", ""],
)  # fmt: skip


def test_the_order_of_the_columns_does_not_matter() -> None:
    there = match_columns(sheet_of(["A1", "A2", "A3"], ["가", "부문", "서울"]), QUESTIONNAIRE)
    back = match_columns(sheet_of(["A3", "A2", "A1"], ["서울", "부문", "가"]), QUESTIONNAIRE)
    assert there.columns == {PartKey("name"): 0, PartKey("kind"): 1, PartKey("region"): 2}
    assert back.columns == {PartKey("name"): 2, PartKey("kind"): 1, PartKey("region"): 0}


def test_own_words_right_beside_their_question_need_no_number() -> None:
    beside = match_columns(sheet_of(["A2", "기타(직접 기재)", "A1"], ["기타", "모임", "가"]), QUESTIONNAIRE)
    apart = match_columns(sheet_of(["A2", "A1", "기타(직접 기재)"], ["기타", "가", "모임"]), QUESTIONNAIRE)
    assert beside.companions == {"kind": 1}
    assert apart.companions == {}
    assert [column.column for column in apart.unmatched] == [2]


def test_a_nearly_right_heading_is_suggested_and_not_taken() -> None:
    matching = match_columns(
        sheet_of(["A1", "A3. 사무소 소재지는 어디입니가", "A2"], ["가", "서울", "부문"]), QUESTIONNAIRE
    )
    assert PartKey("region") not in matching.columns
    assert [(column.heading, column.near) for column in matching.unmatched] == [
        ("A3. 사무소 소재지는 어디입니가", "A3. 사무소 소재지는 어디입니까?")
    ]


def test_the_right_number_with_another_wording_is_suggested() -> None:
    matching = match_columns(sheet_of(["A1", "A3. 귀 단체는 어디 있나요"], ["가", "서울"]), QUESTIONNAIRE)
    assert matching.unmatched[0].near == "A3. 사무소 소재지는 어디입니까?"


def test_a_heading_far_from_all_is_not_explained_away() -> None:
    matching = match_columns(sheet_of(["A1", "비고"], ["가", "메모"]), QUESTIONNAIRE)
    assert [(column.heading, column.near) for column in matching.unmatched] == [("비고", "")]


def test_columns_to_ignore_are_ignored_and_empty_ones_are_nothing() -> None:
    matching = match_columns(
        sheet_of(["", "타임스탬프", "A1", "쓰지 않음"], ["1", "4/12", "가", ""]), QUESTIONNAIRE
    )
    assert matching.ignored == (0, 1)
    assert [column.heading for column in matching.unmatched] == ["쓰지 않음"]


def test_the_sheet_that_answers_most_is_chosen() -> None:
    note = sheet_of(["안내", "x"], ["읽어 주십시오", ""], name="안내")
    data = sheet_of(["A1", "A2"], ["가", "부문"], name="응답")
    (chosen,), _ = choose_sheets(AnswerFile("a.xlsx", (note, data)), QUESTIONNAIRE)
    assert chosen.sheet is data


def test_two_columns_of_one_question_are_refused_with_both_cells() -> None:
    sheet = sheet_of(["A1", "A3", "A3. 사무소 소재지는 어디입니까?"], ["가", "서울", "부산"])
    with pytest.raises(IntakeError, match="B1과 C1이 같은 문항"):
        choose_sheets(AnswerFile("a.csv", (sheet,)), QUESTIONNAIRE)


def test_a_file_of_something_else_is_refused() -> None:
    with pytest.raises(IntakeError, match="맞는 열이 하나도 없습니다") as caught:
        choose_sheets(AnswerFile("a.csv", (sheet_of(["date", "amount"], ["1", "2"]),)), QUESTIONNAIRE)
    assert "date, amount" in str(caught.value)
    assert "A1. 단체의 명칭을 적어 주십시오." in str(caught.value)
