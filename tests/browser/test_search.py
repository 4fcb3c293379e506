"""The search of an index: it finds what Korean readers type, in whatever way they space it, and marks it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from analysis.report.site.contents import Block, write_contents
from analysis.report.site.edition import write_edition
from tests.report.site.editions import contents

BLOCKS = (
    Block(id="q-satisfaction", heading="전반적 만족도", finding="반이 넘음", sentences=("정책 위원회가 열심히 함",)),
    Block(id="q-region", heading="지역", finding="서울이 가장 많음", sentences=("Seoul comes first",)),
    Block(id="q-words", heading="쓴 말", sentences=("<img src=x onerror=alert(1)> & {{ 7*7 }}",)),
)


def index_of(blocks: tuple[Block, ...], to: Path) -> Path:
    """The index of an edition with these blocks; its one report leads with each of them."""
    folder = to / "members" / "2016"
    write_contents(contents(blocks=blocks), folder)
    (folder / "orgs.html").touch()
    assert write_edition(folder, folder / "nothing", "members") == ()
    return folder.parent / "index.html"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return index_of(BLOCKS, tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def opened(browser: Browser, index: Path) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(index.as_uri())
    yield page
    page.close()


def found(page: Page, sought: str) -> list[str]:
    page.locator("#sought").fill(sought)
    page.locator("#sought").press("Enter")
    return [link.split("#")[1] for link in page.eval_on_selector_all(".results a", "all => all.map(one => one.getAttribute('href'))")]


@pytest.mark.parametrize(
    ("sought", "expected"),
    [
        ("만족도", ["q-satisfaction"]),
        ("족", ["q-satisfaction"]),
        ("정책위원회", ["q-satisfaction"]),
        ("위 원 회", ["q-satisfaction"]),
        ("ㅁㅈㄷ", ["q-satisfaction"]),
        ("만ㅈ", ["q-satisfaction"]),
        ("만조", ["q-satisfaction"]),
        ("SEOUL", ["q-region"]),
        ("서울 지역", ["q-region"]),
        ("지역", ["q-region"]),
        ("서울 만족", []),
        ("조사 만족", ["q-satisfaction"]),
        ("조사", []),
        ("많음", ["q-region"]),
        ("서울이 가장 많음.", ["q-region"]),
    ],
    ids=[
        "a word", "a syllable within a word", "words that are apart there", "syllables typed apart",
        "first consonants", "a syllable being typed", "a final consonant not yet typed", "capitals",
        "words of title and sentence in any order", "a title", "words of different findings",
        "a word of the report's title with another", "a report's title alone", "a finding",
        "the sentence that the index itself tells",
    ],
)  # fmt: skip
def test_it_finds(opened: Page, sought: str, expected: list[str]) -> None:
    assert found(opened, sought) == expected


def test_what_was_found_is_marked_and_counted(opened: Page) -> None:
    found(opened, "정책위원회")
    assert opened.locator(".results mark").all_inner_texts() == ["정책 위원회"]
    assert opened.locator(".count").inner_text() == "1건을 찾았습니다."
    assert opened.locator(".count").get_attribute("role") == "status"


def test_of_many_it_is_said_that_the_first_are_shown(browser: Browser, tmp_path: Path) -> None:
    many = tuple(Block(id=f"q-part{at}", heading=f"부문 {at}") for at in range(51))
    page = browser.new_page()
    page.goto(index_of(many, tmp_path).as_uri())
    assert len(found(page, "부문")) == 50
    assert page.locator(".count").inner_text() == "51건을 찾았습니다. 앞의 50건만 보입니다."
    page.close()


def test_enter_leads_to_the_first_result(opened: Page) -> None:
    found(opened, "서울")
    assert opened.evaluate("document.activeElement.getAttribute('href')") == "2016/orgs.html#q-region"


def test_nothing_found_is_said(opened: Page) -> None:
    assert found(opened, "<b>없는 말") == []
    assert opened.locator(".count").inner_text() == "‘<b>없는 말’에 맞는 내용이 없습니다."
    assert found(opened, "  ") == [] and opened.locator(".count").inner_text() == ""


def test_hostile_words_are_found_as_words(opened: Page) -> None:
    assert found(opened, "<img") == ["q-words"]
    assert opened.locator(".results img").count() == 0
    assert "<img src=x onerror=alert(1)> & {{ 7*7 }}" in opened.locator(".results").inner_text()


def test_without_a_script_the_whole_list_can_be_read(browser: Browser, index: Path) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(index.as_uri())
    assert not page.locator(".find").is_visible()
    page.locator(".all > summary").click()
    assert page.get_by_role("link", name="전반적 만족도", exact=True).is_visible()
    page.close()
