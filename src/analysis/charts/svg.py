"""Marks → one SVG to stand inside a page.

Drawn by matplotlib's SVG renderer itself, without a Figure around it: marks are placed in pixels already, no
axes, no layout and no font are needed, and a drawing takes a quarter of the time. What comes out is then made
fit for a page: colours become the page's variables, text takes the page's font, ids belong to this drawing
alone, and every number says which cell it shows (data-cell, data-value).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

from analysis.charts.marks import Bar, Line, Mark, Pill, Units, Words
from analysis.charts.palette import HOLLOW, LIGHT

SVG, XLINK = "http://www.w3.org/2000/svg", "{http://www.w3.org/1999/xlink}href"
RING, SLOT_RING = 1.4, 1.2
_NAMES = {value.lower(): name for name, value in LIGHT.items()}
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ANCHORS = {"start": "left", "middle": "center", "end": "right"}


def svg(marks: Iterable[Mark], width: float, height: float, name: str, title: str, description: str) -> str:
    """The marks as an SVG element of that size; ids begin with `name`. Equal input gives equal bytes."""
    import matplotlib
    from matplotlib.backends.backend_svg import RendererSVG

    out = io.StringIO()
    with matplotlib.rc_context({"svg.fonttype": "none", "svg.hashsalt": name}):
        renderer = RendererSVG(
            width, height, out, metadata=dict.fromkeys(("Date", "Creator", "Format", "Type"))
        )
        pen = MatplotlibPen(renderer, height)
        for mark in marks:
            mark.draw(pen)
        renderer.finalize()
    return _for_a_page(out.getvalue(), width, height, name, title, description, pen.cells)


class MatplotlibPen:
    """Draws marks with a matplotlib renderer, whose y grows upwards."""

    def __init__(self, renderer: Any, height: float) -> None:
        from matplotlib.text import Text
        from matplotlib.transforms import IdentityTransform

        self.renderer = renderer
        self.anchor = Text(transform=IdentityTransform())  # carries where a text is held, and by which end
        self.height = height
        self.cells: dict[str, Words] = {}  # id of a group -> the words in it that show a cell

    def units(self, mark: Units) -> None:
        from matplotlib.path import Path
        from matplotlib.transforms import Affine2D, IdentityTransform

        hollow = mark.fill in (HOLLOW, "slot")
        ring = {HOLLOW: RING, "slot": SLOT_RING}.get(mark.fill, 0.0)
        gc = self._gc("ring" if mark.fill == HOLLOW else "slot" if hollow else mark.fill, ring)
        at = Path([(x, self.height - y) for x, y in mark.at])
        scale = Affine2D().scale((mark.size - ring) / 2)
        face = _rgb("paper") if mark.fill == HOLLOW else None if hollow else _rgb(mark.fill)
        self.renderer.draw_markers(gc, _shape(mark.shape), scale, at, IdentityTransform(), face)

    def bar(self, mark: Bar) -> None:
        ring = RING if mark.fill == HOLLOW else 0.0
        half = ring / 2
        left, top, right, low = (
            mark.x + half,
            mark.y + half,
            mark.x + mark.width - half,
            mark.y + mark.height - half,
        )
        gc = self._gc("ring" if ring else mark.fill, ring)
        self._path(
            [(left, top), (right, top), (right, low), (left, low)], gc, "paper" if ring else mark.fill, True
        )

    def line(self, mark: Line) -> None:
        gc = self._gc(mark.colour, mark.width)
        if mark.dashed:
            gc.set_dashes(0, [4, 3])
        self._path([(mark.x1, mark.y1), (mark.x2, mark.y2)], gc, None, False)

    def pill(self, mark: Pill) -> None:
        from matplotlib.path import Path
        from matplotlib.transforms import IdentityTransform

        left, top, right, low = mark.box
        end = (low - top) / 2
        turn = end * 0.5523  # of the control points of a quarter circle
        middle = top + end
        points = [
            (left + end, top), (right - end, top),
            (right - end + turn, top), (right, middle - turn), (right, middle),
            (right, middle + turn), (right - end + turn, low), (right - end, low),
            (left + end, low),
            (left + end - turn, low), (left, middle + turn), (left, middle),
            (left, middle - turn), (left + end - turn, top), (left + end, top),
        ]  # fmt: skip
        curve = [Path.CURVE4] * 6
        path = Path(self._flipped(points), [Path.MOVETO, Path.LINETO, *curve, Path.LINETO, *curve])
        gc = self._gc(mark.colour, 1.2)
        gc.set_dashes(0, [3, 2.5])
        self.renderer.draw_path(gc, path, IdentityTransform(), None)

    def words(self, mark: Words) -> None:
        self.anchor.set(x=mark.x, y=self.height - mark.y, horizontalalignment=_ANCHORS[mark.anchor])
        group = f"words{len(self.cells)}"
        self.cells[group] = mark
        self.renderer.open_group("text", group)
        gc = self._gc(mark.colour, 0)
        text = _CONTROL.sub(" ", mark.text)  # no letters, and no XML holds them
        self.renderer.draw_text(gc, mark.x, mark.y, text, _font(mark.size, mark.bold), 0, False, self.anchor)
        self.renderer.close_group("text")

    def _path(self, points: list[tuple[float, float]], gc: Any, fill: str | None, closed: bool) -> None:
        from matplotlib.path import Path
        from matplotlib.transforms import IdentityTransform

        corners = self._flipped(points)
        path = Path([*corners, corners[0]], closed=True) if closed else Path(corners)
        self.renderer.draw_path(gc, path, IdentityTransform(), _rgb(fill) if fill else None)

    def _flipped(self, points: list[tuple[float, float]]) -> list[tuple[float, float]]:
        return [(x, self.height - y) for x, y in points]

    def _gc(self, colour: str, width: float) -> Any:
        gc = self.renderer.new_gc()
        gc.set_foreground(LIGHT[colour])
        gc.set_linewidth(width)
        return gc


@cache
def _rgb(name: str) -> tuple[float, float, float]:
    from matplotlib.colors import to_rgb

    return to_rgb(LIGHT[name])


@cache
def _font(size: float, bold: bool) -> Any:
    from matplotlib.font_manager import FontProperties

    return FontProperties(family="NanumGothic", size=size, weight=700 if bold else 400)


@cache
def _shape(shape: str) -> Any:
    """Two wide, around the origin."""
    from matplotlib.path import Path

    corners = {
        "square": [(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)],
        "diamond": [(0, -1), (1, 0), (0, 1), (-1, 0), (0, -1)],
    }
    return Path(corners[shape], closed=True) if shape in corners else Path.unit_circle()


def _for_a_page(
    raw: str, width: float, height: float, name: str, title: str, description: str, cells: dict[str, Words]
) -> str:
    drawn = ET.fromstring(re.sub(r"<!DOCTYPE[^>]*>", "", raw))
    page = ET.Element(
        "svg",
        {
            "viewBox": f"0 0 {width:g} {height:g}", "xmlns": SVG, "role": "img",
            "aria-labelledby": f"{name}-title {name}-desc",
        },
    )  # fmt: skip
    ET.SubElement(page, "title", {"id": f"{name}-title"}).text = title
    ET.SubElement(page, "desc", {"id": f"{name}-desc"}).text = description
    ids: dict[str, str] = {}
    for element in drawn:
        _carry(element, page, name, ids, cells)
    return ET.tostring(page, encoding="unicode", short_empty_elements=True)


def _carry(
    element: ET.Element, into: ET.Element, name: str, ids: dict[str, str], cells: dict[str, Words]
) -> None:
    """Take over an element of matplotlib's, lighter."""
    tag = element.tag.rpartition("}")[2]
    if tag == "text":
        return
    if tag == "g" and element.get("id") in cells:
        _carry_words(element[0], cells[element.get("id", "")], into)
    elif tag == "g" and len(element) and all(child.tag.endswith("}use") for child in element):
        group = ET.SubElement(into, "g", {"style": _style(element[0].get("style", ""))})
        for use in element:
            target = ids[use.get(XLINK, "")]
            ET.SubElement(group, "use", {"href": target, "x": use.get("x", ""), "y": use.get("y", "")})
    elif tag == "defs":
        for path in element:
            if path.get("id"):
                ids[f"#{path.get('id')}"] = f"#{name}-{len(ids) + 1}"
                made = {"id": ids[f"#{path.get('id')}"][1:], "d": _flat(path.get("d", ""))}
                ET.SubElement(ET.SubElement(into, "defs"), "path", made)
    elif tag == "path":
        look = {"style": _style(element.get("style", ""))}
        ET.SubElement(into, "path", {"d": _flat(element.get("d", "")), **look})
    else:
        for child in element:
            _carry(child, into, name, ids, cells)


