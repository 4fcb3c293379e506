"""Opinions that are the same word for word."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.intake.leave_out import LeaveOut
from analysis.intake.readers import delimited
from analysis.responses.build import build_responses
from tests.responses.answers_file import column, csv_of, finding, read_rows, rules
from tests.tables.small_survey import survey

QUESTIONNAIRE = survey(
    {"id": "wish", "no": "D1", "kind": "open"}, {"id": "address", "no": "A3", "kind": "text"}
)
LONG = "우리 단체는 협동조합 간 협동을 위한 공동 기금의 마련을 제안합니다."


def test_a_long_opinion_that_several_share_is_told_once_and_stays(tmp_path: Path) -> None:
    responses = read_rows(
        tmp_path, QUESTIONNAIRE, ["D1", "A3"], [LONG, "가"], ["다름", "나"], [LONG, "다"], [LONG, "라"]
    )
    told = finding(responses, "same_words")
    assert (told.severity, told.cell) == ("note", "A4")
    assert told.text().startswith("D1: 같은 글을 3건의 응답이 글자까지 똑같이 적었습니다(처음은 2행).")
    assert column(responses, "text", "wish") == [LONG, "다름", LONG, LONG]


def test_short_words_and_facts_may_be_the_same(tmp_path: Path) -> None:
    rows = ["없습니다.", LONG], ["없습니다.", LONG + "."], ["교육", LONG]
    assert not read_rows(tmp_path, QUESTIONNAIRE, ["D1", "A3"], *rows).findings


def test_a_blank_more_makes_no_other_words(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, QUESTIONNAIRE, ["D1", "A3"], [LONG, "가"], [f" {LONG}  ", "나"])
    assert finding(responses, "same_words").hint == "2"


def test_the_same_words_may_stand_in_two_files(tmp_path: Path) -> None:
    heading = ["D1", "A3"]
    files = [
        csv_of(tmp_path / "a.csv", [heading, ["다른 뜻", "가"], [LONG, "나"]]),
        csv_of(tmp_path / "b.csv", [heading, [LONG, "다"]]),
    ]
    told = finding(build_responses(QUESTIONNAIRE, files), "same_words")
    assert (told.file, told.cell, told.value, told.hint) == ("b.csv", "A2", "a.csv › 3", "2")


def test_a_large_file_is_looked_through_as_a_small_one_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reader of large files keeps a column of mostly different texts with one position a row."""
    monkeypatch.setattr(delimited, "LARGE", 0)
    rows = [[LONG if at in (30, 60, 61) else f"{LONG} {at}", str(at)] for at in range(100)]
    told = finding(read_rows(tmp_path, QUESTIONNAIRE, ["D1", "A3"], *rows), "same_words")
    assert (told.cell, told.value, told.hint) == ("A62", "32", "3")


def test_who_is_left_out_repeats_nothing(tmp_path: Path) -> None:
    (tmp_path / "answers.csv").write_text(f"D1,A3\n{LONG},가\n{LONG},나\n", encoding="utf-8")
    listed = [LeaveOut("answers.csv", 2, "시험", ("leave_out.csv", "A2"))]
    responses = build_responses(QUESTIONNAIRE, [tmp_path / "answers.csv"], to_leave_out=listed)
    assert "same_words" not in rules(responses)
