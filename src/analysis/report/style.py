"""The stylesheet of a page: the palette as variables, our rules, and the letters it needs as a last resort."""

from __future__ import annotations

import base64
import re
from html import unescape
from pathlib import Path

from analysis.charts.font import FAMILY, FILES, subset
from analysis.charts.palette import DARK, LIGHT, css

SHEETS = Path(__file__).parent / "template" / "dure" / "css"
# In the order in which they hold: what is said later of the same thing wins.
ORDER = (
    "base", "cover", "contents", "chapters", "origin", "figures", "boxes", "annual", "accounts", "index", "marks",
    "widths", "print",
)  # fmt: skip

# The reader's own faces first; the embedded one has Korean for those who have none.
SANS = (
    "'Pretendard Variable','Pretendard','Apple SD Gothic Neo','Noto Sans KR','Noto Sans CJK KR',"
    f"'Malgun Gothic','NanumGothic','{FAMILY}',sans-serif"
)


def style_for(html: str, running: str = "") -> str:
    """The whole stylesheet for a page. `running` is printed at the head of every sheet of paper."""
    return "\n".join((
        f":root{{color-scheme:light dark;--sans:{SANS};--side:clamp(1rem,4.4vw,3.5rem);{css(LIGHT)}}}",
        f"@media screen and (prefers-color-scheme:dark){{:root{{{css(DARK)}}}}}",
        f"@page{{@top-left{{content:{_quoted(running)};font:8pt {SANS};color:{LIGHT['ink3']}}}}}",
        _faces(letters_of(html)),
        *(_light(_sheet(name)) for name in ORDER),
    ))  # fmt: skip


def _sheet(name: str) -> str:
    return (SHEETS / f"{name}.css").read_text(encoding="utf-8")


def _light(rules: str) -> str:
    """Rules as a browser reads them: without comments and what people need to read them. No rule of ours has a
    string with such signs in it."""
    rules = re.sub(r"/\*.*?\*/", "", rules, flags=re.DOTALL)
    rules = re.sub(r"\s+", " ", rules)
    return re.sub(r" ?([{};,]) ?", r"\1", rules).replace(": ", ":").replace(";}", "}").strip()


def letters_of(html: str) -> str:
    """The letters that a page shows, each once."""
    text = unescape(re.sub(r"<(style|script)\b.*?</\1>|<[^>]*>", "", html, flags=re.DOTALL))
    return "".join(sorted(set(text)))


def _faces(letters: str) -> str:
    """The embedded font, a subset in each weight."""
    faces = []
    for weight in FILES:
        data = base64.b64encode(subset(letters, weight)).decode("ascii")
        source = f"url(data:font/woff2;base64,{data}) format('woff2')"
        named = f"font-family:'{FAMILY}';font-weight:{weight};font-display:block"
        faces.append(f"@font-face{{{named};src:{source}}}")
    return "\n".join(faces)


def _quoted(text: str) -> str:
    """A CSS string; whatever could end it or the stylesheet is written by its number."""
    return '"' + "".join(c if c.isalnum() or c in " .,:·()-" else f"\\{ord(c):x} " for c in text) + '"'
