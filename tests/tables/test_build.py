from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.questionnaire.questionnaire import Banner
from analysis.responses.responses import Responses
from analysis.tables import Table
from analysis.tables.build import build_table, build_tables
from analysis.tables.cell import TableError
from analysis.tables.question_tables import KINDS
from analysis.tables.wording import base_words
from tests.responses.records import responses_of
from tests.tables.small_survey import REGIONS, SATISFACTION, absent, answered, figures, said, survey

REGION = {"id": "region", "kind": "single", "options": REGIONS, "key": True}
OPINION = {"id": "opinion", "kind": "single", "options": {"yes": "찬성", "no": "반대"}}
YES_NO = {"kind": "single", "options": {"yes": "예", "no": "아니오"}}
ROWS = {"a": "가", "b": "나"}
SCALE = {"kind": "scale", "scale": SATISFACTION, "not_applicable": "이용 안 함"}
EVERY_KIND = [
    REGION,
    {"id": "multi", "kind": "multi", "options": {"x": "하나", "y": "둘", "z": {"ko": "기타", "other": True}}},
    {"id": "scale", **SCALE},
    {"id": "number", "kind": "number", "unit": "명"},
    {"id": "money", "kind": "money", "unit": "천원"},
    {"id": "date", "kind": "date"},
    {"id": "text", "kind": "text"},
    {"id": "open", "kind": "open"},
    {"id": "ranking", "kind": "ranking", "options": REGIONS, "ranks": 2},
    {"id": "allocation", "kind": "allocation", "rows": ROWS},
    {
        "id": "ipa", "kind": "importance_performance", "rows": ROWS,
        "importance": SATISFACTION, "performance": SATISFACTION,
    },
    {"id": "grid", "kind": "grid", "rows": ROWS, "answer": SCALE},
    {
        "id": "mixed", "kind": "grid", "rows": ROWS,
        "columns": {"used": {"ko": "이용", "answer": YES_NO}, "n": {"ko": "건수", "answer": {"kind": "number"}}},
    },
]  # fmt: skip


@st.composite
def answers(draw: st.DrawFn) -> Responses:
    """Anything that respondents may answer to every kind of question, by two banners."""
    questionnaire = survey(
        *EVERY_KIND, banners=[{"id": "place", "by": "region"}, {"id": "view", "by": "scale"}]
    )
    chance = random.Random(draw(st.integers(0, 2**32)))
    records = [
        {"respondent": f"o{at}", "question": part.question, "row": part.row, "column": part.column}
        | _answer(part, chance)
        for at in range(draw(st.integers(1, 12)))
        for part in questionnaire.parts()
    ]
    return responses_of(questionnaire, records)


def _answer(part: Any, chance: random.Random) -> dict[str, Any]:
    if chance.random() < 0.25:
        return absent(chance.choice(["no_answer", "not_asked", "dont_know", "not_in_file"]))
    match part.answer.kind:
        case "single":
            return {"code": chance.choice(part.answer.options).id}
        case "multi":
            return {
                "code": "|".join(option.id for option in part.answer.options if chance.random() < 0.5) or "x"
            }
        case "scale":
            return {"code": chance.choice("12345")}
        case "number" | "money":
            return {"number": 50 if part.question == "allocation" else chance.randint(-3, 9) / 10}
        case "date":
            return {"start": f"{chance.randint(2014, 2016)}-04-12"}
    return {"text": chance.choice(["가", "나"])}


def test_every_kind_of_question_has_its_statistics():
    kinds = {question["kind"] for question in EVERY_KIND}
    assert kinds == set(KINDS)


def test_each_question_comes_alone_then_by_each_banner_in_order_but_not_by_itself():
    banners = [{"id": "place", "by": "region"}, {"id": "view", "by": "opinion"}]
    tables = build_tables(
        answered(survey(REGION, OPINION, banners=banners), region=["seoul"], opinion=["yes"])
    )
    assert [(table.question, table.group) for table in tables] == [
        ("region", ""), ("region", "view"), ("opinion", ""), ("opinion", "place"),
    ]  # fmt: skip


@pytest.mark.parametrize("private", [{"identifier": True}, {"pii": ["phone"]}, {"export": "never"}])
def test_a_private_question_has_no_table_and_its_words_are_in_none(private: dict[str, Any]):
    contact = {"id": "contact", "kind": "text"} | private
    responses = answered(survey(contact, OPINION), contact=[{"text": "김두레"}], opinion=["yes"])
    tables = build_tables(responses)
    assert [table.question for table in tables] == ["opinion"]
    assert "김두레" not in str([table.to_json() for table in tables])
    with pytest.raises(TableError, match="contact"):
        build_table(responses, "contact")


def test_one_table_alone_or_by_any_question():
    responses = answered(survey(REGION, OPINION), region=["seoul", "busan"], opinion=["yes", "no"])
    assert build_table(responses, "opinion").group == ""
    table = build_table(responses, "opinion", Banner(id="region", by="region"))
    assert figures(table, level="busan", item="no") == {"count": 1, "share": 1}


