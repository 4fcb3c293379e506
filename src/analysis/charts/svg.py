"""Marks → one SVG to stand inside a page.

Colours are the page's variables, the face is the page's own, ids belong to this drawing alone, and every number
says which cell it shows: the `data-cells` of the drawing and the `data-cell` of the text are together the cell's
address. Looks are attributes, not styles: a strict content policy lets them pass.

A page holds some sixty drawings, so bytes count. What looks alike is one element (`layers.py`), what stands in a
row is one dashed line (`strokes.py`), and a coordinate is told to a tenth of a pixel, that of a word to a whole one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby

from analysis.charts.layers import Layer, layers
from analysis.charts.marks import Bar, Line, Mark, Pill, Units, Words
from analysis.charts.palette import HOLLOW
from analysis.charts.strokes import Stroke, bar_runs, number, runs

RING = 1.4
SIZE, INK = 13.0, "ink"  # of words that say no other
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

Attributes = Mapping[str, object]


def svg(marks: Iterable[Mark], size: tuple[float, float], table: str, named: Attributes, inside: str = "") -> str:
    """The marks as an SVG element of that width and height. Equal input gives equal bytes.

    table: with what the addresses of its cells begin. named: the attributes that name it to a screen reader;
    inside: what they refer to, where it is in the drawing.
    """
    drawn = "".join(piece for layer in layers(marks) for piece in _layer(layer, table))
    box = {"viewBox": f"0 0 {number(size[0])} {number(size[1])}", "role": "img", **named}
    box |= {"data-cells": table, "font-size": number(SIZE), "fill": _colour(INK)}
    return _element("svg", box, inside + drawn)


def name_of(title: str, description: str, name: str) -> tuple[Attributes, str]:
    """The attributes that name a drawing, and the elements that they refer to. name: their ids begin with it."""
    told = _element("title", {"id": f"{name}t"}, _text(title)) + _element("desc", {"id": f"{name}d"}, _text(description))
    return {"aria-labelledby": f"{name}t {name}d"}, told


def _layer(layer: Layer, table: str) -> Iterator[str]:
    match layer.marks[0]:
        case Units() as one:
            yield from _units(layer.marks, one)  # type: ignore[arg-type]
        case Bar():
            yield from _bars(layer.marks)  # type: ignore[arg-type]
        case Line() as one:
            look = {"stroke": _colour(one.colour), "stroke-width": number(one.width)}
            yield _path(_lines(layer.marks), look | ({"stroke-dasharray": "4 3"} if one.dashed else {}))  # type: ignore[arg-type]
        case Pill() as one:
            look = {"stroke": _colour(one.colour), "stroke-width": 1.2, "stroke-dasharray": "3 2.5", "fill": "none"}
            yield _path("".join(map(_outline, layer.marks)), look)  # type: ignore[arg-type]
        case Words() as one:
            yield _words(layer.marks, one, table)  # type: ignore[arg-type]


def _units(marks: Sequence[Units], one: Units) -> Iterator[str]:
    """Dots are the round caps of dashes of no length, squares are dashes; a ring is two, one upon the other."""
    if one.shape == "diamond":
        half, ring = number(one.size / 2), one.fill == HOLLOW
        corner = f"l{half} {half}l-{half} {half}l-{half}-{half}z"
        d = "".join(f"M{number(x)} {number(y - one.size / 2)}{corner}" for mark in marks for x, y in mark.at)
        yield _path(d, {"fill": _colour("paper" if ring else one.fill), **(_ring() if ring else {})})
        return
    paints = [("ring", one.size), ("paper", one.size - 2 * RING)] if one.fill == HOLLOW else [(one.fill, one.size)]
    for colour, size in paints:
        strokes = runs((mark.at for mark in marks), size if one.shape == "square" else 0.0)
        look = {"stroke": _colour(colour), "stroke-width": number(size)}
        look |= {"stroke-linecap": "round"} if one.shape == "dot" else {}
        yield from _stroked(strokes, look)


def _bars(marks: Sequence[Bar]) -> Iterator[str]:
    """A bar is a line as thick as it is high; bars of one size in a row are its dashes."""
    fill = marks[0].fill
    if fill == HOLLOW:
        yield _path("".join(_corners(mark, RING / 2) for mark in marks), {"fill": _colour("paper"), **_ring()})
        return
    for height in dict.fromkeys(mark.height for mark in marks):
        look = {"stroke": _colour(fill), "stroke-width": number(height)}
        yield from _stroked(bar_runs([mark for mark in marks if mark.height == height]), look)


def _stroked(strokes: Iterable[Stroke], look: dict[str, object]) -> Iterator[str]:
    """One path for all lines with the same dashes."""
    for dashes, same in groupby(sorted(strokes, key=lambda stroke: stroke.dashes), key=lambda stroke: stroke.dashes):
        yield _path("".join(stroke.d for stroke in same), look | ({"stroke-dasharray": dashes} if dashes else {}))


def _words(marks: Sequence[Words], one: Words, table: str) -> str:
    look: dict[str, object] = {}
    if one.colour != INK:
        look["fill"] = _colour(one.colour)
    if one.size != SIZE:
        look["font-size"] = number(one.size)
    if one.bold:
        look["font-weight"] = 700
    if one.anchor != "start":
        look["text-anchor"] = one.anchor
    said = []
    for mark in marks:
        at: dict[str, object] = {"x": round(mark.x)} if round(mark.x) else {}
        at["y"] = round(mark.y)
        if mark.cell:
            at["data-cell"] = mark.cell.removeprefix(table)
        said.append(_element("text", at, _text(mark.text)))
    return _element("g", look, "".join(said)) if look else "".join(said)


def _lines(marks: Sequence[Line]) -> str:
    return "".join(f"M{number(mark.x1)} {number(mark.y1)}{_to(mark)}" for mark in marks)


def _to(line: Line) -> str:
    if line.y1 == line.y2:
        return f"H{number(line.x2)}"
    return f"V{number(line.y2)}" if line.x1 == line.x2 else f"L{number(line.x2)} {number(line.y2)}"


def _corners(bar: Bar, inset: float = 0.0) -> str:
    wide, high = (number(max(0.0, length - 2 * inset)) for length in (bar.width, bar.height))
    return f"M{number(bar.x + inset)} {number(bar.y + inset)}h{wide}v{high}h-{wide}z"


def _outline(pill: Pill) -> str:
    """A rectangle whose short sides are half circles."""
    end, across = number(pill.HEIGHT / 2), number(pill.WIDTH - pill.HEIGHT)
    high = number(pill.HEIGHT)
    start = f"M{number(pill.x + pill.HEIGHT / 2)} {number(pill.y)}"
    return f"{start}h{across}a{end} {end} 0 0 1 0 {high}h-{across}a{end} {end} 0 0 1 0-{high}z"


def _ring() -> dict[str, object]:
    return {"stroke": _colour("ring"), "stroke-width": RING}


def _path(d: str, look: Attributes) -> str:
    return _element("path", {"d": d, **look})


def _colour(name: str) -> str:
    return f"var(--{name})"


def _text(words: str) -> str:
    """Escaped; control characters are no letters, and no XML holds them."""
    return escape(_CONTROL.sub(" ", words), quote=False)


def _element(tag: str, attributes: Attributes, inside: str = "") -> str:
    told = "".join(f' {name}="{escape(_CONTROL.sub(" ", str(value)))}"' for name, value in attributes.items())
    return f"<{tag}{told}>{inside}</{tag}>" if inside else f"<{tag}{told}/>"
