"""The pages of a site, as they were made: those that must be there, and whatever else is."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.seen import Seen, see

REPORTS = ("annual_report", "coop_basic_plan", "intermediary", "member_orgs")
MADE = {
    f"{name}{ending}"
    for name in ("index", "2016/index", *(f"2016/{report}" for report in REPORTS))
    for ending in (".html", ".en.html")
}


def see_all(browser: Browser, site: Path, in_full: str) -> dict[str, Seen]:
    """What is seen of each page; `in_full`: the language whose pages are looked at in every way (see `see`)."""
    return {
        file.relative_to(site).as_posix(): see(browser, file, whole=file.name.endswith(".en.html") == (in_full == "en"))
        for file in sorted(site.rglob("*.html"))
    }
