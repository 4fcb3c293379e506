"""Make the pictures of the documentation from real output.

    python3 start.py report 2016
    .venv/bin/python docs/make_pictures.py

Needs a Chromium-family browser (see start.py). Every page shown is made from invented answers and says so. The
picture of a form needs LibreOffice and pdftoppm (poppler-utils) besides, and is left as it is where they are not.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import start  # noqa: E402  # beside pyproject.toml, not installed
from analysis.charts.font import font_file, subset  # noqa: E402

IMAGES = ROOT / "docs" / "images"
FLAGS = (
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
FINDINGS = 16  # lines of `dure check` that fit a picture
FINDINGS_PICTURE = "check.png"
FORM_PICTURE = "form.png"
FORM_PAGES = (1, 2)  # of the printed form: the cover, and the questions that lead past others
FACE = """<?xml version="1.0"?><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{}</dir>
<match target="pattern"><test name="family"><string>맑은 고딕</string></test>
<edit name="family" mode="assign" binding="strong"><string>NanumGothic</string></edit></match></fontconfig>"""


@dataclass(frozen=True)
class Picture:
    """A page under reports/, from the top or from the element `at` on, in a window of `width` × `height`."""

    page: str
    width: int
    height: int
    at: str = ""


PICTURES = {
    "member_orgs.png": Picture("members/2016/member_orgs.html", 1280, 1500),
    "index.png": Picture("members/2016/index.html", 1280, 900),
    "accounts.png": Picture("members/2016/annual_report.html", 1280, 900, "#q-accounts_expense"),
    "phone.png": Picture("members/2016/annual_report.html", 390, 844),
}


def main() -> None:
    """Take every picture of PICTURES, and one of what `dure check` says."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with _browser() as browser:
        for name, picture in PICTURES.items():
            _take(browser, (ROOT / "reports" / picture.page).as_uri(), picture, IMAGES / name)
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder) / "check.html"
            page.write_text(_terminal(_findings()), encoding="utf-8")
            _take(browser, page.as_uri(), Picture("", 1100, 24 * (FINDINGS + 3)), IMAGES / FINDINGS_PICTURE)
            if shutil.which("soffice") and shutil.which("pdftoppm"):
                _take(browser, _form(Path(folder)).as_uri(), Picture("", 1240, 880), IMAGES / FORM_PICTURE)
            else:
                print(f"{FORM_PICTURE}: LibreOffice or pdftoppm is not installed, so it stays as it was")


@contextmanager
def _browser() -> Iterator[Browser]:
    root_user = hasattr(os, "geteuid") and os.geteuid() == 0
    flags = [*FLAGS, *(["--no-sandbox"] if root_user else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=start.find_browser(), args=flags)
        yield browser
        browser.close()


def _take(browser: Browser, address: str, picture: Picture, to: Path) -> None:
    page = browser.new_page(
        viewport={"width": picture.width, "height": picture.height}, reduced_motion="reduce"
    )
    page.goto(address)
    page.evaluate("Promise.all([...document.fonts].map(font => font.load()))")
    if picture.at:
        page.locator(picture.at).first.evaluate("element => element.scrollIntoView({behavior: 'instant'})")
    page.screenshot(path=to)
    page.close()
    print(to)


def _findings() -> str:
    """The first lines of what `dure check 2016` prints."""
    command = [sys.executable, "-m", "analysis", "check", "2016", "--survey", "member_orgs"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    return "\n".join(done.stdout.splitlines()[:FINDINGS])


def _form(folder: Path) -> Path:
    """A page that shows two printed pages of what `dure form intermediary` makes."""
    making = [sys.executable, "-m", "analysis", "form", "intermediary", "--year", "2016", "--to", folder / "out"]
    subprocess.run(making, cwd=ROOT, check=True, capture_output=True)
    (file,) = (folder / "out").glob("*.xlsx")
    face = folder / "fonts.conf"
    face.write_text(FACE.format(font_file().parent), encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    printing = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, file]
    subprocess.run(printing, check=True, capture_output=True, env={**os.environ, "FONTCONFIG_FILE": str(face)})
    for number in FORM_PAGES:
        page = ["-f", str(number), "-l", str(number), "-singlefile"]
        subprocess.run(
            ["pdftoppm", "-r", "72", "-png", *page, folder / f"{file.stem}.pdf", folder / f"form{number}"], check=True
        )
    shown = "".join(f'<img src="form{number}.png">' for number in FORM_PAGES)
    to = folder / "form.html"
    to.write_text(
        '<!doctype html><meta charset="utf-8"><body style="margin:16px;background:#e9e6df;display:flex;gap:16px">'
        f"{shown}",
        encoding="utf-8",
    )
    return to


def _terminal(text: str) -> str:
    command = "$ python3 start.py check 2016 --survey member_orgs"
    letters = b64encode(subset(command + text)).decode()
    return (
        '<!doctype html><meta charset="utf-8"><style>'
        f"@font-face {{ font-family: Letters; src: url(data:font/woff2;base64,{letters}) }}</style>"
        '<body style="margin:0;background:#fbfaf6;color:#24221d">'
        '<pre style="padding:16px 20px;font:15px/1.55 Letters;white-space:pre-wrap">'
        f"<b>{escape(command)}</b>\n{escape(text)}</pre>"
    )


if __name__ == "__main__":
    main()
