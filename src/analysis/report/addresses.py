"""Which cell every number of a page shows, told in few bytes.

In the text a number tells the whole address of its cell. Lines of tables and drawings hold thousands of
numbers whose addresses begin alike: there the line, or the drawing, tells the beginning once (`data-cells`)
and each number the rest (`data-cell`), which halves what a table weighs on a telephone.

    <tr data-cells="orgs/2016/satisfaction/by=region:seoul/"><td><data value="0.643" data-cell="4+5/share">64.3</data>
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from os.path import commonprefix

_LINE = re.compile(r"<tr\b([^>]*)>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r'data-cell="([^"]*)"')
_NUMBER = re.compile(
    r'<(?:tr|svg)\b(?:[^>]*\sdata-cells="(?P<cells>[^"]*)")?[^>]*>|</(?:tr|svg)>'
    r'|<data value="(?P<value>[^"]*)" data-cell="(?P<cell>[^"]*)">'
    r'|<text\b[^>]*\sdata-cell="(?P<drawn>[^"]*)"[^>]*>(?P<words>[^<]*)'
)


@dataclass(frozen=True)
class Told:
    """A number as a page tells it. value: in full; None for a number of a drawing, which tells its words only."""

    address: str
    value: float | None
    words: str = ""


def share_beginnings(html: str) -> str:
    """The page with the beginnings of addresses told once a line of a table, wherever two numbers share one."""
    return _LINE.sub(lambda line: _shared(line[0], line[1], line[2]), html)


def _shared(line: str, attributes: str, cells: str) -> str:
    addresses = _CELL.findall(cells)
    beginning = commonprefix(addresses)
    beginning = beginning[: beginning.rfind("/") + 1]
    if len(addresses) < 2 or not beginning:
        return line
    cells = cells.replace(f'data-cell="{beginning}', 'data-cell="')
    return f'<tr{attributes} data-cells="{beginning}">{cells}</tr>'


def numbers_told(html: str) -> Iterator[Told]:
    """Every number of a page that tells its cell, in reading order, with the whole address."""
    beginning = ""
    for found in _NUMBER.finditer(html):
        if found["value"] is not None:
            yield Told(unescape(beginning + found["cell"]), float(found["value"]))
        elif found["drawn"] is not None:
            yield Told(unescape(beginning + found["drawn"]), None, unescape(found["words"]))
        else:
            beginning = found["cells"] or ""