def _carry_words(text: ET.Element, mark: Words, into: ET.Element) -> None:
    style = (
        f"font:{'700 ' if mark.bold else ''}{mark.size:g}px var(--sans);fill:{_variable(LIGHT[mark.colour])}"
    )
    if mark.anchor != "start":
        style += f";text-anchor:{mark.anchor}"
    said = {"x": text.get("x", ""), "y": text.get("y", ""), "style": style}
    if mark.cell:
        said["data-cell"] = mark.cell
    if mark.value is not None:
        said["data-value"] = (
            f"{int(mark.value)}" if mark.value == int(mark.value) else repr(float(mark.value))
        )
    ET.SubElement(into, "text", said).text = text.text


def _flat(path: str) -> str:
    """A path on one line, its numbers to a hundredth of a pixel."""
    short = re.sub(r"-?\d+\.\d+", lambda number: f"{float(number[0]):.2f}".rstrip("0").rstrip("."), path)
    return " ".join(short.split())


def _style(style: str) -> str:
    coloured = re.sub(r"#[0-9a-fA-F]{6}", lambda found: _variable(found[0]), style)
    return coloured.replace("; ", ";").replace(": ", ":")


def _variable(value: str) -> str:
    return f"var(--{_NAMES[value.lower()]}, {value.upper()})"
