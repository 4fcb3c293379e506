"""The page on paper: an A4 document with page numbers in its contents, made by a browser of Chromium's family.

The stylesheet says how it looks (css/print.css). A browser cannot say on which sheet a chapter begins before it
has set them all; so it prints a draft in half the time, is told the numbers, and prints.
"""

from __future__ import annotations

import base64
import io
import json
import os
import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pikepdf
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from analysis.errors import DureError
from analysis.language import LANGUAGES, message
from analysis.report.chromium import Chromium, ChromiumError, Tab, chromium
from analysis.whole import write_whole

MOST_PASSES = 3
PAPER = {
    "printBackground": True,
    "preferCSSPageSize": True,
    "generateTaggedPDF": True,
    "generateDocumentOutline": True,
}
DRAFT = PAPER | {"generateTaggedPDF": False, "generateDocumentOutline": False}
# When and with which version of which browser it was printed would make other bytes of the same page.
_CHANCE = re.compile(rb"/(?:CreationDate|ModDate|Creator) \((?:\\.|[^\\)])*\)")
_NODE = re.compile(rb"\(node(\d{8})\)")


class PdfError(DureError):
    """A page that could not be printed. The page itself is there."""

    exit_code = 0  # the page itself is the report

    def __init__(self, page: Path, cause: object) -> None:
        fields = {"page": page.name, "cause": " ".join(str(cause).split())}
        super().__init__(*(message("report.pdf.failed", language, **fields) for language in LANGUAGES))


def pdf_of(page: Path) -> Path:
    """Where the PDF of an HTML page stands: beside it, under its name."""
    return page.with_suffix(".pdf")


def write_pdf(page: Path, browser: Path) -> Path:
    """Print an HTML page beside itself, whole or not at all, and return the PDF's path. Raises PdfError."""
    try:
        with chromium(browser) as running:
            return _write(page, running)
    except ChromiumError as error:
        raise PdfError(page, error) from error


def write_pdfs(pages: Iterable[Path], browser: Path, jobs: int | None = None) -> tuple[PdfError, ...]:
    """Print several pages, `jobs` at a time (None: as many as cores), with one start of the browser. Returns what
    went wrong with which."""
    pages = tuple(pages)
    if not pages:
        return ()
    try:
        with chromium(browser) as running, ThreadPoolExecutor(jobs or os.cpu_count() or 1) as pool:
            found = pool.map(lambda page: _failure(page, running), pages)
            return tuple(error for error in found if error is not None)
    except ChromiumError as error:
        return tuple(PdfError(page, error) for page in pages)


def _failure(page: Path, running: Chromium) -> PdfError | None:
    try:
        _write(page, running)
    except PdfError as error:
        return error
    return None


def _write(page: Path, running: Chromium) -> Path:
    to = pdf_of(page)
    try:
        with running.tab(page) as tab:
            write_whole(to, _packed(_without_chance(_printed(tab))))
    except (ChromiumError, PyPdfError, pikepdf.PdfError, OSError) as error:
        raise PdfError(page, error) from error
    return to


def _packed(pdf: bytes) -> bytes:
    """The same document in a third of its bytes: a browser writes plainly, one by one, what is read aloud."""
    packed = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return packed.getvalue()


def _without_chance(pdf: bytes) -> bytes:
    """The same bytes whenever it is printed; what is named for reading aloud is numbered from the first name."""
    first = min(map(int, _NODE.findall(pdf)), default=0)
    pdf = _NODE.sub(lambda found: b"(node%08d)" % (int(found[1]) - first), pdf)
    return _CHANCE.sub(lambda found: b" " * len(found[0]), pdf)


def _printed(tab: Tab) -> bytes:
    """The PDF with the numbers in its contents: printed until they say where things stand, which is at once
    unless the numbers move something."""
    places = _told(tab, {})
    known = sheets(_print(tab, DRAFT)) if places else {}
    for _ in range(MOST_PASSES):
        _told(tab, known)
        made = _print(tab, PAPER)
        found = sheets(made)
        if not places or found == known:
            break
        known = found  # the numbers themselves have moved something
    return made


def _print(tab: Tab, how: dict[str, bool]) -> bytes:
    return base64.b64decode(tab.call("Page.printToPDF", **how)["data"])


def _told(tab: Tab, known: dict[str, int]) -> int:
    """Write the numbers into the contents; how many places there are for one."""
    return tab.evaluate(_TELL % json.dumps(known))


# Says how many places there are for a number.
_TELL = """(sheets => Array.from(document.querySelectorAll("[data-leaf]"), place =>
    place.textContent = sheets[place.dataset.leaf] || "").length)(%s)"""


def sheets(pdf: bytes) -> dict[str, int]:
    """The id of everything that is linked to → the sheet on which it begins; the cover is sheet 1."""
    reader = PdfReader(io.BytesIO(pdf))
    found = {name.lstrip("/"): reader.get_destination_page_number(place) for name, place in reader.named_destinations.items()}
    return {name: sheet + 1 for name, sheet in found.items() if sheet is not None and sheet >= 0}
