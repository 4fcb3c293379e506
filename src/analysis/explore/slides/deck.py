"""Slides → one file of HTML: 16:9, turned by keyboard, a slide a sheet on paper, one below the other on a phone."""

from __future__ import annotations

import re
from html import unescape
from types import SimpleNamespace

from markupsafe import Markup

from analysis.charts.palette import LIGHT, css
from analysis.explore.show import CLASS, TEMPLATE, style_of
from analysis.explore.slides.choose import Slide
from analysis.explore.slides.pieces import Piece
from analysis.language import message
from analysis.report.foreign import mark_korean
from analysis.report.markup import render
from analysis.report.policy import content_policy
from analysis.report.style import SANS, embedded_font

_HEADING = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1>", re.DOTALL)
_ID = re.compile(r'(?<=\s)id="([^"]+)"')
_REFERS = r'(?<=\s)(id|aria-labelledby|aria-details|aria-describedby|href|clip-path|fill)="([^"]*)"'
_FIGURE_NAME = re.compile(rf'class="{CLASS}".*?<figure[^>]* aria-label="([^"]*)"', re.DOTALL)
_OPEN_TABLE = re.compile(r'(<details class="table") open>')
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def deck(slides: list[Slide], name: str, language: str) -> str:
    """The file as text. name: what it is called where no slide has a heading."""
    shown = [_slide(slide, place) for place, slide in enumerate(slides, start=1)]
    title = next((one.title for one in shown if one.heading), name)
    script = _COMMENT.sub("", (TEMPLATE / "slides.js").read_text(encoding="utf-8")).strip()
    html = str(
        render(
            "slides", language, TEMPLATE, title=title, slides=shown, script=script, policy=content_policy(script),
            say=lambda key, **fields: message(f"explore.slides.{key}", language, **fields),
        )
    )  # fmt: skip
    if language != "ko":
        html = mark_korean(html)
    rules = _COMMENT.sub("", (TEMPLATE / "slides.css").read_text(encoding="utf-8"))
    style = f":root{{--sans:{SANS};{css(LIGHT)}}}{embedded_font(html)}{style_of(html)}{rules}"
    return html.replace("<style></style>", f"<style>{style}</style>", 1).strip() + "\n"


def _slide(slide: Slide, place: int) -> SimpleNamespace:
    """What the template shows of a slide. title: of its first heading, or of its first figure. Ids in it are its own."""
    html = [_own_ids(piece, f"s{place}-{at}-") for at, piece in enumerate(slide.pieces, start=1)]
    heading = next((found for one in html if (found := _HEADING.search(one))), None)
    figure = next((found for one in html if (found := _FIGURE_NAME.search(one))), None)
    title = _words(heading[2]) if heading else unescape(figure[1]) if figure else ""
    pieces = [
        SimpleNamespace(html=Markup(_closed(one)), step=piece.step, result=piece.result, own=f'class="{CLASS}"' in one)
        for one, piece in zip(_levelled(html), slide.pieces, strict=True)
    ]
    return SimpleNamespace(
        place=place, title=title, heading=heading is not None, pieces=pieces,
        notes=[Markup(one) for one in slide.notes],
    )  # fmt: skip


def _levelled(html: list[str]) -> list[str]:
    """The first heading of a slide is one of the second level, all others of the third: the first level is the title's,
    which is read on every slide."""
    levels = iter([2])

    def level(found: re.Match[str]) -> str:
        number = next(levels, 3)
        return f"<h{number}>{found[2]}</h{number}>"

    return [_HEADING.sub(level, one) for one in html]


def _closed(html: str) -> str:
    """The table of a result is asked for where a figure shows the same."""
    return _OPEN_TABLE.sub(r"\1>", html) if "<svg" in html else html


def _own_ids(piece: Piece, scope: str) -> str:
    """The same result may stand on two slides: ids, and what refers to them, begin with the place."""
    names = {*_ID.findall(piece.html)}
    if not names:
        return piece.html

    def own(found: re.Match[str]) -> str:
        words = (
            re.sub(r"^(#|url\(#)?([^)]*)", lambda one: f"{one[1] or ''}{scope}{one[2]}" if one[2] in names else one[0], word)
            for word in found[2].split(" ")
        )
        return f'{found[1]}="{" ".join(words)}"'

    return re.sub(_REFERS, own, piece.html)


def _words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())
