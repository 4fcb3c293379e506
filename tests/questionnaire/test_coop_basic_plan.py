"""The survey on the Basic Plan, 2016: what is asked of whom, and what gives a co-operative away."""

from __future__ import annotations

from collections import Counter

import pytest

import start
from analysis.questionnaire import Questionnaire, find_questionnaire, load_questionnaire
from tests.questionnaire.asking import asked
from tests.questionnaire.test_member_orgs import words_in

SERVICES = ("setup_advice", "education", "consulting", "markets", "loans", "homepage", "small_business")


@pytest.fixture(scope="module")
def survey() -> Questionnaire:
    return load_questionnaire(find_questionnaire(start.ROOT, "coop_basic_plan", 2016))


def test_it_has_31_questions_in_three_sections(survey: Questionnaire) -> None:
    assert len(survey.questions) == 31
    assert Counter(question.section for question in survey.questions) == {"S": 12, "A": 10, "B": 9}


def test_every_word_of_it_is_there_in_english(survey: Questionnaire) -> None:
    assert [words.ko for words in words_in(survey) if not words.en] == []


@pytest.mark.parametrize("question", ["information_sources", "plan_tasks", "plan_satisfaction"])
def test_who_did_not_know_the_plan_is_not_asked_to_judge_it(survey: Questionnaire, question: str) -> None:
    for awareness in ("well", "roughly", "name_only"):
        assert asked(survey, question, plan_awareness=awareness)
    assert not asked(survey, question, plan_awareness="never")
    assert not asked(survey, question, plan_awareness="")


def test_the_dissatisfied_are_asked_why(survey: Questionnaire) -> None:
    assert [asked(survey, "dissatisfaction_reason", plan_satisfaction=point) for point in range(1, 6)] == [
        True, True, False, False, False,
    ]  # fmt: skip
    assert not asked(survey, "dissatisfaction_reason", plan_satisfaction=None)


def test_everybody_says_where_the_plan_succeeded_and_failed(survey: Questionnaire) -> None:
    for question in ("service_use", "best_areas", "worst_areas", "plan_score"):
        assert survey.question(question).ask_if is None


def test_a_co_operative_that_is_being_set_up_has_no_date_of_registration(survey: Questionnaire) -> None:
    assert asked(survey, "founded", legal_type="general")
    assert not asked(survey, "founded", legal_type="preparing")


@pytest.mark.parametrize("operating", ["suspended", "not_started", "closing"])
def test_who_is_not_in_business_says_why_and_has_no_sales(survey: Questionnaire, operating: str) -> None:
    assert asked(survey, "inactive_reasons", operating=operating)
    assert not asked(survey, "sales", operating=operating)


def test_who_is_in_business_tells_its_sales(survey: Questionnaire) -> None:
    assert asked(survey, "sales", operating="running")
    assert not asked(survey, "inactive_reasons", operating="running")


def test_satisfaction_is_asked_with_what_was_used(survey: Questionnaire) -> None:
    used, satisfaction = survey.question("service_use").columns
    assert (used.ask_if, satisfaction.ask_if) == (None, "used is used")


def test_who_used_nothing_at_all_is_asked_why(survey: Questionnaire) -> None:
    nothing = dict.fromkeys(SERVICES, "not_used")
    assert asked(survey, "nonuse_reasons", service_use__used=nothing)
    assert not asked(survey, "nonuse_reasons", service_use__used=nothing | {"loans": "used"})
    assert not asked(survey, "nonuse_reasons", service_use__used=nothing | {"loans": ""})


def test_the_tasks_of_the_first_plan_stand_in_their_four_areas(survey: Questionnaire) -> None:
    tasks = survey.question("plan_tasks")
    assert Counter(row.group for row in tasks.rows) == {
        "market": 5,
        "funding": 5,
        "people": 4,
        "solidarity": 4,
    }
    assert [area.id for area in tasks.groups] == ["market", "funding", "people", "solidarity"]
    assert tasks.not_applicable.ko == "잘 모름"


def test_co_operatives_under_older_acts_may_be_older_than_the_framework_act(survey: Questionnaire) -> None:
    assert survey.question("founded").min is None


def test_nobody_gives_a_name(survey: Questionnaire) -> None:
    assert not [question.id for question in survey.questions if question.private]


def test_what_a_co_operative_is_known_by_is_a_key(survey: Questionnaire) -> None:
    assert {question.id for question in survey.questions if question.key} == {
        "legal_type", "membership_type", "region", "founded", "operating", "industry", "members", "capital",
        "sales", "employees",
    }  # fmt: skip
    assert {question.id for question in survey.questions if question.confidential} == {"capital", "sales"}


def test_it_has_no_response_rate_and_no_margin_of_error(survey: Questionnaire) -> None:
    assert survey.sample.kind == "self_selected"
    assert survey.sample.population is None
    assert "10,615개는 조사 뒤에 나온 통계" in survey.sample.note.ko
