"""What was answered, written into the cells of a form, is read as the same answer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.fieldwork.written import plain_number, text_of, texts_of
from analysis.intake.sheet import Cell
from analysis.questionnaire.question import PartKey
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.responses.cellvalue import missing_codes, read_cell
from analysis.responses.reading import Reading, absent
from tests.tables.small_survey import REGIONS, SATISFACTION, survey

OPTIONS = {"law": "법률", "bylaw": "조례(시·도, 시·군·구)", "other": {"ko": "기타", "other": True}}
KINDS: dict[str, dict[str, Any]] = {
    "single": {"kind": "single", "options": OPTIONS},
    "scale": {"kind": "scale", "scale": SATISFACTION, "not_applicable": "이용 안 함"},
    "number": {"kind": "number", "unit": "명"},
    "months": {"kind": "number", "unit": "개월"},
    "thousands": {"kind": "number", "unit": "천원"},
    "money": {"kind": "money", "unit": "만원"},
    "date": {"kind": "date"},
    "text": {"kind": "text"},
    "open": {"kind": "open"},
}


def read_again(questionnaire: Questionnaire, text: str, key: PartKey) -> Reading:
    part = next(part for part in questionnaire.parts() if part.key == key)
    codes = missing_codes(questionnaire, questionnaire.question(key.question))
    return replace(read_cell(Cell(text, text or None), part, codes), doubts=())


@pytest.mark.parametrize(
    ("kind", "cell", "written"),
    [
        ("single", "2", "조례(시·도, 시·군·구)"),
        ("single", "무응답", "무응답"),
        ("scale", "④", "만족"),
        ("scale", "이용안함", "이용 안 함"),
        ("scale", "-", "-"),
        ("number", "1,200명", "1200"),
        ("number", "200여명", "200 남짓"),
        ("number", "약 200", "약 200"),
        ("number", "200명 이상", "200 이상"),
        ("number", "200명 미만", "200 미만"),
        ("number", "200명 이하", "200 이하"),
        ("number", "200명 초과", "200 초과"),
        ("number", "10-20명", "10~20"),
        ("number", "1.50", "1.5"),
        ("number", "모르겠습니다", "모름"),
        ("months", "2년 6개월", "30"),
        ("months", "2~3년", "24~36"),
        ("thousands", "3백만원", "3000"),
        ("money", "2억 1천만원", "21000"),
        ("money", "약 1,500원", "약 0.15"),
        ("money", "300~500만원", "300~500"),
        ("money", "확인 예정", "확인중"),
        ("date", "2016년 3월 1일", "2016-03-01"),
        ("date", "2016. 3.", "2016-03"),
        ("date", "2016년", "2016"),
        ("date", "2016년 상반기", "2016년 상반기"),
        ("date", "2016년 3/4분기", "2016년 3분기"),
        ("date", "2016년 3월 중순", "2016년 3월 중순"),
        ("date", "2016.3~5월", "2016-03~2016-05"),
        ("date", "2016년 3월 1일~5일", "2016-03-01~2016-03-05"),
        ("date", "2014~2015년", "2014~2015"),
        ("open", "더 자주\n만났으면", "더 자주\n만났으면"),
        ("open", "의견 없음", "없음"),
        ("text", "없음", "없음"),
    ],
)  # fmt: skip
def test_an_answer_is_written_plainly_and_read_as_the_same(kind: str, cell: str, written: str) -> None:
    asked = survey({"id": "q", **KINDS[kind]})
    reading = read_again(asked, cell, PartKey("q"))
    assert texts_of(asked, {PartKey("q"): reading}) == {"dure__q": written}
    assert read_again(asked, written, PartKey("q")) == reading


@given(st.decimals(-(10**9), 10**9, places=5).map(float), st.sampled_from(["number", "money"]))
def test_any_number_is_written_in_all_its_digits(value: float, kind: str) -> None:
    asked = survey({"id": "q", **KINDS[kind]})
    given_ = read_again(asked, plain_number(value), PartKey("q"))
    again = read_again(asked, texts_of(asked, {PartKey("q"): given_})["dure__q"], PartKey("q"))
    assert again == given_


def test_a_mark_stands_in_the_cell_of_each_option_and_own_words_beside() -> None:
    asked = survey({"id": "q", "kind": "multi", "options": OPTIONS})
    chosen = Reading(code="law|other", text="고시")
    assert texts_of(asked, {PartKey("q"): chosen}) == {
        "dure__q__law": "○", "dure__q__other": "○", "dure__q__own_words": "고시",
    }  # fmt: skip


def test_own_words_of_a_second_rank_stand_in_its_own_cell_for_there_is_one_line_for_them() -> None:
    asked = survey({"id": "q", "kind": "ranking", "ranks": 2, "options": OPTIONS})
    ranks = {PartKey("q", "", "1"): Reading(code="other", text="고시"),
             PartKey("q", "", "2"): Reading(code="other", text="훈령")}  # fmt: skip
    assert texts_of(asked, ranks) == {
        "dure__q__1": "기타", "dure__q__2": "기타: 훈령", "dure__q__own_words": "고시",
    }  # fmt: skip


def test_why_nothing_is_chosen_of_several_stands_in_every_cell() -> None:
    asked = survey({"id": "q", "kind": "multi", "options": {"a": "가", "b": "나"}})
    assert texts_of(asked, {PartKey("q"): absent("dont_know")}) == {
        "dure__q__a": "모름",
        "dure__q__b": "모름",
    }


def test_a_reason_is_written_in_a_word_that_is_none_of_the_options() -> None:
    asked = survey({"id": "q", "kind": "single", "options": {"a": "무응답", "b": "나"}})
    assert texts_of(asked, {PartKey("q"): absent("no_answer")}) == {"dure__q": "미응답"}


def test_what_was_not_asked_or_not_read_or_left_blank_stays_blank() -> None:
    asked = survey({"id": "q", "kind": "single", "options": REGIONS})
    for reading in (absent("not_asked"), absent("invalid", "unreadable"), absent("no_answer", "blank")):
        assert texts_of(asked, {PartKey("q"): reading}) == {}
    assert texts_of(asked, {}) == {}


def test_an_option_that_a_later_form_does_not_have_cannot_be_written() -> None:
    asked = survey({"id": "q", "kind": "single", "options": REGIONS})
    (part,) = asked.parts()
    assert text_of(Reading(code="daegu"), part, {}) == ""


def test_an_answer_is_written_though_words_stand_with_it_that_its_cell_does_not_take() -> None:
    asked = survey({"id": "q", "kind": "number"})
    (part,) = asked.parts()
    eleven = read_again(asked, "11", part.key)
    assert text_of(replace(eleven, text="화상"), part, {}) == "11"
