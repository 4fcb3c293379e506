"""Links from a page to what stands beside it: itself in the other language, its workbook, its PDF, its data.

A page is made with two empty places, `<!--languages-->` and `<!--files-->`. What is put there ends with
`<!--/languages-->`, so that it can be put there anew when another file has come or gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from markupsafe import Markup

from analysis.language import LANGUAGES, message
from analysis.report.markup import render
from analysis.report.place import file_name
from analysis.whole import write_whole


def files_of(folder: Path, name: str, language: str, page: bool = False) -> list[tuple[str, str]]:
    """(address in `folder`, what it is) of the files of a report that are there; with its page, if asked for."""
    places = {suffix: file_name(name, suffix, language) for suffix in ("html", "xlsx", "pdf")}
    places["csv"] = f"data/{name}.csv"
    return [
        (place, message(f"report.site.file.{suffix}", language))
        for suffix, place in places.items()
        if (page or suffix != "html") and (folder / place).is_file()
    ]


def in_others(name: str, language: str, spoken: Iterable[str]) -> list[tuple[str, str, str]]:
    """(address, language, what it is called) of a page in the other languages it is in."""
    return [
        (file_name(name, "html", other), other, message("report.site.language", other))
        for other in spoken
        if other != language
    ]


def link_faces(folder: Path, names: Iterable[str]) -> None:
    """Put the links into every page of these reports. A page is written whole, and only where something changed."""
    for name in names:
        spoken = [one for one in LANGUAGES if (folder / file_name(name, "html", one)).is_file()]
        for language in spoken:
            _link(folder / file_name(name, "html", language), name, language, spoken)


def _link(page: Path, name: str, language: str, spoken: list[str]) -> None:
    html = page.read_text(encoding="utf-8")
    put = {
        "languages": render("languages", language, languages=in_others(name, language, spoken)),
        "files": render("files", language, files=files_of(page.parent, name, language), title=""),
    }
    filled = html
    for place, links in put.items():
        filled = fill(filled, place, links)
    if filled != html:
        write_whole(page, filled)


def fill(html: str, place: str, links: Markup | str) -> str:
    """The page with `links` in the place of that name, in place of what was put there before."""
    empty = f"<!--{place}-->"
    before, found, after = html.partition(empty)
    if not found:
        return html
    former = re.match(rf"(?s)(?:(?!<!--).)*<!--/{place}-->", after)
    return f"{before}{empty}{links}<!--/{place}-->{after[former.end() if former else 0:]}"


def letters(language: str) -> str:
    """The words that may be put into a page later, whose letters its font must have."""
    others = [message("report.site.language", other) for other in LANGUAGES if other != language]
    return "".join([*others, *(message(f"report.site.file.{suffix}", language) for suffix in ("xlsx", "pdf", "csv"))])
