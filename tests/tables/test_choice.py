from __future__ import annotations

import pytest

from analysis.errors import DureError
from analysis.tables import Table
from analysis.tables.build import build_tables
from tests.tables.small_survey import REGIONS, absent, answered, figures, line, said, survey

COLLABORATION = {
    "buying": "공동구매",
    "training": "공동교육",
    "none": {"ko": "없음", "exclusive": True},
    "other": {"ko": "기타", "other": True},
}


def region(*answers: object) -> Table:
    return build_tables(
        answered(survey({"id": "region", "kind": "single", "options": REGIONS}), region=answers)
    )[0]


def collab(*answers: object) -> Table:
    question = {"id": "collab", "kind": "multi", "options": COLLABORATION}
    return build_tables(answered(survey(question), collab=answers))[0]


def test_a_single_choice_is_counted_and_shared_among_those_who_answered():
    table = region("seoul", "seoul", "busan", None, absent("refused"))
    assert line(table, "count") == {"seoul": 2, "busan": 1, "jeju": 0}
    assert line(table, "share") == {"seoul": 2 / 3, "busan": 1 / 3, "jeju": 0}
    assert figures(table) == {"base": 3}
    assert line(table, "absent") == {"no_answer": 1, "refused": 1}


def test_a_share_knows_its_count_and_its_base():
    cell = region("seoul", "seoul", "busan").get("share", "seoul")
    assert cell and (cell.n, cell.base) == (2, 3)


def test_whoever_was_not_asked_is_out_of_the_base_and_accounted_for():
    table = region("seoul", absent("not_asked"), absent("not_asked"))
    assert figures(table) == {"base": 1}
    assert line(table, "absent") == {"not_asked": 2}


def test_without_any_answer_the_figures_are_empty_and_the_base_is_nought():
    table = region(None, None)
    assert figures(table) == {"base": 0}
    assert {cell.status for cell in table.cells if cell.stat in ("count", "share")} == {"empty"}
    assert {cell.value for cell in table.cells if cell.stat in ("count", "share")} == {None}


def test_a_code_that_the_questionnaire_does_not_have_is_told_with_its_question():
    with pytest.raises(DureError, match="region.*'incheon'"):
        region("seoul", "incheon")


def test_several_choices_are_shares_of_cases():
    table = collab("buying|training", "buying", "training|other", None)
    assert line(table, "count") == {"buying": 2, "training": 2, "none": 0, "other": 1}
    assert line(table, "share") == {"buying": 2 / 3, "training": 2 / 3, "none": 0, "other": 1 / 3}
    assert figures(table) == {"base": 3, "mentions": 5}


def test_none_of_these_is_an_answer_in_the_base():
    table = collab("none", "buying")
    assert line(table, "share")["none"] == 1 / 2
    assert table.facts["exclusive"] == ["none"]


def test_a_total_above_100_percent_is_announced_only_where_there_is_one():
    assert "복수응답으로 합계가 100%를 넘음" in said(collab("buying|training"))
    assert "복수응답" in said(collab("buying", "none"))


def test_what_stands_behind_other_is_kept_as_quotes_and_never_in_the_figures():
    table = collab({"code": "buying|other", "text": "지역화폐"}, {"code": "other", "text": "공동물류"})
    assert table.quotes == ("공동물류", "지역화폐")
    assert table.facts["other"] == ["other"]
