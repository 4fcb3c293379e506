"""`dure draft`: the questionnaire to the terminal or to a file that is not there yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.cli import main
from analysis.questionnaire import load_questionnaire
from tests.draft.made import table


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    return table(
        tmp_path / "Members 2024 (Responses).csv", {"지역": ["서울", "부산"], "인원": ["3명", "5명"]}, 20
    )


def test_without_a_file_to_write_it_is_printed_and_nothing_else_is(
    answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["draft", str(answers)]) == 0
    printed = capsys.readouterr()
    path = answers.with_name("printed.yml")
    path.write_text(printed.out, encoding="utf-8")
    assert load_questionnaire(path).survey == "members"
    assert "문항 2개" in printed.err


def test_the_place_of_the_file_says_survey_and_year(answers: Path, tmp_path: Path) -> None:
    to = tmp_path / "questionnaires" / "member_orgs" / "2017.yml"
    assert main(["draft", str(answers), "--to", str(to)]) == 0
    questionnaire = load_questionnaire(to)
    assert (questionnaire.survey, questionnaire.year) == ("member_orgs", 2017)
    assert [path.name for path in to.parent.iterdir()] == ["2017.yml"]


def test_a_file_that_is_there_is_left_alone(
    answers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    to = tmp_path / "mine.yml"
    to.write_text("내 조사표", encoding="utf-8")
    assert main(["draft", str(answers), "--to", str(to)]) == 2
    assert to.read_text(encoding="utf-8") == "내 조사표"
    assert "이미 있는 파일" in capsys.readouterr().err


def test_options_name_survey_year_and_language(answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", str(answers), "--survey", "mine", "--year", "2019", "--language", "en"]) == 0
    printed = capsys.readouterr().out
    assert "survey: mine\n" in printed and "year: 2019\n" in printed and "# confirm: " in printed


def test_a_survey_of_a_wrong_name_is_refused_in_a_sentence(
    answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["draft", str(answers), "--survey", "내 조사"]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_text_of_another_encoding_is_read_as_it_is_said_to_be(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Région,Âge\n".encode("cp1252") + "Île,20\nCôte,30\n".encode("cp1252") * 9)
    to = tmp_path / "draft.yml"
    assert main(["draft", str(path), "--encoding", "cp1252", "--to", str(to)]) == 0
    questionnaire = load_questionnaire(to)
    assert (questionnaire.encoding, questionnaire.questions[0].ask.ko) == ("cp1252", "Région")
