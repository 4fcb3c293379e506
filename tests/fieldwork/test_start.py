"""`dure start`: a year is begun from the last one, and nothing that exists is touched."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

import start as project_setup
from analysis import ledger
from analysis.cli import main
from analysis.errors import DureError
from analysis.fieldwork.start import start_year
from analysis.fieldwork.start_questionnaire import next_year
from analysis.questionnaire import QuestionnaireError, load_questionnaire
from analysis.questionnaire.follows import changes
from analysis.report.commentary import read_commentary

QUESTIONNAIRE = """\
# 방문 조사 2016 조사표
survey: visits
year: 2016                # 해
title: 방문 조사
publisher: 연합회
respondents:
  ko: 조합원
  en: member
  en_plural: members
sample:
  kind: census
field_period:
  from: 2016-02-29        # 첫날
  to: 2016-05-31
as_of: 2015-12-31
questions:
  # 2015년부터 묻습니다
  - id: name
    no: A1
    kind: text
    ask: 이름
    identifier: yes
  - id: visits
    no: A2
    kind: number
    label: 방문 횟수
    ask: 2015년 한 해 몇 번 오셨습니까? (기준일 2016. 6. 30.)
"""
REGISTER = "id,name,frames\nfirst,첫째단체,visits\nsecond,둘째단체,visits\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one survey of 2016, answered, a register and the real ledger."""
    write(tmp_path / "questionnaires" / "visits" / "2016.yml", QUESTIONNAIRE)
    write(tmp_path / "data" / "raw" / "organisations.csv", REGISTER)
    write(tmp_path / "data" / "raw" / "2016" / "visits" / "answers.csv", "A1,A2\n첫째단체,3\n")
    for name in ("events.csv", "claims.csv", "ledger.yml"):
        shutil.copy(
            project_setup.ROOT / "data" / "raw" / "2016" / name, tmp_path / "data" / "raw" / "2016" / name
        )
    return tmp_path


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def test_the_questionnaire_follows_and_says_the_same(root: Path) -> None:
    start_year(root, 2017)
    path = root / "questionnaires" / "visits" / "2017.yml"
    questionnaire = load_questionnaire(path)
    assert (questionnaire.year, questionnaire.follows) == (2017, 2016)
    assert changes(path, questionnaire) == ()


def test_only_its_year_and_its_days_are_moved_on(root: Path) -> None:
    text = next_year(root / "questionnaires" / "visits" / "2016.yml", 2017).text
    before, after = QUESTIONNAIRE.splitlines(), text.splitlines()
    assert [line for line in after if line not in before] == [
        "year: 2017                # 해",
        "follows: 2016",
        "  from: 2017-02-28        # 첫날 · 확인: 2016-02-29에서 옮김",
        "  to: 2017-05-31  # 확인: 2016-05-31에서 옮김",
        "as_of: 2016-12-31  # 확인: 2015-12-31에서 옮김",
    ]
    assert len(after) == len(before) + 1


def test_what_speaks_of_a_year_gone_by_is_listed_and_left(root: Path) -> None:
    made = next_year(root / "questionnaires" / "visits" / "2016.yml", 2017)
    lines = made.text.splitlines()
    (dated,) = made.dated
    assert (lines[dated.number - 1].strip(), dated.question) == (dated.text, "A2 방문 횟수")
    assert [line.text for line in made.remarks] == ["# 방문 조사 2016 조사표", "# 2015년부터 묻습니다"]
    assert [lines[line.number - 1].strip() for line in made.moved] == [line.text for line in made.moved]


def test_what_ended_a_trend_last_year_does_not_end_one_now(root: Path) -> None:
    path = root / "questionnaires" / "visits" / "2016.yml"
    breaks = "year: 2016\nfollows: 2015\nbreaks:\n  visits: 새로 물음\n"
    write(path, QUESTIONNAIRE.replace("year: 2016                # 해\n", breaks))
    made = next_year(path, 2018)
    write(path.with_name("2018.yml"), made.text)
    questionnaire = load_questionnaire(path.with_name("2018.yml"))
    assert (questionnaire.follows, questionnaire.breaks) == (2016, {})
    assert questionnaire.as_of and questionnaire.as_of.isoformat() == "2017-12-31"
    assert all(
        made.text.splitlines()[line.number - 1].strip() == line.text for line in (*made.moved, *made.dated)
    )


