"""Which cell every number of a page shows, told in few bytes.

A page holds thousands of numbers whose addresses begin alike. What holds them (a chapter, a figure, a line of a table,
a drawing) tells the beginning once in `data-cells`, and a number the rest in `data-cell`; the whole address is all
that stands around the number, from the outermost in, and its own. What in a table holds a number as it is, or in
per cent, tells the address itself: a cell, and the small type behind its number. Together this is half of what a
table weighs on a telephone.

    <section class="chapter" data-cells="orgs/2016/"> … <figure data-cells="satisfaction/"> … <tr data-cells="by=region:seoul/">
    <td data-cell="4+5/count">9 <small data-cell="4+5/share">(64.3)</small>
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from os.path import commonprefix

_CHAPTER = re.compile(r'<section class="chapter\b[^>]*>.*?(?=<section class="chapter\b|</main>|\Z)', re.DOTALL)
_FIGURE = re.compile(r"<figure\b[^>]*>.*?</figure>", re.DOTALL)
_LINE = re.compile(r"<tr\b([^>]*)>(.*?)</tr>", re.DOTALL)
_WHOLE = r'<data value="[^"]*" data-cell|<svg\b[^>]*\sdata-cells'  # before what is told from its beginning
_DRAWN = re.compile(r'<svg\b[^>]*\sdata-cells="([^"]*)"')
_CELL = re.compile(r'data-cell="([^"]*)"')
_VALUE = r'<data value="(?P<value>[^"]*)"(?P<cell> data-cell="[^"]*")>(?P<words>[\d.,]+)</data>'
# A number that is all of a cell, but for others in small type; and one that is all of those.
_ALONE = re.compile(rf"<td\b(?P<has>[^>]*)>(?P<open>){_VALUE}(?P<rest>(?=\s*(?:</?t[dhr]\b|\Z)| <small ))")
_SMALL = re.compile(rf"<small(?P<has>)>(?P<open>\(){_VALUE}(?P<rest>\)</small>)")
_NUMBER = re.compile(
    r'<(?:section|figure|tr|svg)\b(?:[^>]*\sdata-cells="(?P<cells>[^"]*)")?[^>]*>|(?P<end></(?:section|figure|tr|svg)>)'
    r'|<data value="(?P<value>[^"]*)" data-cell="(?P<cell>[^"]*)">'
    r'|<(?:text|td|small)\b[^>]*\sdata-cell="(?P<shown>[^"]*)"[^>]*>(?P<words>[^<]*)'
)


@dataclass(frozen=True)
class Told:
    """A number as a page tells it. value: in full; None for a number of a drawing or alone in a cell of a table, which
    tell their words only."""

    address: str
    value: float | None
    words: str = ""


def share_beginnings(html: str) -> str:
    """The page with the beginnings of addresses told once a line of a table, wherever two numbers share one, and
    once a chapter (survey and year) and a figure (the question), where all of its numbers do; and with no element for a
    number but what it has to itself."""
    html = _CHAPTER.sub(lambda chapter: _within(chapter[0], parts=2), html)
    html = _FIGURE.sub(lambda figure: _within(figure[0], parts=1), html)
    return _LINE.sub(lambda line: _shared(line[1], line[2]), html)


def _shared(attributes: str, cells: str) -> str:
    beginning = _beginning(_CELL.findall(cells))
    if beginning:
        attributes += f' data-cells="{beginning}"'
        cells = cells.replace(f'data-cell="{beginning}', 'data-cell="')
    return f"<tr{attributes}>{_ALONE.sub(_alone, _SMALL.sub(_alone, cells))}</tr>"


def _alone(found: re.Match[str]) -> str:
    """What holds the number as its element; the words have to be enough to tell the value."""
    number, value = float(found["words"].replace(",", "")), float(found["value"])
    if number not in (value, round(100 * value, 10)):
        return found[0]
    tag = re.match(r"<\w+", found[0])[0]  # type: ignore[index]
    return f"{tag}{found['has']}{found['cell']}>{found['open']}{found['words']}{found['rest']}"


def _within(element: str, parts: int) -> str:
    """The chapter or figure, with as many parts of all its addresses told at its start, where all begin with them."""
    addresses = [escape(told.address) for told in numbers_told(element)]
    beginning = re.match("[^/]*/" * parts, _beginning(addresses))
    if not beginning or any(not cells.startswith(beginning[0]) for cells in _DRAWN.findall(element)):
        return element
    start, held = element.split(">", 1)
    whole = re.compile(rf'((?:{_WHOLE})="){re.escape(beginning[0])}')
    return f'{start} data-cells="{beginning[0]}">{whole.sub(lambda found: found[1], held)}'


def _beginning(addresses: list[str]) -> str:
    """What two or more addresses have in common, in whole parts."""
    shared = commonprefix(addresses) if len(addresses) > 1 else ""
    return shared[: shared.rfind("/") + 1]


def numbers_told(html: str) -> Iterator[Told]:
    """Every number of a page that tells its cell, in reading order, with the whole address."""
    around: list[str] = []
    for found in _NUMBER.finditer(html):
        beginning = "".join(around)
        if found["value"] is not None:
            yield Told(unescape(beginning + found["cell"]), float(found["value"]))
        elif found["shown"] is not None:
            yield Told(unescape(beginning + found["shown"]), None, unescape(found["words"]))
        elif not found["end"]:
            around.append(found["cells"] or "")
        elif around:
            around.pop()
