"""Which cell every number of a page shows, told in few bytes.

A page holds thousands of numbers whose addresses begin alike. What holds them (a chapter, a line of a table, a
drawing) tells the beginning once in `data-cells`, and a number the rest in `data-cell`; the whole address is all
that stands around the number, from the outermost in, and its own. A cell of a table that holds a number as it is, or
in per cent, and nothing else tells the address itself. Together this is half of what a table weighs on a telephone.

    <section class="chapter" data-cells="orgs/2016/"> … <tr data-cells="satisfaction/by=region:seoul/">
    <td data-cell="4+5/share">64.3
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from os.path import commonprefix

_CHAPTER = re.compile(r'<section class="chapter\b[^>]*>.*?(?=<section class="chapter\b|</main>|\Z)', re.DOTALL)
_LINE = re.compile(r"<tr\b([^>]*)>(.*?)</tr>", re.DOTALL)
_WHOLE = r'<data value="[^"]*" data-cell|<svg\b[^>]*\sdata-cells'  # before what is told from its beginning
_CELL = re.compile(r'data-cell="([^"]*)"')
_ALONE = re.compile(
    r'<td\b(?P<has>[^>]*)><data value="(?P<value>[^"]*)"(?P<cell> data-cell="[^"]*")>(?P<words>[\d.,]+)</data>'
    r"(?=\s*(?:</?t[dhr]\b|\Z))"
)
_NUMBER = re.compile(
    r'<(?:section|tr|svg)\b(?:[^>]*\sdata-cells="(?P<cells>[^"]*)")?[^>]*>|(?P<end></(?:section|tr|svg)>)'
    r'|<data value="(?P<value>[^"]*)" data-cell="(?P<cell>[^"]*)">'
    r'|<(?:text|td)\b[^>]*\sdata-cell="(?P<shown>[^"]*)"[^>]*>(?P<words>[^<]*)'
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
    once a chapter, where all of its numbers do; and with no element for a number but the cell that it has to itself."""
    chapters = _CHAPTER.sub(lambda chapter: _within(chapter[0]), html)
    return _LINE.sub(lambda line: _shared(line[1], line[2]), chapters)


def _shared(attributes: str, cells: str) -> str:
    beginning = _beginning(_CELL.findall(cells))
    if beginning:
        attributes += f' data-cells="{beginning}"'
        cells = cells.replace(f'data-cell="{beginning}', 'data-cell="')
    return f"<tr{attributes}>{_ALONE.sub(_alone, cells)}</tr>"


def _alone(cell: re.Match[str]) -> str:
    """The cell as the element of its number, whose words have to be enough to tell the value."""
    number, value = float(cell["words"].replace(",", "")), float(cell["value"])
    if number not in (value, round(100 * value, 10)):
        return cell[0]
    return f"<td{cell['has']}{cell['cell']}>{cell['words']}"


def _within(chapter: str) -> str:
    """The survey and year are enough: what follows differs from figure to figure."""
    beginning = re.match(r"[^/]*/[^/]*/", _beginning([escape(told.address) for told in numbers_told(chapter)]))
    if not beginning:
        return chapter
    start, held = chapter.split(">", 1)
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
