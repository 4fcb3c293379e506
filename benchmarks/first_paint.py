"""Measure how soon a reader sees a page on a slow telephone, and write it to benchmarks/first_paint.md.

    .venv/bin/python benchmarks/first_paint.py

Needs a Chromium-family browser (see start.py). Every page of 2016 is opened from its file in a window as wide as a
telephone's, by a browser just started whose processor Chromium slows down to a quarter. Seconds on different machines
do not compare, so the same notebooks are also put into pages as nbconvert does it without us, and measured in turn.
"""

from __future__ import annotations

import gzip
import os
import platform
import re
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Playwright, sync_playwright

from analysis.browser import find_browser, flags

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # for what the tests share

RESULTS = ROOT / "benchmarks" / "first_paint.md"
YEAR, AUDIENCES = 2016, ("members", "committee")
RUNS = 5
SLOWER = 4  # times
PHONE = {"width": 360, "height": 800}
AIM = 1.0  # seconds to the first paint

# Parts of a page, by what to look for. Letters are looked for first, for they stand within the style.
PARTS = {
    "letters": r"data:font/[^)\"']*",
    "drawings": r"<svg\b.*?</svg>",
    "tables": r"<table\b.*?</table>",
    "style": r"<style\b.*?</style>",
    "script": r"<script\b.*?</script>",
}
TIMES = """async () => {
    const entries = type => new Promise(resolve => {
        new PerformanceObserver(list => resolve(list.getEntries())).observe({type, buffered: true});
        setTimeout(() => resolve([]), 5000);
    });
    const largest = (await entries("largest-contentful-paint")).at(-1);
    const paint = name => performance.getEntriesByName(name)[0]?.startTime;
    const [opened] = performance.getEntriesByType("navigation");
    return [paint("first-paint"), paint("first-contentful-paint"), largest?.startTime,
            opened.domContentLoadedEventEnd];
}"""


class Seconds(NamedTuple):
    """After the page was asked for: until anything is painted, until the first content, until the largest piece of it
    in the window, until the whole page is read."""

    first: float
    content: float
    largest: float
    read: float


@dataclass(frozen=True)
class Measured:
    """A page: its bytes, as they are and as a server packs them, and by part; requests to elsewhere; its runs."""

    name: str
    size: int
    packed: int
    parts: dict[str, int]
    outside: int
    runs: tuple[Seconds, ...]

    def median(self, which: str) -> float:
        return statistics.median(getattr(run, which) for run in self.runs)

    def spread(self, which: str) -> str:
        """Median, and the quickest and slowest run."""
        runs = [getattr(run, which) for run in self.runs]
        return f"{statistics.median(runs):.2f} ({min(runs):.2f}–{max(runs):.2f})"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        pages = make_pages(Path(folder))
        stock = stock_pages(Path(folder))
        measured, plain = measure([*pages.items()]), measure([*stock.items()])
    text = as_markdown(measured, plain)
    RESULTS.write_text(text, encoding="utf-8")
    print(text)


def make_pages(folder: Path) -> dict[str, Path]:
    """Every page of every edition's year in Korean, and the first pages around them, by the place in reports/."""
    from analysis.pipeline import Order, report
    from analysis.progress import Progress
    from tests.project import copy_inputs

    for error in report(Order(copy_inputs(folder), YEAR, audiences=AUDIENCES), Progress(quiet=True)):
        raise error
    reports = folder / "reports"
    pages = (page for audience in AUDIENCES for page in sorted((reports / audience).rglob("*.html")))
    return {page.relative_to(reports).as_posix(): page for page in pages if not page.stem.endswith(".en")}


def stock_pages(folder: Path) -> dict[str, Path]:
    """The members' notebooks as nbconvert makes pages of them: its own template, nothing of ours but what cells put
    out. They read the same released tables; by the place in reports/ of our page of the same notebook."""
    import papermill
    from nbconvert import HTMLExporter

    work = folder / "stock"
    (work / "released").mkdir(parents=True)
    audience, made = AUDIENCES[0], {}
    for released in (folder / "data" / "processed" / str(YEAR)).glob(f"*/released.{audience}.json"):
        shutil.copyfile(released, work / "released" / f"{released.parent.name}.json")
    for notebook in sorted((folder / "notebooks").glob("*.ipynb")):
        name = f"{audience}/{YEAR}/{notebook.stem}.html"
        if not (folder / "reports" / name).is_file():
            continue
        executed = papermill.execute_notebook(
            notebook, None, parameters={"year": YEAR, "audience": audience, "language": "ko"},
            kernel_name="python3", progress_bar=False, cwd=work,
        )  # fmt: skip
        text, _ = HTMLExporter(template_name="lab").from_notebook_node(executed)
        made[name] = work / f"{notebook.stem}.html"
        made[name].write_text(text, encoding="utf-8")
    return made


