"""What tests of several rooms share: the browser, the read-only material, and who runs beside whom."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

import start

SHARED = start.ROOT.parent / "shared"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests of a file on one worker (its fixtures are made once), and all that open pages on another."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))
        else:
            item.add_marker(pytest.mark.xdist_group(item.path.relative_to(start.ROOT).as_posix()))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real surveys, vectors and bad input that lies beside the project and is not part of it."""
    if not SHARED.is_dir():
        pytest.skip(f"the shared material is not at {SHARED}")
    return SHARED


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless browser of Chromium's family with a profile of its own; `browser.new_page()` opens a tab."""
    if os.environ.get("DURE_NO_BROWSER"):
        pytest.skip("DURE_NO_BROWSER is set")
    path = start.find_browser()
    if path is None:
        pytest.fail("no browser found: run `python3 start.py test`, or give the path of one in DURE_BROWSER")
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            chromium_sandbox=not as_root,  # Chromium refuses to start its sandbox for root.
            args=[
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ],
        )
        yield browser
        browser.close()
