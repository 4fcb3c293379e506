"""The year's work on the page: the outline of 2016 with its dates, counts, notes and cards."""

from __future__ import annotations

import re

import pytest

from analysis import ledger
from analysis.release import Bundle
from analysis.report import listing
from analysis.report.activities import Activities
from analysis.report.stated import Stated
from tests.ledger.keeping import LEDGER_2016
from tests.read_page import words_by_id
from tests.report.small_report import SATISFACTION, bundle


@pytest.fixture(scope="module")
def given() -> Bundle:
    book = ledger.read(LEDGER_2016)
    return ledger.release(book, ledger.build_tables(book, {"member_orgs": None}), "members")


def blocks(given: Bundle, others: dict[str, Bundle] | None = None, language: str = "ko") -> dict[str, str]:
    told = Activities(given, Stated(given, language), others or {}, language)
    return {block: str(html) for block, _, html in told.blocks()}


def test_there_is_a_block_for_each_pillar_in_the_order_of_the_report(given: Bundle) -> None:
    assert [*blocks(given)] == ["work-policy", "work-joint", "work-organisation"]


def test_dates_and_counts_come_from_the_ledger_and_lead_to_their_cells(given: Bundle) -> None:
    html = blocks(given)["work-policy"]
    assert '<time datetime="2016-02-24">2월\N{NO-BREAK SPACE}24일</time>' in html
    assert '<data value="10" data-cell="ledger/2016/claims/by=/C06/claimed/count">10</data>회' in html


def test_a_count_in_doubt_has_a_mark_that_leads_to_its_note_and_back(given: Bundle) -> None:
    html = blocks(given)["work-joint"]
    assert re.search(r'2</data>회<sup class="mark"><a id="r-C08" href="#n-C08"[^>]*>9</a></sup>', html)
    note = words_by_id(html)["n-C08"]
    assert note.startswith("9") and "‘회의진행’의 ‘지역정책협의회’에는 3회로 적혀 서로 다름" in note
    assert 'href="#r-C08"' in html


def test_a_count_that_is_borne_out_has_no_mark(given: Bundle) -> None:
    stated = Stated(given, "ko")
    assert stated.mark("C11") == "" and stated.mark("C06") != ""


def test_notes_are_numbered_as_they_are_met_and_each_is_told_once(given: Bundle) -> None:
    stated = Stated(given, "ko")
    stated.show("C06"), stated.show("C01"), stated.show("C06")
    assert [(note["id"], note["number"]) for note in stated.notes()] == [("C06", 1), ("C01", 2)]
    stated.show("C16"), stated.show("C01")
    assert [(note["id"], note["number"]) for note in stated.notes()] == [("C16", 3)]


def test_events_that_tell_the_same_of_themselves_share_a_card(given: Bundle) -> None:
    words = words_by_id(blocks(given)["work-joint"])["a-joint-regional_council-regular_meetings"]
    assert "진행3월 24일(목), 8월 26일(금)" in words
    assert words.count("20대 총선대응") == 1


def test_a_hundred_and_more_is_never_shown_as_a_hundred(given: Bundle) -> None:
    words = words_by_id(blocks(given)["work-organisation"])["a-organisation-convention"]
    assert "100여 명" in words
    note = words_by_id(blocks(given)["work-organisation"])["n-C13"]
    assert "정확한 수는 적혀 있지 않음. 100명 이상으로 셈" in note
    english = words_by_id(blocks(given, language="en")["work-organisation"])["a-organisation-convention"]
    assert "at least 100 people" in english
    claims = str(listing.claims(given, Stated(given, "ko"), "ko").html("ko"))
    assert words_by_id(claims)["claim-C13"].count("100명 이상") == 3


def test_an_item_tells_what_its_survey_found_where_there_is_a_report(given: Bundle) -> None:
    survey = bundle(SATISFACTION, survey="member_orgs", invented=True)
    renamed = Bundle.loads(survey.dumps().replace('"question":"satisfaction"', '"question":"overall_satisfaction"'))
    html = blocks(given, {"member_orgs": renamed})["work-organisation"]
    assert 'href="member_orgs.html#q-overall_satisfaction"' in html and "예시 자료" in html
    assert "member_orgs.html" not in blocks(given)["work-organisation"]


def test_meetings_are_listed_with_the_days_that_are_known(given: Bundle) -> None:
    words = words_by_id(str(listing.meetings(given, Stated(given, "ko"), "ko").html("ko")))
    assert "2회5월 31일, 7월 11일" in words["meeting-incorporation"]
    assert words["meeting-steering_committee"].startswith("운영위원회6회…")
    assert words["meeting-total"] == "계27회확인된 것 6회"


def test_statements_and_policy_papers_are_listed_by_date_and_nothing_where_there_are_none(given: Bundle) -> None:
    listed = listing.statements(given, ("statement", "policy_paper"), "ko")
    assert listed is not None and len(listed.groups[0][1]) == 5
    assert listing.statements(given, ("song",), "ko") is None
