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
    value: str | None

    def covers(self, other: Text) -> bool:
        """More than a hair of one stands on the other."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 1 and down > 2.5


def size(svg: str) -> tuple[float, float]:
    _, _, wide, high = map(float, ET.fromstring(svg).get("viewBox", "").split())
    return wide, high


def texts(svg: str) -> list[Text]:
    return [_text(element) for element in ET.fromstring(svg).iter(f"{SVG}text")]


def _text(element: ET.Element) -> Text:
    style = element.get("style", "")
    found = re.search(r"font:(700 )?([\d.]+)px", style)
    assert found, style
    points, bold, text = float(found[2]), bool(found[1]), element.text or ""
    wide = WIDER * width(text, points, bold)
    anchor = re.search(r"text-anchor:(\w+)", style)
    x, y = float(element.get("x", "")), float(element.get("y", ""))
    left = x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor[1] if anchor else "start"]
    box = (left, y - ASCENT * points * 0.85, left + wide, y + DESCENT * points)
    return Text(text, *box, element.get("data-cell"), element.get("data-value"))


def units(svg: str, colour: str) -> int:
    """How many units of a colour are drawn; "slot": how many empty places, "paper": how many hollow ones."""
    look = "stroke:var(--slot," if colour == "slot" else f"fill:var(--{colour},"
    return sum(
        len(group.findall(f"{SVG}use"))
        for group in ET.fromstring(svg).iter(f"{SVG}g")
        if look in group.get("style", "")
    )