def test_a_file_that_cannot_be_edited_is_refused_whole(root: Path) -> None:
    path = root / "questionnaires" / "visits" / "2016.yml"
    write(path, QUESTIONNAIRE.replace("year: 2016 ", '"year": 2016 '))
    before = files(root)
    with pytest.raises(DureError, match="해를 바꾸어 적지 못했습니다"):
        start_year(root, 2017)
    assert files(root) == before


def test_folders_forms_and_the_heads_of_the_ledger_are_there(root: Path) -> None:
    started = start_year(root, 2017)
    made = {path.as_posix() for path in started.made}
    assert made == {
        "questionnaires/visits/2017.yml",
        "data/raw/2017/visits/README.txt",
        "data/raw/2017/events.csv",
        "data/raw/2017/claims.csv",
        "data/raw/2017/ledger.yml",
        "data/raw/2017/commentary.yml",
        "data/raw/2017/시작_점검표.md",
        "data/processed/2017/visits/forms",
    }
    forms = root / "data" / "processed" / "2017" / "visits" / "forms"
    assert sorted(path.name for path in forms.iterdir()) == [
        "방문 조사_2017_둘째단체.xlsx",
        "방문 조사_2017_첫째단체.xlsx",
    ]


def test_where_nobody_is_registered_the_form_is_blank(root: Path) -> None:
    (root / "data" / "raw" / "organisations.csv").unlink()
    start_year(root, 2017)
    forms = root / "data" / "processed" / "2017" / "visits" / "forms"
    assert [path.name for path in forms.iterdir()] == ["방문 조사_2017.xlsx"]


def test_the_ledger_begins_empty_and_reads(root: Path) -> None:
    start_year(root, 2017)
    begun = ledger.read(root / "data" / "raw" / "2017")
    last = ledger.read(root / "data" / "raw" / "2016")
    assert (begun.events, begun.claims, begun.words.meetings) == ((), (), {})
    assert begun.words.bodies == last.words.bodies
    assert read_commentary(root / "data" / "raw" / "2017" / "commentary.yml").achievements == ()


def test_nothing_that_exists_is_touched_and_the_rest_is_made(root: Path) -> None:
    write(root / "questionnaires" / "visits" / "2017.yml", QUESTIONNAIRE.replace("year: 2016", "year: 2017"))
    write(root / "data" / "raw" / "2017" / "visits" / "came.csv", "A1\n첫째단체\n")
    before = files(root)
    started = start_year(root, 2017)
    assert [path.as_posix() for path in started.left] == ["questionnaires/visits/2017.yml"]
    assert files(root).items() >= before.items()
    again = files(root)
    assert start_year(root, 2017).made == []
    assert files(root) == again


def test_the_checklist_names_what_was_made_and_where_to_look(root: Path) -> None:
    started = start_year(root, 2017)
    text = (root / started.checklist).read_text(encoding="utf-8")
    assert "A2 방문 횟수: 28행" in text
    assert "`data/raw/organisations.csv`" in text
    assert all(f"`{path.as_posix()}`" in text for path in started.made if path != started.checklist)
    lines = (root / "questionnaires" / "visits" / "2017.yml").read_text(encoding="utf-8").splitlines()
    for number, quoted in re.findall(r"(\d+)행: .*`(.+)`", text):
        assert lines[int(number) - 1].strip() == quoted


def test_the_new_year_is_checked_in_friendly_words_and_takes_answers(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(root)
    assert main(["start", "2017"]) == 0
    assert "시작_점검표.md" in capsys.readouterr().out
    assert main(["check", "2017"]) == 0
    assert "아직 들어온 응답이 없습니다" in capsys.readouterr().out
    shutil.copy(root / "data/raw/2016/visits/answers.csv", root / "data/raw/2017/visits/answers.csv")
    assert main(["check", "2017"]) == 0
    assert "둘째단체" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["2016"], "2016년보다 앞선 해의 조사표가 없습니다"),
        (["2016", "--from", "2016"], "이어받을 해(2016)보다 뒤여야"),
        (["2017", "--from", "2014"], "2014년의 조사표가 없습니다"),
        (["2017", "--survey", "nothing"], "visits/2016"),
    ],
)
def test_a_wrong_call_makes_nothing(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    said: str,
) -> None:
    monkeypatch.chdir(root)
    before = files(root)
    assert main(["start", *arguments]) == 2
    assert said in capsys.readouterr().err
    assert files(root) == before


def test_a_questionnaire_that_is_not_in_order_stops_everything(root: Path) -> None:
    write(root / "questionnaires" / "other" / "2016.yml", "survey: other\nyear: 2016\n")
    before = files(root)
    with pytest.raises(QuestionnaireError):
        start_year(root, 2017)
    assert files(root) == before
