"""The list of answers put right, as a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.intake.corrections import AnswerCells, correction_lists, is_correction_list, read_corrections
from analysis.intake.errors import IntakeError
from tests.intake.files import csv_file, sheet_of, workbook

ENGLISH = "respondent,question,file,sheet,cell,old,new,why,who,date\n"
KOREAN = "응답자,문항,파일,시트,칸,전,후,까닭,누가,날짜\n"
LINE = "gaon,B2,,,,12년,144,전화로 확인,김보람,2016-07-21\n"


@pytest.mark.parametrize("heading", [ENGLISH, KOREAN, KOREAN.replace("까닭", "이유")])
def test_a_line_has_a_place_two_texts_and_who_says_so(tmp_path: Path, heading: str) -> None:
    (line,) = read_corrections(csv_file(tmp_path / "s.corrections.csv", heading + LINE))
    assert (line.respondent, line.question, line.old, line.new) == ("gaon", "B2", "12년", "144")
    assert (line.why, line.who, line.date) == ("전화로 확인", "김보람", "2016-07-21")
    assert line.place == ("s.corrections.csv", "A2")


def test_what_excel_saves_in_korea_is_read(tmp_path: Path) -> None:
    (line,) = read_corrections(csv_file(tmp_path / "s.corrections.csv", KOREAN + LINE, "cp949"))
    assert line.why == "전화로 확인"


def test_a_workbook_will_do(tmp_path: Path) -> None:
    rows = [
        KOREAN.strip().split(","),
        ["gaon", "B2", "", "", "", "12년", 144, "전화로 확인", "김보람", "2016-07-21"],
    ]
    (line,) = read_corrections(workbook(tmp_path / "s.corrections.xlsx", rows))
    assert (line.new, line.by_answer, line.by_cell) == ("144", True, False)


def test_the_columns_may_stand_in_any_order_and_only_one_way_to_the_answer_is_needed(tmp_path: Path) -> None:
    text = "new,old,who,why,date,cell,file\n7,8,김보람,오타,2016-07-21,F2,answers.csv\n"
    (line,) = read_corrections(csv_file(tmp_path / "s.corrections.csv", text))
    assert (line.file, line.cell, line.old, line.new, line.by_cell) == ("answers.csv", "F2", "8", "7", True)


def test_a_line_that_nobody_filled_in_is_passed_over(tmp_path: Path) -> None:
    text = KOREAN + "gaon,B2,answers.csv,,F2,12년,,,,\n" + LINE
    assert len(read_corrections(csv_file(tmp_path / "s.corrections.csv", text))) == 1


def test_taking_an_answer_away_is_filling_in(tmp_path: Path) -> None:
    text = KOREAN + "gaon,B2,,,,12년,,답하지 않겠다고 함,김보람,2016-07-21\n"
    (line,) = read_corrections(csv_file(tmp_path / "s.corrections.csv", text))
    assert line.new == ""


@pytest.mark.parametrize("text", ["", KOREAN])
def test_a_list_without_lines_corrects_nothing(tmp_path: Path, text: str) -> None:
    assert read_corrections(csv_file(tmp_path / "s.corrections.csv", text)) == ()


@pytest.mark.parametrize(
    ("without", "named"), [("why", "까닭(why)"), ("old", "전(old)"), ("date", "날짜(date)")]
)
def test_a_list_without_a_column_is_refused(tmp_path: Path, without: str, named: str) -> None:
    text = ENGLISH.replace(without, "other") + LINE
    with pytest.raises(
        IntakeError, match=rf"'{named}' 열이 없습니다".replace("(", r"\(").replace(")", r"\)")
    ):
        read_corrections(csv_file(tmp_path / "s.corrections.csv", text))


def test_a_list_that_cannot_say_where_is_refused(tmp_path: Path) -> None:
    text = "question,file,old,new,why,who,date\nB2,answers.csv,1,2,오타,김보람,2016-07-21\n"
    with pytest.raises(IntakeError, match="'응답자"):
        read_corrections(csv_file(tmp_path / "s.corrections.csv", text))


def test_the_lists_of_a_survey_go_by_its_name(tmp_path: Path) -> None:
    for name in (
        "coop.corrections.csv",
        "coop2.corrections.csv",
        "Coop.Corrections.xlsx",
        "~$coop.corrections.xlsx",
    ):
        (tmp_path / name).touch()
    found = [path.name for path in correction_lists(tmp_path, "coop")]
    assert found == ["Coop.Corrections.xlsx", "coop.corrections.csv"]


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("corrections.csv", True),
        ("a.corrections.xlsx", True),
        ("corrections_2016.csv", False),
        ("a.csv", False),
    ],
)
def test_a_list_is_known_by_its_name(name: str, is_one: bool) -> None:
    assert is_correction_list(Path(name)) is is_one


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("B2", (1, 1)),
        ("$B$2", (1, 1)),
        (" b3 ", (2, 1)),
        ("B1", None),
        ("D2", None),
        ("B9", None),
        ("둘째", None),
    ],
)
def test_a_cell_is_found_by_letter_and_number(cell: str, found: tuple[int, int] | None) -> None:
    sheet = sheet_of(["A1", "B2", "B3"], ["가온", "12년", ""], ["나래", "5", ""])
    assert AnswerCells(sheet).find(cell) == found


def test_a_list_that_is_too_long_to_be_one_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.corrections.csv"
    path.write_text("respondent,question,old,new,why,who,date\n" + "gaon,B2,1,2,,,\n" * 50_001, encoding="utf-8")
    with pytest.raises(IntakeError, match="50,000줄까지"):
        read_corrections(path)
