"""A result as a piece of HTML for notebooks: that it is not released, the finding, the figure, the table, notes.

The same faces as on the pages of reports. It brings its rules, has no script, and fetches nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from html import escape
from pathlib import Path

from analysis.charts import Drawing
from analysis.charts.palette import DARK, LIGHT, css
from analysis.explore.result import Result
from analysis.questionnaire.words import Words
from analysis.report.face import Face
from analysis.report.figure_block import notes_of, source_of
from analysis.report.foreign import mark_korean
from analysis.report.layout import faces
from analysis.report.markup import render
from analysis.report.style import rules_of
from analysis.tables.table import Table

TEMPLATE = Path(__file__).parent / "template"
CLASS = "dure-shown"
# Before the ids of drawings: each has a title, and a description that is named after it.
_NAMES = re.compile(r' id="| aria-labelledby="|(?<=t )(?=f[0-9a-f]+d")')


@dataclass(frozen=True)
class Shown:
    """What is to be seen of a result, in its language.

    id: by which its tables are numbered, "" where they are not. mark: that it is not released; invented: that its
    answers are, "" where they are not. drawing: None where the question has no figure, or there is nothing to see;
    then `sentence` says why. lines: the notes but these two.
    """

    id: str
    title: str
    mark: str
    invented: str
    sentence: str
    base: str
    drawing: Drawing | None
    faces: tuple[Face, ...]
    lines: tuple[str, ...]
    source: str


def shown(result: Result, title: str = "", id: str = "") -> Shown:
    """title: in place of the result's own."""
    language, table = result.language, result.table
    seen = () if result.empty else faces(tables_of(table), {table.group: group_words(result)}, language)
    told = [note.text(language) for note in table.told_notes]
    mark, *others = notes_of(tables_of(table), language, seen) if seen else told
    invented = table.notes[1].text(language) if result.invented else ""
    return Shown(
        id=id,
        title=title or result.title,
        mark=mark,
        invented=invented,
        sentence=result.sentence(),
        base=result.base,
        drawing=None if result.empty else result.chart().drawing,
        faces=seen,
        lines=tuple(note for note in others if note != invented),
        source=source_of(table, result.invented, language),
    )


def result_html(result: Result, scope: str = "", title: str = "") -> str:
    """An HTML fragment with a class of its own (`CLASS`) and its rules. scope: what the ids in it begin with, where
    the same result stands on a page twice. title: in place of the result's own."""
    seen = shown(result, title)
    html = str(render("shown", result.language, TEMPLATE, **vars(seen), block=seen, still=""))
    if result.language != "ko":
        html = mark_korean(html)
    html = with_scope(html, scope)
    return html.replace("<style></style>", f"<style>{style_of(html)}</style>", 1)


def with_scope(html: str, scope: str) -> str:
    """A drawing, or a piece with drawings, whose ids begin with `scope`."""
    return _NAMES.sub(lambda found: found[0] + escape(scope), html) if scope else html


def tables_of(table: Table) -> tuple[Table, ...]:
    """The tables as faces want them: that of all respondents, and the one by a group beside it."""
    if not table.group:
        return (table,)
    whole = tuple(cell for cell in table.cells if not cell.level)
    levels = tuple(label for label in table.levels if not label.id)
    return replace(table, group="", levels=levels, cells=whole, facts=dict(table.facts)), table


def group_words(result: Result) -> str:
    """What the result is broken down by, "" for nothing."""
    group = result.table.facts.get("group")
    return Words(**group).text(result.language) if group else ""


def style_of(html: str) -> str:
    """The rules of pieces such as `result_html` makes."""
    return _style(rules_of(("figures",), html))


@cache
def _style(rules: str) -> str:
    """The pages' rules within the piece; twice its class, for JupyterLab has long selectors for tables."""
    own = (TEMPLATE / "shown.css").read_text(encoding="utf-8")
    own = re.sub(r"/\*.*?\*/\s*", "", own, flags=re.DOTALL)
    return (
        f".{CLASS}{{color-scheme:light;{css(LIGHT)};--sans:inherit}}"
        f"body[data-jp-theme-light=false] .{CLASS}{{color-scheme:dark;{css(DARK)}}}"
        f".{CLASS}.{CLASS}{{{rules}}}{own}"
    )
