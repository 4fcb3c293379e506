"""A drawing as a picture of dots, with the letters that come with the libraries."""

from __future__ import annotations

import base64

import resvg_py

from analysis.charts.font import FILES, font_file

_FAMILY = "NanumGothic"


def picture(svg: str, scale: float) -> bytes:
    """The SVG as PNG, `scale` dots a pixel; the same bytes for the same drawing."""
    made = resvg_py.svg_to_bytes(
        svg_string=svg,
        zoom=scale,
        skip_system_fonts=True,
        font_files=[str(font_file(weight)) for weight in FILES],
        font_family=_FAMILY,
        sans_serif_family=_FAMILY,
    )
    return bytes(made) if not isinstance(made, str) else base64.b64decode(made)
