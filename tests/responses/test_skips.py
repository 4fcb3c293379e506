"""Who was to be asked what."""

from __future__ import annotations

from pathlib import Path

from tests.responses.answers_file import column, finding, read_rows, rules
from tests.tables.small_survey import SATISFACTION, survey

QUESTIONNAIRE = survey(
    {"id": "satisfaction", "no": "C2", "kind": "scale", "scale": SATISFACTION},
    {"id": "reason", "no": "C2-1", "kind": "open", "ask_if": "satisfaction <= 2", "required": True},
    {"id": "contact", "no": "C2-2", "kind": "text", "ask_if": "answered(reason)"},
)
HEADING = ["C2", "C2-1", "C2-2"]


def test_who_was_routed_past_was_not_asked(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, QUESTIONNAIRE, HEADING, ["만족", "", ""], ["불만족", "멀다", "가"])
    assert column(responses, "reason", "reason") == ["not_asked", ""]
    assert column(responses, "reason", "contact") == ["not_asked", ""]
    assert not responses.findings  # a required question that was not asked is not missing


def test_who_should_have_been_skipped_and_answered_is_out_of_the_base(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, QUESTIONNAIRE, HEADING, ["만족", "그래도 멀다", "가"])
    assert column(responses, "reason", "reason") == ["not_asked"]
    assert column(responses, "detail", "reason") == ["answered_anyway"]
    assert (column(responses, "text", "reason"), column(responses, "raw", "reason")) == (
        [""],
        ["그래도 멀다"],
    )
    assert column(responses, "detail", "contact") == [
        "answered_anyway"
    ]  # what hangs on a skipped question is skipped
    assert rules(responses)["answered_anyway"] == 2


def test_a_condition_on_an_absent_answer_is_false(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, QUESTIONNAIRE, HEADING, ["모름", "", "x"], ["불만족", "", ""])
    assert column(responses, "reason", "reason") == ["not_asked", "no_answer"]
    assert finding(responses, "required_missing").cell == "B3"


def test_an_answer_whose_condition_cannot_be_read_waits_for_it(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, QUESTIONNAIRE, HEADING, ["불만", "멀다", "가"], ["없는 말", "", ""])
    assert column(responses, "reason", "reason") == ["not_asked", "not_asked"]
    assert column(responses, "detail", "reason") == ["condition_unread", ""]
    told = [found for found in responses.findings if found.rule == "answered_unclear"]
    assert [(found.cell, found.hint) for found in told] == [("B2", "C2"), ("C2", "C2-1")]
    assert told[0].text() == (
        "C2-1: C2의 답을 쓸 수 없어 물어야 할 문항인지 알 수 없습니다. '멀다'는 아직 집계에 넣지 않았습니다. "
        "C2를 바로잡으면 집계에 들어갑니다."
    )
    assert "answered_anyway" not in rules(responses)


def test_what_other_answers_decide_does_not_wait(tmp_path: Path) -> None:
    both = survey(
        {"id": "a", "no": "A", "kind": "number"},
        {"id": "b", "no": "B", "kind": "number"},
        {"id": "c", "no": "C", "kind": "text", "ask_if": "a > 1 and b > 1"},
    )
    rows = ["여럿", "1", "거짓"], ["여럿", "", "알 수 없음"], ["여럿", "2", "기다림"], ["2", "2", "참"]
    responses = read_rows(tmp_path, both, ["A", "B", "C"], *rows)
    assert column(responses, "detail", "c") == ["answered_anyway", "answered_anyway", "condition_unread", ""]


def test_a_word_for_nothing_where_nothing_was_asked_is_no_answer_given(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, QUESTIONNAIRE, HEADING, ["만족", "해당없음", "-"])
    assert column(responses, "detail", "reason") == [""]
    assert "answered_anyway" not in rules(responses)


def test_a_question_without_a_column_stays_not_in_file(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, QUESTIONNAIRE, ["C2"], ["만족"])
    assert column(responses, "reason", "reason") == ["not_in_file"]


# Routing inside the rows of a grid, and over them

YES_NO = {"yes": "예", "no": "아니오"}
PROGRAMS = survey(
    {
        "id": "programs",
        "no": "D1",
        "kind": "grid",
        "rows": {"advice": "상담", "training": "교육"},
        "columns": {
            "done": {"ko": "수행", "answer": {"kind": "single", "options": YES_NO}},
            "count": {
                "ko": "실적",
                "ask_if": "done is yes",
                "answer": {"kind": "number", "unit": "건", "min": 0},
            },
        },
    },
    {"id": "why", "no": "D2", "kind": "open", "ask_if": "all(programs.done) is no"},
)
PROGRAM_HEADING = ["D1 [상담 / 수행]", "D1 [상담 / 실적]", "D1 [교육 / 수행]", "D1 [교육 / 실적]", "D2"]


def test_a_column_is_asked_row_by_row(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, PROGRAMS, PROGRAM_HEADING, ["예", "12", "아니오", "", ""])
    assert column(responses, "number", "programs", "advice", "count") == [12]
    assert column(responses, "reason", "programs", "training", "count") == ["not_asked"]
    assert not responses.findings


def test_a_zero_where_there_is_nothing_to_count_is_no_answer_and_no_matter(tmp_path: Path) -> None:
    responses = read_rows(
        tmp_path, PROGRAMS, PROGRAM_HEADING, ["예", "3", "아니오", "0"], ["예", "3", "아니오", "0건"]
    )
    assert column(responses, "reason", "programs", "training", "count") == ["not_asked", "not_asked"]
    assert column(responses, "detail", "programs", "training", "count") == ["", ""]
    assert not responses.findings


def test_anything_else_there_is_told_and_leaves_the_base(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, PROGRAMS, PROGRAM_HEADING, ["아니오", "7", "예", "2"])
    assert column(responses, "detail", "programs", "advice", "count") == ["answered_anyway"]
    told = finding(responses, "answered_anyway")
    assert (told.cell, told.value) == ("B2", "7")


def test_a_count_beside_no_answer_is_not_asked_for_either(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, PROGRAMS, PROGRAM_HEADING, ["", "7", "예", "2"])
    assert column(responses, "detail", "programs", "advice", "count") == ["answered_anyway"]


def test_a_count_beside_what_cannot_be_read_waits_for_it(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, PROGRAMS, PROGRAM_HEADING, ["글쎄", "7", "예", "2"])
    assert finding(responses, "answered_unclear").hint == "D1 [상담 / 수행]"


def test_a_question_may_hang_on_every_row(tmp_path: Path) -> None:
    responses = read_rows(
        tmp_path,
        PROGRAMS,
        PROGRAM_HEADING,
        ["아니오", "", "아니오", "", "돈이 없다"],
        ["아니오", "", "예", "4", ""],
        ["아니오", "", "", "", ""],
    )
    assert column(responses, "reason", "why") == ["", "not_asked", "not_asked"]
