"""Damaged, hostile and awkward files: accepted, refused in a sentence, or read with their oddities named.

The cases are those of the list that lies beside the project (bad-input/index.csv), under their names there.
Files that are refused before their answers matter are in tests/intake.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from analysis.intake import IntakeError
from analysis.responses.build import build_responses
from analysis.responses.responses import Responses
from tests.intake.files import workbook
from tests.responses.answers_file import column, csv_of, finding, rules
from tests.responses.control import HEADING, QUESTIONNAIRE, rows

Rows = list[list[str]]


def read(path: Path) -> Responses:
    return build_responses(QUESTIONNAIRE, [path])


def changed(folder: Path, *cells: tuple[str, str]) -> Responses:
    """The control with some cells changed: ("F2", "6")."""
    table = rows()
    for name, value in cells:
        table[int(name[1:]) - 1][ord(name[0]) - ord("A")] = value
    return read(csv_of(folder / "answers.csv", table))


def lines(table: Sequence[Sequence[str]], delimiter: str = ",") -> str:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter).writerows(table)
    return file.getvalue()


def test_00_the_control_has_nothing_to_find(tmp_path: Path) -> None:
    for path in (csv_of(tmp_path / "control.csv", rows()), workbook(tmp_path / "control.xlsx", rows())):
        responses = read(path)
        assert (len(responses.respondents), responses.findings) == (60, ())


@pytest.mark.parametrize(
    "write",
    [
        pytest.param(lambda path: path.write_bytes(lines(rows()).encode("cp949")), id="c09_cp949"),
        pytest.param(lambda path: path.write_bytes(lines(rows(), ";").encode()), id="c13_semicolon"),
        pytest.param(lambda path: path.write_bytes(lines(rows(), "\t").encode()), id="c14_tab"),
        pytest.param(
            lambda path: path.write_bytes(lines([row[::-1] for row in rows()]).encode()), id="c23_reordered"
        ),
        pytest.param(lambda path: workbook(path, rows()), id="workbook_called_csv"),
        pytest.param(lambda path: path.write_bytes(lines(rows()).encode("utf-16")), id="utf16_with_its_mark"),
    ],
)
def test_another_dress_of_the_same_answers(tmp_path: Path, write: Callable[[Path], Any]) -> None:
    write(tmp_path / "answers.csv")
    control, read_again = read(csv_of(tmp_path / "control.csv", rows())), read(tmp_path / "answers.csv")
    told = ["respondent", "question", "code", "number", "start", "text", "reason"]
    assert read_again.frame[told].equals(control.frame[told])


def test_c02_formulas_and_c28_markup_in_answers_stay_text(tmp_path: Path) -> None:
    odd = [
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-2",
        "@SUM(A1)",
        "<script>alert(1)</script>",
        "{{ 7*7 }}",
        "$\\LaTeX$",
        "%%bash",
    ]
    responses = changed(tmp_path, *((f"H{n}", text) for n, text in enumerate(odd, start=2)))
    assert column(responses, "text", "helps")[: len(odd)] == odd


def test_c11_line_breaks_and_quotes_make_no_rows(tmp_path: Path) -> None:
    responses = changed(tmp_path, ("H2", 'first\nsecond, "third"\tfourth'), ("H61", "a\r\nb"))
    assert len(responses.respondents) == 60
    assert column(responses, "raw", "helps")[0] == 'first\nsecond, "third"\tfourth'
    assert column(responses, "text", "helps")[0] == 'first\nsecond, "third" fourth'


def test_c18_the_last_of_three_responses_counts_and_all_rows_are_named(tmp_path: Path) -> None:
    responses = changed(tmp_path, ("A7", "S0003"), ("A11", "S0003"), ("A13", ""))
    assert len(responses.respondents) == 58
    assert [(f.cell, f.hint) for f in responses.findings if f.rule == "respondent_twice"] == [
        ("A4", "11"), ("A7", "11"),
    ]  # fmt: skip
    assert finding(responses, "required_missing").cell == "A13"


def test_c19_rows_that_repeat_others_are_named(tmp_path: Path) -> None:
    table = [row[1:] for row in rows()]
    responses = read(csv_of(tmp_path / "answers.csv", [*table, *table[1:6]]))
    assert [f.cell for f in responses.findings if f.rule == "identical_rows"] == [
        "A62",
        "A63",
        "A64",
        "A65",
        "A66",
    ]


def test_c21_a_renamed_column_is_named_with_what_it_may_be(tmp_path: Path) -> None:
    responses = changed(tmp_path, ("G1", "Quality Spack "))
    assert finding(responses, "unmatched_column_near").hint == "quality_spack"
    assert finding(responses, "required_not_in_file").severity == "error"


def test_c24_points_beyond_the_scale_leave_the_base(tmp_path: Path) -> None:
    values = ["6", "0", "-1", "99", "3.5", "55"]
    responses = changed(tmp_path, *((f"F{n}", value) for n, value in enumerate(values, start=2)))
    assert column(responses, "reason", "docs").count("") == 54
    assert [(f.cell, f.value) for f in responses.findings] == [
        (f"F{n}", value) for n, value in enumerate(values, start=2)
    ]
    assert {f.severity for f in responses.findings} == {"error"}


def test_c26_a_required_column_of_blanks_is_sixty_findings(tmp_path: Path) -> None:
    responses = changed(tmp_path, *((f"F{n}", "") for n in range(2, 62)))
    assert rules(responses) == {"required_missing": 60}


def test_c31_a_very_long_cell_is_kept_whole(tmp_path: Path) -> None:
    responses = changed(tmp_path, ("H2", "가" * 100_000))
    assert len(column(responses, "text", "helps")[0]) == 100_000


def test_c34_invisible_signs_in_a_heading_make_no_difference(tmp_path: Path) -> None:
    responses = changed(
        tmp_path, ("C1", "\u00a0user_type\u200b"), ("D1", "years\n"), ("F1", "  quality_docs  ")
    )
    assert not responses.findings


def test_c36_a_decimal_comma_is_not_read_as_thirty_five(tmp_path: Path) -> None:
    responses = changed(tmp_path, ("D2", "3,5"))
    assert responses.part("years").iloc[0]["reason"] == "invalid"
    assert finding(responses, "unreadable_number").cell == "D2"


def test_c38_odd_signs_in_an_option_are_matched_or_named(tmp_path: Path) -> None:
    responses = changed(
        tmp_path, ("C4", "Man\u200bager"), ("C5", "Manager 🙂"), ("H6", "𠮷野家 👩‍👩‍👧 \u202eabc")
    )
    assert column(responses, "code", "user_type")[2] == "o2"
    assert finding(responses, "unreadable_near").cell == "C5"


def test_c39_words_that_programs_take_for_nothing_are_text_where_words_are_asked_for(tmp_path: Path) -> None:
    words = ["None", "NA", "null", "nan", "TRUE", "0"]
    responses = changed(tmp_path, *((f"C{n}", word) for n, word in enumerate(words, start=2)))
    assert column(responses, "raw", "user_type")[: len(words)] == words
    assert {f.value for f in responses.findings} == set(words)  # each is named, none vanishes


def test_c44_numbers_beyond_all_measure_are_named(tmp_path: Path) -> None:
    responses = changed(tmp_path, ("D2", "9" * 401), ("D3", "1e308"), ("D4", "99999999999"), ("D5", "-1726"))
    assert column(responses, "reason", "years")[:4] == ["invalid"] * 4
    assert max(number for number in column(responses, "number", "years")[4:]) <= 20


def test_x19_numbers_as_text_are_read_where_that_is_safe(tmp_path: Path) -> None:
    written = ["4 ", "4점", "４", "④", "four", "4~5", "IV", "4.5"]
    responses = changed(tmp_path, *((f"F{n}", text) for n, text in enumerate(written, start=2)))
    assert column(responses, "code", "docs")[:8] == ["4", "4", "4", "4", "", "", "", ""]
    assert [f.cell for f in responses.findings] == ["F6", "F7", "F8", "F9"]


def test_x22_error_values_are_named(tmp_path: Path) -> None:
    errors = ["#N/A", "#DIV/0!", "#REF!", "#VALUE!"]
    responses = changed(tmp_path, *((f"G{n}", error) for n, error in enumerate(errors, start=2)))
    assert [(f.rule, f.cell) for f in responses.findings] == [("error_value", f"G{n}") for n in range(2, 6)]


def test_blank_rows_and_columns_are_nothing(tmp_path: Path) -> None:
    table = [[*row, "", ""] for row in rows()] + [[""] * 10] * 100
    responses = read(csv_of(tmp_path / "answers.csv", table))
    assert (len(responses.respondents), responses.findings) == (60, ())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"", "빈 파일", id="c03_zero_bytes"),
        pytest.param((",".join(HEADING) + "\n").encode(), "응답이 한 줄도", id="c04_header_only"),
        pytest.param(lines(rows()).encode("utf-16-le"), "NUL", id="c08_utf16_without_its_mark"),
        pytest.param(lines(rows()[:3]).encode() + b"S9\0,,,,,,,\n", "4번째 줄", id="c16_nul_bytes"),
        pytest.param(("report\n2022\n\n" + lines(rows())).encode(), "4번째 줄", id="c41_preamble"),
        pytest.param(
            ",".join(f"c{n}" for n in range(16_000)).encode() + b"\n1\n", "16,000", id="c01_16000_columns"
        ),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "answers.csv"
    path.write_bytes(content)
    with pytest.raises(IntakeError, match=said):
        read(path)


def test_c33_quotes_of_windows_1252_are_refused_rather_than_guessed(tmp_path: Path) -> None:
    table = rows()
    table[1][7], table[2][7] = "it’s fine", "don’t “worry”"
    path = tmp_path / "answers.csv"
    path.write_bytes(lines(table).encode("cp1252"))
    with pytest.raises(IntakeError, match="글자 체계"):
        read(path)


@pytest.mark.parametrize(
    "name", ["$(touch x).csv", "-rf.csv", "한글.csv", "가\u0301😀.csv", "a'b\"c;d&e.csv", "x" * 190 + ".csv"]
)
def test_awkward_names_are_names(tmp_path: Path, name: str) -> None:
    responses = read(csv_of(tmp_path / name, rows()))
    assert (len(responses.respondents), responses.files) == (60, (name,))
    assert [path.name for path in tmp_path.iterdir()] == [name]
