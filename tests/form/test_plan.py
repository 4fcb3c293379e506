"""What stands on a form: every question once, with how to answer it and where to go on."""

from __future__ import annotations

import datetime as dt

import pytest

from analysis.form.body import Choices, Legend, OneAnswer, Ranks, Table
from analysis.form.fields import fields_of
from analysis.form.plan import Block, plan_of
from tests.form.made import SURVEYS, YES_NO, every_kind, shipped
from tests.tables.small_survey import SATISFACTION, survey

THEN = {"id": "then", "kind": "open"}
LAST = {"id": "last", "kind": "open"}


def block(*questions: dict, language: str = "ko") -> Block:
    """The first question as it stands on the form."""
    return plan_of(survey(*questions), language).blocks[0]


def skips(*questions: dict) -> list[str]:
    """The marks beside the options of the first question."""
    body = block(*questions).body
    assert isinstance(body, OneAnswer)
    return [choice.skip for choice in body.choices]


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("name", SURVEYS)
def test_every_cell_of_the_shipped_forms_stands_on_them_once_and_in_order(name: str, language: str) -> None:
    questionnaire = shipped(name)
    plan = plan_of(questionnaire, language)
    assert plan.fields == fields_of(questionnaire)
    assert [section.id for section in plan.sections] == [section.id for section in questionnaire.sections]


def test_so_do_those_of_every_kind_of_question() -> None:
    questionnaire = every_kind()
    assert plan_of(questionnaire).fields == fields_of(questionnaire)


def test_a_single_choice_is_one_cell_with_its_numbered_options_and_a_line_for_own_words() -> None:
    options = {"a": "가", "other": {"ko": "기타", "other": True}}
    found = block({"id": "form", "kind": "single", "options": options})
    assert isinstance(found.body, OneAnswer) and found.own_words
    assert found.body.cell.choices == ("가", "기타")
    assert [choice.sign + choice.text for choice in found.body.choices] == ["①가", "②기타"]
    assert found.own_words.label == "‘기타’를 고르셨으면 적어 주십시오"


def test_a_box_beside_a_scale_comes_after_its_points() -> None:
    found = block({"id": "liked", "kind": "scale", "scale": SATISFACTION, "not_applicable": "이용 안 함"})
    assert found.cells[0].choices[-2:] == ("매우 만족", "이용 안 함")


def test_several_choices_are_a_cell_each_with_how_many_may_be_marked() -> None:
    options = {"a": "가", "b": "나", "none": {"ko": "없음", "exclusive": True}}
    found = block({"id": "did", "kind": "multi", "max_choices": 2, "options": options})
    assert isinstance(found.body, Choices) and found.body.at_most == 2
    assert [cell.kind for cell in found.cells] == ["mark"] * 3
    assert found.hints == (
        "해당하는 것에 ○표 해 주십시오. 최대 2개입니다.",
        "‘없음’은 다른 것과 함께 고르지 않습니다.",
    )


def test_a_ranking_is_a_cell_a_rank_chosen_from_one_list() -> None:
    found = block({"id": "best", "kind": "ranking", "ranks": 2, "options": {"a": "가", "b": "나"}})
    assert isinstance(found.body, Ranks) and found.body.headings == ("1순위", "2순위")
    assert [cell.choices for cell in found.cells] == [("가", "나")] * 2


def test_an_allocation_is_a_table_with_what_it_has_to_add_up_to() -> None:
    found = block({"id": "split", "kind": "allocation", "rows": {"x": "교육"}, "tolerance": 1})
    assert isinstance(found.body, Table) and found.body.total
    assert (found.body.total.value, found.body.total.slack, found.cells[0].unit) == (100, 1, "%")
    assert found.hints == ("합계가 100%가 되게 적어 주십시오.",)


def test_a_sum_that_another_answer_says_is_counted_in_the_unit_of_the_table() -> None:
    sums = {"id": "sums", "kind": "grid", "rows": {"x": "국비"}, "adds_up_to": {"question": "spent", "percent": 1},
            "answer": {"kind": "money", "unit": "만원"}}  # fmt: skip
    found = block(sums, {"id": "spent", "kind": "money", "unit": "백만원"})
    assert isinstance(found.body, Table) and found.body.total and found.body.total.field
    assert (found.body.total.field.name, found.body.total.times, found.body.total.slack) == (
        "dure__spent",
        100,
        0.01,
    )


def test_a_grid_has_its_blocks_of_rows_the_list_once_and_who_fills_in_a_column() -> None:
    used = {
        "id": "used", "kind": "grid", "groups": {"help": "도움"}, "rows": {"a": {"ko": "상담", "group": "help"}},
        "columns": {
            "done": {"ko": "이용", "answer": {"kind": "single", "options": YES_NO}},
            "liked": {"ko": "만족", "ask_if": "done is yes", "answer": {"kind": "single", "options": YES_NO}},
        },
    }  # fmt: skip
    table = block(used).body
    assert isinstance(table, Table)
    assert [(line.group, line.heading) for line in table.lines] == [("도움", "상담")]
    assert [column.asked_of for column in table.columns] == ["", "같은 줄의 ‘이용’에서 ‘예’를 골랐을 때만"]
    assert [(legend.column, len(legend.choices)) for legend in table.legends] == [("", 2)]


