from __future__ import annotations

from analysis.report.site.change import change
from analysis.report.site.contents import Block
from tests.report.site.editions import contents


def block(name: str, finding: str = "많음") -> Block:
    return Block(id=f"q-{name}", heading=name, finding=finding)


def test_reports_that_began_and_ended_are_named() -> None:
    told = change(contents(2017, names=("orgs", "new")), contents(2016, names=("orgs", "old")), "ko")
    assert (told.begun, told.ended, told.year) == (("new 조사",), ("old 조사",), 2016)


def test_questions_that_were_not_asked_before_are_named_with_their_place() -> None:
    told = change(contents(2017, (block("a"), block("b"))), contents(2016, (block("a"),)), "ko")
    assert told.new == (("orgs 조사", 1, (("b", "orgs.html#q-b"),)),)


def test_what_both_years_tell_stands_side_by_side() -> None:
    told = change(contents(2017, (block("a", "9개"),)), contents(2016, (block("a", "7개"),)), "ko")
    (again,) = told.again
    assert (again.finding, again.page) == ("9개", "orgs.html#q-a")
    assert again.before == "7개"


def test_nothing_new_is_nothing_to_tell() -> None:
    assert not change(contents(2017), contents(2016), "ko")
