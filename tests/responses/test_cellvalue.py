"""The order in which a cell is judged: option, code of the question, word for nothing, answer."""

from __future__ import annotations

import pytest

from analysis.intake.sheet import Cell, DeclaredMissing
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.responses.cellvalue import missing_codes, read_cell
from analysis.responses.reading import Reading
from tests.tables.small_survey import SATISFACTION, survey

QUESTIONNAIRE = survey(
    {
        "id": "education",
        "kind": "single",
        "options": {"some": "있음", "none": {"ko": "없음", "en": "None"}, "na": "해당없음"},
    },
    {
        "id": "voice",
        "kind": "scale",
        "scale": SATISFACTION,
        "not_applicable": "이용 안 함",
        "missing": {"9": "refused"},
    },
    {
        "id": "first",
        "kind": "ranking",
        "ranks": 2,
        "options": {"market": "판로", "tax": "세금", "other": {"ko": "기타", "other": True}},
    },
    {
        "id": "worst",
        "kind": "ranking",
        "ranks": 2,
        "options": {"market": "판로", "none": "없음", "other": {"ko": "기타", "other": True}},
    },
    {"id": "people", "kind": "number", "missing": {"99": "no_answer"}},
    {"id": "wishes", "kind": "open"},
    {"id": "post", "kind": "text"},
    {"id": "hindrance", "kind": "text", "missing": {"n/a": "answer"}},
    missing={"9": "dont_know", "몰라요": "dont_know"},
)


def read(question: str, written: str, questionnaire: Questionnaire = QUESTIONNAIRE) -> Reading:
    asked = questionnaire.question(question)
    return read_cell(Cell(written, written), asked.parts()[0], missing_codes(questionnaire, asked))


@pytest.mark.parametrize(
    ("written", "code"), [("없음", "none"), ("None", "none"), ("해당없음", "na"), ("해당 없음", "na")]
)
def test_an_option_goes_before_every_word_for_nothing(written: str, code: str) -> None:
    assert read("education", written).code == code


@pytest.mark.parametrize("written", ["없음", "없음.", "없습니다", "None"])
def test_a_rank_that_nothing_is_put_on_is_no_answer_and_no_words_under_other(written: str) -> None:
    reading = read("first", written)
    assert (reading.code, reading.reason, [doubt.rule for doubt in reading.doubts]) == (
        "",
        "no_answer",
        ["absent_word"],
    )


def test_none_is_a_rank_where_it_is_an_option_and_words_of_ones_own_behind_other() -> None:
    assert read("worst", "없음").code == "none"
    assert (read("first", "기타: 없음").code, read("first", "인력").text) == ("other", "인력")


@pytest.mark.parametrize(
    ("question", "written", "reason"),
    [
        ("voice", "9", "refused"),
        ("people", "9", "dont_know"),
        ("people", "99", "no_answer"),
        ("people", "몰라요", "dont_know"),
        ("education", "무응답", "no_answer"),
        ("education", "모름", "dont_know"),
        ("people", "비공개", "refused"),
    ],
)
def test_the_codes_of_the_question_go_before_those_of_the_survey(
    question: str, written: str, reason: str
) -> None:
    assert read(question, written).reason == reason


def test_the_box_beside_a_scale_is_not_applicable() -> None:
    reading = read("voice", "이용안함")
    assert (reading.reason, reading.detail, reading.doubts) == ("not_applicable", "option", ())


@pytest.mark.parametrize("question", ["education", "voice", "people", "wishes", "post"])
@pytest.mark.parametrize("written", ["", "  ", "\u200b", "\n"])
def test_an_empty_cell_is_no_answer_and_no_finding(question: str, written: str) -> None:
    reading = read(question, written)
    assert (reading.reason, reading.detail, reading.doubts) == ("no_answer", "blank", ())


def test_an_opinion_of_nothing_is_no_opinion() -> None:
    assert read("wishes", "없습니다").detail == "empty_comment"
    assert read("wishes", "의견 없음. 다만 교육은 필요함").text == "의견 없음. 다만 교육은 필요함"


def test_a_word_for_nothing_is_an_answer_where_the_question_says_so() -> None:
    assert (read("post", "N/A").reason, read("hindrance", "N/A").text) == ("not_applicable", "N/A")


def test_text_stays_text() -> None:
    assert read("post", " NA ").text == "NA"
    assert read("post", "=HYPERLINK(1)").text == "=HYPERLINK(1)"


@pytest.mark.parametrize(
    ("written", "rule"), [("#DIV/0!", "error_value"), ("위와 같음", "ditto"), ("무응답", "absent_word")]
)
def test_words_that_are_no_answer_are_told(written: str, rule: str) -> None:
    assert [doubt.rule for doubt in read("people", written).doubts] == [rule]


@pytest.mark.parametrize(
    ("question", "label", "code", "reason"),
    [
        ("wishes", "모름", "8", "dont_know"),
        ("wishes", "응답거절", "8", "refused"),
        ("wishes", "8", "8", "no_answer"),
        ("wishes", "아직 정하지 못함", "8", "no_answer"),
        ("wishes", "해당없음", ".a", "not_applicable"),
        ("voice", "9", "9", "refused"),
        ("voice", "이용 안 함", "7", "not_applicable"),
        ("people", "99", "99", "no_answer"),
        ("education", "없음", "0", "no_answer"),
    ],
)
def test_what_the_file_declares_to_be_no_answer_is_none_whatever_it_is_called(
    question: str, label: str, code: str, reason: str
) -> None:
    asked = QUESTIONNAIRE.question(question)
    cell = Cell(label, DeclaredMissing(code))
    reading = read_cell(cell, asked.parts()[0], missing_codes(QUESTIONNAIRE, asked))
    assert (reading.reason, reading.detail, reading.doubts) == (reason, "declared_missing", ())


@pytest.mark.parametrize("question", ["people", "education", "voice"])
@pytest.mark.parametrize("piece", ["가", "1", "1천", "가@", "a.b "])
def test_a_very_long_text_is_no_number_and_no_option(question: str, piece: str) -> None:
    """Read letter by letter from each letter on, this would take hours."""
    assert read(question, piece * 30_000).reason == "invalid"


def test_a_code_for_no_answer_holds_where_the_format_shows_a_unit() -> None:
    (people,) = survey({"id": "q", "no": "Q1", "kind": "number", "unit": "명"}).parts()
    assert read_cell(Cell("999명", 999), people, {"999": "refused"}).reason == "refused"
    assert read_cell(Cell("998명", 998), people, {"999": "refused"}).number == 998
