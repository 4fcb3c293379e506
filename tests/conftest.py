"""What tests of several rooms share: a browser, and the read-only material beside the project."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

import analysis.report  # noqa: F401  (before nbformat and what it validates with: seconds of every process)
import start
from analysis.browser import find_browser, flags
from tests.libreoffice import LibreOffice, libre_office
from tests.project import copy_inputs

SHARED = start.ROOT.parent / "shared"

# The files that take longest, the longest first, but that those of `project_2016` do not all wait for it at once.
SLOWEST = (
    "reference/test_annual_report_2016.py",
    "test_setup.py",
    "report/test_any_survey.py",
    "report/test_run.py",
    "charts/test_matrix.py",
    "test_pipeline.py",
    "browser/test_members_pages.py",
    "browser/test_committee_pages.py",
    "browser/test_explore_page.py",
    "browser/test_jupyterlab.py",
    "test_cli.py",
    "browser/test_pages.py",
    "reference/test_draft.py",
    "report/test_notebooks.py",
    "returned_forms/test_saved_elsewhere.py",
)

# How long an example takes says more about the machine's other work than about the code.
settings.register_profile("dure", deadline=None)
settings.load_profile("dure")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the slowest files, so that no process is busy with one of them when the others have nothing left."""
    place = {start.ROOT / "tests" / name: at for at, name in enumerate(SLOWEST)}
    items.sort(key=lambda item: place.get(item.path, len(place)))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real surveys, vectors and bad input that lies beside the project and is not part of it."""
    if not SHARED.is_dir():
        pytest.skip(f"the shared material is not at {SHARED}")
    return SHARED


@pytest.fixture(scope="session")
def browser_file() -> Path:
    """A browser of Chromium's family, which `make test` brings where there is none."""
    if os.environ.get("DURE_NO_BROWSER"):
        pytest.skip("DURE_NO_BROWSER is set")
    found = find_browser()
    if found is None:
        pytest.fail("no browser found: run `python3 start.py test`, or give the path of one in DURE_BROWSER")
    return found


@pytest.fixture(scope="session")
def browser(browser_file: Path) -> Iterator[Browser]:
    """The browser without a window and with a profile of its own; `browser.new_page()` opens a tab."""
    given = flags()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_file,
            chromium_sandbox="--no-sandbox" not in given,
            args=list(given),
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> LibreOffice:
    """The office program that many members have."""
    return libre_office(tmp_path_factory.mktemp("libreoffice"))


@pytest.fixture(scope="session")
def project_2016(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of the inputs that ship, whose reports of 2016 were made once for all tests that read them,
    in whichever process they run: one makes it, the others wait."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return _reported(tmp_path_factory.mktemp("project"))
    place = tmp_path_factory.getbasetemp().parent / "project_2016"
    made, failed = place / "made", place / "failed"
    try:
        place.mkdir()
    except FileExistsError:
        while not made.exists():
            assert not failed.exists(), "another process could not make the reports of 2016"
            time.sleep(0.2)
        return place / "project"
    try:
        _reported(place / "project")
    except BaseException:
        failed.touch()
        raise
    made.touch()
    return place / "project"


def _reported(root: Path) -> Path:
    from analysis.pipeline import Order, report
    from analysis.progress import Progress

    assert report(Order(copy_inputs(root), 2016, languages=("ko", "en")), Progress(quiet=True)) == ()
    return root
