"""Which cells of a notebook are on which slide.

JupyterLab's property inspector gives a cell its slide type: "slide" and "subslide" begin a slide, "fragment" is seen
after a key, "notes" are for whoever speaks, "skip" is left out; a cell without a type continues the slide before it. In a
notebook where no cell begins a slide, every heading does, and so does every result that stands behind another one; of
the results of one cell each has a slide. Code is not shown, what it puts out is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from nbformat import NotebookNode

from analysis.explore.slides.pieces import Piece, outputs, prose
from analysis.language import LANGUAGES

BEGINS = ("slide", "subslide")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_HEADING = re.compile(r"#{1,6} ")


@dataclass
class Slide:
    """pieces: in the order in which they are read. notes: HTML, for whoever speaks."""

    pieces: list[Piece] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def has_result(self) -> bool:
        return any(piece.result for piece in self.pieces)


def choose(notebook: NotebookNode, language: str, folder: Path) -> list[Slide]:
    """The slides of a notebook with outputs. Cells tagged with another language are left out. folder: where pictures
    that its prose names are looked for."""
    cells = [cell for cell in notebook.cells if _type(cell) != "skip" and _is_told(cell, language)]
    chosen = any(_type(cell) in (*BEGINS, "fragment") for cell in cells)
    made = _chosen(cells, language, folder) if chosen else _by_headings(cells, language, folder)
    return [slide for slide in made if slide.pieces]


def _chosen(cells: list[NotebookNode], language: str, folder: Path) -> list[Slide]:
    slides: list[Slide] = []
    for cell in cells:
        if _type(cell) in BEGINS or (_type(cell) == "fragment" and not slides):
            slides.append(Slide())
        if not slides:
            continue  # what stands before the first chosen cell, such as imports
        if _type(cell) == "notes":
            slides[-1].notes += [piece.html for piece in _pieces(cell, language, folder)]
            continue
        step = _type(cell) == "fragment" and bool(slides[-1].pieces)
        several = False  # of one cell, such as a basket, each has a slide
        for piece in _pieces(cell, language, folder):
            if piece.result and several:
                slides.append(Slide())
            several |= piece.result
            slides[-1].pieces.append(piece.as_step() if step else piece)
    return slides


def _by_headings(cells: list[NotebookNode], language: str, folder: Path) -> list[Slide]:
    slides = [Slide()]
    for cell in cells:
        if _type(cell) == "notes":
            slides[-1].notes += [piece.html for piece in _pieces(cell, language, folder)]
        elif cell.cell_type == "markdown":
            for part in _parted(cell.source):
                if _HEADING.match(part):
                    slides.append(Slide())
                slides[-1].pieces.append(prose(part, cell, folder))
        else:
            for piece in _pieces(cell, language, folder):
                if piece.result and slides[-1].has_result:
                    slides.append(Slide())
                slides[-1].pieces.append(piece)
    return slides


def _pieces(cell: NotebookNode, language: str, folder: Path) -> Iterator[Piece]:
    if cell.cell_type == "markdown" and cell.source.strip():
        yield prose(cell.source, cell, folder)
    elif cell.cell_type == "code":
        yield from outputs(cell, language)


def _parted(source: str) -> Iterator[str]:
    """Markdown, cut before each of its headings; "#" in a block of code is none."""
    part: list[str] = []
    fenced = False
    for line in source.splitlines():
        fenced ^= bool(_FENCE.match(line))
        if _HEADING.match(line) and not fenced and any(map(str.strip, part)):
            yield "\n".join(part)
            part = []
        part.append(line)
    if any(map(str.strip, part)):
        yield "\n".join(part).strip()


def _type(cell: NotebookNode) -> str:
    return str(cell.metadata.get("slideshow", {}).get("slide_type", ""))


def _is_told(cell: NotebookNode, language: str) -> bool:
    tags = set(LANGUAGES) & set(cell.metadata.get("tags", ()))
    return not tags or language in tags
