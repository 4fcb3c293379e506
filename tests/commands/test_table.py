"""`dure table`: one table, of the project's survey or of loose files, as text, CSV and JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

import start
from analysis.cli import main
from analysis.errors import DureError
from analysis.questionnaire.write_scalar import width
from analysis.responses.loose import Drawn, read_loose, refuse_zero_weights
from analysis.tables import Table
from tests.responses.answers_file import csv_of

QUESTIONNAIRE = """\
survey: towns
year: 2016
title: {ko: 마을 조사, en: Survey of towns}
publisher: 연합회
respondents: {ko: 조합원, en: member, en_plural: members, counter: 명}
sample: {kind: self_selected}
banners:
  - id: area
    by: region
    levels:
      capital: {ko: 수도권, en: Capital, of: [seoul]}
      elsewhere: {ko: 그 밖, en: Elsewhere, of: [busan, jeju]}
questions:
  - id: region
    no: A1
    kind: single
    ask: {ko: 지역, en: Region}
    options: {seoul: {ko: 서울, en: Seoul}, busan: 부산, jeju: 제주}
  - id: satisfied
    no: A2
    kind: scale
    ask: 만족하십니까?
    label: 만족도
    scale: {good: high, points: {1: 불만, 2: 보통, 3: 만족}}
  - id: wish
    no: A3
    kind: open
    ask: 바라는 점
  - id: phone
    no: A4
    kind: text
    ask: 전화
    pii: [phone]
"""
HEADING = ["A1", "A2", "A3", "A4", "w", "h", "N"]
ROWS = [
    ["서울", "만족", "모임을 더", "02-1234-5678", "3", "가", "30"],
    ["서울", "보통", "", "", "1", "가", "30"],
    ["부산", "만족", "", "", "2", "나", "20"],
    ["부산", "불만", "", "", "2", "나", "20"],
    ["제주", "만족", "", "", "2", "나", "20"],
    ["제주", "", "", "", "2", "나", "20"],
    ["제주", "만족", "", "", "2", "나", "20"],
]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def loose(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Call the command on the loose files above: exit code, what it printed, what it said besides."""
    questionnaire = tmp_path / "towns.yml"
    questionnaire.write_text(QUESTIONNAIRE, encoding="utf-8")
    answers = csv_of(tmp_path / "answers.csv", [HEADING, *ROWS])

    def run(*arguments: str) -> tuple[int, str, str]:
        files = ["--questionnaire", str(questionnaire), "--answers", str(answers)]
        code = main(["table", *files, *arguments])
        return code, *capsys.readouterr()

    return run


def cells(printed: str) -> dict[tuple[str, str], dict]:
    found = json.loads(printed)["cells"]
    return {(cell.get("level", ""), f"{cell.get('item', '')} {cell['stat']}".strip()): cell for cell in found}


def test_json_is_that_of_the_table(loose: Run) -> None:
    code, printed, _ = loose("satisfied", "--format", "json")
    table = Table.from_json(json.loads(printed))
    assert (code, table.name) == (0, "towns/2016/satisfied/by=")
    assert json.loads(printed) == table.to_json()
    assert table.get("share", "3").value == pytest.approx(4 / 6)


def test_csv_has_a_row_a_cell_and_is_known_to_spreadsheets(loose: Run) -> None:
    _, printed, _ = loose("satisfied", "--format", "csv", "--weight", "w")
    assert printed.startswith("\ufeff")
    heading, *rows = csv.reader(io.StringIO(printed.removeprefix("\ufeff")))
    assert heading == "level row item stat value se low high n base status rule letters".split()
    (share,) = [row for row in rows if row[2:4] == ["3", "share"]]
    assert share[:3] + share[8:11] == ["", "", "3", "4", "6", "shown"]
    assert float(share[4]) == pytest.approx(9 / 12) and float(share[6]) < float(share[4]) < float(share[7])


