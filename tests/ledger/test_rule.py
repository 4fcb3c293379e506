"""How a claim is counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.ledger import read
from analysis.ledger.verdict import Verdict, check_claims
from tests.ledger.keeping import CLAIMS, claiming, keep


def verdict(folder: Path, count: str, value: str = "2") -> Verdict:
    return check_claims(read(keep(folder, claims=claiming(count, value))), {})[0]


@pytest.mark.parametrize(
    ("count", "dated", "undated"),
    [
        ("events where body = 이사회", 1, 1),
        ("events where kind = 회의", 2, 1),  # a forum that was a meeting too is both
        ("events where kind = 포럼", 1, 0),
        ("events where body = 이사회 or 정책위원회", 2, 1),
        ("events where body = 정책 위원회 and kind = 포럼", 1, 0),  # blanks do not tell names apart
        ("events where title has 봄", 1, 0),
        ("events where pillar = 정책", 1, 0),
        ("events where body = 이사회 and kind = 포럼", 0, 0),
    ],
)
def test_events_are_counted_by_what_holds_for_them(
    tmp_path: Path, count: str, dated: int, undated: int
) -> None:
    found = verdict(tmp_path, count)
    assert (found.counted, found.undated) == (dated, undated)


@pytest.mark.parametrize(
    ("value", "outcome"), [("1", "agrees"), ("0", "disagrees"), ("2", "cannot"), ("1 이상", "agrees")]
)
def test_fewer_dated_events_than_claimed_contradict_nothing_but_more_do(
    tmp_path: Path, value: str, outcome: str
) -> None:
    assert verdict(tmp_path, "events where body = 이사회", value).outcome == outcome


def test_fewer_events_contradict_where_another_claim_about_the_same_states_as_few(tmp_path: Path) -> None:
    two = (
        claiming("events where body = 이사회")
        + "C2,이사회,Board,1,회,meeting,events where body = 이사회,,,,\n"
    )
    claims = check_claims(read(keep(tmp_path, claims=two)), {})
    assert [found.outcome for found in claims] == ["disagrees", "agrees"]
    assert "다른 쪽에는 1회로 적혀 서로 다름" in claims[0].reason.ko
    assert "다만 다른 쪽에는 2회로 적혀 서로 다름" in claims[1].reason.ko


def test_perhaps_never_proves_a_claim(tmp_path: Path) -> None:
    found = verdict(tmp_path, "perhaps events where kind = 포럼", "1")
    assert (found.outcome, found.counted) == ("cannot", 1)


@pytest.mark.parametrize(
    ("value", "outcome"),
    [("100 이상", "agrees"), ("90 이상", "agrees"), ("101 이상", "disagrees"), ("100", "disagrees")],
)
def test_some_hundred_people_are_at_least_a_hundred_and_not_a_hundred(
    tmp_path: Path, value: str, outcome: str
) -> None:
    assert verdict(tmp_path, "participants of E2", value).outcome == outcome


def test_days_are_counted_with_the_first_and_the_last(tmp_path: Path) -> None:
    found = verdict(tmp_path, "days of E2", "3")
    assert (found.outcome, found.counted) == ("agrees", 3)


def test_what_nothing_counts_says_why_in_both_languages(tmp_path: Path) -> None:
    found = verdict(tmp_path, "cannot: 명부가 없음 | there is no register")
    assert (found.outcome, found.counted) == ("cannot", None)
    assert (found.reason.ko, found.reason.en) == ("명부가 없음", "there is no register")


def test_events_outside_the_year_are_not_counted(tmp_path: Path) -> None:
    folder = keep(tmp_path, claims=CLAIMS)
    events = (folder / "events.csv").read_text(encoding="utf-8").replace("2016-03-02", "2017-03-02")
    (folder / "events.csv").write_text(events, encoding="utf-8")
    assert check_claims(read(folder), {})[0].counted == 0
