"""`dure weight`, on loose files and on a survey of a project."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from textwrap import dedent

import pytest

import start
from analysis.cli import main
from analysis.questionnaire.write import write_questionnaire
from tests.project import copy_inputs
from tests.tables.small_survey import survey

QUESTIONS = (
    {"id": "region", "kind": "single", "label": "지역", "options": {"seoul": "서울", "busan": "부산"}},
    {"id": "type", "kind": "single", "label": "유형", "options": {"worker": "노동자", "consumer": "소비자"}},
)
ANSWERS = "Q1. 물음 1,Q2. 물음 2,무게\n서울,노동자,1\n서울,소비자,1\n서울,,2\n부산,노동자,1\n부산,노동자,1\n부산,소비자,2\n"
MARGINS = "문항,보기,모집단\nregion,서울,40\n,부산,60\ntype,노동자,70\n,소비자,30\n"


@pytest.fixture
def loose(tmp_path: Path) -> list[str]:
    """The arguments of a call on loose files."""
    texts = {
        "2016.yml": write_questionnaire(survey(*QUESTIONS)),
        "answers.csv": ANSWERS,
        "margins.csv": MARGINS,
    }
    folder = tmp_path / "member_orgs"
    folder.mkdir()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    named = zip(("--questionnaire", "--answers", "--margins"), texts, strict=True)
    return ["weight", *(part for option, name in named for part in (option, str(folder / name)))]


def test_it_prints_the_margins_before_and_after_and_what_the_weights_cost(loose, capsys) -> None:
    assert main(loose) == 0
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert lines[:2] == ["회원단체 현황조사 2016: 응답 6개를 모집단 100에 맞춤", "방법: 레이킹(문항마다)"]
    assert "서울 3 40 7.5% 50.0% 40.0% 40.0%" in lines
    assert "답 없음 1 16.7% 16.7% 16.7%" in lines
    assert any(line.startswith("되풀이") and line.endswith("모두 맞았습니다.") for line in lines)
    assert any(line.startswith("유효 사례수(키시): ") for line in lines)


def test_it_says_the_same_in_english(loose, capsys) -> None:
    assert main([*loose, "--language", "en"]) == 0
    shown = capsys.readouterr().out
    assert "6 responses weighted to a frame of 100" in shown
    assert not any("가" <= letter <= "힣" for line in shown.splitlines()[-3:] for letter in line)


def test_it_writes_a_line_for_each_respondent_with_where_it_came_from(loose, tmp_path: Path, capsys) -> None:
    to = tmp_path / "out" / "weights.csv"
    assert main([*loose, "--weight", "무게", "--to", str(to)]) == 0
    with to.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["file"], row["row"], row["base"]) for row in rows[:3]] == [
        ("answers.csv", "2", "1.0"),
        ("answers.csv", "3", "1.0"),
        ("answers.csv", "4", "2.0"),
    ]
    assert sum(float(row["weight"]) for row in rows) == pytest.approx(100)
    assert "가중치 6개를" in capsys.readouterr().out
    before = to.read_bytes()
    assert main([*loose, "--to", str(to)]) == 2
    assert to.read_bytes() == before


def test_a_limit_that_leaves_no_room_is_told(loose, tmp_path: Path, capsys) -> None:
    assert main([*loose, "--max-ratio", "1", "--to", str(tmp_path / "weights.csv")]) == 0
    shown = capsys.readouterr().out
    assert "맞지 않으니 쓰기 전에 살펴" in shown.splitlines()[-1]
    assert "가중치는 평균의 1배까지" in shown and "맞지 않았습니다. 가장 큰 차이: 지역 10.00%p" in shown


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (["--max-ratio", "0.5"], "1 이상의 수"),
        (["--max-ratio", "nan"], "1 이상의 수"),
        (["--margins", "no_such.csv"], "이런 파일이 없습니다"),
        (["member_orgs"], "dure weight member_orgs --year 2016"),
    ],
)
def test_a_wrong_call_is_told(loose, more: list[str], told: str, capsys) -> None:
    assert main([*loose, *more]) == 2
    assert told in capsys.readouterr().err


def test_a_survey_is_weighted_by_the_list_beside_its_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    root = copy_inputs(tmp_path)
    monkeypatch.chdir(root)
    assert main(["weight", "member_orgs", "--year", "2016"]) == 2
    assert "data/raw/2016/member_orgs.margins.csv를 만들어" in capsys.readouterr().err
    guide = (start.ROOT / "docs/ko/README.md").read_text(encoding="utf-8")
    lines = re.search(r"(?m)^    문항,보기,모집단\n(?:    .+\n)+", guide)[0]  # the example of the guide
    (root / "data/raw/2016/member_orgs.margins.csv").write_text(dedent(lines), encoding="utf-8")
    assert main(["weight", "member_orgs", "--year", "2016"]) == 0
    assert "응답 14개를 모집단 21에 맞춤" in capsys.readouterr().out
    with (root / "data/raw/2016/member_orgs.margins.csv").open("a", encoding="utf-8") as file:
        file.write("A2,화성,1\n")
    assert main(["check", "2016", "--survey", "member_orgs"]) == 1
    assert "member_orgs.margins.csv › A5 모집단의 수에 맞추어 가중할 수 없습니다" in capsys.readouterr().out
    assert main(["weight", "member_orgs", "--year", "2016", "--to", "data/raw/2016/weights.csv"]) == 2
    assert not (root / "data/raw/2016/weights.csv").exists()


def test_of_volunteers_no_response_rate_is_told_and_what_weighting_cannot_do_is(
    loose, tmp_path, capsys
) -> None:
    path = tmp_path / "member_orgs" / "2016.yml"
    questionnaire = survey(*QUESTIONS, sample={"kind": "self_selected"})
    path.write_text(write_questionnaire(questionnaire), encoding="utf-8")
    assert main(loose) == 0
    shown = capsys.readouterr().out
    assert "모집단 대비 응답" in shown and "응답률" not in shown
    assert "가중해도 확률표본이 되지 않으며" in shown