def test_text_stands_in_columns_though_hangul_is_two_wide(loose: Run) -> None:
    _, printed, _ = loose("satisfied", "--weight", "w")
    lines = printed.splitlines()
    assert lines[0] == "A2 만족도  [towns 2016, satisfied]"
    assert "기준: 응답한 조합원 6명" in lines
    figures = [line for line in lines if "/6" in line]
    assert len(figures) == 3
    assert len({width(line[: line.index("%")]) for line in figures}) == 1
    assert "75.0%" in next(line for line in figures if "만족" in line.split())
    assert any("95% 신뢰구간" in line for line in lines)


def test_levels_in_which_nobody_answered_are_one_line_and_signs_are_explained(
    loose: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def of(*regions: str) -> str:
        few = csv_of(tmp_path / "few.csv", [["A1", "A2"], *([region, "만족"] for region in regions)])
        files = ["--questionnaire", str(tmp_path / "towns.yml"), "--answers", str(few)]
        assert main(["table", *files, "A2", "--by", "A1"]) == 0
        return capsys.readouterr().out

    shown = of(*["서울"] * 6)
    assert "- 응답이 없는 집단: 부산, 제주" in shown and "■ 부산" not in shown
    assert "0.0%" in shown and "‘-’" not in shown and "‘…’" not in shown
    assert "- ‘…’: 값을 알 수 없거나 견줄 수 없음" in of("서울", "부산")


def test_a_table_by_a_banner_of_the_questionnaire_and_by_any_question(loose: Run) -> None:
    merged = cells(loose("satisfied", "--by", "area", "--format", "json")[1])
    assert merged["elsewhere", "base"]["value"] == 4
    plain = cells(loose("satisfied", "--by", "A1", "--format", "json")[1])
    assert (plain["jeju", "base"]["value"], plain["busan", "base"]["value"]) == (2, 2)


def test_the_design_that_is_given_makes_a_probability_sample_and_is_told(loose: Run) -> None:
    _, printed, _ = loose("A2", "--weight", "w", "--strata", "h", "--population", "N", "--format", "json")
    table = Table.from_json(json.loads(printed))
    assert table.facts["sample"] == "probability"
    assert table.notes[0].ko == "실행할 때 정한 확률표본의 설계로 계산: 가중치 w, 층 h, 모집단 N"
    assert table.notes[0].en.endswith("weight w, strata h, population N")
    assert table.get("share", "3").se > 0


def test_a_self_selected_sample_gets_no_interval_and_is_told_so_where_one_is_asked_for(loose: Run) -> None:
    code, printed, said = loose("satisfied", "--interval", "beta", "--format", "json")
    assert code == 0 and "low" not in cells(printed)["", "3 share"]
    assert "신뢰구간을 내지 않았습니다" in said


def test_one_size_for_all_needs_no_column(loose: Run) -> None:
    _, printed, _ = loose("satisfied", "--population", "1,000", "--format", "json")
    table = Table.from_json(json.loads(printed))
    assert "모집단 1,000" in table.notes[0].ko
    assert table.facts["inference"]["population"] == 1000


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["satisfed"], "혹시 이것입니까: satisfied("),
        (["Z9"], "있는 문항: region(지역), satisfied(만족도), wish(바라는 점)\n"),
        (["satisfied", "--by", "are"], "혹시 이것입니까: area(지역)"),
        (["region", "--by", "area"], "그 문항으로 나눌 수는 없습니다"),
        (["phone"], "응답자가 드러나는 문항"),
        (["satisfied", "--weight", "weight"], "있는 열: 'w', 'h', 'N', 'A1'"),
        (["satisfied", "--population", "6"], "응답 7건보다 작습니다"),
        (["satisfied", "--population", "0"], "1 이상이어야"),
        (["satisfied", "--strata", "h,N"], "2단계인데"),
        (["satisfied", "--confidence", "100"], "95처럼"),
        (["satisfied", "--confidence", "0.95"], "95처럼 퍼센트로"),
        (["satisfied", "--population", "-5"], "1 이상의 정수"),
        (["satisfied", "--population", "10.5"], "1 이상의 정수"),
        (["satisfied", "--population", "1,0"], "1 이상의 정수"),
        (["satisfied", "--interval", "wilsn"], "이런 이름의 구간은 없습니다. 있는 것: logit, xlogit"),
        (["satisfied", "--weight", "weight"], "--weight"),
        (["towns", "satisfied"], "문항 하나만"),
    ],
)
def test_a_wrong_call_ends_with_2_and_words_for_people(loose: Run, arguments: list[str], said: str) -> None:
    code, printed, told = loose(*arguments)
    assert (code, printed) == (2, "")
    assert said in told


