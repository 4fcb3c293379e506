"""A survey that is open for questions."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import start
from analysis.errors import DureError
from analysis.explore.query import Query
from analysis.explore.survey import Survey, answered_in, open_survey
from analysis.responses.design_columns import DesignColumns
from analysis.responses.store import write_responses
from analysis.tables.build import build_table


@pytest.fixture(scope="module")
def survey() -> Survey:
    return open_survey("member_orgs", root=start.ROOT)


def test_surveys_that_were_answered_are_found_with_their_years() -> None:
    assert answered_in(start.ROOT) == {name: (2016,) for name in ("coop_basic_plan", "intermediary", "member_orgs")}


@pytest.mark.parametrize(
    ("name", "year", "said"), [("member_org", None, "member_orgs"), ("member_orgs", 2031, "2016")]
)
def test_one_that_is_not_there_is_told_with_those_that_are(name: str, year: int | None, said: str) -> None:
    with pytest.raises(Exception, match=said):
        open_survey(name, year, root=start.ROOT)


def test_its_figures_are_those_of_the_table_command(survey: Survey) -> None:
    result = survey.table("overall_satisfaction", by="organisation_type")
    banner = next(one for one in survey.questionnaire.banners if one.by == "organisation_type")
    made = build_table(survey._responses, "overall_satisfaction", replace_id(banner, result.query.by))
    levels = {label.id for label in result.table.levels}
    assert result.table.cells == tuple(cell for cell in made.cells if cell.level in levels)
    assert all(not made.value("base", level=label.id) for label in made.levels if label.id not in levels)


def replace_id(banner, wanted):
    assert banner.id == wanted
    return banner


@pytest.mark.parametrize("name", ["overall_satisfaction", "C2", "c2", "지난 1년간 활동 만족도"])
def test_a_question_is_known_by_its_id_its_number_and_its_words(survey: Survey, name: str) -> None:
    assert survey.table(name).query.question == "overall_satisfaction"


def test_a_result_says_wherever_it_goes_that_it_is_not_released(survey: Survey) -> None:
    result = survey.table("dues_level", by="organisation_type")
    assert "공개 전" in result.table.notes[0].ko
    assert "공개 전" in result.chart().svg()
    assert result.sentence() == f"{result.lead} (공개 전)"
    assert not result.data["released"].any()
    assert result.table.quotes == ()


def test_a_query_is_code_that_gives_the_same_result_again(survey: Survey) -> None:
    result = survey.table("dues_level", by="organisation_type", where="C2 >= 4", show="count", chart="options")
    given = {"open_survey": lambda name, year: open_survey(name, year, root=start.ROOT)}
    again = eval(result.query.code(), given)
    assert again.query == result.query == Query(**result.query.to_json())
    assert again.table == result.table


def test_counts_or_shares_lead_as_asked(survey: Survey) -> None:
    counts, shares = (survey.table("dues_level", show=show).chart().drawing.svg_wide for show in ("count", "share"))
    assert counts != shares
    assert survey.table("dues_level", show="count").table.cells == survey.table("dues_level", show="share").table.cells


@pytest.mark.parametrize(
    ("question", "where", "said"),
    [
        ("outlook", "region is sejong", "0개입니다"),
        ("dissatisfaction_reason", "C2 >= 4", "그렇지 않습니다"),
        ("contact", "", ""),
    ],
)
def test_an_empty_result_says_why(survey: Survey, question: str, where: str, said: str) -> None:
    if question == "contact":
        assert survey.table("outlook").empty is None
        return
    result = survey.table(question, where=where)
    assert result.empty is not None and said in result.empty.ko
    assert result.lead == result.empty.ko


def test_without_weights_every_answer_counts_once(survey: Survey) -> None:
    n = len(survey._responses.origin)
    weights = np.where(np.arange(n) % 2, 1.0, 3.0)
    weighted = Survey(replace(survey._responses, design=DesignColumns(weights, (), (), ())))
    assert weighted.is_weighted
    plain = weighted.table("outlook", weights=False).table
    assert [cell[:5] for cell in plain.cells] == [cell[:5] for cell in survey.table("outlook").table.cells]
    assert any("가중치를 쓰지 않고" in note.ko for note in plain.notes)
    assert weighted.table("outlook").table.cells != plain.cells


def test_where_the_raw_files_are_not_what_the_report_kept_is_read(survey: Survey, tmp_path: Path) -> None:
    shutil.copytree(start.ROOT / "questionnaires", tmp_path / "questionnaires")
    write_responses(survey._responses, tmp_path / "data" / "processed" / "2016" / "member_orgs")
    kept = open_survey("member_orgs", root=tmp_path)
    assert kept.table("outlook").table == survey.table("outlook").table


def test_below_the_least_base_of_a_share_its_count_is_drawn_once(survey: Survey) -> None:
    drawing = survey.table("organisation_type", where="dues_level is lower").chart().drawing
    assert drawing is not None
    assert drawing.svg_wide.count(">1개<") == 3  # of three types of organisation, one each


def test_its_answers_are_neither_completed_nor_printed(survey: Survey) -> None:
    assert not [name for name in vars(survey) if "responses" in name and not name.startswith("_")]
    assert len(repr(survey._responses)) < 200


def test_files_that_cannot_be_read_are_not_named_to_the_committee(tmp_path: Path) -> None:
    shutil.copytree(start.ROOT / "questionnaires", tmp_path / "questionnaires")
    folder = tmp_path / "data" / "raw" / "2016" / "member_orgs"
    folder.mkdir(parents=True)
    (folder / "모퉁이자활협의회 홍길동.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    with pytest.raises(DureError, match="사무국") as told:
        open_survey("member_orgs", root=tmp_path)
    assert "모퉁이" not in told.value.words("ko") + told.value.words("en")
    assert told.value.__suppress_context__


def test_several_options_of_a_filter_are_set_apart_from_the_words_in_them(survey: Survey) -> None:
    said = survey.table("outlook", where="voice not in [1, 2]").filtered
    assert said.ko.endswith("‘전혀 그렇지 않다’·‘그렇지 않다’ 제외")
