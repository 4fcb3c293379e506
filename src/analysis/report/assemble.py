"""An executed notebook → one page in one file, with its contents, numbers, style, script and letters."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial
from html import escape
from pathlib import Path
from types import SimpleNamespace

import nbformat
from nbconvert.exporters.templateexporter import TemplateExporter

from analysis.charts.palette import DARK, LIGHT
from analysis.language import message
from analysis.report.addresses import share_beginnings
from analysis.report.foreign import mark_korean
from analysis.report.outline import Outline, fill_numbers, outline
from analysis.report.paper import paper
from analysis.report.place import file_name
from analysis.report.policy import content_policy
from analysis.report.site.beside import letters
from analysis.report.style import style_for

TEMPLATE = Path(__file__).parent / "template"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)  # no text of our script has such signs
# HTML lets a cell end where the next begins, and so a head and a body; in thousands of cells that is a tenth of a page.
_CELL_ENDS = re.compile(r"</t[dh]>\s*(?=<t[dh][ >]|</tr>)|</t(?:head|body)>\s*(?=<tbody|</table>)")


class PageExporter(TemplateExporter):
    """nbconvert with our own template; `resources["page"]` is what it shows."""

    file_extension = ".html"
    template_name = "dure"
    extra_template_basedirs = [str(TEMPLATE)]
    template_file = "index.html.j2"


@cache
def _exporter() -> PageExporter:
    """One for all pages: its template is compiled once."""
    return PageExporter()


def assemble(notebook: nbformat.NotebookNode, language: str) -> str:
    """The page as text. The same notebook gives the same bytes."""
    page = outline(notebook, language)
    say = partial(_say, language)
    title = page.head.get("title", "")
    script = _COMMENT.sub("", (TEMPLATE / "dure" / "page.js").read_text(encoding="utf-8"))
    script = "\n".join(line.strip() for line in script.splitlines() if line.strip())  # a page needs no margins in it
    shown = SimpleNamespace(
        language=language,
        say=say,
        title=title,
        publisher=page.head.get("publisher", ""),
        edition=page.head.get("edition", ""),
        description=page.head.get("description", ""),
        lead=page.head.get("lead") or page.head.get("description", ""),
        finding=page.head.get("finding", ""),
        tag=_invented(page, "tag", say),
        banner=_invented(page, "banner", say),
        paper={"light": LIGHT["paper"], "dark": DARK["paper"]},
        home=file_name("index", "html", language),
        cover=page.cover or f'<div class="wrap"><h1>{escape(title)}</h1></div>',
        chapters=page.chapters,
        footer=page.footer,
        script=script,
        policy=content_policy(script),
        style="",
    )
    html, _ = _exporter().from_notebook_node(notebook, resources={"page": shown})
    html = share_beginnings(fill_numbers(html, page, say("page.appendix")))
    if language != "ko":
        html = mark_korean(html)
    sheets = paper(title, " · ".join(filter(None, (shown.edition, shown.banner))), page.chapters)
    style = style_for(html + letters(language), sheets)
    html = _CELL_ENDS.sub("", html)
    return html.replace("<style></style>", f"<style>{style}</style>", 1).strip() + "\n"


def _say(language: str, key: str, **fields: object) -> str:
    return message(f"report.{key}", language, **fields)


def _invented(page: Outline, what: str, say: Callable[..., str]) -> str:
    """The tag or banner of a page that shows invented answers, wholly or in part; "" where none are."""
    match page.head.get("invented"):
        case "part":
            return say(f"invented.part_{what}")
        case True:
            return say(f"invented.{what}")
    return ""
