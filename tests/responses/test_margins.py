"""The counts of the frame are read with the survey, and kept with its responses."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.intake.errors import IntakeError
from analysis.intake.margins import MarginLine
from analysis.responses.read import read_survey
from analysis.responses.store import read_responses, write_responses
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
