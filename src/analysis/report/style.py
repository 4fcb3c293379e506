"""The stylesheet of a page: the palette as variables, our rules, and the letters it needs as a last resort."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from pathlib import Path

from analysis.charts.font import FAMILY, subset
from analysis.charts.palette import DARK, LIGHT, css
from analysis.report.rules import rules_used

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


def style_for(html: str, sheets: str = "") -> str:
    """The whole stylesheet for a page. sheets: what stands in the margins of paper, from `paper`."""
    rules = rules_of(ORDER, html)
    return "\n".join((
        f":root{{color-scheme:light dark;--sans:{SANS};--side:clamp(1rem,4.4vw,3.5rem);{css(LIGHT)}}}",
        f"@media screen and (prefers-color-scheme:dark){{:root{{{css(DARK)}}}}}",
        embedded_font(html),
        rules,
        sheets,
    ))  # fmt: skip


def rules_of(sheets: Iterable[str], html: str) -> str:
    """Our rules of these sheets, as far as the piece of a page has something for them; it says the colours itself."""
    return rules_used("".join(_light(_sheet(name)) for name in sheets), html)


def _sheet(name: str) -> str:
    return (SHEETS / f"{name}.css").read_text(encoding="utf-8")


def _light(rules: str) -> str:
    """Rules as a browser reads them: without comments and what people need to read them. No rule of ours has a
    string with such signs in it."""
    rules = re.sub(r"/\*.*?\*/", "", rules, flags=re.DOTALL)
    rules = re.sub(r"\s+", " ", rules)
    return re.sub(r" ?([{};,]) ?", r"\1", rules).replace(": ", ":").replace(";}", "}").strip()


def embedded_font(html: str) -> str:
    """The rule of the embedded font: the letters that are anywhere in the page, which scripts may show, too. It has one
    weight, of which the browser makes the bold: a second one is 40 KB for every reader, and seen by those without
    Korean."""
    data = base64.b64encode(subset(html)).decode("ascii")
    source = f"url(data:font/woff2;base64,{data}) format('woff2')"
    return f"@font-face{{font-family:'{FAMILY}';font-display:block;src:{source}}}"
