"""Marks → one SVG to stand inside a page.

Drawn by matplotlib's SVG renderer itself, without a Figure around it: marks are placed in pixels already, no
axes, no layout and no font are needed, and a drawing takes a quarter of the time. What comes out is then made
fit for a page: colours become the page's variables, text takes the page's font, ids belong to this drawing
alone, and every number says which cell it shows: the `data-cells` of the drawing and the `data-cell` of the
text are together the cell's address.

A page holds some sixty drawings, so bytes count. What looks alike is one element (`layers.py`), a filled dot
is the round cap of a line of no length, and a coordinate is told to a tenth of a pixel.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from hashlib import sha256
from typing import Any
from xml.etree import ElementTree as ET

from analysis.charts.layers import Layer, layers
from analysis.charts.marks import Bar, Line, Mark, Pill, Units, Words
from analysis.charts.palette import HOLLOW, LIGHT

SVG = "http://www.w3.org/2000/svg"
RING, SLOT_RING = 1.4, 1.2
_NAMES = {value.lower(): name for name, value in LIGHT.items()}
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ANCHORS = {"start": "left", "middle": "center", "end": "right"}
_CAPS = {"dot": "round", "square": "projecting"}


def svg(
    marks: Iterable[Mark], size: tuple[float, float], name: str, table: str, title: str, description: str
) -> str:
    """The marks as an SVG element of that width and height. Equal input gives equal bytes.

    name: what no other drawing of a page is called. table: with what the addresses of its cells begin.
    """
    import matplotlib
    from matplotlib.backends.backend_svg import RendererSVG

    out = io.StringIO()
    with matplotlib.rc_context({"svg.fonttype": "none", "svg.hashsalt": name}):
        renderer = RendererSVG(*size, out, metadata=dict.fromkeys(("Date", "Creator", "Format", "Type")))
        pen = MatplotlibPen(renderer, size[1])
        for layer in layers(marks):
            pen.draw(layer)
        renderer.finalize()
    short = f"f{sha256(name.encode()).hexdigest()[:10]}"
    page = ET.Element(
        "svg",
        {
            "viewBox": f"0 0 {size[0]:g} {size[1]:g}", "xmlns": SVG, "role": "img",
            "aria-labelledby": f"{short}t {short}d", "data-cells": table,
        },
    )  # fmt: skip
    ET.SubElement(page, "title", {"id": f"{short}t"}).text = title
    ET.SubElement(page, "desc", {"id": f"{short}d"}).text = description
    _carry(ET.fromstring(re.sub(r"<!DOCTYPE[^>]*>", "", out.getvalue())), page, pen.groups, table)
    return ET.tostring(page, encoding="unicode", short_empty_elements=True)


class MatplotlibPen:
    """Draws layers of marks with a matplotlib renderer, whose y grows upwards."""

    def __init__(self, renderer: Any, height: float) -> None:
        from matplotlib.text import Text
        from matplotlib.transforms import IdentityTransform

        self.renderer = renderer
        self.anchor = Text(transform=IdentityTransform())  # carries where a text is held, and by which end
        self.height = height
        self.groups: dict[str, list[Words]] = {}  # by the id of a group: the words in it
        self.ways: dict[str, Callable[[list[Any]], None]] = {
            "Units": self.units,
            "Bar": self.bars,
            "Line": self.lines,
            "Pill": self.pills,
            "Words": self.words,
        }

    def draw(self, layer: Layer) -> None:
        self.ways[type(layer.marks[0]).__name__](layer.marks)

    def units(self, marks: list[Units]) -> None:
        """Caps of lines of no length; a ring is two, one upon the other."""
        one = marks[0]
        at = [point for mark in marks for point in mark.at]
        if one.shape == "diamond":
            corners = [
                [(x, y - r), (x + r, y), (x, y + r), (x - r, y)] for r in [one.size / 2] for x, y in at
            ]
            self._shapes(corners, one.fill)
            return
        ring = {HOLLOW: RING, "slot": SLOT_RING}.get(one.fill, 0.0)
        paints = [("ring" if one.fill == HOLLOW else one.fill, one.size)]
        paints += [("paper", one.size - 2 * ring)] if ring else []
        for colour, size in paints:
            gc = self._gc(colour, size)
            gc.set_capstyle(_CAPS[one.shape])
            self._path([[point, point] for point in at], gc)

    def bars(self, marks: list[Bar]) -> None:
        self._shapes(
            [_corners(mark, RING / 2 if mark.fill == HOLLOW else 0.0) for mark in marks], marks[0].fill
        )

    def lines(self, marks: list[Line]) -> None:
        gc = self._gc(marks[0].colour, marks[0].width)
        if marks[0].dashed:
            gc.set_dashes(0, [4, 3])
        self._path([[(mark.x1, mark.y1), (mark.x2, mark.y2)] for mark in marks], gc)

    def pills(self, marks: list[Pill]) -> None:
        from matplotlib.path import Path
        from matplotlib.transforms import IdentityTransform

        gc = self._gc(marks[0].colour, 1.2)
        gc.set_dashes(0, [3, 2.5])
        for mark in marks:
            points, codes = _outline(*mark.box)
            self.renderer.draw_path(gc, Path(self._flipped(points), codes), IdentityTransform(), None)

    def words(self, marks: list[Words]) -> None:
        group = f"words{len(self.groups)}"
        self.groups[group] = marks
        self.renderer.open_group("text", group)
        gc, font = self._gc(marks[0].colour, 0), _font(marks[0].size, marks[0].bold)
        for mark in marks:
            self.anchor.set(x=mark.x, y=self.height - mark.y, horizontalalignment=_ANCHORS[mark.anchor])
            text = _CONTROL.sub(" ", mark.text)  # no letters, and no XML holds them
            self.renderer.draw_text(gc, mark.x, mark.y, text, font, 0, False, self.anchor)
        self.renderer.close_group("text")

    def _shapes(self, shapes: list[list[tuple[float, float]]], fill: str) -> None:
        gc = self._gc("ring" if fill == HOLLOW else fill, RING if fill == HOLLOW else 0.0)
        self._path([[*corners, corners[0]] for corners in shapes], gc, "paper" if fill == HOLLOW else fill)

    def _path(self, strokes: list[list[tuple[float, float]]], gc: Any, fill: str | None = None) -> None:
        """One path of several strokes; filled, each is closed."""
        from matplotlib.path import Path
        from matplotlib.transforms import IdentityTransform

        end = Path.CLOSEPOLY if fill else Path.LINETO
        codes = [
            code for stroke in strokes for code in (Path.MOVETO, *[Path.LINETO] * (len(stroke) - 2), end)
        ]
        path = Path(self._flipped([point for stroke in strokes for point in stroke]), codes)
        path.should_simplify = False  # every mark stays
        self.renderer.draw_path(gc, path, IdentityTransform(), _rgb(fill) if fill else None)

    def _flipped(self, points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
        return [(x, self.height - y) for x, y in points]

    def _gc(self, colour: str, width: float) -> Any:
        gc = self.renderer.new_gc()
        gc.set_foreground(LIGHT[colour])
        gc.set_linewidth(width)
        return gc


def _corners(bar: Bar, inset: float) -> list[tuple[float, float]]:
    left, top, right, low = bar.box
    left, top, right, low = left + inset, top + inset, right - inset, low - inset
    return [(left, top), (right, top), (right, low), (left, low)]


def _outline(
    left: float, top: float, right: float, low: float
) -> tuple[list[tuple[float, float]], list[int]]:
    """A rectangle whose short sides are half circles: points and codes of a path."""
    from matplotlib.path import Path

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
    curve = [int(Path.CURVE4)] * 6
    return points, [int(Path.MOVETO), int(Path.LINETO), *curve, int(Path.LINETO), *curve]


@cache
def _rgb(name: str) -> tuple[float, float, float]:
    from matplotlib.colors import to_rgb

    return to_rgb(LIGHT[name])


@cache
def _font(size: float, bold: bool) -> Any:
    from matplotlib.font_manager import FontProperties

    return FontProperties(family="NanumGothic", size=size, weight=700 if bold else 400)


def _carry(element: ET.Element, into: ET.Element, groups: dict[str, list[Words]], table: str) -> None:
    """Take over the elements of matplotlib's that draw something, lighter."""
    for child in element:
        tag = child.tag.rpartition("}")[2]
        if tag == "g" and child.get("id") in groups:
            texts = list(child.iter(f"{{{SVG}}}text"))
            _carry_words(texts, groups[child.get("id", "")], into, table)
        elif tag == "g":
            _carry(child, into, groups, table)
        elif tag == "path":
            ET.SubElement(
                into, "path", {"d": _terse(child.get("d", "")), "style": _style(child.get("style", ""))}
            )


