"""Every number on a page can be asked where it came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.tables.address import address, parse_address
from analysis.tables.cell import Cell, TableError
from tests.tables.test_table import CELLS, NAMES, PLACES


@given(NAMES, st.integers(1, 3000), NAMES, st.just("") | PLACES, CELLS)
def test_every_address_finds_its_way_back(survey: str, year: int, question: str, group: str, cell: Cell):
    assert parse_address(address(survey, year, question, group, cell)) == (
        survey,
        year,
        question,
        group,
        cell.key,
    )


@pytest.mark.parametrize(
    ("cell", "group", "expected"),
    [
        (Cell("", "", "4+5", "share", 0.643), "", "by=/4+5/share"),
        (Cell("", "", "", "mean", 3.6), "", "by=/mean"),
        (Cell("seoul", "", "", "mean", 3.6), "region", "by=region:seoul/mean"),
        (Cell("", "channel_email", "", "mean", 3.6), "", "by=/channel_email//mean"),
        (Cell("", "advice", "used:yes", "count", 2), "", "by=/advice/used:yes/count"),
        (Cell("", "", "=8", "count", 2), "", "by=/=8/count"),
    ],
)
def test_what_is_empty_is_left_out_of_an_address(cell: Cell, group: str, expected: str):
    assert (
        address("member_orgs", 2016, "satisfaction", group, cell)
        == f"member_orgs/2016/satisfaction/{expected}"
    )


@pytest.mark.parametrize(
    "text", ["", "member_orgs/2016", "a/b/c/by=/mean", "a/2016/c/mean/x", "a/2016/c/by=/1/2/3/4"]
)
def test_what_is_no_address_is_said_to_be_none(text: str):
    with pytest.raises(TableError):
        parse_address(text)
