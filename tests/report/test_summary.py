"""한 장 요약 of a year."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from analysis.ledger import build_tables, read, release
from analysis.release import Bundle
from analysis.report.summary import year_summary
from tests.ledger.keeping import keep
from tests.ledger.ruled import workbook
from tests.report.small_report import SATISFACTION, bundle

SURVEY = bundle(SATISFACTION, survey="orgs", invented=True)


def ledger_in(folder: Path, accounts: bool = True) -> Bundle:
    kept = keep(folder)
    if accounts:
        workbook(kept / "accounts.xlsx")
    book = read(kept)
    return release(book, build_tables(book, {}), "members")


def told(year: Bundle, language: str = "ko", **questions: str) -> str:
    return str(year_summary({"ledger": year, "orgs": SURVEY}, "ledger", questions, language))


def test_it_tells_of_activities_meetings_accounts_and_of_each_survey_with_a_report(tmp_path: Path) -> None:
    html = told(ledger_in(tmp_path), orgs="satisfaction", another="satisfaction")
    assert html.count("<li>") == 4
    for place in ("#q-events_by_pillar", "#q-meetings", "#q-accounts_expense", "orgs.html#q-satisfaction"):
        assert f'href="{place}"' in html
    assert html.count("예시 자료") == 1, "of the survey, which is an example"


def test_a_number_is_read_after_the_heading_that_says_what_it_is(tmp_path: Path) -> None:
    html = told(ledger_in(tmp_path), orgs="satisfaction")
    order = re.findall('<h3>|<p class="big">', html)
    assert order == ["<h3>", '<p class="big">'] * 4


@pytest.mark.parametrize(("language", "words"), [("ko", "집행되었고"), ("en", "is carried forward")])
def test_the_accounts_are_one_finding_with_both_rates_and_what_is_carried_over(
    tmp_path: Path, language: str, words: str
) -> None:
    html = told(ledger_in(tmp_path), language)
    assert words in html
    for cell in ("accounts_income/by=/total/rate/share", "accounts_expense/by=/expense/rate/share",
                 "accounts_balance/by=/carried_over/actual/amount"):  # fmt: skip
        assert f'data-cell="ledger/2016/{cell}"' in html


def test_a_year_without_accounts_is_told_without_them(tmp_path: Path) -> None:
    assert told(ledger_in(tmp_path, accounts=False)).count("<li>") == 2
