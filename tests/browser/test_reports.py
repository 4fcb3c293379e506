"""Every page of both editions of 2016 in a real browser: on a screen and on a phone nothing is cut or covered, and
everything has a name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page

EDITIONS = ("committee", "members")
PAGES = ("annual_report", "coop_basic_plan", "index", "intermediary", "member_orgs")
SCREEN, PHONE = 1280, 360


@pytest.fixture(scope="session", params=[f"{edition}/{page}" for edition in EDITIONS for page in PAGES])
def file(request: pytest.FixtureRequest, project_2016: Path) -> Path:
    edition, page = request.param.split("/")
    return project_2016 / "reports" / edition / "2016" / f"{page}.html"


@pytest.fixture(scope="module")
def opened(browser: Browser, file: Path) -> Iterator[tuple[Page, list[str]]]:
    """The page, read on to its end with all its tables open, and what went wrong meanwhile."""
    page, troubles = browser.new_page(viewport={"width": SCREEN, "height": 900}, reduced_motion="reduce"), []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on(
        "request", lambda request: request.url.startswith(("file:", "data:")) or troubles.append(request.url)
    )
    page.goto(file.as_uri())
    page.evaluate("document.fonts.ready")
    page.evaluate("document.querySelectorAll('main details').forEach(box => box.open = true)")
    page.mouse.wheel(0, 5000)
    yield page, troubles
    page.close()


@pytest.fixture(scope="module", params=[SCREEN, PHONE])
def shown(request: pytest.FixtureRequest, opened: tuple[Page, list[str]]) -> Page:
    page, _ = opened
    page.set_viewport_size({"width": request.param, "height": 900})
    page.evaluate("dispatchEvent(new Event('resize'))")
    return page


def test_it_fetches_nothing_and_complains_of_nothing(opened: tuple[Page, list[str]]) -> None:
    page, troubles = opened
    page.wait_for_timeout(50)
    assert troubles == []


def test_nothing_is_wider_than_the_screen(shown: Page) -> None:
    width = shown.viewport_size["width"]
    assert shown.evaluate("document.documentElement.scrollWidth") <= width
    assert shown.evaluate(BEYOND_THE_EDGE) == []


def test_no_words_of_a_figure_are_cut_or_cover_each_other(shown: Page) -> None:
    assert shown.evaluate(TROUBLED_WORDS) == []


def test_every_table_has_a_caption_and_every_heading_says_what_it_heads(opened: tuple[Page, list[str]]) -> None:
    page, _ = opened
    assert page.evaluate(NAMELESS_TABLES) == []


def test_every_figure_has_a_role_and_a_name(opened: tuple[Page, list[str]]) -> None:
    page, _ = opened
    assert page.evaluate(NAMELESS_FIGURES) == []


def test_no_cell_of_a_table_is_empty_or_not_a_number(opened: tuple[Page, list[str]]) -> None:
    page, _ = opened
    assert page.evaluate(EMPTY_CELLS) == []


def test_names_of_places_are_unique(opened: tuple[Page, list[str]]) -> None:
    page, _ = opened
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")
    assert sorted({name for name in ids if ids.count(name) > 1}) == []


def test_every_link_leads_somewhere(opened: tuple[Page, list[str]], file: Path) -> None:
    page, _ = opened
    for link in page.evaluate("[...new Set([...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href')))]"):
        parts = urlsplit(link)
        assert not parts.scheme and not parts.netloc, link
        target = file.parent / unquote(parts.path) if parts.path else file
        assert target.exists(), link
        if parts.fragment:
            assert f'id="{unquote(parts.fragment)}"' in target.read_text(encoding="utf-8"), link


# What stands beyond the edge of the screen, save what lies in a box that can be pushed aside.
BEYOND_THE_EDGE = """
() => [...document.querySelectorAll("main *, header *, footer *")].filter(element => {
  if (element.closest(".scroll table, svg, .sr, [hidden], pre") && !element.closest(".cap")) return false;
  const box = element.getBoundingClientRect();
  return box.width && box.height && (box.right > innerWidth + 1 || box.left < -1);
}).map(element => element.tagName + "." + element.className + " " + element.textContent.trim().slice(0, 40))
"""

# Words of figures that reach out of their figure, or into other words; a pixel is forgiven.
TROUBLED_WORDS = """
() => {
  const found = [];
  for (const svg of document.querySelectorAll("svg[viewBox]")) {
    if (!svg.getClientRects().length) continue;
    const [left, top, width, height] = svg.getAttribute("viewBox").split(/\\s+/).map(Number);
    const words = [...svg.querySelectorAll("text")].filter(text => text.textContent.trim()).map(text => {
      const box = text.getBBox(), at = text.getCTM(), of = svg.getCTM();
      const scale = 1 / of.a;
      const corner = (x, y) => [(at.a * x + at.c * y + at.e - of.e) * scale + left, (at.b * x + at.d * y + at.f - of.f) * scale + top];
      const [x1, y1] = corner(box.x, box.y), [x2, y2] = corner(box.x + box.width, box.y + box.height);
      const tight = (y2 - y1) * .16;
      return {words: text.textContent.trim(), x1, x2, y1: y1 + tight, y2: y2 - tight};
    });
    const of = svg.querySelector("title")?.textContent || svg.getAttribute("aria-labelledby");
    for (const [at, one] of words.entries()) {
      if (one.x1 < left - 1 || one.x2 > left + width + 1 || one.y1 < top - 1 || one.y2 > top + height + 1)
        found.push(`${of}: ‘${one.words}’ is cut`);
      for (const other of words.slice(at + 1))
        if (Math.min(one.x2, other.x2) - Math.max(one.x1, other.x1) > 1 && Math.min(one.y2, other.y2) - Math.max(one.y1, other.y1) > 1)
          found.push(`${of}: ‘${one.words}’ and ‘${other.words}’ cover each other`);
    }
  }
  return found;
}
"""

NAMELESS_TABLES = """
() => [...document.querySelectorAll("table")].filter(table =>
  !table.caption?.textContent.trim() || [...table.querySelectorAll("th")].some(head => !head.scope) || !table.querySelector("tbody th")
).map(table => table.textContent.trim().slice(0, 60))
"""

NAMELESS_FIGURES = """
() => [...document.querySelectorAll("svg:not([aria-hidden])")].filter(svg =>
  svg.getAttribute("role") !== "img" ||
  !(svg.getAttribute("aria-labelledby") || "").split(" ").map(id => document.getElementById(id)?.textContent.trim() || "").join("")
).map(svg => svg.outerHTML.slice(0, 120))
"""

# Where numbers stand; a remark beside an account may be missing.
EMPTY_CELLS = """
() => [...document.querySelectorAll("table:not(.text, .accounts) tbody td")].filter(cell =>
  !cell.textContent.trim() || /nan|None|undefined/.test(cell.textContent)
).map(cell => cell.closest("table").caption.textContent.trim().slice(0, 50) + ": " + cell.parentElement.textContent.trim().slice(0, 40))
"""
