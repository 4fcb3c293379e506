"""Slides as one file."""

from __future__ import annotations

import re

import pytest

import start
from analysis.explore.show import result_html
from analysis.explore.slides.choose import Slide
from analysis.explore.slides.deck import deck
from analysis.explore.slides.pieces import Piece
from analysis.explore.survey import open_survey
from analysis.report.addresses import numbers_told


@pytest.fixture(scope="module")
def shown() -> str:
    return result_html(open_survey("member_orgs", root=start.ROOT).table("overall_satisfaction", by="region"))


def made(*slides: list[str], language: str = "ko") -> str:
    return deck([Slide([Piece(html) for html in pieces]) for pieces in slides], "회의", language)


def headings(html: str) -> list[tuple[str, str]]:
    return re.findall(r"<h([1-6])[^>]*>(.*?)</h\1>", html)


def test_it_is_named_after_its_first_heading_or_the_notebook() -> None:
    assert "<title>회비</title>" in made(["<p>글</p>"], ["<h2>회비</h2>"])
    assert "<title>회의</title>" in made(["<p>글</p>"])


def test_it_has_one_heading_of_the_first_level_and_no_level_is_passed_over() -> None:
    html = made(['<h2 id="a">하나</h2><h4>가</h4>', "<h1>나</h1>"], ["<h1>둘</h1><h1>다</h1>"], ["<h6>셋</h6>"])
    assert headings(html) == [
        ("1", "하나"), ("2", "하나"), ("3", "가"), ("3", "나"), ("2", "둘"), ("3", "다"), ("2", "셋"),
    ]  # fmt: skip


def test_every_slide_says_which_it_is_and_that_it_is_not_released() -> None:
    html = made(["<h1>하나</h1>"], ["<p>둘</p>"])
    assert html.count("<b>공개 전: 운영위원회가 살펴본 결과</b>") == 2
    assert re.findall(r'aria-label="(\d장 .*?)"', html) == ["2장 가운데 1번째: 하나", "2장 가운데 2번째"]
    assert [*re.findall(r"<span>(\d / \d)</span>", html)] == ["1 / 2", "2 / 2"]


def test_a_result_keeps_its_mark_its_numbers_and_its_words_for_those_who_listen(shown: str) -> None:
    html = made([shown])
    assert "공개 전: 운영위원회용 표로" in html and "예시 자료" in html
    assert [*numbers_told(re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL))] == [*numbers_told(shown)]
    assert html.count("<desc ") == shown.count("<desc ") > 0


def test_the_same_result_on_two_slides_has_ids_of_its_own(shown: str) -> None:
    html = made([shown], [shown])
    ids = re.findall(r'\sid="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    referred = {name for names in re.findall(r'aria-labelledby="([^"]*)"', html) for name in names.split()}
    assert referred and referred <= set(ids)


def test_its_table_is_folded_beside_a_figure_and_open_without_one(shown: str) -> None:
    assert '<details class="table" open' not in made([shown])
    assert '<details class="table" open' in made([re.sub(r"<svg.*?</svg>", "", shown, flags=re.DOTALL)])


def test_it_fetches_nothing_and_runs_nothing_but_its_own_script(shown: str) -> None:
    html = made([shown, "<b onclick=alert(1)>x</b>"])
    assert "default-src &#39;none&#39;" in html and html.count("<script>") == 1
    assert not re.search(r'(?:src|href)="(?!data:|#)', html) and "@import" not in html
    assert not re.search(r"url\((?!data:)", html)


def test_in_english_it_is_in_english() -> None:
    html = made(["<h1>Dues</h1><p>서울</p>"], language="en")
    assert '<html lang="en">' in html and "Slide 1 of 1: Dues" in html and '<span lang="ko">서울</span>' in html
