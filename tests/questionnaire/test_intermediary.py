"""The survey of support organisations, 2016: what is asked of whom, and who sees it broken down by what."""

from __future__ import annotations

from collections import Counter

import pytest

import start
from analysis.questionnaire import Questionnaire, find_questionnaire, load_questionnaire
from tests.questionnaire.asking import asked
from tests.questionnaire.test_member_orgs import words_in


@pytest.fixture(scope="module")
def survey() -> Questionnaire:
    return load_questionnaire(find_questionnaire(start.ROOT, "intermediary", 2016))


def test_it_has_33_questions_in_six_sections(survey: Questionnaire) -> None:
    assert len(survey.questions) == 33
    sections = Counter(question.section for question in survey.questions)
    assert sections == {"A": 10, "B": 6, "C": 5, "D": 3, "E": 3, "F": 6}


def test_every_word_of_it_is_there_in_english(survey: Questionnaire) -> None:
    assert [words.ko for words in words_in(survey) if not words.en] == ["%"]  # the unit of a share


@pytest.mark.parametrize("operation", ["contracted", "ministry"])
@pytest.mark.parametrize("question", ["trustee_form", "contract_start", "contract_end"])
def test_only_contractors_are_asked_about_the_contract(
    survey: Questionnaire, question: str, operation: str
) -> None:
    assert asked(survey, question, operation=operation)
    for other in ("direct", "foundation", "private", "other", ""):
        assert not asked(survey, question, operation=other)


def test_why_people_left_is_asked_where_somebody_left(survey: Questionnaire) -> None:
    assert asked(survey, "leave_reasons", leavers=1)
    assert not asked(survey, "leave_reasons", leavers=0)
    assert not asked(survey, "leave_reasons", leavers=None)


def test_how_many_is_asked_of_the_programmes_that_took_place(survey: Questionnaire) -> None:
    done, number = survey.question("programmes").columns
    assert (done.ask_if, number.ask_if) == (None, "done is yes")


def test_what_must_fit_together_is_said(survey: Questionnaire) -> None:
    assert survey.question("contract_end").after == "contract_start"
    sources = survey.question("budget_sources").adds_up_to
    assert (sources.question, sources.percent) == ("budget_now", 1)


def test_two_statements_about_the_authorities_are_complaints(survey: Questionnaire) -> None:
    assert survey.question("government_relation").reversed_rows == ("supervision", "rotation")


def test_a_dash_is_no_answer_only_where_there_must_be_a_number(survey: Questionnaire) -> None:
    told = {question.id for question in survey.questions if question.missing.get("-") == "no_answer"}
    assert told == {
        "tenure", "leavers", "budget_previous", "budget_now", "labour_share", "trainees",
        "supported_organisations",
    }  # fmt: skip


def test_who_it_was_and_who_wrote_is_private(survey: Questionnaire) -> None:
    assert [question.id for question in survey.questions if question.private] == [
        "organisation_name",
        "contact",
    ]


def test_what_an_organisation_is_known_by_is_a_key(survey: Questionnaire) -> None:
    assert {question.id for question in survey.questions if question.key} == {
        "region", "scope", "opened", "legal_basis", "operation", "trustee_form", "contract_start",
        "contract_end", "targets", "headcount", "head_status", "budget_previous", "budget_now",
        "budget_sources", "programmes", "trainees", "supported_organisations",
    }  # fmt: skip


def test_pay_and_budgets_are_confidential(survey: Questionnaire) -> None:
    assert {question.id for question in survey.questions if question.confidential} == {
        "pay_band", "budget_previous", "budget_now", "budget_sources", "labour_share",
    }  # fmt: skip


def test_nobody_sees_it_by_region_and_members_by_two_groups_only(survey: Questionnaire) -> None:
    assert {banner.by for banner in survey.banners} == {"scope", "operation"}
    for banner in survey.banners:
        assert "public" not in banner.audiences
        if "members" in banner.audiences:
            assert len(banner.levels) == 2, banner.id


def test_it_is_not_called_a_census(survey: Questionnaire) -> None:
    assert survey.sample.kind == "self_selected"
    assert survey.sample.population is None
    assert "응답률을 계산할 수 없음" in survey.sample.note.ko
