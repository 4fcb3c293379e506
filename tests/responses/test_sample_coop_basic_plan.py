"""The invented answers to the survey on the Basic Plan: a form's export, read as it was meant."""

from __future__ import annotations

import csv
import io
from collections import Counter

import pytest

import start
from analysis.responses.finding import Finding
from analysis.responses.read import read_survey
from analysis.responses.responses import Responses
from data.samples.coop_basic_plan import ANSWERS, STOPPED, answers_csv
from tests.responses.answers_file import column, finding, rules


@pytest.fixture(scope="module")
def responses() -> Responses:
    return read_survey(start.ROOT, "coop_basic_plan", 2016)


@pytest.fixture(scope="module")
def table() -> list[list[str]]:
    return list(csv.reader(io.StringIO(ANSWERS.read_text(encoding="utf-8-sig"), newline="")))


def found(responses: Responses, rule: str) -> list[Finding]:
    return [finding for finding in responses.findings if finding.rule == rule]


def test_the_file_is_made_again_byte_for_byte() -> None:
    assert ANSWERS.read_bytes() == answers_csv()


def test_it_is_what_a_form_on_the_web_exports(table: list[list[str]]) -> None:
    assert ANSWERS.read_bytes().startswith(b"\xef\xbb\xbf")
    assert table[0][:2] == ["타임스탬프", "S1. 귀 조합의 법적 유형은 무엇입니까?"]
    cells = {cell for row in table for cell in row}
    assert any("\n" in cell for cell in cells)
    assert any("언론(신문, 방송, 인터넷), 교육·설명회" in cell for cell in cells)


def test_324_rows_count_and_the_empty_one_does_not(responses: Responses, table: list[list[str]]) -> None:
    assert responses.invented
    assert len(table) - 1 == 325
    assert len(responses.respondents) == 324
    (empty,) = found(responses, "nothing_answered")
    assert empty.cell == "A14"
    assert set(table[13][1:]) == {""}


def test_a_trial_and_a_form_sent_twice_are_pointed_out(responses: Responses) -> None:
    trial = finding(responses, "trial_response")
    assert (trial.respondent, trial.value) == ("row-2", "테스트")
    twice = finding(responses, "identical_rows")
    assert (twice.respondent, twice.hint) == ("row-218", "217")


def test_no_answer_is_lost(responses: Responses, table: list[list[str]]) -> None:
    """Every cell of the sheet but the time stamps is in the frame, as it stood."""
    kept = Counter(responses.frame["raw"])
    sheet = Counter(cell for row in table[1:] for cell in row[1:])
    assert kept == sheet


def test_options_that_hold_commas_are_one_choice(responses: Responses) -> None:
    sources = column(responses, "code", "information_sources")
    assert sum("media" in codes.split("|") for codes in sources) > 50
    assert not found(responses, "choice_unread")


def test_what_is_written_behind_other_is_kept(responses: Responses) -> None:
    industry = responses.part("industry")
    assert set(industry.loc[industry["code"] == "other", "text"]) <= {
        "인쇄, 출판", "여행", "장례", "재활용품 수집", "공연 기획", "반려동물", "상조",
    }  # fmt: skip
    near = finding(responses, "write_in_near")
    assert (near.value, near.hint) == ("기타: 이사장 겸 사무국장", "'이사장 겸 사무국장' → '상임이사·사무국장'")


def test_the_numbers_of_the_first_form_are_the_points_of_the_scales(
    responses: Responses, table: list[list[str]]
) -> None:
    at = table[0].index("B6. 업종·지역 연합회가 얼마나 필요하다고 보십니까?")
    assert {row[at] for row in table[3:13]} <= set("12345")
    assert not {row[at] for row in table[40:]} & set("12345")
    need = responses.part("federation_need")
    assert set(need.loc[need["reason"] == "", "code"]) == set("12345")


def test_do_not_know_stands_beside_the_scale(responses: Responses) -> None:
    judged = responses.part("plan_tasks", "mutual_fund", "performance")
    assert (judged["reason"] == "not_applicable").sum() > 20


def test_who_stopped_keeps_what_was_answered(responses: Responses) -> None:
    """Of those who stopped, what comes after is no answer: it is not taken for "not asked" or for 0."""
    last = responses.part("federation_need")["reason"]
    assert (last == "no_answer").sum() == len(STOPPED) + 1  # and the trial
    assert responses.part("region")["code"].ne("").all()


def test_who_did_not_know_the_plan_was_not_asked_to_judge_it(responses: Responses) -> None:
    awareness = responses.part("plan_awareness")["code"]
    satisfaction = responses.part("plan_satisfaction")["reason"]
    assert set(satisfaction[awareness == "never"]) == {"not_asked"}
    assert (awareness == "never").sum() > 70


def test_who_used_nothing_is_asked_why(responses: Responses) -> None:
    asked = responses.part("nonuse_reasons")["reason"] != "not_asked"
    used = [
        responses.part("service_use", row.id, "used")["code"]
        for row in responses.questionnaire.question("service_use").rows
    ]
    nothing = [all(code == "not_used" for code in codes) for codes in zip(*used, strict=True)]
    assert asked.tolist() == nothing
    assert 60 < asked.sum() < 120


def test_a_budget_that_does_not_add_up_stays_as_it_was_given(responses: Responses) -> None:
    assert [(f.cell, f.value) for f in found(responses, "allocation_sum")] == [
        ("CI86", "110억원"),
        ("CI148", "90억원"),
        ("CI199", "15억원"),
    ]
    assert responses.part("allocation", "publicity").loc["row-86", "number"] == 20
    assert responses.part("allocation", "finance").loc["row-55", "number"] == 40  # 40억 where 억원 was asked


def test_amounts_are_read_as_they_were_written(responses: Responses) -> None:
    assert (
        responses.part("capital").loc["row-22", "number"] == 30_000_000
    )  # 30,000,000원 where 만원 was asked
    assert responses.part("capital").loc["row-66", "number"] == 20_000_000  # 2천만원
    assert responses.part("sales").loc["row-77", "number"] == 120_000_000  # 1억 2천만원
    assert responses.part("sales").loc["row-129", "reason"] == "invalid"  # 월 300만원


def test_every_oddity_is_found_and_nothing_else(responses: Responses) -> None:
    assert rules(responses) == {
        "nothing_answered": 1,
        "identical_rows": 1,
        "trial_response": 1,
        "write_in": 48,
        "write_in_near": 1,
        "unreadable_date": 3,
        "unreadable_number": 1,
        "unreadable_near": 1,
        "out_of_range": 1,
        "approximate_unasked": 3,
        "absent_word": 3,
        "zero_word": 2,
        "unit_in_cell": 1,
        "per_period": 1,
        "bounds_only": 1,
        "date_coarse": 1,
        "allocation_sum": 3,
        "allocation_blank_zero": 1,
        "option_twice": 1,
        "exclusive_with_others": 1,
    }