def test_columns_of_different_lists_have_a_legend_each() -> None:
    table = block({"id": "roles", "kind": "importance_performance", "rows": {"r": "연대"},
                   "importance": SATISFACTION, "performance": SATISFACTION, "not_applicable": "모름"}).body  # fmt: skip
    assert isinstance(table, Table) and isinstance(table.legends[0], Legend)
    assert [column.heading for column in table.columns] == ["중요도", "수행도"]
    assert [legend.column for legend in table.legends] == [""]


def test_a_cell_of_a_table_may_take_several_choices() -> None:
    ways = {"id": "ways", "kind": "grid", "rows": {"m": "회의"},
            "answer": {"kind": "multi", "options": {"mail": "우편", "web": "누리집"}}}  # fmt: skip
    table = block(ways).body
    assert isinstance(table, Table)
    assert [[cell.kind for cell in cells] for cells in table.lines[0].cells] == [["mark", "mark"]]


def test_hints_tell_units_limits_rough_numbers_and_dates() -> None:
    assert block(
        {"id": "n", "kind": "number", "min": 0, "max": 1000, "unit": "명", "approximate": True}
    ).hints == (
        "정확히 모르시면 “약 200”처럼 어림으로 적으셔도 됩니다.",
        "0에서 1,000명 사이입니다.",
    )
    assert block({"id": "m", "kind": "money", "unit": "천원"}).hints == ("천원 단위로 적어 주십시오.",)
    end = {"id": "end", "kind": "date", "after": "then", "required": True}
    assert block(end, {"id": "then", "kind": "date"}).hints == (
        "꼭 답해 주십시오.",
        "연-월-일로 적어 주십시오. 예: 2016-04-01",
        "Q2보다 뒤의 날짜입니다.",
    )


def test_an_option_leads_past_the_questions_that_are_then_not_asked() -> None:
    form = {"id": "form", "kind": "single", "options": YES_NO}
    assert skips(form, THEN | {"ask_if": "form is yes"}, LAST) == ["", "☞ Q3으로"]
    assert skips(form, THEN | {"ask_if": "form is yes"}) == ["", "☞ 끝으로"]


def test_it_leads_past_what_hangs_on_an_unasked_question_too() -> None:
    form = {"id": "form", "kind": "single", "options": YES_NO}
    liked = {"id": "liked", "kind": "scale", "scale": SATISFACTION, "ask_if": "form is yes"}
    assert skips(form, liked, THEN | {"ask_if": "liked <= 2"}, LAST) == ["", "☞ Q4로"]


def test_no_mark_where_the_next_question_is_asked_or_it_hangs_on_other_answers() -> None:
    form = {"id": "form", "kind": "single", "options": YES_NO}
    other = {"id": "other", "kind": "single", "options": YES_NO}
    assert skips(form, LAST, THEN | {"ask_if": "form is yes"}) == ["", ""]
    assert skips(other, THEN | {"ask_if": "other is yes or answered(form)"}, form | {"no": "Q0"}) == ["", ""]


def test_points_of_a_scale_and_the_box_beside_it_lead_on_too() -> None:
    liked = {"id": "liked", "kind": "scale", "scale": SATISFACTION, "not_applicable": "이용 안 함"}
    assert skips(liked, THEN | {"ask_if": "liked <= 2"}, LAST) == ["", "", *["☞ Q3으로"] * 4]


def test_zero_is_asked_for_where_a_number_is() -> None:
    assert plan_of(survey(LAST)).how_to[-1].startswith("수를 적는 칸에서 없으면 0을")


def test_the_cover_says_what_the_questionnaire_says_and_no_more() -> None:
    bare = plan_of(survey(LAST))
    assert (bare.contact, bare.purpose, bare.deadline) == ("", "", None)
    assert bare.privacy == (
        "적어 주신 답은 ‘회원단체 현황조사’의 통계를 내고 보고서를 쓰는 데에만 씁니다.",
        "회원과 바깥에는 누구의 답인지 드러나지 않게 묶어서 알립니다. 정책위원회는 이름과 연락처를 뺀 표를 봅니다.",
        "답하고 싶지 않은 문항은 비워 두셔도 됩니다.",
    )
    told = plan_of(
        survey(
            LAST | {"pii": ["name"], "label": "성명", "required": True},
            contact="사무국", privacy="2년 뒤에 지웁니다.", field_period={"from": "2016-04-01", "to": "2016-05-31"},
        )
    )  # fmt: skip
    assert (told.contact, told.deadline) == ("사무국", dt.date(2016, 5, 31))
    assert told.privacy[2:] == (
        "이 조사표에서 받는 개인정보: Q1 성명. 답을 확인할 때만 쓰고 보고서에 싣지 않습니다.",
        "2년 뒤에 지웁니다.",
    )


def test_english_words_come_where_there_are_any() -> None:
    found = block({"id": "region", "kind": "single", "ask": {"ko": "지역은?", "en": "Where?"},
                   "options": {"seoul": {"ko": "서울", "en": "Seoul"}, "jeju": "제주"}}, language="en")  # fmt: skip
    assert (found.ask, found.cells[0].choices) == ("Where?", ("Seoul", "제주"))
