"""The address of every number of a page, told in few bytes and read back whole."""

from __future__ import annotations

import pytest
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
        '<td data-cell="base">14</td><td data-cell="a/share">35.7</td></tr>'
    )


@pytest.mark.parametrize(
    "cell",
    [
        '<td><data value="-100" data-cell="a">△100</data></td>',  # a sign of its own
        '<td><data value="0.25" data-cell="a">0.3</data></td>',  # words that are not enough to tell the value
        '<td><data value="5" data-cell="a">5</data> of <data value="6" data-cell="b">6</data></td>',
    ],
)
def test_a_number_that_is_not_alone_in_its_cell_or_told_otherwise_keeps_its_element_and_value(cell: str) -> None:
    assert share_beginnings(f"<tr>{cell}</tr>") == f"<tr>{cell}</tr>"


def test_a_share_behind_its_count_is_told_by_the_small_type_it_has_to_itself() -> None:
    share = '<small>(<data value="0.357" data-cell="b">35.7</data>)</small>'
    told = share_beginnings(f'<tr><td><data value="5" data-cell="a">5</data> {share}</td></tr>')
    assert told == '<tr><td data-cell="a">5 <small data-cell="b">(35.7)</small></td></tr>'
    assert [*numbers_told(told)] == [Told("a", None, "5 "), Told("b", None, "(35.7)")]


def test_a_cell_keeps_what_else_it_has() -> None:
    told = share_beginnings('<tr><td class="no"><data value="1234" data-cell="a">1,234</data>\n<td>–</tr>')
    assert told == '<tr><td class="no" data-cell="a">1,234\n<td>–</tr>'


def test_a_number_in_the_text_keeps_its_whole_address() -> None:
    text = '<p><data value="14" data-cell="orgs/2016/kind/by=/base">14개</data></p>'
    assert share_beginnings(text) == text


def test_addresses_of_a_page_are_read_back_whole_wherever_they_stand() -> None:
    text = '<p><data value="14" data-cell="orgs/2016/kind/by=/base">14개</data></p>'
    drawing = '<svg viewBox="0 0 1 1" data-cells="orgs/2016/kind/by="><text x="1" data-cell="/a/share">35.7%</text></svg>'
    assert [*numbers_told(share_beginnings(text + LINE + drawing + text))] == [
        Told("orgs/2016/kind/by=/base", 14.0),
        Told("orgs/2016/kind/by=/base", None, "14"),
        Told("orgs/2016/kind/by=/a/share", None, "35.7"),
        Told("orgs/2016/kind/by=/a/share", None, "35.7%"),
        Told("orgs/2016/kind/by=/base", 14.0),
    ]


def test_a_chapter_tells_survey_and_year_of_its_numbers_once() -> None:
    text = '<p><data value="14" data-cell="orgs/2016/kind/by=/base">14개</data></p>'
    chapter = f'<section class="chapter" id="chapter-a">{text}{LINE}<section id="part">{text}</section></section>'
    told = share_beginnings(chapter)
    assert told.startswith('<section class="chapter" id="chapter-a" data-cells="orgs/2016/"><p><data value="14" data-cell="kind/')
    assert '<tr class="all" data-cells="kind/by=/">' in told and told.count("orgs") == 1
    assert addresses(told) == addresses(chapter)


def test_a_figure_tells_its_question_once() -> None:
    drawing = '<svg viewBox="0 0 1 1" data-cells="orgs/2016/kind/by="><text x="1" data-cell="/a/share">35.7%</text></svg>'
    figure = f'<figure class="figure" id="f">{drawing}<table>{LINE}</table></figure>'
    chapter = f'<section class="chapter" id="c">{figure}<p>{figure}</section>'
    told = share_beginnings(chapter)
    assert '<figure class="figure" id="f" data-cells="kind/"><svg viewBox="0 0 1 1" data-cells="by=">' in told
    assert '<tr class="all" data-cells="by=/">' in told
    assert addresses(told) == addresses(chapter)


def test_a_figure_whose_drawing_tells_cells_of_two_questions_tells_none_once() -> None:
    drawing = '<svg data-cells=""><text data-cell="orgs/2016/kind/by=/base">14</text></svg>'
    figure = f'<figure class="figure">{drawing}</figure>'
    assert share_beginnings(figure) == figure


def test_a_chapter_of_several_surveys_tells_each_in_full() -> None:
    chapter = '<section class="chapter">' + "".join(
        f'<data value="1" data-cell="{survey}/2016/kind/by=/base">1</data>' for survey in ("orgs", "coops")
    )
    assert share_beginnings(chapter) == chapter


parts = st.text("ab:=가/", min_size=1, max_size=8)


@given(st.lists(parts, min_size=1, max_size=5))
def test_whatever_the_addresses_none_is_changed(whole: list[str]) -> None:
    cells = "".join(f'<td><data value="1" data-cell="{address}">1</data></td>' for address in whole)
    assert addresses(share_beginnings(f"<tr>{cells}</tr>")) == whole


@given(st.lists(st.lists(parts, min_size=1, max_size=3), max_size=4))
def test_nor_in_a_chapter(lines: list[list[str]]) -> None:
    cells = [f'<td><data value="1" data-cell="{address}">1</data></td>' for line in lines for address in line]
    rows = "".join(f"<tr>{cell}{cell}</tr>{cell}" for cell in cells)
    page = f'<main><section class="chapter"><p>{rows}</section><section class="chapter">{rows}</section></main>'
    assert addresses(share_beginnings(page)) == addresses(page)


def addresses(html: str) -> list[str]:
    return [number.address for number in numbers_told(html)]
