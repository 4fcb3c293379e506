"""Make the pictures of the documentation from real output.

    python3 start.py report 2016
    .venv/bin/python docs/make_pictures.py

Needs a Chromium-family browser (see start.py). Every page shown is made from invented answers and says so.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import start  # noqa: E402  # beside pyproject.toml, not installed

IMAGES = ROOT / "docs" / "images"
FLAGS = (
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
PICTURES = {"member_orgs.png": ("members/2016/member_orgs.html", 1280, 1500)}


def main() -> None:
    """Take every picture of PICTURES: (page under reports/, width, height) by file name."""
    root_user = hasattr(os, "geteuid") and os.geteuid() == 0
    flags = [*FLAGS, *(["--no-sandbox"] if root_user else [])]
    IMAGES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=start.find_browser(), args=flags)
        for name, (page_path, width, height) in PICTURES.items():
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto((ROOT / "reports" / page_path).as_uri())
            page.evaluate("document.fonts.ready")
            page.screenshot(path=IMAGES / name)
            print(IMAGES / name)
        browser.close()


if __name__ == "__main__":
    main()
