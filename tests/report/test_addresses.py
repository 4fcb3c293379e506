"""The address of every number of a page, told in few bytes and read back whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from analysis.report.addresses import Told, numbers_told, share_beginnings

LINE = (
    '<tr class="all"><th>전체</th>'
    '<td><data value="14" data-cell="orgs/2016/kind/by=/base">14</data></td>'
    '<td><data value="0.357" data-cell="orgs/2016/kind/by=/a/share">35.7</data></td></tr>'
)


def test_a_line_tells_what_its_addresses_begin_with_once() -> None:
    assert share_beginnings(LINE) == (
        '<tr class="all" data-cells="orgs/2016/kind/by=/"><th>전체</th>'
        '<td><data value="14" data-cell="base">14</data></td>'
        '<td><data value="0.357" data-cell="a/share">35.7</data></td></tr>'
    )


def test_a_number_in_the_text_keeps_its_whole_address() -> None:
    text = '<p><data value="14" data-cell="orgs/2016/kind/by=/base">14개</data></p>'
    assert share_beginnings(text) == text


def test_addresses_of_a_page_are_read_back_whole_wherever_they_stand() -> None:
    text = '<p><data value="14" data-cell="orgs/2016/kind/by=/base">14개</data></p>'
    drawing = '<svg viewBox="0 0 1 1" data-cells="orgs/2016/kind/by="><text x="1" data-cell="/a/share">35.7%</text></svg>'
    assert [*numbers_told(share_beginnings(text + LINE + drawing + text))] == [
        Told("orgs/2016/kind/by=/base", 14.0),
        Told("orgs/2016/kind/by=/base", 14.0),
        Told("orgs/2016/kind/by=/a/share", 0.357),
        Told("orgs/2016/kind/by=/a/share", None, "35.7%"),
        Told("orgs/2016/kind/by=/base", 14.0),
    ]


parts = st.text("ab:=가/", min_size=1, max_size=8)


@given(st.lists(parts, min_size=1, max_size=5))
def test_whatever_the_addresses_none_is_changed(addresses: list[str]) -> None:
    cells = "".join(f'<td><data value="1" data-cell="{address}">1</data></td>' for address in addresses)
    told = numbers_told(share_beginnings(f"<tr>{cells}</tr>"))
    assert [number.address for number in told] == addresses
