"""The figure of a result: as the report draws it, and as a picture of its own that says what it is wherever it goes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from html import escape

from analysis.charts import Drawing, draw, kinds_for
from analysis.charts.font import FAMILY, FILES, font_file
from analysis.charts.measure import wrap
from analysis.charts.palette import LIGHT
from analysis.charts.view import WIDE
from analysis.errors import DureError
from analysis.language import LANGUAGES, message
from analysis.tables.table import Table

MARGIN = 20
TITLE, WORDS, NOTE = (16, 23), (13, 19), (12, 17)  # size and distance of lines, in pixels
MEASURED = "NanumGothic"  # the font that comes with the libraries, by its own name
FACE = f"{FAMILY}, {MEASURED}, Malgun Gothic, Apple SD Gothic Neo, Noto Sans KR, sans-serif"
_SIZE = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_COLOUR = re.compile(r"var\(--([a-z0-9-]+)\)")
_ADDRESS = re.compile(r' data-[a-z-]+="[^"]*"')


class ChartError(DureError):
    """A kind of figure that the table cannot be drawn as."""


@dataclass(frozen=True, eq=False, repr=False)
class Chart:
    """The figure of a table. kind: one of `kinds`; "" is the usual one. title stands above the picture."""

    table: Table
    language: str = "ko"
    kind: str = ""
    title: str = ""

    def __post_init__(self) -> None:
        if self.kind and self.kind not in self.kinds:
            raise ChartError(
                *(
                    message("explore.no_chart", language, kind=self.kind, known=", ".join(filter(None, self.kinds)) or "-")
                    for language in LANGUAGES
                )
            )

    @property
    def kinds(self) -> tuple[str, ...]:
        """What the table can be drawn as; nothing where it has no figure."""
        return kinds_for(self.table)

    @cached_property
    def drawing(self) -> Drawing | None:
        """The figure as on a page, wide and narrow; None where the table's kind has none."""
        return draw(self.table, self.language, kind=self.kind)

    def svg(self) -> str:
        """A file of its own: title, base, figure, notes and source, and that it is not released. "" where there is no
        figure. Its colours are values, so that any program can show it."""
        if self.drawing is None:
            return ""
        inside = self.drawing.svg_wide
        size = _SIZE.search(inside)
        assert size is not None  # `charts.svg` writes it
        width, height = WIDE + 2 * MARGIN, float(size[2])
        above = [(self.title or self.table.title.text(self.language), TITLE, True, "ink")]
        above += [(self.drawing.subtitle, NOTE, False, "ink3")]
        marks, *notes = (words.text(self.language) for words in self.table.told_notes)
        below = [(marks, WORDS, True, "tag"), (" · ".join(notes), NOTE, False, "ink3")]
        below += [(self.table.source.text(self.language), NOTE, False, "ink3")]
        head, top = _lines(above, MARGIN)
        start = top + 8
        foot, bottom = _lines(below, start + height + 10)
        figure = inside.replace("<svg ", f'<svg x="{MARGIN}" y="{start}" width="{WIDE}" height="{height:g}" ', 1)
        whole = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {bottom + MARGIN:g}" width="{width}" '
            f'height="{bottom + MARGIN:g}" font-family="{FACE}">'
            f'<rect width="100%" height="100%" fill="var(--paper)"/>{head}{figure}{foot}</svg>\n'
        )
        return _COLOUR.sub(lambda match: LIGHT.get(match[1], match[0]), _ADDRESS.sub("", whole))

    def png(self, scale: float = 2.0) -> bytes:
        """The same as a picture of dots, `scale` of them a pixel; empty where there is no figure."""
        import resvg_py

        svg = self.svg()
        if not svg:
            return b""
        fonts = [str(font_file(weight)) for weight in FILES]
        return resvg_py.svg_to_bytes(
            svg_string=svg, zoom=scale, skip_system_fonts=True, font_files=fonts, font_family=MEASURED,
            sans_serif_family=MEASURED,
        )  # fmt: skip

    def __repr__(self) -> str:
        mark = self.table.notes[0].text(self.language)
        return f"[{mark}]\n{self.title or self.table.title.text(self.language)}"

    def _repr_svg_(self) -> str | None:
        return self.svg() or None


def _lines(said: Iterable[tuple[str, tuple[int, int], bool, str]], top: float) -> tuple[str, float]:
    """Lines of text from `top` on, and where they end."""
    found: list[str] = []
    for text, (size, step), bold, colour in said:
        for line in wrap(text, WIDE, size, bold) if text else ():
            top += step
            weight = ' font-weight="700"' if bold else ""
            found.append(
                f'<text x="{MARGIN}" y="{top - 0.3 * size:g}" font-size="{size}"{weight} fill="var(--{colour})">{escape(line)}</text>'
            )
    return "".join(found), top
