"""Filters: what can be written, whom it leaves, and what is said of one that cannot be read."""

from __future__ import annotations

import pytest

import start
from analysis.errors import DureError
from analysis.explore.survey import Survey, open_survey


@pytest.fixture(scope="module")
def survey() -> Survey:
    return open_survey("member_orgs", 2016, root=start.ROOT)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("region == '서울'", "region is seoul"),
        ("region is seoul", "region is seoul"),
        ("region = “서울”", "region is seoul"),
        ("region != '서울'", "not region is seoul"),
        ("region in ('서울', 'busan')", "region in [seoul, busan]"),
        ("region not in ['서울']", "not region is seoul"),
        ("C2 <= 2", "overall_satisfaction <= 2"),
        ("'지난 1년간 활동 만족도' == 2", "overall_satisfaction = 2"),
        ("overall_satisfaction == '매우 만족'", "overall_satisfaction = 5"),
        ("sectors == '교육'", None),
        ("answered(founded) and not (region is seoul or C2 = 1)", "answered(founded) and not (region is seoul or overall_satisfaction = 1)"),
    ],
)
def test_what_people_write_becomes_a_condition_of_ids(survey: Survey, written: str, read: str | None) -> None:
    if read is None:
        option = survey.questionnaire.question("sectors").options[0]
        written, read = f"sectors == '{option.ko}'", f"sectors has {option.id}"
    query = survey.table("outlook", where=written).query
    assert query.where == read
    assert survey.ask(query).query == query  # and reads back the same


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("regin is seoul", "region"),
        ("region == '서을'", "seoul(서울)"),
        ("staff.full_tme.women > 0", "full_time"),
        ("founded == '1'", "answered"),
        ("region ==", "10번째 글자"),
        ("organisation_name == '가'", "응답자가 드러나는"),
        ("C2 == 9", "1부터 5까지"),
    ],
)
def test_what_cannot_be_read_is_told_with_what_was_meant(survey: Survey, written: str, said: str) -> None:
    with pytest.raises(DureError, match=said.replace("(", r"\(").replace(")", r"\)")):
        survey.table("outlook", where=written)


@pytest.mark.parametrize("question", ["overall_satisfaction", "participated", "staff", "income_total", "role_priority"])
def test_the_figures_of_a_filter_are_those_of_the_level_in_the_table_by_the_group(survey: Survey, question: str) -> None:
    by = survey.table(question, by="region").table
    for level in (label.id for label in by.levels if label.id):
        alone = survey.table(question, where=f"region is {level}").table
        shown = {cell.key[1:]: cell for cell in alone.cells if cell.stat != "absent"}
        for cell in by.cells:
            if cell.level == level and cell.stat != "absent" and cell.value:
                assert shown[cell.key[1:]].value == pytest.approx(cell.value), cell


def test_who_did_not_say_is_in_neither_half(survey: Survey) -> None:
    everyone = survey.table("outlook").table.value("base")
    halves = [survey.table("outlook", where=where).table.value("base") for where in ("has_contact is yes", "has_contact != 'yes'")]
    unsaid = survey.table("outlook", where="not answered(has_contact)").table.value("base")
    assert sum(halves) + unsaid == everyone
