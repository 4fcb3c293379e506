"""What the ledger of 2016 says to the 23 counts of the annual report. The ledger is real.

Source: the annual report as it was presented on 8 February 2017. Where it contradicts itself is listed in
../shared/domain/ledger-2016-inconsistencies.md, whose numbers (A1 …) are given here.
"""

from __future__ import annotations

import pytest

from analysis.ledger import Ledger, read
from analysis.ledger.verdict import Verdict, check_claims
from tests.language.letters import HANGUL
from tests.ledger.keeping import LEDGER_2016

NO_RESPONSES: dict[str, int | None] = {}
INVENTED: dict[str, int | None] = {"member_orgs": None, "intermediary": None}

# claim, verdict, claimed, counted, words of the reason
EXPECTED = [
    ("C01", "cannot", 5, 0, "5차 가운데 일자가 적혀 있는 것이 없음"),
    ("C02", "cannot", 21, None, "조사의 응답 자료가 꾸며 낸 예시여서 이 수를 확인하는 데 쓸 수 없음"),
    ("C03", "cannot", 4, 0, "4차 가운데 일자가 적혀 있는 것이 없음"),
    ("C04", "cannot", 3, 3, "이름이 다른 활동 3회(9월 20일, 9월 23일, 10월 18일)와 수가 같으나"),  # A2
    ("C05", "cannot", 10, None, "명부가 없음"),
    ("C06", "cannot", 10, 1, "10회 가운데 일자가 적혀 있는 것은 1회뿐임(8월 30일)"),  # A8
    ("C07", "agrees", 1, 1, "원장에서도 1회임(8월 30일)"),
    ("C08", "agrees", 2, 2, "다만 ‘회의진행’의 ‘지역정책협의회’에는 3회로 적혀 서로 다름"),  # A1
    ("C09", "cannot", 14, None, "조사의 응답 자료가 꾸며 낸 예시여서 이 수를 확인하는 데 쓸 수 없음"),
    ("C10", "agrees", 1, 1, "5월 31일"),
    ("C11", "agrees", 1, 1, "7월 11일"),
    ("C12", "agrees", 18, 18, "18명으로 적힘"),  # A12
    ("C13", "agrees", 100, 100, "100여명으로 적힘"),  # A12
    ("C14", "agrees", 1, 1, "7월 21일"),  # A4
    ("C15", "cannot", 1, 0, "1회라고 적혔으나 일자는 적혀 있지 않음"),
    ("C16", "cannot", 6, 0, "6회 가운데 일자가 적혀 있는 것이 없음"),
    ("C17", "cannot", 10, 1, "10회 가운데 일자가 적혀 있는 것은 1회뿐임(8월 30일)"),  # A8
    (
        "C18",
        "disagrees",
        3,
        2,
        "‘지역정책협의회의 안정화’의 ‘모임의 정례화’에는 2회로 적혀 서로 다름",
    ),  # A1
    ("C19", "agrees", 2, 2, "5월 31일, 7월 11일"),  # A7
    ("C20", "cannot", 4, 0, "4회 가운데 일자가 적혀 있는 것이 없음"),
    ("C21", "cannot", 3, None, "요구안의 본문이 활동 원장에 없어 세어 볼 수 없음"),
    ("C22", "cannot", 7, None, "요구안의 본문이 활동 원장에 없어 세어 볼 수 없음"),
    ("C23", "agrees", 2, 2, "6월 24일~25일, 2일 동안 열림"),
]


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return read(LEDGER_2016)


def verdicts(ledger: Ledger, respondents: dict[str, int | None]) -> dict[str, Verdict]:
    return {verdict.claim.id: verdict for verdict in check_claims(ledger, respondents)}


@pytest.mark.parametrize(("claim", "outcome", "claimed", "counted", "reason"), EXPECTED)
def test_each_claim_of_2016_has_its_verdict(
    ledger: Ledger, claim: str, outcome: str, claimed: int, counted: int | None, reason: str
) -> None:
    verdict = verdicts(ledger, INVENTED)[claim]
    assert (verdict.outcome, verdict.claim.value, verdict.counted) == (outcome, claimed, counted)
    assert reason in verdict.reason.ko


def test_the_23_claims_are_all_there_is(ledger: Ledger) -> None:
    assert [claim.id for claim in ledger.claims] == [claim for claim, *_ in EXPECTED]


def test_every_reason_is_given_in_english_too(ledger: Ledger) -> None:
    for verdict in verdicts(ledger, INVENTED).values():
        assert verdict.reason.en and not HANGUL.search(verdict.reason.en)


@pytest.mark.parametrize(
    ("respondents", "outcome", "counted", "reason"),
    [
        ({}, "cannot", None, "대조할 응답 자료가 없음"),
        ({"member_orgs": None}, "cannot", None, "조사의 응답 자료가 꾸며 낸 예시여서 이 수를 확인하는 데 쓸 수 없음"),
        ({"member_orgs": 14}, "agrees", 14, "조사에 응답한 곳이 14개 단체임"),
        ({"member_orgs": 13}, "disagrees", 13, "조사에 응답한 곳이 13개 단체임"),
    ],
)
def test_visits_are_checked_by_the_responses_of_a_survey_but_never_by_invented_ones(
    ledger: Ledger, respondents: dict[str, int | None], outcome: str, counted: int | None, reason: str
) -> None:
    verdict = verdicts(ledger, respondents)["C09"]
    assert (verdict.outcome, verdict.counted, verdict.reason.ko) == (outcome, counted, reason)


def test_a_number_copied_from_the_same_sentence_is_said_to_vouch_for_itself_only(ledger: Ledger) -> None:
    assert "같은 문장에서 옮긴 수" in verdicts(ledger, NO_RESPONSES)["C12"].reason.ko
