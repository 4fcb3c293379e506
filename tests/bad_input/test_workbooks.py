"""Workbooks that are damaged, hostile or awkward: read with their oddities named, or refused in a sentence."""

from __future__ import annotations

from pathlib import Path

from analysis.responses.responses import Responses
from tests.bad_input.control import read, refusal
from tests.bad_input.index import row
from tests.bad_input.workbooks import ERRORS, FILES, SAFE, UNSAFE
from tests.responses.answers_file import column, rules


def made(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_bytes(FILES[name]())
    return path


def without_notes(responses: Responses) -> list[str]:
    return [found.rule for found in responses.findings if found.severity != "note"]


@row("00_control.xlsx")
def test_the_control_has_nothing_to_find(tmp_path: Path, name: str) -> None:
    responses = read(made(tmp_path, name))
    assert (len(responses.respondents), responses.findings) == (60, ())


# Refused before anything of it is read


@row("x01_truncated.xlsx")
def test_a_workbook_that_is_cut_off(tmp_path: Path, name: str) -> None:
    assert "손상" in refusal(made(tmp_path, name))


@row("x02_password.xlsx")
def test_a_workbook_with_a_password(tmp_path: Path, name: str) -> None:
    said = refusal(made(tmp_path, name))
    assert "암호" in said and "다시 저장" in said


@row("x06_zip_bomb_500MB.xlsx")
def test_a_workbook_that_swells_to_520_megabytes(tmp_path: Path, name: str) -> None:
    path = made(tmp_path, name)
    assert path.stat().st_size < 1024 * 1024
    assert "520MB" in refusal(path)


@row("x07_billion_laughs.xlsx")
def test_entities_are_not_expanded(tmp_path: Path, name: str) -> None:
    assert "DOCTYPE" in refusal(made(tmp_path, name))


@row("x11_16384_columns.xlsx")
def test_sixteen_thousand_columns_are_beyond_the_limit(tmp_path: Path, name: str) -> None:
    said = refusal(made(tmp_path, name))
    assert "16,384" in said and "4,000" in said and len(said) < 300


@row("x14_empty_sheet.xlsx")
def test_an_empty_sheet_is_named(tmp_path: Path, name: str) -> None:
    said = refusal(made(tmp_path, name))
    assert "내용이 없습니다" in said and "Sheet" in said


@row("x21_formulas_no_cache.xlsx")
def test_formulas_that_were_never_calculated_are_named(tmp_path: Path, name: str) -> None:
    said = refusal(made(tmp_path, name))
    assert "Sheet" in said and "F2:F21" in said and "20칸" in said


# Read for what it is


@row("x04_csv_named.xlsx")
def test_text_under_the_name_of_a_workbook_is_read_with_a_notice(tmp_path: Path, name: str) -> None:
    responses = read(made(tmp_path, name))
    assert len(responses.respondents) == 60
    assert [(found.severity, found.file) for found in responses.findings] == [("note", name)]


@row("x09_zip_path_traversal.xlsx")
def test_nothing_of_an_archive_is_unpacked(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "a" / "b" / "c"
    folder.mkdir(parents=True)
    responses = read(made(folder, name))
    assert (len(responses.respondents), without_notes(responses)) == (60, [])
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [name]
    assert not Path("/tmp/dure_outside.txt").exists()


@row("x16_merged_two_row_header.xlsx")
def test_a_heading_of_two_rows_is_refused_and_no_respondent(tmp_path: Path, name: str) -> None:
    said = refusal(made(tmp_path, name))
    assert "Sheet" in said and "2번째 줄" in said


@row("x17_hidden_sheets.xlsx")
def test_hidden_sheets_are_never_read_and_all_are_listed(tmp_path: Path, name: str) -> None:
    responses = read(made(tmp_path, name))
    assert len(responses.respondents) == 60
    assert rules(responses) == {"sheet_not_read": 1, "hidden_sheet": 2}
    listed = {found.sheet or found.value for found in responses.findings}
    assert {"Note", "Old", "Lists"} <= listed
    assert set(responses.part("years")["sheet"]) == {"Answers"}


@row("x19_numbers_as_text.xlsx")
def test_numbers_as_text_are_read_where_that_is_safe(tmp_path: Path, name: str) -> None:
    responses = read(made(tmp_path, name))
    assert column(responses, "code", "quality_docs")[:8] == ["4"] * len(SAFE) + [""] * len(UNSAFE)
    assert [(found.sheet, found.cell, found.value) for found in responses.findings] == [
        ("Sheet", f"F{at}", value) for at, value in enumerate(UNSAFE, start=6)
    ]


@row("x22_error_values.xlsx")
def test_errors_of_a_spreadsheet_are_invalid_and_named(tmp_path: Path, name: str) -> None:
    responses = read(made(tmp_path, name))
    assert rules(responses) == {"error_value": 4}
    assert [(found.cell, found.value) for found in responses.findings] == [
        (f"G{at}", error) for at, error in enumerate(ERRORS, start=2)
    ]
    assert column(responses, "reason", "quality_spack")[:4] == ["invalid"] * 4