def measure(pages: list[tuple[str, Path]]) -> list[Measured]:
    """Each page RUNS times, in turn, so that what else the machine does meets all of them."""
    runs: dict[str, list[Seconds]] = {name: [] for name, _ in pages}
    outside: dict[str, int] = {}
    with sync_playwright() as playwright:
        for attempt in range(RUNS + 1):  # the first is to warm up
            for name, page in pages:
                with cold_browser(playwright) as browser:
                    seconds, outside[name] = open_page(browser, page)
                if attempt:
                    runs[name].append(seconds)
    return [
        Measured(name, len(html), len(gzip.compress(html)), parts(html), outside[name], tuple(runs[name]))
        for name, html in ((name, page.read_bytes()) for name, page in pages)
    ]


@contextmanager
def cold_browser(playwright: Playwright) -> Iterator[Browser]:
    """A browser that has never seen a page."""
    given = flags()
    browser = playwright.chromium.launch(
        executable_path=find_browser(), chromium_sandbox="--no-sandbox" not in given, args=list(given)
    )
    yield browser
    browser.close()


def open_page(browser: Browser, file: Path) -> tuple[Seconds, int]:
    """When what was seen, and how many things were asked of other places. They are refused at once: nothing waits
    for a network, which only helps a page that needs one."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=3, is_mobile=True, has_touch=True)
    asked: list[str] = []
    context.route(re.compile("^https?:"), lambda route: (asked.append(route.request.url), route.abort()))
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(file.as_uri())
    times = page.evaluate(TIMES)
    context.close()
    if None in times:
        raise RuntimeError(f"The browser told no time of painting for {file}: {times}")
    return Seconds(*(time / 1000 for time in times)), len(asked)


def parts(html: bytes) -> dict[str, int]:
    """Bytes of each part of a page, each counted once."""
    text, sizes = html.decode("utf-8"), {}
    for part, pattern in PARTS.items():
        text, found = cut(text, pattern)
        sizes[part] = found
    return sizes


def cut(text: str, pattern: str) -> tuple[str, int]:
    """The text without what the pattern finds, and how many bytes that was."""
    before = len(text.encode())
    text = re.sub(pattern, "", text, flags=re.DOTALL)
    return text, before - len(text.encode())


def as_markdown(pages: list[Measured], stock: list[Measured]) -> str:
    slowest = max(pages, key=lambda page: page.median("first"))
    lines = [
        "# How soon a page is seen",
        "",
        f"Written by `benchmarks/first_paint.py`. {platform.system()}, {os.cpu_count()} cores, Chromium slowed down"
        f" {SLOWER} times,",
        f"{PHONE['width']} × {PHONE['height']} px, a browser just started for each of {RUNS} runs, pages opened from"
        " files. Seconds: median",
        "(quickest–slowest).",
        "",
        f"Aim: anything is seen within {AIM:.0f} s. The slowest, {slowest.name}: {slowest.median('first'):.2f} s.",
        "",
        "| page | first paint | first content | largest content | page read |",
        "|---|--:|--:|--:|--:|",
    ]
    lines += [
        f"| {page.name} | " + " | ".join(page.spread(which) for which in Seconds._fields) + " |"
        for page in pages
    ]
    lines += [
        "",
        "KB of each; *sent* as a server packs it; the rest is text. The letters are those of the reader's last resort.",
        "",
        f"| page | KB | sent | {' | '.join(PARTS)} | asked elsewhere |",
        "|---|" + "--:|" * (len(PARTS) + 3),
    ]
    lines += [
        f"| {page.name} | {page.size / 1000:.0f} | {page.packed / 1000:.0f} | "
        + " | ".join(f"{page.parts[part] / 1000:.0f}" for part in PARTS)
        + f" | {page.outside} |"
        for page in pages
    ]
    lines += [
        "",
        "**The same notebooks through nbconvert's own template** (`lab`), in the same run, and ours as a share of it. It",
        "asks for scripts elsewhere, which were refused at once; with a network it would wait for them.",
        "",
        "| page | KB | asked elsewhere | first paint | page read | ours: KB | first paint | page read |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    ours = {page.name: page for page in pages}
    lines += [
        f"| {page.name} | {page.size / 1000:.0f} | {page.outside} | {page.spread('first')} | {page.spread('read')} | "
        f"{ours[page.name].size / page.size:.0%} | {_share(ours[page.name], page, 'first')} | "
        f"{_share(ours[page.name], page, 'read')} |"
        for page in stock
    ]
    return "\n".join([*lines, ""])


def _share(ours: Measured, other: Measured, which: str) -> str:
    return f"{ours.median(which) / other.median(which):.0%}"


if __name__ == "__main__":
    main()
