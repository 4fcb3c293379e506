"""Pieces of HTML: made from templates that escape every text, and put on the page with what the page must
know of them.

A piece that stands in the table of contents or carries a number says so in its output's metadata; the numbers
themselves are filled in when the page is assembled, since a summary may speak of a figure that comes later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from analysis.charts.measure import BODY
from analysis.language import message
from analysis.narrative import Figure, Sentence, show_cell
from analysis.narrative.figure import NOTHING, sign_of_interval
from analysis.narrative.interval import ends
from analysis.report.face import Entry

TEMPLATES = Path(__file__).parent / "template"
KEY = "dure"

# Korean breaks between words (keep-all); these would still be cut open at a dot or a bracket.
_BREAKABLE = re.compile(r"[·(%’”」~\s]")
_BEHIND = re.compile(r"[%)\]’”.,]*[^\W\d_]{0,6}[.,)’”]*")
SHORTEST, LONGEST = 3, 17


def render(template: str, language: str, folder: Path = TEMPLATES, **fields: Any) -> Markup:
    """The part `template` ("figure" is template/parts/figure.html.j2), filled in. folder: of another room, whose parts
    may include ours."""
    part = _environment(language, folder).get_template(f"parts/{template}.html.j2")
    return Markup(part.render(language=language, **fields))


def put(html: str, **known: Any) -> None:
    """Put a piece on the page. known: kind ("head", "cover", "chapter", "figure"), id, title, …"""
    from IPython.display import display

    display({"text/html": str(html)}, raw=True, metadata={KEY: known} if known else {})


def number_of(block: str, part: str) -> Markup:
    """Where the number of a block goes: part "figure" is "Ⅲ-1", "place" its place in the chapter, "1"."""
    return Markup('<span data-number="{}" data-of="{}"></span>').format(part, block)


def flow(text: Sentence | Figure | str | list[str]) -> Markup:
    """Words and numbers as they flow: a number, and HTML among words, keeps its particle; 협의회·연합회 stays in one
    piece."""
    parts = text.parts if isinstance(text, Sentence) else text if isinstance(text, list) else (text,)
    words: list[list[str | Figure]] = [[]]
    for part in parts:
        if isinstance(part, Figure | Markup):
            words[-1].append(part)
            continue
        first, *others = part.split(" ")
        words[-1].append(first)
        words += [[other] for other in others]
    return Markup(" ").join(_word(word) for word in words)


def _word(parts: list[str | Figure]) -> Markup:
    """A browser would break a word beside a number, which is set apart from words written from right to left."""
    parts = [part for part in parts if part != ""]
    html = Markup("").join(map(_html, parts))
    letters = "".join(map(_letters, parts))
    marked = any(isinstance(part, Figure | Markup) for part in parts)
    if len(parts) == 1 and marked:  # the stylesheet keeps a number in one piece
        return html
    if len(letters) > LONGEST:
        return Markup("").join(_tied(parts))
    return _in_one_piece(html) if marked or (len(letters) >= SHORTEST and _BREAKABLE.search(letters)) else html


def _tied(parts: list[str | Figure]) -> Iterator[Markup]:
    """A long word may be broken, but no number from the letters behind it: "51.6%(163개)|인데"."""
    behind = ""
    for part, following in zip(parts, [*parts[1:], ""], strict=True):
        if not isinstance(part, Figure | Markup):
            yield escape(part[len(behind):])
            behind = ""
            continue
        found = None if isinstance(following, Figure | Markup) else _BEHIND.match(following)
        behind = found[0] if found else ""
        yield _in_one_piece(_html(part) + escape(behind)) if behind else _html(part)


def _html(part: str | Figure) -> Markup:
    return Markup(part.html()) if isinstance(part, Figure) else escape(part)


def _letters(part: str | Figure) -> str:
    return part.text if isinstance(part, Figure) else part.striptags() if isinstance(part, Markup) else part


def _in_one_piece(html: Markup) -> Markup:
    return Markup('<span class="nb">{}</span>').format(html)


def parted(words: str) -> Markup:
    """The heading of a column, which may be parted before what kind of body a long word names: 다중이해관계자|협동조합."""
    return Markup(BODY.sub("<wbr>", str(escape(words))))


def show_entry(entry: Entry | str | None, language: str) -> Markup:
    """An entry of a face: its numbers without units, the second (a share beside its count) in small type."""
    if entry is None:
        return Markup("")
    if isinstance(entry, str):
        return escape(entry)
    cells = [cell for cell in entry.cells if cell is not None]
    if entry.interval:
        told = ends(entry.table, cells[0], language, unit=False) if cells else None
        return Markup(told.html()) if told is not None else Markup(sign_of_interval(cells[0]) if cells else "")
    if entry.counts:
        return Markup("").join(map(_counted, (show_cell(entry.table, cell, language) for cell in cells)))
    shown = [show_cell(entry.table, cell, language, unit=False) for cell in cells]
    if len(shown) > 1 and isinstance(shown[0], str) and (len({*map(str, shown)}) == 1 or shown[0] == NOTHING):
        shown = shown[:1]  # "X" or "-" says it for both
    if not shown:
        return Markup("")
    first, *others = (Markup(one.html()) if isinstance(one, Figure) else escape(one) for one in shown)
    aside = Markup("").join(Markup(" <small>({})</small>").format(other) for other in others)
    letters = " ".join(cell.letters for cell in cells if cell.letters)
    return first + aside + (Markup('<sup class="above">{}</sup>').format(letters) if letters else Markup(""))


def _counted(shown: Figure | str) -> Markup:
    """A count where a share would stand: never to be read as one. In English it has no unit of its own."""
    if not isinstance(shown, Figure):
        return escape(shown)
    return Markup("{}{}").format("n = " if shown.text.isdecimal() else "", Markup(shown.html()))


@cache
def _environment(language: str, folder: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader([folder, TEMPLATES]), autoescape=True, trim_blocks=True, lstrip_blocks=True,
        undefined=StrictUndefined,
    )  # fmt: skip
    environment.filters |= {
        "flow": flow,
        "parted": parted,
        "entry": lambda entry: show_entry(entry, language),
        "say": lambda key, **fields: message(f"report.{key}", language, **fields),
        "words": lambda words: words.text(language),
    }
    environment.globals["number_of"] = number_of
    return environment
