"""The counts of the frame are read with the survey, and kept with its responses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from analysis.intake.errors import IntakeError
from analysis.intake.margins import MarginLine
from analysis.responses.finding import Finding
from analysis.responses.read import check_survey, read_survey
from analysis.responses.store import read_responses, write_responses
from analysis.tables.weighting.check import check_weighting
from tests.project import copy_inputs

LIST = "문항,보기,모집단\nregion,서울,12\n"


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_inputs(tmp_path_factory.mktemp("project"))


@pytest.fixture
def project(inputs: Path):
    before = set((inputs / "data/raw").rglob("*"))
    yield inputs
    for path in set((inputs / "data/raw").rglob("*")) - before:
        path.unlink()


def test_what_is_written_of_the_frame_is_kept_as_it_is_written(project: Path, tmp_path: Path) -> None:
    (project / "data/raw/2016/intermediary.margins.csv").write_text(LIST, encoding="utf-8")
    responses = read_survey(project, "intermediary", 2016)
    assert responses.margins == (MarginLine("region", "서울", "12", ("intermediary.margins.csv", "A2")),)
    write_responses(responses, tmp_path)
    assert read_responses(tmp_path, responses.questionnaire).margins == responses.margins


def test_a_list_in_the_folder_of_the_answers_is_sent_to_its_place(project: Path) -> None:
    (project / "data/raw/2016/intermediary/margins.csv").write_text(LIST, encoding="utf-8")
    with pytest.raises(
        IntakeError, match=r"모집단의 수를 적은 목록은 .* data/raw/2016/intermediary\.margins\.csv에"
    ):
        read_survey(project, "intermediary", 2016)


def test_a_list_of_no_survey_is_an_error(project: Path) -> None:
    (project / "data/raw/2016/intermediry.margins.csv").write_text(LIST, encoding="utf-8")
    (told,) = [f for f in read_survey(project, "intermediary", 2016).findings if "of_no_survey" in f.rule]
    assert (told.rule, told.file) == ("margins_of_no_survey", "intermediry.margins.csv")


def checked(project: Path, sample: str = "") -> list[Finding]:
    """What a check with the counts of the frame finds of them, the questionnaire's `sample` being this."""
    path = project / "questionnaires/member_orgs/2016.yml"
    before = path.read_text(encoding="utf-8")
    if sample:
        path.write_text(re.sub(r"(?ms)^sample:.*?(?=^\S)", f"sample: {sample}\n", before), encoding="utf-8")
    found = check_survey(project, "member_orgs", 2016, further=check_weighting)
    path.write_text(before, encoding="utf-8")
    return [one for one in found if one.rule.startswith("weighting.") or "population" in one.rule]


WEIGHTED = "{kind: probability, weighting: {by: region%s}}"
ELSEWHERE = "부산+대구+광주+대전+울산+세종+충북+충남+전북+전남+경북+경남+제주"
FRAME = f"문항,보기,모집단\nA2,서울,%s\nA2,경기+인천+강원,5\nA2,{ELSEWHERE},9\n"


def test_a_list_with_an_option_that_is_not_there_is_found_by_a_check(project: Path) -> None:
    (project / "data/raw/2016/member_orgs.margins.csv").write_text(
        FRAME % 7 + "A2,화성,1\n", encoding="utf-8"
    )
    (told,) = checked(project)
    assert (told.severity, told.file, told.cell) == ("error", "member_orgs.margins.csv", "A5")
    assert "'화성'이라는 보기가 없습니다" in told.text()


def test_weighting_without_a_list_is_found_by_a_check(project: Path) -> None:
    (told,) = checked(project, WEIGHTED % "")
    assert told.severity == "error"
    assert "data/raw/2016/member_orgs.margins.csv를 만들어" in told.text()


def test_weights_that_miss_the_frame_are_found_by_a_check_with_by_how_much(project: Path) -> None:
    path = project / "data/raw/2016/member_orgs.margins.csv"
    path.write_text(FRAME % 70, encoding="utf-8")
    assert checked(project, WEIGHTED % "") == []
    (told,) = checked(project, WEIGHTED % ", max_ratio: 1.1")
    assert told.severity == "warning"
    assert re.search(r"가장 큰 차이: 사무소 소재지 \d\d?\.\d\d%p", told.text())


def test_sums_that_differ_from_the_questionnaire_are_found_by_a_check(project: Path) -> None:
    (project / "data/raw/2016/member_orgs.margins.csv").write_text(FRAME % 7, encoding="utf-8")
    (told,) = checked(project, "{kind: census, population: 25, weighting: {by: region}}")
    assert (told.severity, told.cell) == ("warning", "A2")
    assert "더하면 21인데, 조사표에는 25" in told.text()


def test_more_responses_than_the_population_has_are_an_error(project: Path) -> None:
    (told,) = checked(project, "{kind: self_selected, population: 10}")
    assert told.severity == "error"
    assert told.text().startswith("모집단(population) 10개보다 집계한 응답 14개가 많습니다.")
