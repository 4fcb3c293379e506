"""The secretariat's list of rows that are not to count."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.intake.errors import IntakeError
from analysis.intake.leave_out import is_leave_out, read_leave_out
from analysis.responses.build import build_responses
from analysis.responses.responses import Responses
from tests.responses.answers_file import csv_of, finding, rules
from tests.tables.small_survey import survey

QUESTIONNAIRE = survey(
    {"id": "name", "no": "A1", "kind": "text", "identifier": True}, {"id": "wish", "no": "D1", "kind": "open"}
)
LIST = ["file", "row", "reason"]


def read(folder: Path, *lines: list[str]) -> Responses:
    answers = csv_of(folder / "answers.csv", [["A1", "D1"], ["가온", "상담"], ["가온", "테스트"]])
    listed = csv_of(folder / "leave_out.csv", [LIST, *lines])
    return build_responses(QUESTIONNAIRE, [answers], to_leave_out=read_leave_out(listed))


@pytest.mark.parametrize("row", ["3", "A3", "3행", "q1 3"])
def test_a_row_on_the_list_does_not_count_and_its_reason_is_told(tmp_path: Path, row: str) -> None:
    responses = read(tmp_path, ["answers.csv", row, "시험 입력"])
    assert responses.respondents == ["row-2"]  # the later response replaces nothing
    assert set(rules(responses)) == {"left_out"}  # and nothing is told of it
    told = finding(responses, "left_out")
    assert (told.severity, told.file, told.cell) == ("note", "answers.csv", "A3")
    assert told.text() == "leave_out.csv에 적힌 대로 이 행을 집계에서 뺐습니다. 까닭: 시험 입력"
    assert len(responses.origin) == 2  # it is not lost


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        (["answers.csv", "9", "시험"], "leave_out_unknown"),
        (["answers.csv", "1", "시험"], "leave_out_unknown"),  # the heading
        (["other.csv", "3", "시험"], "leave_out_unknown"),
        (["answers.csv", "셋째", "시험"], "leave_out_unknown"),
        (["answers.csv", "3", ""], "leave_out_no_reason"),
    ],
)
def test_a_line_that_cannot_be_followed_is_an_error_and_leaves_out_nothing(
    tmp_path: Path, line: list[str], rule: str
) -> None:
    responses = read(tmp_path, line)
    assert responses.respondents == ["row-3"]
    told = finding(responses, rule)
    assert (told.severity, told.file, told.cell) == ("error", "leave_out.csv", "B2")


def test_a_list_without_its_columns_is_refused(tmp_path: Path) -> None:
    path = csv_of(tmp_path / "leave_out.csv", [["file", "row"], ["answers.csv", "3"]])
    with pytest.raises(IntakeError, match="'reason' 열이 없습니다"):
        read_leave_out(path)


def test_the_list_goes_by_its_name() -> None:
    assert [is_leave_out(Path(name)) for name in ("leave_out.csv", "Leave_Out.xlsx", "leave_outs.csv")] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize("content", ["", "file,row,reason\n"])
def test_a_list_without_lines_leaves_out_nothing(tmp_path: Path, content: str) -> None:
    path = tmp_path / "leave_out.csv"
    path.write_text(content, encoding="utf-8")
    assert read_leave_out(path) == ()


def test_the_list_may_be_headed_in_korean(tmp_path: Path) -> None:
    path = csv_of(tmp_path / "leave_out.csv", [["파일", "행", "까닭"], ["a.csv", "7", "시험"]])
    assert [(line.file, line.row, line.reason) for line in read_leave_out(path)] == [("a.csv", 7, "시험")]


def test_a_row_that_is_none_is_quoted(tmp_path: Path) -> None:
    told = finding(read(tmp_path, ["answers.csv", "2-3", "시험"]), "leave_out_unknown")
    assert told.value == "answers.csv 2-3"
