"""A small page in a real browser, as somebody uses it. What holds of every page stands in page_rules.py."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from analysis.report.run import make_report
from analysis.tables.address import parse_address
from tests.report.small_report import KIND, SATISFACTION, bundle, choice, project_in, report_in

EVIL = '<img src=x onerror="document.title=1"><script>document.title=2</script>" onload="x'

CELLS = (
    "from analysis.report import open_page",
    'page = open_page("orgs", year, audience, language)\npage.cover("satisfaction")',
    "## 요약\n\n그림과 표를 함께 보입니다.",
    'page.summary("satisfaction", "kind")',
    "## 조사 결과",
    "page.rest()",
    "## 방법",
    "page.methods()",
)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    hostile = choice("evil", EVIL, {"a": 5, "b": 9})
    many = choice("many", "활동 부문", {f"부문 {at}": 3 for at in range(12)})
    given = bundle(KIND, SATISFACTION, hostile, many, invented=True)
    return make_report(report_in(project_in(tmp_path_factory.mktemp("pages")), *CELLS, given=given))


@pytest.fixture
def opened(browser: Browser, file: Path):
    """Open the page at a width; what it complained of and what it tried to fetch is in `troubles`."""
    pages: list[Page] = []

    def at(width: int, **options: object) -> tuple[Page, list[str]]:
        page, troubles = browser.new_page(viewport={"width": width, "height": 800}, **options), []
        page.on("console", lambda message: troubles.append(message.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on(
            "request",
            lambda request: request.url.startswith(("file:", "data:")) or troubles.append(request.url),
        )
        page.goto(file.as_uri())
        page.evaluate("document.fonts.ready")
        pages.append(page)
        return page, troubles

    yield at
    for page in pages:
        page.close()


@pytest.mark.parametrize("width", [1440, 768, 360])
def test_a_page_fetches_nothing_and_complains_of_nothing(opened, width: int):
    page, troubles = opened(width)
    page.mouse.wheel(0, 3000)
    page.wait_for_timeout(100)
    assert troubles == []


def test_there_is_one_heading_and_it_is_the_title(opened):
    page, _ = opened(1440)
    assert page.locator("h1").all_inner_texts() == ["2016 회원 조사"]
    assert page.title() == "2016 회원 조사"
    assert "예시 자료" in page.locator(".mast").inner_text()
    assert page.locator("html").get_attribute("lang") == "ko"


def test_texts_of_a_survey_stay_texts(opened):
    page, _ = opened(1440)
    assert EVIL in page.locator("#q-evil").inner_text()
    assert page.locator("img, [onerror], [onload]").count() == 0


# what stands around a number tells how its address begins
ADDRESS = """one => {
    let address = one.dataset.cell;
    for (let around = one.closest("[data-cells]"); around; around = around.parentElement.closest("[data-cells]"))
        address = around.dataset.cells + address;
    return address;
}"""


def test_every_number_knows_its_cell(opened):
    page, _ = opened(1440)
    numbers = page.locator(":is(data, td, small)[data-cell]").evaluate_all(
        f"all => all.map(one => [({ADDRESS})(one), one.value, one.textContent])"
    )
    assert len(numbers) > 40
    for address, value, text in numbers:
        survey, year, *_ = parse_address(address)
        assert (survey, year) == ("orgs", 2016)
        assert float(value or re.match(r"\(?([\d.]+)", text)[1]) >= 0 and re.search(r"\d", text)


def test_the_letters_come_with_the_page(opened):
    page, _ = opened(1440)
    faces = page.evaluate("[...document.fonts].map(face => [face.family, face.weight, face.status])")
    assert faces == [["Dure Fallback", "normal", "loaded"]]


def test_an_invented_page_says_so_at_once_and_at_the_end(opened):
    page, _ = opened(360)
    assert "꾸며 낸 응답" in page.locator(".banner").inner_text()
    assert page.locator(".banner").bounding_box()["y"] < 10
    assert "꾸며 낸 응답" in page.locator("footer").inner_text()


def test_a_number_that_is_clicked_tells_where_it_comes_from(opened):
    page, _ = opened(1440, reduced_motion="reduce")
    number = page.locator("#q-satisfaction .points data").first
    number.click()
    before = page.evaluate("scrollY")
    assert page.locator("#origin [data-tells=cell]").inner_text() == number.evaluate(ADDRESS)
    assert page.locator("#origin [data-tells=source]").inner_text()
    box = page.locator("#origin").bounding_box()
    assert 0 <= box["y"] and box["y"] + box["height"] <= 800
    page.keyboard.press("Escape")
    assert not page.locator("#origin").is_visible()
    assert page.evaluate("scrollY") == before


def test_numbers_are_no_stops_for_the_keyboard_but_every_block_lists_its_own(opened):
    page, _ = opened(1440, reduced_motion="reduce")
    assert page.locator("data[tabindex], data[role]").count() == 0
    button = page.locator("#q-satisfaction .ask")
    page.locator("#q-satisfaction .tools button").first.focus()
    page.keyboard.press("ArrowLeft")
    assert button.evaluate("one => one === document.activeElement")
    page.keyboard.press("Enter")
    told = page.locator("#origin code").all_inner_texts()
    shown = page.locator("#q-satisfaction :is(.say, .more, .rest) data")
    assert set(told) == {one.evaluate(ADDRESS) for one in shown.all()}
    page.keyboard.press("Escape")
    assert button.evaluate("one => one === document.activeElement")


def test_where_the_table_is_seen_its_numbers_are_listed_too(opened):
    page, _ = opened(1440, reduced_motion="reduce")
    block = page.locator("#q-satisfaction")
    block.get_by_role("button", name="표", exact=True).click()
    block.locator(".ask").click()
    told = set(page.locator("#origin code").all_inner_texts())
    in_table = block.locator("table :is(td, data, small)[data-cell]")
    assert in_table.count() > 5 and {one.evaluate(ADDRESS) for one in in_table.all()} <= told


def test_from_the_box_about_numbers_the_tab_key_goes_on_after_its_button(opened):
    page, _ = opened(1440, reduced_motion="reduce")
    page.locator("#q-satisfaction .ask").click()
    assert page.locator("#origin button").evaluate("one => one === document.activeElement")
    for _ in range(3):
        page.keyboard.press("Tab")
    assert not page.locator("#origin").is_visible(), "it would lie over what has the focus"
    order = "one => one.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING"
    assert page.locator("#q-satisfaction .ask").evaluate(order)


def test_chart_and_table_are_two_views_of_one_figure(opened):
    page, _ = opened(1440)
    block = page.locator("#q-satisfaction")
    assert block.locator(".chart.wide").is_visible() and not block.locator("table").first.is_visible()
    block.get_by_role("button", name="표", exact=True).click()
    assert block.locator("table").first.is_visible() and not block.locator(".chart.wide").is_visible()
    assert block.get_by_role("button", name="표", exact=True).get_attribute("aria-pressed") == "true"
    page.emulate_media(media="print")
    assert block.locator(".chart.wide").is_visible(), "on paper there is room for both"


def test_the_page_can_be_read_without_its_script(opened):
    page, troubles = opened(1440, java_script_enabled=False)
    assert page.locator("nav.toc a").count() >= 5
    assert page.locator("#q-satisfaction .finding").is_visible()
    page.locator("#q-satisfaction details.table > summary").click()
    assert page.locator("#q-satisfaction table").first.is_visible()
    assert troubles == []


def test_on_paper_tables_are_open_and_the_contents_have_room_for_page_numbers(opened):
    page, _ = opened(1440)
    page.emulate_media(media="print")
    entries = page.locator("nav.toc a")
    assert entries.count() == page.locator("nav.toc a > .leaf").count() > 0
    assert all(entry.is_visible() for entry in entries.all()), "on a screen only the chapter that is read is open"
    assert page.locator(".banner").is_visible()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert all(table.is_visible() for table in page.locator("details.table table").all())
