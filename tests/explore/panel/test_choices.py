"""What may be chosen of a survey, in its words."""

from __future__ import annotations

import pytest

import start
from analysis.explore.panel.choices import answers, filter_of, groups, options, questions
from analysis.explore.survey import Survey, answered_in, open_survey
from analysis.explore.where import read_where
from analysis.tables.build import build_table

NAMES = tuple(answered_in(start.ROOT))


@pytest.fixture(scope="module", params=NAMES)
def survey(request: pytest.FixtureRequest) -> Survey:
    return open_survey(request.param, root=start.ROOT)


@pytest.fixture(scope="module")
def member_orgs() -> Survey:
    return open_survey("member_orgs", root=start.ROOT)


def test_every_question_is_offered_but_those_that_name_somebody(survey: Survey) -> None:
    offered = [id_ for _, id_ in questions(survey.questionnaire, "ko")]
    assert offered == [one.id for one in survey.questionnaire.questions if not one.private]
    for id_ in offered:
        survey.table(id_)


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("회비", ["income_mix", "dues_status", "dues_level"]),  # of the first, it is an option
        ("회비 의견", ["dues_level"]),
        ("회비수준", ["dues_level"]),
        ("dues LEVEL", ["dues_level"]),
        ("B7", ["dues_level"]),
        ("단체 명칭", []),  # names them
        ("없는낱말", []),
    ],
)
def test_questions_are_found_by_their_words_number_and_options(
    member_orgs: Survey, sought: str, found: list[str]
) -> None:
    assert [id_ for _, id_ in questions(member_orgs.questionnaire, "ko", sought)] == found


def test_every_group_that_is_offered_breaks_the_question_down(survey: Survey) -> None:
    for question in (one for _, one in questions(survey.questionnaire, "ko")[:4]):
        for _, group in groups(survey.questionnaire, "ko", question):
            assert survey.table(question, by=group).table.group == group


def test_groups_are_none_then_the_banners_then_questions(member_orgs: Survey) -> None:
    offered = groups(member_orgs.questionnaire, "ko", "dues_level")
    assert offered[:4] == (
        ("나누지 않음", ""),
        ("조직유형별", "organisation_type"),
        ("조직유형별(묶음)", "organisation_kind"),
        ("권역별", "area"),
    )
    assert ("A2 사무소 소재지", "region") in offered
    ids = [id_ for _, id_ in offered]
    assert len(set(ids)) == len(ids) and "dues_level" not in ids


def test_every_option_that_can_be_ticked_is_a_filter_that_is_read(survey: Survey) -> None:
    for _, name in answers(survey.questionnaire, "ko"):
        ids = tuple(id_ for _, id_ in options(survey.questionnaire, "ko", name))
        assert read_where(filter_of(name, ids[:1]), survey.questionnaire).words.ko
        assert read_where(filter_of(name, ids), survey.questionnaire).words.ko


def test_ticked_options_are_any_of_them(member_orgs: Survey) -> None:
    where = filter_of("dues_level", ("lower", "right"))
    table = build_table(member_orgs._responses, "dues_level")
    expected = table.value("count", item="lower") + table.value("count", item="right")
    assert member_orgs.table("overall_satisfaction", where=where).table.facts["n_respondents"] == expected


def test_choices_are_told_in_english_where_there_is_any(member_orgs: Survey) -> None:
    offered = groups(member_orgs.questionnaire, "en", "dues_level")
    assert offered[1] == ("By type of organisation", "organisation_type")
