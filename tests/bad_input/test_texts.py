"""Files of text that are damaged, hostile or awkward: read with their oddities named, or refused in a sentence."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from analysis.intake import EncodingError
from analysis.questionnaire import load_questionnaire
from analysis.responses.build import build_responses
from analysis.responses.responses import Responses
from analysis.responses.store import write_responses
from tests.bad_input import questionnaires
from tests.bad_input.control import QUESTIONNAIRE, TYPES, read, refusal, rows, text
from tests.bad_input.index import row
from tests.bad_input.texts import (
    BEYOND,
    BREAKS,
    FILES,
    FORMULAS,
    KOREAN,
    MARKUP,
    OUT_OF_SCALE,
    PROGRAM_WORDS,
    SCRIPT,
)
from tests.responses.answers_file import column, finding, rules


@pytest.fixture(scope="module")
def control(tmp_path_factory: pytest.TempPathFactory) -> Responses:
    path = tmp_path_factory.mktemp("control") / "control.csv"
    path.write_bytes(text(rows()).encode())
    return read(path)


def made(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_bytes(FILES[name]())
    return path


def places(responses: Responses) -> list[tuple[str, str]]:
    return [(found.cell, found.value) for found in responses.findings]


def same_answers(one: Responses, other: Responses, *but: str) -> bool:
    ids = [question.id for question in QUESTIONNAIRE.questions if question.id not in but]
    told = ["code", "number", "start", "text", "reason"]
    return all(one.part(id)[told].equals(other.part(id)[told]) for id in ids)


def test_the_control_has_nothing_to_find(control: Responses) -> None:
    assert (len(control.respondents), control.findings) == (60, ())


# Another dress of the same answers


@row("c13_semicolon_delimited.csv")
def test_semicolons(tmp_path: Path, name: str, control: Responses) -> None:
    assert same_answers(read(made(tmp_path, name)), control)


@row("c14_tab_delimited.csv")
def test_tabs(tmp_path: Path, name: str, control: Responses) -> None:
    assert same_answers(read(made(tmp_path, name)), control)


@row("c23_reordered.csv")
def test_columns_in_another_order(tmp_path: Path, name: str, control: Responses) -> None:
    assert same_answers(read(made(tmp_path, name)), control)


def test_utf_16_with_its_mark(tmp_path: Path, control: Responses) -> None:
    (tmp_path / "answers.csv").write_bytes(text(rows()).encode("utf-16"))
    assert same_answers(read(tmp_path / "answers.csv"), control)


def test_blank_rows_and_columns_are_nothing(tmp_path: Path, control: Responses) -> None:
    table = [[*line, "", ""] for line in rows()] + [[""] * 10] * 100
    (tmp_path / "answers.csv").write_bytes(text(table).encode())
    responses = read(tmp_path / "answers.csv")
    assert same_answers(responses, control)
    assert (len(responses.respondents), responses.findings) == (60, ())


@row("c09_cp949.csv")
def test_the_encoding_of_korean_windows(tmp_path: Path, name: str, control: Responses) -> None:
    responses = read(made(tmp_path, name))
    assert (len(responses.respondents), responses.findings) == (60, ())
    assert same_answers(responses, control, "helps_most")
    assert set(column(responses, "text", "helps_most")) == {KOREAN}


@row("c11_newlines_quotes.csv")
def test_line_breaks_and_quotes_in_a_cell_make_no_rows(tmp_path: Path, name: str) -> None:
    responses = read(made(tmp_path, name))
    assert len(responses.respondents) == 60
    assert column(responses, "raw", "helps_most")[0] == BREAKS
    assert column(responses, "text", "helps_most")[0] == BREAKS.replace("\t", " ")


@row("c34_invisible_chars_headers.csv")
def test_invisible_signs_in_a_heading_make_no_difference(
    tmp_path: Path, name: str, control: Responses
) -> None:
    responses = read(made(tmp_path, name))
    assert same_answers(responses, control)
    noticed = finding(responses, "heading_unseen_signs")
    assert (noticed.severity, noticed.hint) == ("note", "B1, C1")
    assert len(responses.findings) == 1


# Text that stays text


@row("c02_formula_injection.csv")
def test_formulas_are_kept_as_text_and_inert_in_what_spreadsheets_open(tmp_path: Path, name: str) -> None:
    responses = read(made(tmp_path, name))
    assert column(responses, "raw", "helps_most")[: len(FORMULAS)] == FORMULAS
    write_responses(responses, tmp_path / "processed")
    cells = [line.split('"')[-2:] for line in _csv(tmp_path, "responses.csv")]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for line in cells for cell in line)


@row("c28_html_script_markdown_latex.csv")
def test_markup_stays_text_and_an_option_of_it_is_named(tmp_path: Path, name: str) -> None:
    responses = read(made(tmp_path, name))
    assert column(responses, "raw", "helps_most")[: len(MARKUP)] == MARKUP
    unknown = finding(responses, "unreadable")
    assert (unknown.cell, unknown.value) == ("C22", MARKUP[0])


@row("c29_script_in_header.csv")
def test_a_script_in_a_heading_is_a_column_of_no_question(tmp_path: Path, name: str) -> None:
    responses = read(made(tmp_path, name))
    unmatched = finding(responses, "unmatched_column")
    assert (unmatched.cell, unmatched.value) == ("H1", SCRIPT)


@row("c31_very_long_cell.csv")
def test_a_very_long_cell_is_kept_whole_and_cut_for_spreadsheets_only(tmp_path: Path, name: str) -> None:
    responses = read(made(tmp_path, name))
    assert [len(found) for found in column(responses, "text", "helps_most")[:2]] == [100_000, 32_768]
    write_responses(responses, tmp_path / "processed")
    lines = _csv(tmp_path, "responses.csv")
    assert max(map(len, lines)) < 34_000
    assert sum("자를 줄였습니다]" in line for line in lines) == 2


@row("c38_unicode_bidi_emoji.csv")
def test_odd_signs_in_an_option_are_matched_or_named(tmp_path: Path, name: str) -> None:
    responses = read(made(tmp_path, name))
    assert column(responses, "code", "user_type")[2] == "manager"
    assert places(responses) == [("C5", "Manager 🙂")]
    assert column(responses, "text", "helps_most")[4] == "𠮷野家 👩\u200d👩\u200d👧 abc"


@row("c39_none_na_labels.csv")
def test_words_that_programs_take_for_nothing_are_options_where_they_are_declared(
    tmp_path: Path, name: str
) -> None:
    path = made(tmp_path, name)
    named = read(path)  # where the questionnaire does not know them: not one vanishes
    assert {f"C{at}" for at in range(2, 9)} <= {found.cell for found in named.findings}
    options = "".join(f'      w{at}: "{word}"\n' for at, word in enumerate(PROGRAM_WORDS))
    source = tmp_path / "words.yml"
    source.write_text(
        questionnaires.changed("      manager: Manager\n", "      manager: Manager\n" + options),
        encoding="utf-8",
    )
    responses = build_responses(load_questionnaire(source), [path])
    assert column(responses, "code", "user_type")[:7] == [f"w{at}" for at in range(7)]
    assert responses.findings == ()


# Answers that cannot be


@row("c24_likert_out_of_range.csv")
def test_points_beyond_the_scale_leave_base_and_mean(tmp_path: Path, name: str) -> None:
    responses = read(made(tmp_path, name))
    answers = responses.part("quality_docs")
    assert (answers["reason"] == "").sum() == 54
    assert places(responses) == [(f"F{at}", value) for at, value in enumerate(OUT_OF_SCALE, start=2)]
    assert {found.severity for found in responses.findings} == {"error"}
    assert 1 <= np.nanmean(answers["number"].astype(float)) <= 5


@row("c26_all_missing_column.csv")
def test_a_required_column_of_blanks_is_told_for_every_respondent(tmp_path: Path, name: str) -> None:
    responses = read(made(tmp_path, name))
    assert rules(responses) == {"required_missing": 60}
    assert set(column(responses, "reason", "quality_docs")) == {"no_answer"}


@row("c36_decimal_comma.csv")
def test_a_decimal_comma_is_neither_thirty_five_nor_passed_over(tmp_path: Path, name: str) -> None:
    responses = read(made(tmp_path, name))
    assert set(column(responses, "reason", "years")) == {"invalid"}
    (found,) = responses.findings  # one and the same in all sixty cells
    assert (found.cell, found.value, found.alike) == ("D2, D3, D4, …", "3,5", 60)


@row("c44_overflow_numbers.csv")
def test_numbers_beyond_all_measure_are_out_of_range(tmp_path: Path, name: str) -> None:
    responses = read(made(tmp_path, name))
    assert rules(responses) == {"out_of_range": 4}
    assert places(responses) == [(f"D{at}", value) for at, value in enumerate(BEYOND, start=2)]
    numbers = responses.part("years")["number"].astype(float)
    assert numbers.notna().sum() == 56 and 0 <= numbers.mean() <= 20


# Who answered


@row("c18_duplicate_ids.csv")
def test_the_last_of_three_responses_counts_and_all_rows_are_named(tmp_path: Path, name: str) -> None:
    responses = read(made(tmp_path, name))
    assert len(responses.respondents) == 58
    twice = [
        (found.cell, found.value, found.hint)
        for found in responses.findings
        if found.rule == "respondent_twice"
    ]
    assert twice == [("A4", "S0003", "11"), ("A7", "S0003", "11")]
    assert finding(responses, "required_missing").cell == "A13"


@row("c19_exact_duplicate_rows.csv")
def test_rows_that_come_twice_are_named_with_their_first_ones(tmp_path: Path, name: str) -> None:
    responses = read(made(tmp_path, name))
    assert len(responses.respondents) == 60
    assert [(found.cell, found.hint) for found in responses.findings] == [
        (f"A{at}", str(at + 60)) for at in range(2, 7)
    ]


# Columns


@row("c21_renamed_required_column.csv")
def test_a_renamed_column_is_named_with_what_it_may_be(tmp_path: Path, name: str) -> None:
    responses = read(made(tmp_path, name))
    near = finding(responses, "unmatched_column_near")
    assert (near.cell, near.value.strip(), near.hint) == ("G1", "Quality Spack", "60")
    assert near.severity == "error"
    assert set(column(responses, "reason", "quality_spack")) == {"not_in_file"}


@row("c41_preamble_lines.csv")
def test_lines_before_the_heading_are_counted(tmp_path: Path, name: str) -> None:
    said = refusal(made(tmp_path, name))
    assert "4번째 줄" in said and "3줄" in said


@row("c01_16000_columns.csv")
def test_sixteen_thousand_columns_are_beyond_the_limit(tmp_path: Path, name: str) -> None:
    said = refusal(made(tmp_path, name))
    assert "16,000" in said and "4,000" in said and len(said) < 300


# Bytes that are no text


@row("c03_zero_bytes.csv")
def test_an_empty_file(tmp_path: Path, name: str) -> None:
    assert "빈 파일" in refusal(made(tmp_path, name))


@row("c04_header_only.csv")
def test_a_heading_and_nothing_below(tmp_path: Path, name: str) -> None:
    assert "응답이 한 줄도" in refusal(made(tmp_path, name))


@row("c06_mixed_encodings.csv")
def test_two_encodings_in_one_file(tmp_path: Path, name: str) -> None:
    path = made(tmp_path, name)
    assert "3번째 줄" in refusal(path)
    with pytest.raises(EncodingError) as caught:
        read(path)
    assert (caught.value.problem, caught.value.line) == ("mixed", 3)


@row("c08_utf16le_nobom.csv")
def test_utf_16_without_its_mark(tmp_path: Path, name: str) -> None:
    assert "NUL" in refusal(made(tmp_path, name))


@row("c16_nul_bytes.csv")
def test_nul_bytes(tmp_path: Path, name: str) -> None:
    assert "4번째 줄" in refusal(made(tmp_path, name))


@row("c33_cp1252.csv")
def test_quotes_of_windows_1252_are_asked_about_rather_than_read_as_hangul(tmp_path: Path, name: str) -> None:
    said = refusal(made(tmp_path, name))
    assert "2번째 줄" in said and "글자 체계" in said


def _csv(folder: Path, name: str) -> list[str]:
    return (folder / "processed" / name).read_text(encoding="utf-8-sig").splitlines()


def test_every_type_of_the_control_is_answered(control: Responses) -> None:
    assert len(set(column(control, "code", "user_type"))) == len(TYPES)
