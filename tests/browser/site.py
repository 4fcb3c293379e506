"""The pages of a site, as they were made: those that must be there, and whatever else is."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.seen import Seen, see

REPORTS = ("annual_report", "coop_basic_plan", "intermediary", "member_orgs")
MADE = {
    f"{name}{ending}"
    for name in ("index", "2016/index", "2016/explore", *(f"2016/{report}" for report in REPORTS))
    for ending in (".html", ".en.html")
}


def see_all(browser: Browser, site: Path, in_full: Container[str]) -> dict[str, Seen]:
    """What is seen of each page; `in_full`: those that are looked at in every way (see `see`)."""
    pages = {file.relative_to(site).as_posix(): file for file in sorted(site.rglob("*.html"))}
    return {name: see(browser, file, whole=name in in_full) for name, file in pages.items()}
