"""The small report of results that were kept: one page in one file, and one workbook, both marked as not released."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

from markupsafe import Markup

from analysis.explore.book import results_book
from analysis.explore.result import Result
from analysis.explore.save import marked, put
from analysis.explore.show import TEMPLATE, shown, with_scope
from analysis.language import message
from analysis.report.balance import divide
from analysis.report.figure_block import FigureBlock
from analysis.report.foreign import mark_korean
from analysis.report.markup import render
from analysis.report.paper import paper
from analysis.report.policy import content_policy
from analysis.report.style import style_for

_NUMBER = re.compile(r'<span data-number="(?:figure|place)" data-of="kept-(\d+)"></span>')
# Any question by any group is wider than what reports show; without a script nothing tells what is pushed aside.
_RULES = (
    "@media print{.index table:has(td:nth-child(12)){font-size:6.2pt}.index td,.index th{padding-inline:.7mm}}"
    "@media (min-width:60rem){.index .scroll.over{background:none}}"
)

Lost = Sequence[tuple[str, str]]


def kept_report(results: Sequence[tuple[str, Result]], lost: Lost, folder: Path, language: str) -> tuple[Path, Path]:
    """Write the page and the workbook into `folder` and return them. results: each with its title, told in `language`;
    lost: the titles of what could not be asked again, and why. Neither is written over another. Raises WriteError."""
    title, mark = _say(language, "title"), _say(language, "banner")
    contents = {
        "html": kept_page(results, lost, language).encode("utf-8"),
        "xlsx": results_book(results, title, mark, [_say(language, "gone", title=name, why=why) for name, why in lost], language),
    }
    page, book = put(folder, marked(_say(language, "file"), language), contents)
    return page, book


def kept_page(results: Sequence[tuple[str, Result]], lost: Lost, language: str) -> str:
    """The page as text."""
    title, banner = _say(language, "title"), _say(language, "banner")
    invented = [result.invented for _, result in results]
    if any(invented):
        banner += " " + message("report.invented.banner", language) if all(invented) else " " + _say(language, "invented")
    blocks = [_block(result, words, place) for place, (words, result) in enumerate(results, start=1)]
    html = str(
        render(
            "kept", language, TEMPLATE, title=title, banner=banner, blocks=blocks, lost=lost, policy=content_policy(),
            lead=_say(language, "lead", n=len(results)), edition=message("report.edition.committee", language),
            results=_say(language, "results"), lost_title=_say(language, "lost"), skip=message("report.page.skip", language),
            tag=_say(language, "tag"), invented_tag=message("report.invented.tag", language),
        )
    )  # fmt: skip
    html = _NUMBER.sub(r"\1", html)
    if language != "ko":
        html = mark_korean(html)
    return html.replace("<style></style>", f"<style>{style_for(html, paper(title, banner) + _RULES)}</style>", 1).strip() + "\n"


def _block(result: Result, title: str, place: int) -> SimpleNamespace:
    """What the page shows of one result: the block of a report's page."""
    name = f"kept-{place}"
    seen = shown(result, title, name)
    drawing = seen.drawing
    block = FigureBlock(
        id=name,
        title=seen.title,
        headline=seen.sentence,
        sentences=(),
        quotes=(),
        remark="",
        drawing=drawing
        and SimpleNamespace(
            svg_wide=Markup(with_scope(drawing.svg_wide, f"{name}-")),
            svg_narrow=Markup(with_scope(drawing.svg_narrow, f"{name}-")),
        ),
        subtitle=" · ".join(filter(None, (seen.base, drawing.subtitle))) if drawing else "",
        units=tuple(dict.fromkeys(unit for face in seen.faces for unit in face.units(result.language))),
        faces=seen.faces,
        notes=(seen.mark, *seen.lines),
        table_notes=(),
        source=seen.source,
    )
    divided = divide((), ("",), (*block.notes, block.source), drawing.svg_wide if drawing else "")
    html = render("figure", result.language, block=block, divided=divided, still=f"{place}. ")
    return SimpleNamespace(id=name, title=title, html=html, invented=result.invented)


def _say(language: str, key: str, **fields: object) -> str:
    return message(f"explore.kept.report.{key}", language, **fields)
