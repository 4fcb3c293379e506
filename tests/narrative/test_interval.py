"""How sure a finding is: told once, of all respondents, and in a small frame as numbers of it."""

from __future__ import annotations

from typing import Any

import pytest

from analysis.narrative import Figure, sentences
from analysis.narrative.interval import ends
from analysis.tables import Table
from analysis.tables.address import parse_address
from tests.narrative.made import chosen, made, stats

FRAME = {"situation": "frame", "population": 21, "confidence": 0.95}


def nine_of_fourteen(**inference: Any) -> Table:
    """9 of 14 of a frame of 21: the exact interval runs from 10 to 16 of them."""
    table = chosen("single", {"만족": 9, "보통": 5}, inference=FRAME | inference)
    return table.with_cells(tuple(
        cell._replace(se=0.075, low=0.476, high=0.762) if (cell.item, cell.stat) == ("만족", "share") else cell
        for cell in table.cells
    ))  # fmt: skip


def told(table: Table, language: str = "ko") -> list[str]:
    word = "신뢰구간" if language == "ko" else "confidence interval"
    return [sentence.text for sentence in sentences(table, language) if word in sentence.text]


def test_in_a_small_frame_the_interval_is_also_told_as_numbers_of_it() -> None:
    assert told(nine_of_fourteen()) == [
        "64.3%의 95% 신뢰구간은 47.6~76.2%로, 회원단체 21개 가운데 10~16개에 해당함"
    ]
    assert told(nine_of_fourteen(), "en") == [
        "The 95% confidence interval of 64.3% is 47.6–76.2%, which is 10–16 of all 21 member organisations"
    ]


def test_every_end_has_an_address_that_leads_to_its_number() -> None:
    table = nine_of_fourteen()
    first = sentences(table, "ko")[0]
    assert [address.rpartition("/")[2] for address in first.cells] == [
        "share", "share.low", "share.high", "count.low", "count.high"
    ]  # fmt: skip
    for address in first.cells:
        level, row, item, stat = parse_address(address)[4]
        assert table.value(stat, item, row, level) in (9 / 14, 0.476, 0.762, 10, 16)


@pytest.mark.parametrize(
    "inference",
    [
        {"population": 10_615},  # too many to be known by name
        {"situation": "probability"},  # nobody says that the others are so few
        {"population": 24},  # 47.6 % of 24 is no whole number: the question was not put to all of them
    ],
)
def test_elsewhere_the_shares_are_enough(inference: dict[str, Any]) -> None:
    assert told(nine_of_fourteen(**inference)) == ["64.3%의 95% 신뢰구간은 47.6~76.2%임"]


def test_a_sample_that_allows_no_interval_has_none() -> None:
    assert told(chosen("single", {"만족": 9, "보통": 5}, inference={"situation": "self_selected"})) == []


def test_a_middle_says_that_it_is_one() -> None:
    cells = [*chosen("single", {}, base=14).cells, *stats({"median": 12.0}, 14)]
    table = made("number", cells, unit="명", inference=FRAME)
    table = table.with_cells(tuple(
        cell._replace(low=8.0, high=20.5) if cell.stat == "median" else cell for cell in table.cells
    ))  # fmt: skip
    assert told(table) == ["중앙값 12명의 95% 신뢰구간은 8~21명임"]


def test_an_end_at_nothing_is_a_number() -> None:
    """ "-" would say that there is no end."""
    table = nine_of_fourteen()
    share = table.get("share", "만족")
    assert share is not None
    cell = share._replace(low=0.0, high=0.2)
    table = table.with_cells((*(one for one in table.cells if one.key != cell.key), cell))
    interval = ends(table, cell, "ko")
    assert interval is not None and interval.text == "0.0~20.0%"


def middle(value: float, low: float, high: float, stat: str = "median", **facts: Any) -> tuple[str, list[Any]]:
    """The ends as they are read, and the values they carry."""
    table = made("number", stats({stat: value}, 14), **facts)
    cell = table.cells[0]._replace(low=low, high=high)
    told = ends(table.with_cells((cell,)), cell, "ko")
    assert told is not None
    return told.text, [part.value for part in told.parts if isinstance(part, Figure)]


@pytest.mark.parametrize(
    ("value", "low", "high", "read"),
    [
        (2800, 953.5, 4790.2, "953~4,791명"),
        (4, 3, 5.3, "3~6명"),
        (11, 9.3, 12, "9~12명"),
        (8.5, 7.2, 9.1, "7~10명"),  # half way between two whole answers
        (8.3, 7.2, 9.1, "7.2~9.1명"),  # answers are no whole numbers
        (-2, -3.5, -0.5, "-4~0명"),
    ],
)
def test_the_middle_of_whole_answers_has_whole_ends_outwards_and_the_values_stay(
    value: float, low: float, high: float, read: str
) -> None:
    assert middle(value, low, high, unit="명") == (read, [low, high])


def test_a_mean_keeps_its_decimal_for_it_lies_between_answers() -> None:
    assert middle(10, 9.3, 12.1, stat="mean", unit="회")[0] == "9.3~12.1회"


def test_an_amount_has_ends_in_the_unit_it_was_asked_in() -> None:
    assert middle(2_800_000, 953_512.4, 4_790_210.9, asked_in="천원") == (
        "95만 3,000원~479만 1,000원", [953_512.4, 4_790_210.9]
    )  # fmt: skip
