"""Make the pictures of the documentation from real output.

    python3 start.py report 2016 --language both
    .venv/bin/python docs/make_pictures.py

Needs a Chromium-family browser (see start.py). Every page shown is made from invented answers and says so. What needs
another program or file (LibreOffice for the form, pdftoppm of poppler-utils for paper, the PDF of a report) is left
as it is where that is not there.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
from base64 import b64encode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from analysis.browser import find_browser, flags
from analysis.charts.font import font_file, subset

ROOT = Path(__file__).resolve().parents[1]


IMAGES = ROOT / "docs" / "images"
REPORTS = ROOT / "reports"
LARGEST = 150_000  # bytes of a picture
COLOURS = (256, 128, 64, 32)  # as many as fit
FINDINGS = 16  # lines of `dure check` that fit a picture
FINDINGS_PICTURE = "check.png"
FORM_PICTURE = "form.png"
FORM_PAGES = (1, 2)  # of the printed form: the cover, and the questions that lead past others
PAPER_PICTURE = "paper.png"
PAPER = "members/2016/member_orgs.pdf"
PAPER_PAGES = (1, 2, 4)  # the cover, the contents with their pages, a chapter with figures
FACE = """<?xml version="1.0"?><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{}</dir>
<match target="pattern"><test name="family"><string>맑은 고딕</string></test>
<edit name="family" mode="assign" binding="strong"><string>NanumGothic</string></edit></match></fontconfig>"""


@dataclass(frozen=True)
class View:
    """A page under reports/ in a window of `width` × `height`: from the top or from the element `at` on, in the dark,
    or with `sought` typed into its search."""

    page: str
    width: int
    height: int
    at: str = ""
    dark: bool = False
    sought: str = ""


MEMBER_ORGS, FIGURE = "members/2016/member_orgs.html", "#q-overall_satisfaction"
PICTURES = {
    "member_orgs.png": (View(MEMBER_ORGS, 1440, 1000),),
    "index.png": (View("members/2016/index.html", 1440, 1000),),
    "search.png": (View("members/2016/index.html", 1440, 800, sought="정보교류"),),
    "accounts.png": (View("members/2016/annual_report.html", 1440, 900, "#q-accounts_expense"),),
    "dark.png": (View(MEMBER_ORGS, 1440, 800, FIGURE, dark=True),),
    "english.png": (View("members/2016/member_orgs.en.html", 1440, 800, FIGURE),),
    "phone.png": (
        View(MEMBER_ORGS, 360, 800),
        View(MEMBER_ORGS, 360, 800, FIGURE),
        View("members/2016/annual_report.html", 360, 800, "#q-accounts_expense", dark=True),
    ),
}
NAMES = (*PICTURES, FINDINGS_PICTURE, FORM_PICTURE, PAPER_PICTURE)


def main() -> None:
    """Make every picture of NAMES."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with _browser() as browser, tempfile.TemporaryDirectory() as folder:
        for name, views in PICTURES.items():
            shots = [_shot(browser, (REPORTS / view.page).as_uri(), view) for view in views]
            _keep(shots[0] if len(shots) == 1 else _beside(browser, shots, Path(folder)), name)
        page = Path(folder) / "check.html"
        page.write_text(_terminal(_findings()), encoding="utf-8")
        _keep(_shot(browser, page.as_uri(), View("", 1100, 24 * (FINDINGS + 3))), FINDINGS_PICTURE)
        if shutil.which("soffice") and shutil.which("pdftoppm"):
            _keep(_beside(browser, _sheets(_form(Path(folder)), FORM_PAGES), Path(folder)), FORM_PICTURE)
        else:
            print(f"{FORM_PICTURE}: LibreOffice or pdftoppm is not installed, so it stays as it was")
        if (REPORTS / PAPER).is_file() and shutil.which("pdftoppm"):
            _keep(_beside(browser, _sheets(REPORTS / PAPER, PAPER_PAGES), Path(folder)), PAPER_PICTURE)
        else:
            print(f"{PAPER_PICTURE}: there is no pdftoppm, or no reports/{PAPER}, so it stays as it was")


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(flags()))
        yield browser
        browser.close()


def _shot(browser: Browser, address: str, view: View) -> bytes:
    page = browser.new_page(
        viewport={"width": view.width, "height": view.height},
        reduced_motion="reduce",
        color_scheme="dark" if view.dark else "light",
    )
    page.goto(address)
    page.evaluate("Promise.all([...document.fonts].map(font => font.load()))")
    if view.sought:
        page.locator("input[type=search]").fill(view.sought)
    at = view.at or ("[role=search]" if view.sought else "")
    if at:
        page.locator(at).first.evaluate("element => element.scrollIntoView({behavior: 'instant'})")
    shot = page.screenshot()
    page.close()
    return shot


def _beside(browser: Browser, shots: Sequence[bytes], folder: Path) -> bytes:
    """One picture of several, side by side on a table."""
    sizes = [Image.open(io.BytesIO(shot)).size for shot in shots]
    gap = 16
    shown = "".join(f'<img src="data:image/png;base64,{b64encode(shot).decode()}">' for shot in shots)
    page = folder / "beside.html"
    page.write_text(
        f'<!doctype html><meta charset="utf-8"><body style="margin:{gap}px;background:#e9e6df;display:flex;gap:{gap}px">'
        f"{shown}",
        encoding="utf-8",
    )
    width = sum(width for width, _ in sizes) + gap * (len(sizes) + 1)
    return _shot(browser, page.as_uri(), View("", width, max(height for _, height in sizes) + 2 * gap))


def _keep(shot: bytes, name: str) -> None:
    """Write a picture with as many colours as fit into LARGEST bytes."""
    picture = Image.open(io.BytesIO(shot)).convert("RGB")
    for colours in COLOURS:
        packed = io.BytesIO()
        picture.quantize(colours, dither=Image.Dither.NONE).save(packed, "png", optimize=True)
        if packed.tell() <= LARGEST:
            (IMAGES / name).write_bytes(packed.getvalue())
            print(f"{name}: {packed.tell() / 1000:.0f} KB, {colours} colours")
            return
    raise ValueError(
        f"{name} is larger than {LARGEST} bytes even with {COLOURS[-1]} colours: show less of the page"
    )


def _findings() -> str:
    """The first lines of what `dure check 2016` prints."""
    command = [sys.executable, "-m", "analysis", "check", "2016", "--survey", "member_orgs"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    return "\n".join(done.stdout.splitlines()[:FINDINGS])


def _form(folder: Path) -> Path:
    """What `dure form intermediary` makes, as a PDF."""
    making = [
        sys.executable,
        "-m",
        "analysis",
        "form",
        "intermediary",
        "--year",
        "2016",
        "--to",
        folder / "out",
    ]
    subprocess.run(making, cwd=ROOT, check=True, capture_output=True)
    (file,) = (folder / "out").glob("*.xlsx")
    face = folder / "fonts.conf"
    face.write_text(FACE.format(font_file().parent), encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    printing = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, file]
    subprocess.run(
        printing, check=True, capture_output=True, env={**os.environ, "FONTCONFIG_FILE": str(face)}
    )
    return folder / f"{file.stem}.pdf"


def _sheets(file: Path, pages: Sequence[int]) -> list[bytes]:
    """Sheets of a PDF as pictures."""
    command = ["pdftoppm", "-r", "72", "-png", "-singlefile"]
    return [
        subprocess.run([*command, "-f", str(page), file], check=True, capture_output=True).stdout
        for page in pages
    ]


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
