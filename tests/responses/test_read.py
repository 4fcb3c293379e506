"""What a project keeps of a survey, found and read."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.intake import IntakeError
from analysis.questionnaire import QuestionnaireError
from analysis.responses.read import answer_files, check, read_survey, register_of
from tests.intake.files import csv_file

QUESTIONNAIRE = """\
survey: small
year: 2016
title: 작은 조사
publisher: 연대회의
respondents: {ko: 단체, en: organisation, en_plural: organisations}
sample: {kind: census}
questions:
  - id: name
    no: A1
    kind: text
    ask: 명칭
    identifier: yes
  - id: people
    no: A2
    kind: number
    ask: 회원 수
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for path, text in (
        ("questionnaires/small/2016.yml", QUESTIONNAIRE),
        ("data/raw/organisations.csv", "id,name,frames\ngaon,가온,small\n"),
        ("data/raw/organisations.more.csv", "id,name\nnarae,나래\n"),
        ("data/raw/2016/small/2차.csv", "A1,A2\n나래,많음\n"),
        ("data/raw/2016/small/1차.csv", "A1,A2\n가온,3\n"),
        ("data/raw/2016/small/README.md", "읽어 주십시오"),
        ("data/raw/2016/small/.DS_Store", "\0"),
        ("data/raw/2016/small/~$1차.xlsx", "\0"),
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        csv_file(tmp_path / path, text)
    return tmp_path


def test_every_file_of_the_folder_is_read_in_the_order_of_names(project: Path) -> None:
    responses = read_survey(project, "small", 2016)
    assert responses.files == ("1차.csv", "2차.csv")
    assert responses.respondents == ["gaon", "narae"]


def test_files_of_the_system_and_explanations_are_no_answers(project: Path) -> None:
    assert [path.name for path in answer_files(project, "small", 2016)] == ["1차.csv", "2차.csv"]


def test_the_registers_add_up(project: Path) -> None:
    assert [organisation.id for organisation in register_of(project).organisations] == ["gaon", "narae"]
    assert register_of(project / "data").organisations == ()


def test_a_check_is_the_findings_of_every_survey_that_was_answered(project: Path) -> None:
    assert {finding.rule for finding in check(project, 2016)["small"]} == {
        "unreadable_number",
        "not_in_frame",
        "lock_file_only",
    }


def test_a_folder_without_files_says_where_they_go(project: Path) -> None:
    for path in (project / "data/raw/2016/small").iterdir():
        path.unlink()
    with pytest.raises(IntakeError, match="data/raw/2016/small/ 폴더에 응답 파일이 없습니다"):
        read_survey(project, "small", 2016)


def test_a_survey_without_a_questionnaire_is_an_error(project: Path) -> None:
    with pytest.raises(QuestionnaireError):
        read_survey(project, "large", 2016)


def test_a_year_without_answers_is_an_error(project: Path) -> None:
    with pytest.raises(IntakeError, match="2015"):
        check(project, 2015)


def test_raw_files_are_never_touched(project: Path) -> None:
    before = {
        path: (path.read_bytes(), path.stat().st_mtime_ns)
        for path in (project / "data").rglob("*")
        if path.is_file()
    }
    read_survey(project, "small", 2016)
    assert {
        path: (path.read_bytes(), path.stat().st_mtime_ns)
        for path in (project / "data").rglob("*")
        if path.is_file()
    } == before


def test_a_folder_among_the_files_is_named_and_not_looked_into(project: Path) -> None:
    inner = project / "data/raw/2016/small/지난 것"
    inner.mkdir()
    csv_file(inner / "3차.csv", "A1,A2\n다솜,5\n")
    responses = read_survey(project, "small", 2016)
    assert responses.files == ("1차.csv", "2차.csv")
    assert [(f.rule, f.severity, f.value) for f in responses.findings][0] == (
        "folder_not_read", "warning", "지난 것",
    )  # fmt: skip


def test_whatever_lies_beside_the_answers_is_opened_or_named(project: Path) -> None:
    (project / "data/raw/2016/small/사진.png").write_bytes(b"\x89PNG\r\n")
    with pytest.raises(IntakeError, match="사진.png.*그림"):
        read_survey(project, "small", 2016)


def test_a_link_within_the_data_is_followed(project: Path) -> None:
    outside = project / "data/raw/3차.csv"
    csv_file(outside, "A1,A2\n다솜,5\n")
    (project / "data/raw/2016/small/3차.csv").symlink_to(outside)
    assert read_survey(project, "small", 2016).files[-1] == "3차.csv"


def test_the_whole_data_may_lie_elsewhere(project: Path) -> None:
    (project / "data").rename(project / "share")
    (project / "data").symlink_to(project / "share")
    assert read_survey(project, "small", 2016).files == ("1차.csv", "2차.csv")


@pytest.mark.parametrize("to", ["/etc/hostname", "no_such_file", "3차.csv"])
def test_a_link_to_elsewhere_or_to_nothing_is_refused(project: Path, to: str) -> None:
    (project / "data/raw/2016/small/3차.csv").symlink_to(to)
    with pytest.raises(IntakeError, match="3차.csv: .*링크"):
        read_survey(project, "small", 2016)


def test_a_register_is_no_link_to_elsewhere_either(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = csv_file(tmp_path_factory.mktemp("elsewhere") / "x.csv", "id,name\nx,비밀\n")
    (project / "data/raw/organisations.x.csv").symlink_to(elsewhere)
    with pytest.raises(IntakeError, match="링크"):
        register_of(project)


def test_rows_on_the_list_beside_the_answers_do_not_count(project: Path) -> None:
    csv_file(project / "data/raw/2016/small/leave_out.csv", "file,row,reason\n2차.csv,2,시험 입력\n")
    responses = read_survey(project, "small", 2016)
    assert (responses.files, responses.respondents) == (("1차.csv", "2차.csv"), ["gaon"])
    assert [told.hint for told in responses.findings if told.rule == "left_out"] == ["시험 입력"]


def test_a_check_names_every_file_that_cannot_be_read_and_reads_the_others(project: Path) -> None:
    folder = project / "data/raw/2016/small"
    (folder / "사진.png").write_bytes(b"\x89PNG\r\n")
    csv_file(folder / "안내.txt", "보내 드립니다\n감사합니다\n")
    found = check(project, 2016)["small"]
    assert [(told.severity, told.file) for told in found if told.rule == "unreadable_file"] == [
        ("error", "사진.png"), ("error", "안내.txt"),
    ]  # fmt: skip
    assert "unreadable_number" in {told.rule for told in found}
    with pytest.raises(IntakeError, match="2개 있습니다.*사진.png.*안내.txt"):
        read_survey(project, "small", 2016)


def test_a_survey_that_cannot_be_read_hides_no_other(project: Path) -> None:
    (project / "questionnaires/broken").mkdir()
    csv_file(project / "questionnaires/broken/2016.yml", "survey: broken")
    (project / "data/raw/2016/broken").mkdir()
    found = check(project, 2016)
    assert [told.rule for told in found["broken"]] == ["survey_not_read"]
    assert found["small"]


def test_numbers_in_names_are_numbers(project: Path) -> None:
    folder = project / "data/raw/2016/small"
    for name in ("10월.csv", "9월.csv", "답 (10).csv", "답 (9).csv"):
        csv_file(folder / name, "A1,A2\n가온,3\n")
    assert [path.name for path in answer_files(project, "small", 2016)] == [
        "1차.csv", "2차.csv", "9월.csv", "10월.csv", "답 (9).csv", "답 (10).csv",
    ]  # fmt: skip
