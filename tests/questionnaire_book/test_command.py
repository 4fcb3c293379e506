"""`dure questionnaire`: a questionnaire goes out as a workbook and comes back, and nothing is lost in silence."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from analysis.cli import main
from analysis.questionnaire import load_questionnaire
from tests.questionnaire import test_follows


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two years of a survey, the working folder."""
    folder = tmp_path / "questionnaires" / "visits"
    folder.mkdir(parents=True)
    test_follows.years(folder, ("good: high", "good: low     # 거꾸로"), ("no: A2", "no: B1"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def dure(*arguments: str) -> int:
    return main(["questionnaire", *arguments])


def test_a_workbook_comes_back_as_the_questionnaire(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dure("visits", "--year", "2017", "--to", "book.xlsx") == 0
    assert "설명(#) 1줄은 엑셀에 옮기지 않았습니다" in capsys.readouterr().out
    assert dure("book.xlsx", "--to", "back.yml") == 0
    assert load_questionnaire(project / "back.yml") == load_questionnaire(
        project / "questionnaires" / "visits" / "2017.yml"
    )


def test_a_file_is_replaced_on_order_only_and_kept(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = project / "questionnaires" / "visits" / "2017.yml"
    before = file.read_text(encoding="utf-8")
    dure("visits", "--year", "2017", "--to", "book.xlsx")
    assert dure("book.xlsx", "--to", str(file)) == 2
    assert file.read_text(encoding="utf-8") == before
    assert dure("book.xlsx", "--to", str(file), "--replace") == 0
    assert "거꾸로" not in file.read_text(encoding="utf-8")
    assert file.with_name("2017.yml.bak").read_text(encoding="utf-8") == before
    assert "설명(#) 1줄은 새 파일에 없습니다" in capsys.readouterr().out


def test_another_year_s_file_is_never_replaced(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = project / "questionnaires" / "visits" / "2016.yml"
    before = file.read_text(encoding="utf-8")
    dure("visits", "--year", "2017", "--to", "book.xlsx")
    assert dure("book.xlsx", "--to", str(file), "--replace") == 2
    assert "year는 2017인데 파일 이름은 '2016.yml'" in capsys.readouterr().err
    elsewhere = project / "2016.yml"
    elsewhere.write_text(before, encoding="utf-8")
    assert dure("book.xlsx", "--to", str(elsewhere), "--replace") == 2
    assert "visits 2016년의 조사표" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == elsewhere.read_text(encoding="utf-8") == before


def test_changes_are_listed_with_what_ends_a_trend(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert dure("visits", "--year", "2017", "--changes") == 0
    assert capsys.readouterr().out.splitlines() == [
        "문항 satisfied(A1): 척도가 바뀌었습니다: 2 (high) → 2 (low).",
        "  여기에서 추세가 끊깁니다. 조사표에 까닭을 적어 주십시오(breaks).",
        "문항 hours(B1): 번호가 바뀌었습니다: A2 → B1.",
    ]


def test_an_xlsform_is_made_and_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert dure("visits", "--year", "2017", "--to", "form.xlsx", "--as", "xlsform") == 0
    assert openpyxl.load_workbook("form.xlsx").sheetnames == ["survey", "choices", "settings"]
    assert "XML 값과 제목" in capsys.readouterr().out
    assert dure("form.xlsx", "--to", "back.yml") == 2
    assert "dure draft form.xlsx" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["visits", "--year", "2017"], "--to에 만들 파일의 이름"),
        (["visits", "--to", "a.xlsx"], "--year에 해를"),
        (["visits", "--year", "2017", "--to", "a.doc"], ".yml이나 .xlsx로 끝나야"),
        (["visits", "--year", "2018", "--to", "a.yml"], "visits/2017"),
        (["visits", "--year", "2017", "--to", "a.yml", "--as", "xlsform"], ".xlsx 파일을 만들 때"),
        (["none.xlsx", "--to", "a.yml"], "none.xlsx"),
    ],
)
def test_a_wrong_call_ends_with_2_and_a_line_for_people(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert dure(*arguments) == 2
    assert said in capsys.readouterr().err
    assert not (project / "a.yml").exists()