def test_a_response_that_a_later_one_replaced_does_not_count():
    questionnaire = survey(OPINION)
    records = [
        {"respondent": "o1", "counted": True, "question": "opinion", "code": "no"},
        {"respondent": "o1", "counted": False, "question": "opinion", "code": "yes"},
    ]
    table = build_table(responses_of(questionnaire, records), "opinion")
    assert figures(table, item="no") == {"count": 1, "share": 1}
    assert table.facts["n_respondents"] == 1


def test_a_part_that_the_responses_lack_is_not_in_the_file():
    questionnaire = survey(REGION, OPINION)
    responses = responses_of(questionnaire, [{"respondent": "o1", "question": "region", "code": "seoul"}])
    table = build_table(responses, "opinion")
    assert {cell.item: cell.value for cell in table.cells if cell.stat == "absent"} == {"not_in_file": 1}


def test_the_words_around_a_table():
    opinion = OPINION | {
        "no": "C4",
        "label": {"ko": "법인 설립", "en": "Incorporation"},
        "ask": "어떻게 생각하십니까?",
    }
    table = build_table(
        answered(survey(opinion), opinion=["yes"] * 9 + ["no"] * 4 + [absent("refused"), None]), "opinion"
    )
    assert (table.title.ko, table.asked.ko) == ("법인 설립", "어떻게 생각하십니까?")
    assert (table.base.ko, table.base.en) == ("응답한 회원단체 13개", "Answers from 13 member organisations")
    assert table.source.ko == "자료: 연대회의, 「2016 회원단체 현황조사」"
    assert table.source.en == "Source: The federation, “Survey of member organisations 2016”"
    assert said(table) == ["무응답 1개, 응답 거절 1개 제외", "사례수 30 미만은 해석에 유의"]


def test_a_question_that_some_were_asked_says_so_in_its_base():
    table = build_table(
        answered(survey(OPINION | {"ask_if": "x"}), opinion=["yes", absent("not_asked")]), "opinion"
    )
    assert table.base.ko == "질문 대상 가운데 응답한 회원단체 1개"
    assert table.base.en == "Answers from 1 member organisation, of those asked"


def test_a_base_that_may_not_be_told_can_be_said_without_its_number():
    questionnaire = survey(OPINION)
    words = base_words(questionnaire, questionnaire.question("opinion"), None)
    assert (words.ko, words.en) == ("응답한 회원단체", "Answers from member organisations")


def test_facts_that_every_table_has():
    question = OPINION | {"no": "C4", "key": True, "confidential": True}
    facts = build_table(answered(survey(question), opinion=["yes", None]), "opinion").facts
    expected = {
        "no": "C4", "section": "", "key": True, "confidential": True, "private": False, "sample": "census",
        "n_respondents": 2, "by_key": False, "by_confidential": False, "group": None,
        "other": [], "exclusive": [], "ordered": False,
    }  # fmt: skip
    assert {name: facts[name] for name in expected} == expected
    assert facts["respondents"]["counter"] == "개"


@settings(max_examples=4)
@given(answers(), st.randoms())
def test_the_order_of_respondents_does_not_matter(responses: Responses, chance: random.Random):
    order = chance.sample(responses.respondents, len(responses.respondents))
    records = responses.frame.set_index("respondent").loc[order].reset_index().to_dict("records")
    assert build_tables(responses_of(responses.questionnaire, records)) == build_tables(responses)


@settings(max_examples=10)
@given(answers())
def test_tables_hold_together(responses: Responses):
    for table in build_tables(responses):
        assert Table.from_json(table.to_json()) == table
        _labels_are_complete(table)
        for level in table.levels:
            _line_holds_together(table, level.id)


def _labels_are_complete(table: Table) -> None:
    """Whatever a face meets in a cell has words."""
    for axis, place in (("levels", "level"), ("rows", "row"), ("items", "item")):
        ids = [label.id for label in getattr(table, axis)]
        assert len(ids) == len(set(ids))
        assert {getattr(cell, place) for cell in table.cells} - {""} <= set(ids)


def _line_holds_together(table: Table, level: str) -> None:
    base = table.get("base", level=level)
    assert base is not None and base.value is not None
    everyone = table.get("base").value + sum(  # type: ignore[union-attr]
        cell.value for cell in table.cells if cell.stat == "absent" and not cell.row and not cell.level
    )
    if table.kind not in ("open", "text", "allocation"):  # a split may be complete and still miss its whole
        assert everyone == table.facts["n_respondents"]
    for cell in table.cells:
        if cell.stat == "share" and cell.base:
            assert cell.value == cell.n / cell.base
        if cell.stat in ("share", "count", "mean") and cell.base == 0:
            assert (cell.value, cell.status) == (None, "empty")
    if table.kind == "single" and base.value:
        shares = [cell.value for cell in table.cells if cell.stat == "share" and cell.level == level]
        assert sum(shares) == pytest.approx(1)
