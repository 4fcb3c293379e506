"""What a drawing shows, read back from its SVG."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from analysis.charts.measure import ASCENT, DESCENT, width

WIDER = 1.1
NUMBER = r"(-?[\d.]+)"


@dataclass(frozen=True)
class Text:
    """A text of a drawing with the box of its letters, in a face a tenth wider than the measuring font."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    cell: str | None
    colour: str
    bold: bool
    size: float

    def covers(self, other: Text) -> bool:
        """More than a hair of one stands on the other."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 1 and down > 2.5


@dataclass(frozen=True)
class Shape:
    """A path: its data, its look, and what it covers, as boxes."""

    d: str
    look: dict[str, str]

    @property
    def fill(self) -> str:
        return colour_of(self.look.get("fill", ""))

    @property
    def stroke(self) -> str:
        return colour_of(self.look.get("stroke", ""))


def colour_of(value: str) -> str:
    found = re.fullmatch(r"var\(--([\w-]+)\)", value)
    return found[1] if found else ""


def size(svg: str) -> tuple[float, float]:
    _, _, wide, high = map(float, ET.fromstring(svg).get("viewBox", "").split())
    return wide, high


def texts(svg: str) -> list[Text]:
    root = ET.fromstring(svg)
    usual = float(root.get("font-size", ""))
    return [
        _text(element, group, usual, root.get("data-cells", ""))
        for group in (root, *root.iter("g"))
        for element in group.findall("text")
    ]


def _text(element: ET.Element, look: ET.Element, usual: float, table: str) -> Text:
    points, bold = float(look.get("font-size", usual)), look.get("font-weight") == "700"
    text = element.text or ""
    wide = WIDER * width(text, points, bold)
    x, y = float(element.get("x", 0)), float(element.get("y", ""))
    left = x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[look.get("text-anchor", "start")]
    box = (left, y - ASCENT * points * 0.85, left + wide, y + DESCENT * points)
    at = element.get("data-cell")
    return Text(text, *box, None if at is None else table + at, colour_of(look.get("fill", "var(--ink)")), bold, points)


def shapes(svg: str) -> list[Shape]:
    """What is drawn beside the words, the lowest first."""
    return [
        Shape(path.get("d", ""), {name: value for name, value in path.attrib.items() if name != "d"})
        for path in ET.fromstring(svg).iter("path")
    ]


def marks_in(shape: Shape) -> Iterator[tuple[float, float, float, float]]:
    """(left, top, right, bottom) of every dash of a line, of every line without dashes, and of every bar."""
    for x, y, wide, high in re.findall(rf"M{NUMBER} {NUMBER}h{NUMBER}v{NUMBER}h-[\d.]+z", shape.d):
        yield float(x), float(y), float(x) + float(wide), float(y) + float(high)
    if not shape.stroke or shape.look.get("stroke-dasharray") in ("4 3", "3 2.5"):
        return
    dash, gap = map(float, shape.look.get("stroke-dasharray", "0 0").split())
    thick = float(shape.look["stroke-width"])
    cap = thick / 2 if shape.look.get("stroke-linecap") == "round" else 0.0
    for x, y, way, long in re.findall(rf"M{NUMBER} {NUMBER}([hv]){NUMBER}(?=M|$)", shape.d):
        length, sign = abs(float(long)), -1 if long.startswith("-") else 1
        each, step = (dash, dash + gap) if dash + gap else (length, length + 1)
        at = 0.0
        while at <= length:
            ends = sorted((sign * at, sign * min(at + each, length)))
            across, down = (ends, (-thick / 2, thick / 2)) if way == "h" else ((-thick / 2, thick / 2), ends)
            along = (cap, 0.0) if way == "h" else (0.0, cap)
            yield (
                float(x) + across[0] - along[0], float(y) + down[0] - along[1],
                float(x) + across[1] + along[0], float(y) + down[1] + along[1],
            )  # fmt: skip
            at += step


def units(svg: str, colour: str) -> int:
    """How many units of a colour are drawn; "slot": how many empty places, "paper": how many hollow ones."""
    name = "ring" if colour == "paper" else colour
    return sum(len([*marks_in(shape)]) for shape in shapes(svg) if shape.stroke == name and _of_units(shape))


def _of_units(shape: Shape) -> bool:
    """Dots have round caps; squares are dashes as long as the line is thick."""
    if "stroke-linecap" in shape.look:
        return True
    thick, dashes = float(shape.look.get("stroke-width", 0)), shape.look.get("stroke-dasharray", "")
    if dashes in ("4 3", "3 2.5"):
        return False
    if dashes:
        return abs(float(dashes.split()[0]) - thick) < 0.1
    return thick > 3 and all(abs(float(long) - thick) < 0.1 for long in re.findall(r"h([\d.]+)", shape.d))


def bars(svg: str, colour: str) -> list[tuple[float, float, float, float]]:
    """(left, top, right, bottom) of every bar of a colour, also of those that are dashes of one line."""
    return [
        box
        for shape in shapes(svg)
        if (shape.fill == colour or (shape.stroke == colour and "stroke-linecap" not in shape.look))
        for box in marks_in(shape)
    ]


def pills(svg: str) -> int:
    """How many hidden cells have their pill."""
    return sum(shape.d.count("M") for shape in shapes(svg) if shape.look.get("stroke-dasharray") == "3 2.5")