def test_a_file_that_is_not_there_is_named(tmp_path: Path, loose: Run) -> None:
    code, _, told = loose("satisfied", "--answers", "none.csv")
    assert code == 2 and "none.csv" in told


@pytest.mark.parametrize(
    ("weight", "size", "said"),
    [
        ("", "30", "more.csv › E2: 'w' 열이 비어 있습니다"),
        ("-1", "30", "more.csv › E2: 'w' 열의 '-1'을 가중치로 읽을 수 없습니다"),
        ("1", "", "more.csv › G2: 'N' 열이 비어 있습니다"),
        ("1", "31", "'N' 열의 모집단 크기가 한 층 안에서 서로 다릅니다"),
    ],
)
def test_no_table_is_made_where_it_is_not_known_how_somebody_was_drawn(
    loose: Run, tmp_path: Path, weight: str, size: str, said: str
) -> None:
    more = csv_of(tmp_path / "more.csv", [HEADING, ["서울", "보통", "", "", weight, "가", size]])
    files = ["--answers", str(more), "--weight", "w", "--strata", "h", "--population", "N"]
    code, printed, told = loose("satisfied", *files)
    assert (code, printed) == (2, "")
    assert "응답이 1개 있어 표를 만들지 않았습니다" in told and said in told


def test_weights_that_are_all_0_are_refused(tmp_path: Path, loose: Run) -> None:
    none = csv_of(tmp_path / "none.csv", [["A1", "A2", "z"], ["서울", "보통", "0"]])
    questionnaire = tmp_path / "towns.yml"
    call = ["--questionnaire", str(questionnaire), "--answers", str(none), "A2", "--weight", "z"]
    with pytest.raises(DureError, match="--weight z: 모두 0입니다"):
        refuse_zero_weights(read_loose(questionnaire, [none], Drawn("z")))
    assert main(["table", *call]) == 2


def test_what_cannot_be_read_is_counted_beside_the_table(loose: Run, tmp_path: Path) -> None:
    more = csv_of(tmp_path / "more.csv", [HEADING, ["서울", "글쎄", "", "", "1", "가", "30"]])
    code, printed, told = loose("satisfied", "--answers", str(more), "--weight", "w", "--format", "json")
    assert code == 0 and cells(printed)["", "base"]["value"] == 6
    assert "오류 1건" in told


def test_what_respondents_wrote_is_for_the_secretariat_alone(loose: Run) -> None:
    for form in ("text", "csv", "json"):
        assert "모임을 더" not in loose("wish", "--format", form)[1]
    assert "모임을 더" in loose("wish", "--audience", "secretariat")[1]
    assert json.loads(loose("wish", "--audience", "secretariat", "--format", "json")[1])["quotes"] == [
        "모임을 더"
    ]


def test_a_table_of_the_project_says_that_it_is_not_released(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(start.ROOT)
    asked = ["table", "member_orgs", "overall_satisfaction", "--year", "2016", "--language", "en"]
    assert main(asked) == 0
    printed = capsys.readouterr().out
    assert "9/14" in printed and "64.3%" in printed
    assert "- Not released: a table for the committee, in which no small figure is hidden" in printed
    assert "Example data" in printed


@pytest.mark.parametrize("arguments", [["overall_satisfaction"], ["member_orgs", "overall_satisfaction"]])
def test_a_survey_takes_a_question_and_a_year(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert main(["table", *arguments]) == 2
    assert "--year 2016" in capsys.readouterr().err
