"""The English pages are English: what is Korean in them says so, and is a quotation or the way to the Korean page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.language.read_languages import Passage, korean_passages

QUOTATIONS = "q-corrections"  # the original wording beside what was put in its place
NAME_OF_KOREAN = "한국어"  # the link to the Korean edition names it as its readers do


@pytest.fixture(scope="module")
def pages(project_2016: Path) -> dict[str, list[Passage]]:
    """The Korean passages of every English page."""
    reports = project_2016 / "reports"
    found = {
        path.relative_to(reports).as_posix(): korean_passages(path.read_text(encoding="utf-8"))
        for path in sorted(reports.rglob("*.en.html"))
    }
    assert found, "the project that tests share is made in both languages"
    return found


def test_korean_letters_stand_only_in_elements_that_say_they_are_korean(pages: dict[str, list[Passage]]):
    unmarked = {page: [one.text for one in found if not one.marked] for page, found in pages.items()}
    assert {page: texts for page, texts in unmarked.items() if texts} == {}


def test_only_quotations_and_the_way_to_the_korean_page_are_korean(pages: dict[str, list[Passage]]):
    other = {
        page: [one.text for one in found if QUOTATIONS not in one.within and one.text != NAME_OF_KOREAN]
        for page, found in pages.items()
    }
    assert {page: texts for page, texts in other.items() if texts} == {}


def test_a_passage_is_told_with_its_mark_and_its_place():
    html = '<main id="a"><p title="제목">by <span lang="ko">두레</span></p><br><p id="b">회비 &amp; fees</p></main>'
    assert korean_passages(html) == [
        Passage("제목", False, ("a",)),
        Passage("두레", True, ("a",)),
        Passage("회비 & fees", False, ("a", "b")),
    ]


def test_scripts_are_not_read_and_a_language_ends_with_its_element():
    html = '<script>"회비"</script><p lang="ko"><b>회비</b></p><p>회의</p>'
    assert [(one.text, one.marked) for one in korean_passages(html)] == [("회비", True), ("회의", False)]
