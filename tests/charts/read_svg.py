"""What a drawing shows, read back from its SVG."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from analysis.charts.measure import ASCENT, DESCENT, width

WIDER = 1.1
SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Text:
    """A text of a drawing with the box of its letters, in a face a tenth wider than the measuring font."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    cell: str | None

    def covers(self, other: Text) -> bool:
        """More than a hair of one stands on the other."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 1 and down > 2.5


def size(svg: str) -> tuple[float, float]:
    _, _, wide, high = map(float, ET.fromstring(svg).get("viewBox", "").split())
    return wide, high


def texts(svg: str) -> list[Text]:
    root = ET.fromstring(svg)
    return [
        _text(element, group.get("style", ""), root.get("data-cells", ""))
        for group in root.iter(f"{SVG}g")
        for element in group.iter(f"{SVG}text")
    ]


def _text(element: ET.Element, style: str, table: str) -> Text:
    found = re.search(r"font:(700 )?([\d.]+)px", style)
    assert found, style
    points, bold, text = float(found[2]), bool(found[1]), element.text or ""
    wide = WIDER * width(text, points, bold)
    anchor = re.search(r"text-anchor:(\w+)", style)
    x, y = float(element.get("x", "")), float(element.get("y", ""))
    left = x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor[1] if anchor else "start"]
    box = (left, y - ASCENT * points * 0.85, left + wide, y + DESCENT * points)
    at = element.get("data-cell")
    return Text(text, *box, None if at is None else table + at)


def units(svg: str, colour: str) -> int:
    """How many units of a colour are drawn; "slot": how many empty places, "paper": how many hollow ones."""
    look = f"stroke:var(--{'ring' if colour == 'paper' else colour},"
    return sum(d.count("M") for d, style in shapes(svg) if look in style and "linecap" in style)


def bars(svg: str, colour: str) -> list[tuple[float, float, float, float]]:
    """(left, top, right, bottom) of every bar of a colour."""
    found = []
    for d, style in shapes(svg):
        if f"fill:var(--{colour}," in style:
            corners = re.findall(r"M(\S+) (\S+)H(\S+)V(\S+)H\S+z", d)
            found += [tuple(map(float, corner)) for corner in corners]
    return found


def shapes(svg: str) -> list[tuple[str, str]]:
    """What is drawn beside the words: path and style."""
    return [(path.get("d", ""), path.get("style", "")) for path in ET.fromstring(svg).iter(f"{SVG}path")]
