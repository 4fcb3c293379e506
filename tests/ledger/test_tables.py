"""The ledger of 2016 as tables. Every figure here can be counted by hand in data/raw/2016/events.csv."""

from __future__ import annotations

import pytest

from analysis.ledger import build_tables, read
from analysis.tables import Table
from analysis.tables.address import parse_address
from analysis.tables.table import dump_tables, load_tables
from tests.language.letters import HANGUL
from tests.ledger.keeping import LEDGER_2016


@pytest.fixture(scope="module")
def tables() -> dict[str, Table]:
    return {table.question: table for table in build_tables(read(LEDGER_2016), {"member_orgs": None})}


def count(table: Table, item: str) -> float | None:
    cell = table.get("count", item)
    return cell.value if cell else None


def values(table: Table, item: str, stat: str = "count") -> dict[str, float | None]:
    return {cell.row: cell.value for cell in table.cells if (cell.item, cell.stat) == (item, stat)}


def test_27_meetings_are_claimed_and_6_of_them_dated(tables: dict[str, Table]) -> None:
    """Inconsistencies A6 and A9: 1+1+6+10+3+2+4; 21/7, 24/3, 26/8, 31/5, 11/7 and 30/8."""
    meetings = tables["meetings"]
    assert list(values(meetings, "claimed").values()) == [1, 1, 6, 10, 3, 2, 4, 27]
    assert list(values(meetings, "dated").values()) == [1, 0, 0, 1, 2, 2, 0, 6]
    assert list(values(meetings, "undated").values()) == [0, 1, 6, 9, 1, 0, 4, 21]
    assert values(meetings, "dated", "share")["total"] == pytest.approx(0.222, abs=0.0005)


def test_the_body_whose_count_is_disputed_is_named(tables: dict[str, Table]) -> None:
    meetings = tables["meetings"]
    assert meetings.facts["disputed"] == ["regional_council"]
    assert meetings.facts["dates"]["regional_council"] == ["2016-03-24", "2016-08-26"]
    assert [note.ko[:8] for note in meetings.notes] == ["지역정책협의회:"]


def test_every_event_is_in_one_pillar_in_none_or_outside_the_year(tables: dict[str, Table]) -> None:
    table = tables["events_by_pillar"]
    pillars = ("policy", "joint", "organisation", "none", "outside")
    assert [count(table, pillar) for pillar in pillars] == [17, 6, 6, 1, 1]
    assert [cell.value for cell in table.cells if cell.key == ("", "", "", "base")] == [17 + 6 + 6 + 1]


def test_an_event_of_two_kinds_is_counted_under_both(tables: dict[str, Table]) -> None:
    """6 December was the policy debate and the third forum."""
    table = tables["events_by_pillar"]
    assert values(table, "forum") == {"policy": 3}
    assert values(table, "public_debate") == {"policy": 2}


def test_22_of_30_events_of_the_year_have_a_date_and_one_is_outside_it(tables: dict[str, Table]) -> None:
    counts = {cell.item: cell.value for cell in tables["events_by_month"].cells if cell.stat == "count"}
    assert (counts["dated"], counts["undated"], counts["outside"]) == (22, 8, 1)
    assert [counts[f"{month:02}"] for month in range(1, 13)] == [0, 1, 2, 2, 3, 2, 2, 2, 2, 1, 3, 2]


def test_events_go_to_the_page_by_date_with_the_undated_last(tables: dict[str, Table]) -> None:
    events = tables["events_by_month"].facts["events"]
    assert [event["dated"] for event in events] == [True] * 23 + [False] * 8
    assert events[0]["when"] == {"ko": "2016. 2. 24.", "en": "24 February 2016"}
    convention = next(event for event in events if event["id"] == "E19")
    assert convention["participants"] == {"ko": "100여명", "en": "over 100 people"}
    assert convention["place"]["ko"] == "경기 인재개발원"


def test_claims_are_counted_by_their_verdict(tables: dict[str, Table]) -> None:
    claims = tables["claims"]
    assert [count(claims, outcome) for outcome in ("agrees", "disagrees", "cannot")] == [9, 1, 13]
    assert values(claims, "claimed")["C18"] == 3
    assert values(claims, "counted")["C18"] == 2
    assert "C05" not in values(claims, "counted")


def test_a_verdict_goes_to_the_page_with_reason_quote_and_unit(tables: dict[str, Table]) -> None:
    verdict = tables["claims"].facts["verdicts"]["C13"]
    assert verdict["verdict"] == "agrees"
    assert verdict["stated"] == {"ko": "100명 이상", "en": "at least 100 people"}
    assert verdict["quote"] == "- 참여 : 100여명"


def test_every_id_has_its_words_in_both_languages(tables: dict[str, Table]) -> None:
    for table in tables.values():
        for cell in table.cells:
            for labels, name in ((table.rows, cell.row), (table.items, cell.item)):
                words = [label.words for label in labels if label.id == name]
                assert name == "" or (len(words) == 1 and words[0].ko and not HANGUL.search(words[0].text("en")))


def test_every_address_leads_back_to_its_cell(tables: dict[str, Table]) -> None:
    assert load_tables(dump_tables(list(tables.values()))) == list(tables.values())
    for table in tables.values():
        for cell in table.cells:
            survey, year, question, group, key = parse_address(table.address(cell))
            assert (survey, year, question, group, key) == ("ledger", 2016, table.question, "", cell.key)
