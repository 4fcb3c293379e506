"""Slides in a real browser, as somebody speaks to them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from nbformat import NotebookNode, v4
from playwright.sync_api import Browser, BrowserContext, Page
from pypdf import PdfReader

import start
from analysis.explore.show import result_html
from analysis.explore.slides.choose import choose
from analysis.explore.slides.deck import deck
from analysis.explore.survey import open_survey
from tests.browser.seen import AXE, TAGS, axe

WIDE = {"width": 1280, "height": 720}
Opened = Callable[..., Page]


def cell(html: str, kind: str = "") -> NotebookNode:
    metadata = {"slideshow": {"slide_type": kind}}
    return v4.new_code_cell("x", metadata=metadata, outputs=[v4.new_output("display_data", {"text/html": html})])


def words(text: str, kind: str = "") -> NotebookNode:
    return v4.new_markdown_cell(text, metadata={"slideshow": {"slide_type": kind}})


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A title; three steps; a figure below words; a figure that is high; a long and a wide table."""
    member_orgs, plan = (open_survey(name, root=start.ROOT) for name in ("member_orgs", "coop_basic_plan"))
    satisfied = result_html(member_orgs.table("overall_satisfaction", by="organisation_type"))
    high = result_html(plan.table("plan_tasks"))
    cells = [
        words("# 회비와 만족도\n\n정책위원회", "slide"),
        *(words("## 차례\n\n하나", "slide"), words("둘", "fragment"), words("셋", "fragment"), words("메모", "notes")),
        *(words("## 얼마나 만족하나", "slide"), cell(satisfied)),
        cell(high, "slide"),
        cell(satisfied, "slide"),
        cell(member_orgs.table("overall_satisfaction", by="region").data.head(60).to_html(), "slide"),
    ]
    path = tmp_path_factory.mktemp("slides") / "회의-slides-공개전.html"
    path.write_text(deck(choose(v4.new_notebook(cells=cells), "ko", path.parent), "회의", "ko"), encoding="utf-8")
    return path


