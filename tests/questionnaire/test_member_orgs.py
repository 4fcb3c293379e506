"""The survey of member organisations, 2016: what the rest of the project relies on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pydantic import BaseModel

import start
from analysis.questionnaire import Questionnaire, find_questionnaire, load_questionnaire
from analysis.questionnaire.question import KINDS
from analysis.questionnaire.words import Words


@pytest.fixture(scope="module")
def survey() -> Questionnaire:
    return load_questionnaire(find_questionnaire(start.ROOT, "member_orgs", 2016))


def words_in(model: BaseModel) -> Iterator[Words]:
    for value in dict(model).values():
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Words):
                yield item
            if isinstance(item, BaseModel):
                yield from words_in(item)


def test_it_has_35_questions_of_every_kind(survey: Questionnaire) -> None:
    assert len(survey.questions) == 35
    assert {question.kind for question in survey.questions} == set(KINDS)


def test_every_word_of_it_is_there_in_english(survey: Questionnaire) -> None:
    korean_only = [words.ko for words in words_in(survey) if not words.en]
    assert korean_only == ["%"]  # the unit of shares


def test_names_and_contacts_are_private(survey: Questionnaire) -> None:
    assert [question.id for question in survey.questions if question.private] == [
        "organisation_name",
        "contact_person",
        "interviewee_name",
    ]
    assert survey.question("organisation_name").identifier


def test_what_an_organisation_is_known_by_is_a_key(survey: Questionnaire) -> None:
    assert {question.id for question in survey.questions if question.key} == {
        "region", "founded", "organisation_type", "legal_form", "sectors", "members_organisations",
        "members_persons", "staff", "income_total", "joined_year", "visit_date",
    }  # fmt: skip


def test_money_and_dues_are_confidential(survey: Questionnaire) -> None:
    confidential = {question.id for question in survey.questions if question.confidential}
    assert confidential == {"income_total", "income_mix", "dues_status"}


def test_members_see_tables_only_by_merged_groups(survey: Questionnaire) -> None:
    for banner in survey.banners:
        if {"members", "public"} & set(banner.audiences):
            assert 1 < len(banner.levels) <= 3, banner.id


def test_no_response_rate_can_be_given(survey: Questionnaire) -> None:
    assert survey.sample.kind == "census"
    assert survey.sample.population is None
    assert "응답률을 계산할 수 없음" in survey.sample.note.ko
    assert "회원단체 전체를 대표하지 않음" in survey.sample.note.ko
