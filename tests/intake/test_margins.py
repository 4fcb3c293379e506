"""The counts of the frame, as a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.intake.errors import IntakeError
from analysis.intake.margins import is_margin_list, margin_lists, read_margins
from tests.intake.files import csv_file, workbook


@pytest.mark.parametrize(
    "heading", ["question,option,population", "문항,보기,모집단", "문 항,보기,Population"]
)
def test_a_line_has_a_question_an_option_and_a_count(tmp_path: Path, heading: str) -> None:
    lines = read_margins(
        csv_file(tmp_path / "s.margins.csv", f'{heading}\nregion,서울,"1,200"\nregion,busan,37.5%\n')
    )
    assert [(line.question, line.option, line.population) for line in lines] == [
        ("region", "서울", "1,200"),
        ("region", "busan", "37.5%"),
    ]
    assert lines[1].place == ("s.margins.csv", "A3")


def test_a_line_without_a_question_goes_on_with_that_above(tmp_path: Path) -> None:
    rows = [["문항", "보기", "모집단"], ["지역", "서울", 12], ["", "부산", 9]]
    lines = read_margins(workbook(tmp_path / "s.margins.xlsx", rows))
    assert [(line.question, line.population) for line in lines] == [("지역", "12"), ("지역", "9")]


def test_a_list_without_a_column_says_how_it_is_headed(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match=r"'모집단\(population\)' 열이 없습니다"):
        read_margins(csv_file(tmp_path / "s.margins.csv", "문항,보기\nregion,seoul\n"))


def test_a_list_goes_by_its_name_beside_the_folder_of_the_survey(tmp_path: Path) -> None:
    path = csv_file(tmp_path / "member_orgs.margins.csv", "")
    csv_file(tmp_path / "intermediary.margins.csv", "")
    assert margin_lists(tmp_path, "member_orgs") == (path,)
    assert is_margin_list(path) and not is_margin_list(tmp_path / "member_orgs.corrections.csv")
    assert read_margins(path) == ()
