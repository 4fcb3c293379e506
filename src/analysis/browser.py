"""Where a browser of Chromium's family is, and how it is started without a window. Needs nothing but Python, since
start.py asks before anything is installed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from analysis.errors import DureError

NAMED = "DURE_BROWSER"
COMMANDS = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge",
)  # fmt: skip
ON_WINDOWS = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")
ON_A_MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
# It shows files of this machine; whatever it would do beside that is switched off.
FLAGS = (
    "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


class BrowserError(DureError):
    """The browser that somebody named is not there."""


def find_browser() -> Path | None:
    """The browser that DURE_BROWSER names, else the first found; None where there is none.

    Raises BrowserError where none is at the place that DURE_BROWSER names."""
    named = os.environ.get(NAMED)
    if named:
        found = shutil.which(named)
        if found is None:
            raise BrowserError(
                f"{NAMED}에 적힌 브라우저가 없습니다: {named}",
                f"There is no browser at the path that {NAMED} gives: {named}",
            )
        return Path(found)
    found = next(filter(None, map(shutil.which, candidates(os.environ))), None)
    return Path(found) if found else None


def candidates(environment: Mapping[str, str]) -> Iterator[str]:
    """Commands and full paths under which Chromium, Chrome or Edge is usually installed."""
    yield from COMMANDS
    yield from ON_A_MAC
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        if variable in environment:
            yield from (str(Path(environment[variable], browser)) for browser in ON_WINDOWS)


def flags() -> tuple[str, ...]:
    """What the browser is started with. It refuses to start its sandbox for root, as whom only servers run it."""
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return (*FLAGS, "--no-sandbox") if as_root else FLAGS
