"""Every page of the members' edition of 2016, and of the site it is part of, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.page_rules import PageRules
from tests.browser.seen import Seen, probes
from tests.browser.site import MADE, see_all

# Every report is looked at in every way in one edition: this one here, and the other in the committee's.
IN_FULL = {name for name in MADE if not name.endswith(".en.html")} - {"2016/intermediary.html"}


@pytest.fixture(scope="module")
def pages(browser: Browser, project_2016: Path) -> dict[str, Seen]:
    return see_all(browser, project_2016 / "reports" / "members", in_full=IN_FULL)


class TestPages(PageRules):
    """All rules, of all pages."""


@pytest.mark.parametrize("name", ["index", "2016/index", "2016/annual_report", "2016/member_orgs"])
def test_a_page_is_whole_without_its_script(browser: Browser, project_2016: Path, name: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto((project_2016 / "reports" / "members" / f"{name}.html").as_uri())
    page.evaluate(probes())
    unread = page.evaluate("probeLayout.unread()")
    dead = page.evaluate("probeLayout.dead()")
    context.close()
    assert (unread, dead) == ([], [])


@pytest.mark.parametrize("name", sorted(MADE))
def test_a_page_with_twenty_figures_and_its_letters_is_below_400_kb(project_2016: Path, name: str) -> None:
    """What a telephone loads in a village hall. The reports of 2016 have up to 31 figures: the first twenty count."""
    html = (project_2016 / "reports" / "members" / name).read_bytes()
    further = re.findall(rb'<figure class="figure".*?</figure>', html, re.DOTALL)[20:]
    assert len(html) - sum(map(len, further)) < 400_000
