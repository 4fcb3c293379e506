"""A project whose secretariat put answers right: reading, reporting and verifying go by the list, raw stays."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from analysis.intake.errors import IntakeError
from analysis.report import front
from analysis.responses.read import check_survey, read_survey
from analysis.responses.store import read_responses, write_responses
from analysis.verify import recompute
from tests.project import copy_inputs
from tests.responses.answers_file import rules

HEADING = "응답자,문항,파일,시트,칸,전,후,까닭,누가,날짜\n"
TENURE = "yeoulmok,B2,,,,2년 10개월,30,전화로 확인,김보람,2016-07-21\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = copy_inputs(tmp_path)
    for other in ("member_orgs", "coop_basic_plan"):
        shutil.rmtree(root / "data/raw/2016" / other)
    (root / "data/raw/2016/events.csv").unlink()  # and with it the ledger
    return root


def listed(project: Path, *lines: str, name: str = "intermediary.corrections.csv") -> Path:
    path = project / "data/raw/2016" / name
    path.write_text(HEADING + "".join(lines), encoding="utf-8")
    return path


def files(project: Path, to: Path) -> dict[str, bytes]:
    write_responses(read_survey(project, "intermediary", 2016), to)
    return {path.name: path.read_bytes() for path in to.iterdir()}


def test_a_list_without_lines_changes_no_byte(project: Path) -> None:
    plain = files(project, project / "plain")
    listed(project)
    assert files(project, project / "listed") == plain


def test_a_correction_is_read_with_the_survey_and_kept_with_what_came(project: Path) -> None:
    raw = (project / "data/raw/2016/intermediary/answers.invented.csv").read_bytes()
    (at,) = [
        finding.respondent
        for finding in read_survey(project, "intermediary", 2016).findings
        if finding.rule == "unit_converted"
    ]
    listed(project, TENURE.replace("yeoulmok", at))
    responses = read_survey(project, "intermediary", 2016)
    assert rules(responses)["corrected"] == 1
    write_responses(responses, project / "made")
    again = read_responses(project / "made", responses.questionnaire)
    answer = again.part("tenure").loc[at]
    assert (answer["number"], answer["raw"]) == (30, "2년 10개월")
    assert "고쳐 읽었습니다" in (project / "made/findings.csv").read_text(encoding="utf-8-sig")
    assert (project / "data/raw/2016/intermediary/answers.invented.csv").read_bytes() == raw


def test_what_is_recomputed_for_verify_is_corrected_too(project: Path) -> None:
    def mean() -> float | None:
        cell = recompute(project, 2016, "committee")["intermediary"].table("tenure").get("mean")
        return cell.value if cell else None

    before = mean()
    respondent = read_survey(project, "intermediary", 2016).respondents[0]
    came = read_survey(project, "intermediary", 2016).part("tenure").loc[respondent, "raw"]
    listed(project, f"{respondent},B2,,,,{came},600,전화로 확인,김보람,2016-07-21\n")
    assert mean() != before


def test_a_list_that_cannot_be_read_stops_the_report_and_is_an_error_of_the_check(project: Path) -> None:
    listed(project).write_text("응답자,문항\ngaon,B2\n", encoding="utf-8")
    with pytest.raises(IntakeError, match=r"intermediary\.corrections\.csv"):
        read_survey(project, "intermediary", 2016)
    assert "unreadable_file" in {finding.rule for finding in check_survey(project, "intermediary", 2016)}


def test_a_list_in_the_folder_of_the_answers_is_sent_to_its_place(project: Path) -> None:
    listed(project, TENURE, name="intermediary/corrections.csv")
    with pytest.raises(IntakeError, match=r"data/raw/2016/intermediary\.corrections\.csv에 둡니다"):
        read_survey(project, "intermediary", 2016)


def test_a_list_of_no_survey_is_an_error(project: Path) -> None:
    listed(project, TENURE, name="intermediry.corrections.csv")
    (told,) = [
        f for f in read_survey(project, "intermediary", 2016).findings if f.rule == "corrections_of_no_survey"
    ]
    assert told.file == "intermediry.corrections.csv"


def test_a_report_says_how_many_answers_were_corrected_and_nothing_of_them(project: Path) -> None:
    listed(project, "gonjul,A8-2,,,,2016년 말,2016-12-31,전화로 확인,김보람,2016-07-21\n")
    bundle = recompute(project, 2016, "members")["intermediary"]
    assert bundle.facts["corrected"] == 1
    methods = dict(
        (str(name), [str(value) for value in values]) for name, values in front.methods(bundle, "ko")
    )
    assert methods["고친 답"] == ["사무국이 응답자에게 확인하여 고친 답은 1개이며, 처음 받은 파일은 그대로 둠"]
    assert "전화로 확인" not in bundle.dumps()