@pytest.fixture
def opened(browser: Browser, file: Path) -> Iterator[Opened]:
    """Open the slides without a network; nothing may be asked for or complained of."""
    contexts: list[BrowserContext] = []
    troubles: list[str] = []

    def at(size: dict[str, int] = WIDE, place: str = "", **options: object) -> Page:
        context = browser.new_context(viewport=size, **options)
        contexts.append(context)
        context.set_offline(True)
        page = context.new_page()
        page.on("console", lambda said: troubles.append(said.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("request", lambda asked: asked.url.startswith(("file:", "data:")) or troubles.append(asked.url))
        page.goto(file.as_uri() + place)
        if options.get("java_script_enabled", True):
            page.wait_for_selector("body.ready")
        return page

    yield at
    for context in contexts:
        context.close()
    assert troubles == []


def seen(page: Page) -> list[str]:
    """The numbers of the slides that are seen."""
    return page.locator(".slide:visible .foot span").all_inner_texts()


def test_slides_are_turned_by_keyboard(opened: Opened) -> None:
    page = opened()
    assert seen(page) == ["1 / 6"]
    for key, then in (
        ("ArrowRight", 2), ("ArrowRight", 2), ("Space", 2), ("Space", 3), ("PageDown", 4), ("ArrowLeft", 3),
        ("Shift+Space", 2), ("PageUp", 2), ("ArrowUp", 2), ("ArrowUp", 1), ("ArrowLeft", 1), ("End", 6),
        ("ArrowDown", 6), ("Home", 1),
    ):  # fmt: skip
        page.keyboard.press(key)
        assert seen(page) == [f"{then} / 6"], key
    assert page.evaluate("document.activeElement.ariaLabel") == "6장 가운데 1번째: 회비와 만족도"


def test_what_comes_after_a_key_is_not_seen_before_it_and_keeps_its_place(opened: Opened) -> None:
    page = opened(place="#slide-2")
    steps = page.locator("#slide-2 .step")
    before = steps.last.bounding_box()
    for shown in ([False, False], [True, False], [True, True]):
        assert [one.is_visible() for one in steps.all()] == shown
        page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    assert steps.last.is_visible() and steps.last.bounding_box() == before


def test_a_slide_has_an_address_and_the_way_back_leads_to_the_one_before(opened: Opened) -> None:
    page = opened(place="#slide-4")
    assert seen(page) == ["4 / 6"]
    page.locator("nav button").last.click()
    assert seen(page) == ["5 / 6"] and page.url.endswith("#slide-5")
    page.go_back()
    page.wait_for_function("location.hash === '#slide-4'")
    assert seen(page) == ["4 / 6"]


def test_a_table_beside_a_figure_opens_by_keyboard_and_turns_no_slide(opened: Opened) -> None:
    page = opened(place="#slide-3")
    page.locator("#slide-3 summary").focus()
    page.keyboard.press("Space")
    assert page.locator("#slide-3 table").is_visible() and seen(page) == ["3 / 6"]


def test_notes_are_seen_by_whoever_asks_for_them(opened: Opened) -> None:
    page = opened(place="#slide-2")
    notes = page.locator("#slide-2 .spoken")
    assert not notes.is_visible()
    page.keyboard.press("n")
    assert notes.inner_text() == "메모"


@pytest.mark.parametrize("size", [WIDE, {"width": 1920, "height": 1080}, {"width": 1280, "height": 1000}])
def test_every_slide_is_16_to_9_and_nothing_is_cut_from_it(opened: Opened, size: dict[str, int]) -> None:
    page = opened(size)
    for place in range(1, 7):
        slide = page.locator(f"#slide-{place}")
        box = slide.bounding_box()
        assert box and abs(box["width"] / box["height"] - 16 / 9) < 0.01 and box["y"] >= -1
        assert box["width"] <= size["width"] + 1 and box["height"] <= size["height"] + 1
        over = slide.locator(".content").evaluate(
            "one => [one.scrollHeight - one.clientHeight, one.scrollWidth - one.clientWidth, one.tabIndex]"
        )
        assert (max(over[:2]) <= 1) == (place < 6) or over[2] == 0, f"slide {place} is cut"
        page.keyboard.press("End" if place == 1 else "Home")
        page.evaluate(f"location.hash = '#slide-{min(6, place + 1)}'")
        page.wait_for_function(f"!document.querySelector('#slide-{min(6, place + 1)}').hasAttribute('data-off')")


def test_on_paper_each_slide_is_a_landscape_page_with_its_mark_and_all_its_steps(opened: Opened) -> None:
    page = opened(place="#slide-3")
    pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))
    assert [[round(float(side)) for side in sheet.mediabox[2:]] for sheet in pdf.pages] == [[960, 540]] * len(pdf.pages)
    texts = [" ".join(sheet.extract_text().split()) for sheet in pdf.pages]
    assert all("공개 전" in text for text in texts)
    for place, text in enumerate(texts[:5], start=1):
        assert f"{place} / 6" in text
    assert "셋" in texts[1]
    assert "현황조사" in texts[4]  # the source, at the very end of the slide
    assert len(texts) > 6 and " 59 " in texts[-1] and "6 / 6" in texts[-1]  # a table of 60 lines loses none


def test_on_a_phone_they_stand_below_each_other_and_nothing_is_pushed_sideways(opened: Opened) -> None:
    page = opened({"width": 360, "height": 740}, has_touch=True)
    assert len(seen(page)) == 6
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.locator("#slide-2 .step").last.is_visible()


def test_without_its_script_every_slide_is_there(opened: Opened) -> None:
    page = opened(java_script_enabled=False)
    assert len(seen(page)) == 6 and page.locator("#slide-2 .step").last.is_visible()


@pytest.mark.parametrize("size", [WIDE, {"width": 360, "height": 740}])
def test_axe_finds_nothing(opened: Opened, size: dict[str, int]) -> None:
    page = opened(size, bypass_csp=True)
    page.evaluate(axe())
    for place in (3, 6) if size == WIDE else [1]:  # a phone shows all of them at once
        page.evaluate(f"location.hash = '#slide-{place}'")
        page.wait_for_function(f"!document.querySelector('#slide-{place}').hasAttribute('data-off')")
        assert page.evaluate(AXE, {"runOnly": list(TAGS)}) == [], f"slide {place}"
