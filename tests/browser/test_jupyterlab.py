"""`dure explore` in a real browser: the panel stands there, is used by keyboard alone, and agrees with `dure table`."""

from __future__ import annotations

import json
import os
import queue
import re
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from analysis.tables.address import parse_address
from tests.browser.seen import PHONE, TAGS
from tests.project import copy_inputs

PATIENCE = 120  # seconds; on a machine that does other things, too
AXE = """async tags => {
  const found = await axe.run({include: [[".dure-panel"]]}, {runOnly: tags});
  return {passes: found.passes.length, violations: found.violations.flatMap(one => one.nodes.map(node =>
    `${one.id}: ${node.html.slice(0, 160)} ${node.failureSummary}`))};
}"""
# Texts of drawings and numbers of tables: the address of the cell, and what is read there.
NUMBERS = """() => {
  const drawn = [...document.querySelectorAll(".dure-shown .wide svg text[data-cell]")]
    .map(text => [text.closest("svg").dataset.cells + text.dataset.cell, text.textContent]);
  const listed = [...document.querySelectorAll(".dure-shown table data")].map(one => [one.dataset.cell, one.value]);
  return {drawn, listed};
}"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_inputs(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="module")
def address(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """JupyterLab as the command starts it, with nobody's own settings; where it says that it is."""
    jupyter = tmp_path_factory.mktemp("jupyter")
    own = {f"JUPYTER_{name}_DIR": str(jupyter / name) for name in ("CONFIG", "DATA", "RUNTIME")}
    lab = subprocess.Popen(
        [sys.executable, "-m", "analysis", "explore", "--no-browser"], cwd=project, env=os.environ | own,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
    )  # fmt: skip
    said: queue.Queue[str] = queue.Queue()
    threading.Thread(target=lambda: [said.put(line) for line in lab.stdout], daemon=True).start()
    try:
        lines = []
        while not lines or "http" not in lines[-1]:
            try:
                lines.append(said.get(timeout=PATIENCE))
            except queue.Empty:
                pytest.fail("JupyterLab did not start:\n" + "".join(lines))
        yield lines[-1].strip()
    finally:
        lab.send_signal(signal.SIGINT if os.name != "nt" else signal.SIGTERM)
        ended = lab.wait(PATIENCE)
    assert ended == 0 or os.name == "nt"


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The notebook, opened and nothing pressed."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    page.goto(address)
    page.locator(".dure-shown").first.wait_for()
    page.wait_for_load_state("networkidle")
    yield page
    context.close()


def focused(page: Page) -> str:
    """The label of what has the focus."""
    return page.evaluate("document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent")


def tab_to(page: Page, label: str) -> None:
    for _ in range(60):
        if focused(page) == label:
            return
        page.keyboard.press("Tab")
    pytest.fail(f"the tab key does not come to {label}")


def title(page: Page, words: str) -> None:
    expect(page.locator(".dure-shown .title")).to_have_text(words, timeout=PATIENCE * 1000)


def test_it_listens_on_this_machine_and_asks_for_its_token(address: str) -> None:
    place = urlsplit(address)
    assert place.hostname == "127.0.0.1" and re.fullmatch(r"token=[0-9a-f]{48}", place.query)
    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(f"http://{place.netloc}/api/contents")


def test_the_panel_stands_there_without_a_key(page: Page, project: Path) -> None:
    expect(page.get_by_label("조사", exact=True)).to_be_visible()
    expect(page.locator(".dure-shown .mark")).to_contain_text("공개 전")
    assert (project / "explored" / "explore.ipynb").is_file()
    assert not json.loads((project / "notebooks" / "explore.ipynb").read_text(encoding="utf-8"))["cells"][-1]["outputs"]


def test_nothing_asks_for_news_or_offers_extensions(page: Page) -> None:
    expect(page.locator(".Toastify__toast")).to_have_count(0)
    expect(page.locator("[data-id='extensionmanager.main-view']")).to_have_count(0)


def test_by_keyboard_alone_the_figures_are_those_of_the_table_command(page: Page, project: Path) -> None:
    page.get_by_label("조사", exact=True).focus()
    page.keyboard.press("ArrowDown")
    title(page, "관할 시·도")
    tab_to(page, "문항 찾기")
    page.keyboard.type("개선과제")
    expect(page.locator(".dure-panel")).to_contain_text("문항 1개")
    tab_to(page, "문항")
    page.keyboard.press("ArrowDown")
    title(page, "위탁·지정 제도의 개선 과제")
    tab_to(page, "집단별로 나누기")
    page.keyboard.press("ArrowDown")
    title(page, "위탁·지정 제도의 개선 과제: 사업 범위별")
    command = "table intermediary reforms --year 2016 --by scope --format json".split()
    told = subprocess.run(
        [sys.executable, "-m", "analysis", *command], cwd=project, capture_output=True, encoding="utf-8", check=True
    )
    key = ("level", "row", "item", "stat")
    table = json.loads(told.stdout)
    cells = {tuple(cell.get(part, "") for part in key): cell["value"] for cell in table["cells"]}
    seen = page.evaluate(NUMBERS)
    assert len(seen["drawn"]) > 30 and len(seen["listed"]) > 40
    for where, text in seen["drawn"]:
        assert shows(text, *keyed(where, cells)), where
    for where, value in seen["listed"]:
        assert float(value) == keyed(where, cells)[1], where


