"""Every page of the committee's edition of 2016, and of the site it is part of, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.page_rules import PageRules
from tests.browser.seen import Seen
from tests.browser.site import see_all


@pytest.fixture(scope="module")
def pages(browser: Browser, project_2016: Path) -> dict[str, Seen]:
    return see_all(browser, project_2016 / "reports" / "committee", in_full={"2016/intermediary.en.html"})


class TestPages(PageRules):
    """All rules, of all pages."""
