"""The invented answers of 21 support organisations: read as they were meant, every oddity named."""

from __future__ import annotations

from collections import Counter

import pytest

import start
from analysis.responses.read import read_survey
from analysis.responses.responses import Responses
from data.samples.intermediary import ANSWERS, ORGANISATIONS, TIDY, answers_csv
from data.samples.spelling import BLANK
from tests.responses.answers_file import column, finding, rules


@pytest.fixture(scope="module")
def responses() -> Responses:
    return read_survey(start.ROOT, "intermediary", 2016)


def places(responses: Responses, rule: str) -> list[tuple[str, str, str]]:
    """Who, which question, what stood there."""
    return [(f.respondent, f.question, f.value) for f in responses.findings if f.rule == rule]


def test_the_file_is_made_again_byte_for_byte() -> None:
    assert ANSWERS.read_bytes() == answers_csv()


def test_it_is_what_excel_saves_in_korea() -> None:
    data = ANSWERS.read_bytes()
    with pytest.raises(UnicodeDecodeError):
        data.decode("utf-8")
    assert data.decode("cp949").startswith("연번,접수일,A1. 기관명을 적어 주십시오.,")
    assert data.count(b"\r\n") == 23  # a heading and 22 rows; the only other line ends are within a cell
    assert data.count(b"\n") == 25


def test_21_organisations_answered_and_one_of_them_twice(responses: Responses) -> None:
    assert responses.invented
    assert sorted(responses.respondents) == sorted(ORGANISATIONS)
    assert places(responses, "respondent_twice") == [("dalmuri", "A1", "달무리벌사회적경제지원센터")]
    assert not any(f.rule.startswith("not_in_") or f.rule == "no_response" for f in responses.findings)


def test_what_was_sent_later_counts(responses: Responses) -> None:
    assert responses.part("budget_now").loc["dalmuri", "number"] == 310_000_000


def test_no_answer_is_lost(responses: Responses) -> None:
    """What the office typed is in the frame as it stood, and every answer comes from what was typed."""
    rows = responses.frame[responses.frame["counted"]]
    assert len(rows) == 21 * len(TIDY)
    for key, codes in TIDY.items():
        asked = rows[
            (rows["question"] == key.question) & (rows["row"] == key.row) & (rows["column"] == key.column)
        ]
        raw = dict(zip(asked["respondent"], asked["raw"], strict=True))
        for organisation, code in zip(ORGANISATIONS, codes, strict=True):
            if code in ("", BLANK):
                continue
            # the complaints and praise that mulchongsae left out
            if organisation == "mulchongsae" and key.question == "government_relation":
                continue
            assert raw[organisation] != "", (organisation, key)
    answered = rows[rows["reason"] == ""]
    assert (answered["raw"] != "").all()


def test_what_the_report_of_2016_could_have_told(responses: Responses) -> None:
    assert Counter(column(responses, "code", "operation")) == {
        "contracted": 11, "ministry": 4, "direct": 2, "foundation": 2, "private": 2,
    }  # fmt: skip
    assert Counter(column(responses, "code", "scope")) == {
        "regional": 13, "local": 6, "subregional": 1, "national": 1,
    }  # fmt: skip
    asked = responses.part("contract_start")
    assert (asked["reason"] != "not_asked").sum() == 15


def test_money_is_read_in_the_unit_that_was_written(responses: Responses) -> None:
    previous = responses.part("budget_previous")["number"]
    assert previous["mungge"] == 372_000_000  # 372,000,000원 in a column of 천원
    assert previous["angaejae"] == 30_000_000  # 약 3천만원
    assert previous["goimdol"] == 845_000_000  # 8억 4천5백만원
    assert previous["yeoulmok"] == 688_000_000  # 688,000
    assert [where for where, *_ in places(responses, "unit_in_cell")] == ["mungge", "goimdol"]