def _carry_words(texts: Sequence[ET.Element], marks: Sequence[Words], into: ET.Element, table: str) -> None:
    look = marks[0]
    style = (
        f"font:{'700 ' if look.bold else ''}{look.size:g}px var(--sans);fill:{_variable(LIGHT[look.colour])}"
    )
    if look.anchor != "start":
        style += f";text-anchor:{look.anchor}"
    group = ET.SubElement(into, "g", {"style": style})
    for text, mark in zip(texts, marks, strict=True):
        said = {"x": _tenths(float(text.get("x", ""))), "y": _tenths(float(text.get("y", "")))}
        if mark.cell:
            said["data-cell"] = mark.cell.removeprefix(table)
        ET.SubElement(group, "text", said).text = text.text


# On paper a line of no length has round caps, but no square ones: PDF cannot tell which way they lie.
NO_LENGTH = "h.01"
_PIECE = re.compile(r"([MLCz])([^MLCz]*)")


def _terse(path: str) -> str:
    """A path with its numbers to a tenth of a pixel, and the shorter words for lines that stand or lie."""
    said, at = [], ("", "")
    for letter, numbers in _PIECE.findall(path):
        points = [_tenths(float(number)) for number in numbers.split()]
        to = (points[-2], points[-1]) if points else at
        if letter == "L" and to[1] == at[1]:
            said.append(f"H{to[0]}" if to != at else NO_LENGTH)
        elif letter == "L" and to[0] == at[0]:
            said.append(f"V{to[1]}")
        else:
            said.append(letter + " ".join(points))
        at = to
    return "".join(said)


def _tenths(number: float) -> str:
    return f"{round(number, 1) + 0.0:g}"  # + 0.0: no minus before nothing


def _style(style: str) -> str:
    coloured = re.sub(r"#[0-9a-fA-F]{6}", lambda found: _variable(found[0]), style)
    return coloured.replace("; ", ";").replace(": ", ":")


def _variable(value: str) -> str:
    return f"var(--{_NAMES[value.lower()]},{value.upper()})"