def keyed(where: str, cells: dict[tuple[str, str, str, str], float]) -> tuple[str, float]:
    """Of an address the statistic and its value."""
    survey, year, question, _, key = parse_address(where)
    assert (survey, year, question) == ("intermediary", 2016, "reforms")
    return key[-1], cells[key]


def shows(text: str, stat: str, value: float) -> bool:
    if not value:
        return text == "-"
    if stat == "share":
        return text.removesuffix("%") == f"{100 * value:.1f}"
    return text.removesuffix("개") == f"{value:g}"


def test_keys_of_cells_do_nothing_while_the_panel_has_the_focus(page: Page) -> None:
    cells = page.locator(".jp-Cell")
    before = cells.count()
    for focus in (page.get_by_role("button", name="PNG로 저장"), page.get_by_label("문항", exact=True)):
        focus.focus()
        for key in "xddcvabmyz00ii":
            page.keyboard.press(key)
        expect(focus).to_be_focused()
    assert cells.count() == before
    expect(page.locator(".dure-panel")).to_be_visible()


def test_the_same_keys_still_work_on_a_cell(page: Page) -> None:
    cells = page.locator(".jp-Cell")
    before = cells.count()
    cells.first.locator("h1").click()
    page.keyboard.press("Escape")
    page.keyboard.press("b")
    expect(cells).to_have_count(before + 1)
    page.keyboard.press("d")
    page.keyboard.press("d")
    expect(cells).to_have_count(before)


def test_undo_brings_back_what_was_seen(page: Page) -> None:
    now = page.locator(".dure-shown .title").inner_text()
    page.get_by_label("집단별로 나누기", exact=True).select_option(index=0)
    title(page, "위탁·지정 제도의 개선 과제")
    tab_to(page, "되돌리기")
    page.keyboard.press("Enter")
    title(page, now)


def test_an_empty_selection_says_why(page: Page) -> None:
    written = page.get_by_label("식으로 적기", exact=True)
    written.fill("budget_sufficiency >= 4 and budget_sufficiency <= 1")
    written.press("Enter")
    expect(page.locator(".dure-shown")).to_contain_text("조건에 맞는 응답이 없습니다")
    page.get_by_role("button", name=re.compile("조건 빼기")).press("Enter")
    expect(page.locator(".dure-shown")).not_to_contain_text("조건에 맞는")


def test_what_is_saved_is_named_and_can_be_downloaded(page: Page, project: Path) -> None:
    page.get_by_role("button", name="CSV로 저장").press("Enter")
    link = page.get_by_role("link", name=re.compile(r"공개전\.csv$"))
    with page.expect_download() as download:
        link.click()
    saved = project / "explored" / link.inner_text()
    assert Path(download.value.path()).read_bytes() == saved.read_bytes()


def test_axe_finds_nothing_in_the_panel(page: Page) -> None:
    page.get_by_role("button", name="바구니에 담기").press("Enter")
    expect(page.locator(".dure-panel")).to_contain_text("바구니 (1)")
    page.get_by_label("거를 문항").select_option(index=1)
    expect(page.get_by_label("서울", exact=True)).to_be_visible()
    script = next(Path(find_spec("axe_playwright_python").origin).parent.rglob("axe.min.js"))
    page.add_script_tag(path=script)
    found = page.evaluate(AXE, list(TAGS))
    assert found["violations"] == []
    assert found["passes"] > 15


def test_a_telephone_is_wide_enough(page: Page) -> None:
    page.set_viewport_size({"width": PHONE, "height": 740})
    panel = page.locator(".dure-panel")
    panel.locator(".narrow svg").first.wait_for()
    assert panel.evaluate("panel => panel.scrollWidth <= panel.clientWidth")
    beyond = """panel => [...panel.querySelectorAll("select, input, button, .dure-shown")]
      .filter(one => one.getBoundingClientRect().right > panel.getBoundingClientRect().right + 1).length"""
    assert panel.evaluate(beyond) == 0
