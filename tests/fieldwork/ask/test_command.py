"""`dure ask` at the prompt."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from analysis.cli import main
from tests.project import copy_inputs


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = copy_inputs(tmp_path)
    shutil.rmtree(root / "data/raw/2016/member_orgs")
    monkeypatch.chdir(root)
    return root


def test_it_says_how_many_notes_and_where(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "2016"]) == 0
    said = capsys.readouterr().out
    assert (
        "[intermediary] 여쭐 편지 10통, 답하지 않은 곳 0곳입니다. 자리: data/processed/2016/intermediary/ask"
        in said
    )
    assert "data/raw/2016/intermediary.corrections.csv" in said
    assert len(list((project / "data/processed/2016/intermediary/ask").glob("*.txt"))) == 10


def test_of_an_anonymous_survey_it_says_so_and_ends_well(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ask", "2016", "--survey", "coop_basic_plan"]) == 0
    assert "되물을 곳이 없습니다" in capsys.readouterr().out


def test_another_folder_is_for_one_survey(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "2016", "--to", "편지"]) == 2
    assert "--survey로 조사를 하나" in capsys.readouterr().err
    assert main(["ask", "2016", "--survey", "intermediary", "--to", "편지"]) == 0
    assert (project / "편지/물어볼_곳.csv").is_file()


def test_a_year_without_answers_is_a_wrong_call(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "1999"]) == 2
    assert "1999년에는 읽을 조사가 없습니다" in capsys.readouterr().err


def test_a_photo_in_the_folder_stops_no_letter_and_is_named(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project / "data/raw/2016/intermediary"
    (folder / "a.사진.jpg").write_bytes(b"\xff\xd8\xff\xe0 no table")
    (folder / "b.팩스.pdf").write_bytes(b"%PDF-1.4 no table")
    assert main(["ask", "2016", "--survey", "intermediary"]) == 0
    said = capsys.readouterr()
    assert "여쭐 편지 10통" in said.out
    first, second = said.err.splitlines()
    assert first.startswith("[intermediary] a.사진.jpg: 읽지 못해")
    assert second.startswith("[intermediary] b.팩스.pdf: 읽지 못해")
    assert len(list((project / "data/processed/2016/intermediary/ask").glob("*.txt"))) == 10


def test_where_nothing_can_be_read_or_no_list_of_corrections_no_letter_is_written(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corrections = project / "data/raw/2016/intermediary.corrections.csv"
    corrections.write_text("응답자,문항\ngaon,B2\n", encoding="utf-8")
    assert main(["ask", "2016", "--survey", "intermediary"]) == 2
    assert "intermediary.corrections.csv" in capsys.readouterr().err
    corrections.unlink()
    for path in (project / "data/raw/2016/intermediary").iterdir():
        path.unlink()
    (project / "data/raw/2016/intermediary/사진.jpg").write_bytes(b"\xff\xd8\xff\xe0 no table")
    assert main(["ask", "2016", "--survey", "intermediary"]) == 2
    assert not (project / "data/processed/2016/intermediary/ask").exists()