def test_dates_are_read_in_every_style(responses: Responses) -> None:
    opened = responses.part("opened")
    styles = {
        "gulttuksae": "2013-01", "mungge": "2014-04", "dongbaksae": "2012-07", "neoreok": "2014-03",
        "dotorijae": "2013-07", "yeoulmok": "2012-02", "moraetop": "2012-10", "angaejae": "2015-01",
    }  # fmt: skip
    assert {who: opened.loc[who, "start"][:7] for who in styles} == styles
    assert places(responses, "date_coarse") == [("angaejae", "A4", "2015년")]
    started = responses.part("contract_start")["start"]
    assert [started[who] for who in ("gulttuksae", "saetgang", "mungge", "deulme", "neoreok",
    "eungyeol")] == [
        "2016-01-01", "2014-11-01", "2015-04-01", "2014-07-01", "2015-03-01", "2016-01-01",
    ]  # fmt: skip


def test_words_for_numbers_are_read(responses: Responses) -> None:
    assert responses.part("headcount", "fixed_term", "present").loc["beodeulmot", "number"] == 6
    assert responses.part("leavers").loc["yeoulmok", "number"] == 3
    assert responses.part("tenure").loc["neutigol", "number"] == 34  # 2년 10개월 where months were asked
    assert [where for where, *_ in places(responses, "zero_word")] == ["eungyeol", "neutigol"]


def test_a_dash_means_what_the_question_says(responses: Responses) -> None:
    assert responses.part("tenure").loc["angaejae", "reason"] == "no_answer"
    assert responses.part("budget_previous").loc["galdaeseom", "reason"] == "no_answer"
    assert responses.part("headcount", "open_ended", "present").loc["goimdol", "reason"] == "not_applicable"
    assert responses.part("budget_sources", "municipality").loc["beodeulmot", "reason"] == "not_applicable"


def test_two_marks_where_one_is_asked_for_are_no_answer(responses: Responses) -> None:
    assert places(responses, "several_chosen") == [
        ("jjokmul", "A7", "사단법인, 협동조합"),
        ("angaejae", "B4", "상근, 겸임"),
    ]


def test_an_option_with_a_slip_is_asked_about_not_guessed(responses: Responses) -> None:
    found = finding(responses, "unreadable_near")
    assert (found.respondent, found.value, found.hint) == (
        "beodeulmot", "부문별 전문화 강하", "부문별 전문화 강화",
    )  # fmt: skip
    assert responses.part("integration").loc["beodeulmot", "reason"] == "invalid"


def test_a_telephone_number_in_the_wrong_cell_is_no_number_and_is_not_told(responses: Responses) -> None:
    (found,) = [one for one in responses.findings if (one.respondent, one.question) == ("gonjul", "D3")]
    assert found.rule == "personal_data"
    assert "0133" not in found.value
    assert responses.part("supported_organisations").loc["gonjul", "reason"] == "invalid"


def test_a_wrong_sum_and_a_contract_that_ends_too_soon_stay_and_are_told(responses: Responses) -> None:
    found = finding(responses, "sum_differs")
    assert found.respondent == "neoreok"
    assert "750,000천원" in found.value and "840,000천원" in found.hint
    assert responses.part("budget_sources", "province").loc["neoreok", "number"] == 450_000_000
    found = finding(responses, "date_order")
    assert (found.respondent, found.question, found.value) == ("jjokmul", "A8-2", "2015-02-28")
    assert responses.part("contract_end").loc["jjokmul", "start"] == "2015-02-28"


def test_every_oddity_is_found_and_nothing_else(responses: Responses) -> None:
    assert rules(responses) == {
        "unmatched_column": 1,
        "respondent_twice": 1,
        "absent_word": 13,
        "unreadable_date": 1,
        "unreadable_number": 1,
        "personal_data": 1,
        "unreadable_near": 1,
        "several_chosen": 2,
        "write_in": 3,
        "out_of_range": 2,
        "approximate": 3,
        "approximate_unasked": 3,
        "zero_word": 2,
        "words_beside_number": 1,
        "unit_in_cell": 2,
        "unit_converted": 1,
        "date_coarse": 1,
        "date_order": 1,
        "sum_differs": 1,
        "option_twice": 1,
        "too_many_choices": 1,
        "exclusive_with_others": 1,
        "answered_anyway": 3,
    }
    assert {where for where, *_ in places(responses, "answered_anyway")} == {
        "mulangae", "neutigol", "mulchongsae",
    }  # fmt: skip
