"""The outline of an executed notebook: its chapters, what stands in them, and the numbers they carry.

A chapter begins with a Markdown cell that starts with "## …", or with a piece of the kind "chapter". Chapters
are numbered Ⅰ, Ⅱ, Ⅲ, except those whose cell is tagged "unnumbered"; figures are numbered within their
chapter (Ⅲ-1), and so are blocks (1., 2.). A figure and its table share a number.

The address of a chapter is made of the id of its cell ("overview-ko" and "overview-en" are "chapter-overview"), or
of that of its piece, and not of its place, so that a link to it stays true.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from typing import Any

import nbformat
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from analysis.language import LANGUAGES
from analysis.report.markup import KEY
from analysis.report.shared_notes import lift_notes

_PROSE = '<div class="prose">'
NUMERALS = ("", *"ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ")
_LANGUAGE = re.compile(rf"-({'|'.join(LANGUAGES)})$")
_NUMBER = re.compile(r'<span data-number="(figure|place)" data-of="([^"]*)"></span>')


@dataclass(frozen=True)
class BlockEntry:
    """What the table of contents says of a block, and what its number is made of."""

    id: str
    title: str
    place: int


@dataclass
class Chapter:
    title: str = ""
    name: str = ""  # by which its address stays the same when chapters come and go, in every language
    numbered: bool = True
    pieces: list[str] = field(default_factory=list)
    blocks: list[BlockEntry] = field(default_factory=list)
    number: int = 0
    has_code: bool = False
    has_output: bool = False
    invented: bool = False  # all of it is an example
    notes: list[str] = field(default_factory=list)  # what its figures share, as HTML
    source: str = ""

    @property
    def empty(self) -> bool:
        """Its cells had nothing to show; prose alone is shown only where no cell stands beside it."""
        return not self.pieces or (self.has_code and not self.has_output)

    @property
    def id(self) -> str:
        return f"chapter-{self.name}"

    @property
    def before(self) -> int:
        """How many of its pieces stand before what its figures share: its prose."""
        return next((at for at, piece in enumerate(self.pieces) if not piece.startswith(_PROSE)), 0)

    @property
    def numeral(self) -> str:
        if not (self.numbered and self.title):
            return ""
        return NUMERALS[self.number] if self.number < len(NUMERALS) else str(self.number)


@dataclass
class Outline:
    """`head` is what the page knows of itself (title, edition, whether it is invented); `cover` is HTML."""

    head: dict[str, Any] = field(default_factory=dict)
    cover: str = ""
    footer: str = ""
    chapters: list[Chapter] = field(default_factory=lambda: [Chapter()])

    def numbers(self, appendix: str) -> dict[tuple[str, str], str]:
        """(part, block id) → number, as pieces ask for it; "부록-1" outside the numbered chapters."""
        found: dict[tuple[str, str], str] = {}
        outside = 0
        for chapter in self.chapters:
            for block in chapter.blocks:
                outside += not chapter.numeral
                number = f"{chapter.numeral}-{block.place}" if chapter.numeral else f"{appendix}-{outside}"
                found["figure", block.id] = number
                found["place", block.id] = str(block.place)
        return found


def outline(notebook: nbformat.NotebookNode, language: str = "ko") -> Outline:
    """Sort what the cells put out. Printed text and plain values are shown as they are; notes that the figures of a
    chapter share are taken out of them."""
    page = Outline()
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            _prose(page, cell)
        elif cell.cell_type == "code":
            page.chapters[-1].has_code = True
            for html, known in _outputs(cell):
                _piece(page, html, known)
    page.chapters = [chapter for chapter in page.chapters if not chapter.empty]
    names = Counter(chapter.name for chapter in page.chapters)
    for place, chapter in enumerate(page.chapters, start=1):
        if not chapter.name or names[chapter.name] > 1:
            chapter.name = f"{chapter.name}-{place}".lstrip("-")
        chapter.pieces, chapter.notes, chapter.source = lift_notes(chapter.pieces, language)
        chapter.number = sum(other.numbered and bool(other.title) for other in page.chapters[:place])
    return page


def fill_numbers(html: str, page: Outline, appendix: str) -> str:
    """Put every number in its place; a block that is not on the page leaves its place empty."""
    numbers = page.numbers(appendix)
    return _NUMBER.sub(lambda match: numbers.get((match[1], match[2]), ""), html)


def prose_html(source: str, **options: Any) -> str:
    """Markdown as HTML; HTML in it stays text. options: as nbconvert's renderer takes them."""
    renderer = IPythonRenderer(escape=True, exclude_anchor_links=True, **options)
    return str(MarkdownWithMath(renderer=renderer).render(source))


def _prose(page: Outline, cell: nbformat.NotebookNode) -> None:
    source = cell.source.strip()
    if source.startswith("## "):
        heading, _, source = source.partition("\n")
        numbered = "unnumbered" not in cell.metadata.get("tags", ())
        page.chapters.append(Chapter(heading[3:].strip(), _LANGUAGE.sub("", cell.get("id", "")), numbered=numbered))
    if source.strip():
        page.chapters[-1].pieces.append(f"{_PROSE}\n{prose_html(source)}</div>")


def _piece(page: Outline, html: str, known: dict[str, Any]) -> None:
    match known.get("kind"):
        case "head":
            page.head = known
        case "cover":
            page.cover = html
            page.head = page.head | {name: known[name] for name in ("lead",) if known.get(name)}
        case "footer":
            page.footer = html
        case "chapter":
            page.chapters.append(Chapter(known["title"], known["id"], numbered=known.get("numbered", True)))
        case "invented":
            page.head = page.head | {"invented": page.head.get("invented") or "part"}
            page.chapters[-1].invented |= bool(known.get("chapter"))
        case "summary":
            page.head = page.head | {name: known[name] for name in ("finding", "lead") if known.get(name)}
            _add(page.chapters[-1], html)
        case "figure" | "block":
            chapter = page.chapters[-1]
            chapter.blocks.append(BlockEntry(known["id"], known["title"], len(chapter.blocks) + 1))
            _add(chapter, html)
        case _:
            _add(page.chapters[-1], html)


def _add(chapter: Chapter, html: str) -> None:
    chapter.pieces.append(html)
    chapter.has_output = True


def _outputs(cell: nbformat.NotebookNode) -> Iterator[tuple[str, dict[str, Any]]]:
    for output in cell.outputs:
        if output.output_type == "stream":
            yield f"<pre>{escape(output.text)}</pre>", {}
        elif "data" in output:
            html = output.data.get("text/html")
            plain = escape(output.data.get("text/plain", ""))
            yield (html if html is not None else f"<pre>{plain}</pre>"), output.metadata.get(KEY, {})
