"""Make the pictures of the documentation from real output.

    python3 start.py report 2016 --language both
    .venv/bin/python docs/make_pictures.py            # all of them
    .venv/bin/python docs/make_pictures.py explore    # those whose names begin so

Needs a Chromium-family browser (see start.py). Every page shown is made from invented answers and says so. What needs
another program or file (LibreOffice for the form, pdftoppm of poppler-utils for paper, the PDF of a report) is left
as it is where that is not there.
"""

from __future__ import annotations

import io
import os
import re
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
from playwright.sync_api import Browser, Locator, Page, sync_playwright

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
PANEL, SEEN, KEPT = ".dure-panel", ".dure-seen", ".dure-kept"  # in JupyterLab: the panel, a result, the basket
PATIENCE = 120_000  # milliseconds until JupyterLab shows the panel
INPUTS = ("questionnaires", "notebooks", "data/raw")  # what `dure explore` needs of a project
FACE = """<?xml version="1.0"?><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{}</dir>
<match target="pattern"><test name="family"><string>맑은 고딕</string></test>
<edit name="family" mode="assign" binding="strong"><string>NanumGothic</string></edit></match></fontconfig>"""


@dataclass(frozen=True)
class View:
    """A page under reports/, with what stands behind "#", in a window of `width` × `height`: from the top or from the
    element `at` on, in the dark, or with `sought` typed into its search."""

    page: str
    width: int
    height: int
    at: str = ""
    dark: bool = False
    sought: str = ""

    @property
    def address(self) -> str:
        file, _, place = self.page.partition("#")
        return (REPORTS / file).as_uri() + (f"#{place}" if place else "")


@dataclass(frozen=True)
class Chosen:
    """What is chosen in the panel of JupyterLab, and the picture of it.

    question, filtered  what their lines in the lists begin with: printed numbers
    sought              what is typed to find the question
    answer              of the question by which answers are filtered
    kept                whether it goes into the basket
    of                  the part of the page that is shown, from its top, `width` × `height`
    """

    survey: str
    question: str
    sought: str
    filtered: str = ""
    answer: str = ""
    kept: bool = False
    of: str = SEEN
    width: int = 1440
    height: int = 900


MEMBER_ORGS, FIGURE = "members/2016/member_orgs.html", "#q-overall_satisfaction"
EXPLORED = "members/2016/explore.html#member_orgs/dues_level/area"
PICTURES = {
    "member_orgs.png": (View(MEMBER_ORGS, 1440, 1000),),
    "index.png": (View("members/2016/index.html", 1440, 1000),),
    "search.png": (View("members/2016/index.html", 1440, 800, sought="정보교류"),),
    "accounts.png": (View("members/2016/annual_report.html", 1440, 900, "#q-accounts_expense"),),
    "dark.png": (View(MEMBER_ORGS, 1440, 800, FIGURE, dark=True),),
    "english.png": (View("members/2016/member_orgs.en.html", 1440, 800, FIGURE),),
    "explore_page.png": (View(EXPLORED, 1440, 1000),),
    "explore_phone.png": (View(EXPLORED, 360, 800), View(EXPLORED, 360, 800, dark=True)),
    "phone.png": (
        View(MEMBER_ORGS, 360, 800),
        View(MEMBER_ORGS, 360, 800, FIGURE),
        View("members/2016/annual_report.html", 360, 800, "#q-accounts_expense", dark=True),
    ),
}
MEMBERS, CENTRES, COOPERATIVES = (
    "회원단체 현황조사", "사회적경제 중간지원조직 현황조사", "협동조합기본계획 설문조사",
)  # fmt: skip
CHOICES = {
    "explore_panel.png": (Chosen(MEMBERS, "A4", "유형", "B7", "인하가 필요하다", of=PANEL, height=1100),),
    "explore_matrix.png": (Chosen(MEMBERS, "C1", "중요도", height=1000),),
    "explore_empty.png": (Chosen(COOPERATIVES, "S10", "매출액", "S5", "일시 중단", of=PANEL),),
    "explore_basket.png": (
        Chosen(MEMBERS, "D1", "어려움", kept=True),
        Chosen(CENTRES, "E3", "어려움", kept=True, of=KEPT, height=420),
    ),
}  # of several the last is shown
NAMES = (*PICTURES, *CHOICES, FINDINGS_PICTURE, FORM_PICTURE, PAPER_PICTURE)


