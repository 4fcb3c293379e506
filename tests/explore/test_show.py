"""A result as a piece of a notebook."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

import start
from analysis.explore.result import Result
from analysis.explore.show import CLASS, result_html
from analysis.explore.survey import Survey, open_survey
from analysis.questionnaire.words import Words
from analysis.report.addresses import numbers_told
from analysis.tables.address import parse_address


@pytest.fixture(scope="module")
def survey() -> Survey:
    return open_survey("member_orgs", root=start.ROOT)


@pytest.fixture(scope="module")
def result(survey: Survey) -> Result:
    return survey.table("overall_satisfaction", by="organisation_type")


def texts(html: str) -> str:
    """What is read, without rules and tags."""
    return re.sub(r"\s+", " ", re.sub(r"<style>.*?</style>|<[^>]+>", "", html, flags=re.DOTALL))


def test_it_says_first_that_it_is_not_released_and_invented(result: Result) -> None:
    assert texts(result_html(result)).strip().startswith("공개 전: 운영위원회용 표")
    assert "예시 자료" in texts(result_html(result))[:90]


def test_the_finding_and_whom_it_is_about_follow(result: Result) -> None:
    said = texts(result_html(result))
    assert said.index(result.title) < said.index(result.lead) < said.index(result.base)


def test_the_table_and_the_drawing_show_the_cells_of_the_table(result: Result) -> None:
    html = result_html(result)
    values = {result.table.address(cell): cell for cell in result.table.cells if cell.shown}
    whole = {address: cell for address, cell in values.items() if not cell.level}
    values |= {address.replace("/by=organisation_type", "/by="): cell for address, cell in whole.items()}
    told = [number for number in numbers_told(html) if not number.address.endswith((".low", ".high"))]
    assert len(told) > 60
    for number in told:
        assert parse_address(number.address)[:3] == ("member_orgs", 2016, "overall_satisfaction")
        assert number.value is None or number.value == values[number.address].value
    assert {":other/base", "/mean"} <= {number.address.partition("organisation_type")[2] for number in told}


def test_what_of_it_is_empty_is_told_and_nothing_is_drawn(survey: Survey) -> None:
    empty = survey.table("dissatisfaction_reason", where="C2 >= 4")
    html = result_html(empty)
    assert empty.empty is not None and empty.empty.ko in texts(html)
    assert "<svg" not in html and "<table" not in html
    assert "공개 전" in html


def test_the_filter_stands_beside_the_base(survey: Survey) -> None:
    assert "(지난 1년간 활동 만족도 4 이상)" in texts(result_html(survey.table("outlook", where="C2 >= 4")))


def test_it_brings_its_rules_and_fetches_nothing(result: Result) -> None:
    html = result_html(result)
    assert "<script" not in html and "url(" not in html and "http" not in html
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    outside = re.sub(r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}", "", style)
    assert all(CLASS in selector for selector in re.split(r",(?![^(]*\))", outside) if selector.strip())


def test_every_element_is_closed(result: Result) -> None:
    open_ones: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            if tag not in ("br", "wbr"):
                open_ones.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert open_ones.pop() == tag

    Reader().feed(re.sub(r"<(\w+)([^>]*)/>", r"<\1\2></\1>", result_html(result)))
    assert open_ones == []


def test_the_same_result_can_stand_on_a_page_twice(result: Result) -> None:
    first, second = ({*re.findall(r' id="([^"]*)"', result_html(result, scope))} for scope in ("", "left-"))
    assert first and second and not first & second
    for html in (result_html(result), result_html(result, "left-")):
        named = {name for names in re.findall(r'aria-labelledby="([^"]*)"', html) for name in names.split()}
        assert named <= {*re.findall(r' id="([^"]*)"', html)}


def test_words_of_a_questionnaire_stay_words(result: Result) -> None:
    evil = replace(result.table, title=Words(ko='<img src=x onerror="1">'), facts=dict(result.table.facts))
    html = result_html(replace(result, table=evil))
    assert "<img" not in html and "&lt;img" in html


def test_english_has_its_korean_names_marked() -> None:
    html = result_html(open_survey("member_orgs", language="en", root=start.ROOT).table("outlook"))
    assert 'lang="en"' in html and "Not released" in html
    assert not re.search("[가-힣]", texts(re.sub(r'<span lang="ko">.*?</span>', "", html)))


def test_a_notebook_shows_it_by_itself_and_in_words_says_the_same(result: Result) -> None:
    assert result._repr_html_() == result_html(result)
    assert repr(result).splitlines() == [
        "[공개 전: 운영위원회용 표로, 작은 수를 가리지 않음]",
        "지난 1년간 활동 만족도: 조직유형별",
        result.lead,
        "응답한 회원단체 14개",
    ]