def main() -> None:
    """Make the pictures whose names begin as the first argument says, or all of NAMES."""
    begun = sys.argv[1] if len(sys.argv) > 1 else ""
    wanted = [name for name in NAMES if name.startswith(begun)]
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, _browser(Path(folder)) as browser:
        for name in wanted:
            if name in PICTURES:
                shots = [_shot(browser, view.address, view) for view in PICTURES[name]]
                _keep(shots[0] if len(shots) == 1 else _beside(browser, shots, Path(folder)), name)
        if any(name in CHOICES for name in wanted):
            with _lab(Path(folder)) as address:
                for name in wanted:
                    if name in CHOICES:
                        shots = [_chosen(browser, address, chosen) for chosen in CHOICES[name]]
                        _keep(shots[-1], name)
        if FINDINGS_PICTURE in wanted:
            page = Path(folder) / "check.html"
            page.write_text(_terminal(_findings()), encoding="utf-8")
            _keep(_shot(browser, page.as_uri(), View("", 1100, 24 * (FINDINGS + 3))), FINDINGS_PICTURE)
        if FORM_PICTURE in wanted:
            if shutil.which("soffice") and shutil.which("pdftoppm"):
                _keep(_beside(browser, _sheets(_form(Path(folder)), FORM_PAGES), Path(folder)), FORM_PICTURE)
            else:
                print(f"{FORM_PICTURE}: LibreOffice or pdftoppm is not installed, so it stays as it was")
        if PAPER_PICTURE in wanted:
            if (REPORTS / PAPER).is_file() and shutil.which("pdftoppm"):
                _keep(_beside(browser, _sheets(REPORTS / PAPER, PAPER_PAGES), Path(folder)), PAPER_PICTURE)
            else:
                print(f"{PAPER_PICTURE}: there is no pdftoppm, or no reports/{PAPER}, so it stays as it was")


@contextmanager
def _browser(folder: Path) -> Iterator[Browser]:
    """A browser that finds Korean letters for pages without letters of their own, wherever it runs."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(),
            args=list(flags()),
            env={**os.environ, "FONTCONFIG_FILE": str(_faces(folder))},
        )
        yield browser
        browser.close()


@contextmanager
def _lab(folder: Path) -> Iterator[str]:
    """The address of what `dure explore` opens, in a project of its own with the inputs that ship."""
    project = folder / "project"
    for name in INPUTS:
        shutil.copytree(ROOT / name, project / name)
    command = [sys.executable, "-m", "analysis", "explore", "--no-browser"]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, encoding="utf-8") as lab:
        try:
            assert lab.stdout is not None
            yield next(line.strip() for line in lab.stdout if line.strip().startswith("http"))
        finally:
            lab.terminate()


def _chosen(browser: Browser, address: str, chosen: Chosen) -> bytes:
    """What the panel shows once all is chosen."""
    page = browser.new_page(
        viewport={"width": chosen.width, "height": chosen.height}, reduced_motion="reduce", color_scheme="light"
    )
    page.goto(address)
    panel = page.locator(PANEL)
    panel.wait_for(timeout=PATIENCE)
    panel.get_by_label("조사", exact=True).select_option(label=chosen.survey)
    _settle(page)
    for _ in range(panel.get_by_role("button", name="조건 빼기").count()):  # the kernel keeps what was chosen before
        panel.get_by_role("button", name="조건 빼기").first.click()
        _settle(page)
    panel.get_by_label("문항 찾기", exact=True).fill(chosen.sought)
    _settle(page)
    _pick(panel.get_by_label("문항", exact=True), chosen.question)
    _settle(page)
    if chosen.filtered:
        _pick(panel.get_by_label("거를 문항", exact=True), chosen.filtered)
        panel.get_by_label(chosen.answer, exact=True).check()
        panel.get_by_role("button", name="조건 더하기").click()
        panel.get_by_role("button", name="조건 빼기").wait_for()
    if chosen.kept:
        panel.get_by_role("button", name="바구니에 담기").click()
    _settle(page)
    page.locator(chosen.of).evaluate("element => element.scrollIntoView({behavior: 'instant', block: 'start'})")
    shot = page.screenshot()
    page.close()
    return shot


def _settle(page: Page) -> None:
    """Wait until the kernel has answered; its last message has no sign of its own."""
    page.wait_for_timeout(500)
    page.wait_for_function("document.querySelector('.jp-Notebook-ExecutionIndicator')?.dataset.status != 'busy'")
    page.wait_for_timeout(700)


def _pick(choices: Locator, begun: str) -> None:
    """Choose the line of a list that begins so, once it is there."""
    line = choices.locator("option", has_text=re.compile(rf"^\s*{begun}\s"))
    line.first.wait_for(state="attached")
    choices.select_option(label=line.first.inner_text())


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
    face = _faces(folder)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    printing = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, file]
    subprocess.run(
        printing, check=True, capture_output=True, env={**os.environ, "FONTCONFIG_FILE": str(face)}
    )
    return folder / f"{file.stem}.pdf"


def _faces(folder: Path) -> Path:
    """Where programs find the letters that come with the libraries."""
    face = folder / "fonts.conf"
    face.write_text(FACE.format(font_file().parent), encoding="utf-8")
    return face


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
