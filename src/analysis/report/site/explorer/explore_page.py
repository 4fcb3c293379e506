"""explore.html: the released tables of a year and of the years before it, chosen in a browser without a network."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from analysis.language import message
from analysis.language.catalogue import catalogue
from analysis.release import Bundle
from analysis.report.foreign import mark_korean
from analysis.report.markup import render
from analysis.report.paper import paper
from analysis.report.place import file_name
from analysis.report.policy import content_policy
from analysis.report.site.beside import in_others
from analysis.report.site.contents import Contents
from analysis.report.site.explorer.data import data_json
from analysis.report.site.index_page import EXPLORE, INDEX, SCRIPTS, invented_in
from analysis.report.site.search import script_json
from analysis.report.site.told import ANNUAL, LEDGER
from analysis.report.style import style_for
from analysis.whole import write_whole

MOST = 400_000  # bytes of a page without its letters
QUESTION = "q-"
_LETTERS = re.compile(r"base64,[A-Za-z0-9+/=]+")
_PARTS = SCRIPTS.with_name("explorer")
_SCRIPT = ("model", "number", "words", "view", "chart", "table", "csv", "list", "controls", "main")


def write_explorer(
    folder: Path, contents: Contents, bundles: Sequence[Bundle], earlier: Sequence[Sequence[Bundle]], language: str
) -> None:
    """Write explore.html of a year (explore.en.html in English) into `folder`, whole or not at all.

    bundles: the year's. earlier: those of each year before, the last one first; as many of these are in the page as
    leave it smaller than MOST, and it says which are not. No page is written where no table has a cell. Raises
    WriteError.
    """
    bundles = _told(bundles)
    if not bundles:
        return
    earlier = [told for year in earlier if (told := _told(year))]
    for kept in range(len(earlier), -1, -1):
        given = [*bundles, *(bundle for year in earlier[:kept] for bundle in year)]
        page = _styled(_page(contents, given, [year[0].year for year in earlier[kept:]], language), contents, language)
        if weight(page) < MOST:
            break
    write_whole(folder / file_name(EXPLORE, "html", language), page)


def _told(bundles: Sequence[Bundle]) -> list[Bundle]:
    """The bundles with what has cells: answers in words may have none."""
    told = (replace(bundle, tables=tuple(table for table in bundle.tables if table.cells)) for bundle in bundles)
    return [bundle for bundle in told if bundle.tables]


def weight(page: str) -> int:
    """How many bytes a page has without its letters."""
    return len(_LETTERS.sub("", page).encode("utf-8"))


def _styled(html: str, contents: Contents, language: str) -> str:
    title = message("report.explore.title", language, year=contents.year)
    rules = (_PARTS / "explorer.css").read_text(encoding="utf-8")
    style = style_for(html, rules + paper(title, contents.publisher.text(language)))
    return html.replace("<style></style>", f"<style>{style}</style>", 1)


def _page(contents: Contents, bundles: Sequence[Bundle], left_out: Sequence[int], language: str) -> str:
    pages = dict(_blocks(contents, language))
    data = data_json(bundles, pages, contents.year, _start(contents, bundles), language)
    script = "\n".join(_sources())
    invented = invented_in((contents,), language)
    publisher = contents.publisher.text(language)
    html = render(
        "explore", language,
        title=message("report.explore.title", language, year=contents.year),
        description=message("report.explore.description", language, year=contents.year, publisher=publisher),
        publisher=publisher, edition=message(f"report.edition.{contents.audience}", language), year=contents.year,
        banner=message(f"report.invented.{invented}", language) if invented else "",
        index=file_name(INDEX, "html", language), languages=in_others(EXPLORE, language, contents.languages),
        tables=sum(len(bundle.tables) for bundle in bundles if bundle.year == contents.year),
        surveys=_surveys(bundles, pages, language), left_out=", ".join(map(str, left_out)),
        say=script_json(_said(contents, language)), data=data,
        script=script, policy=content_policy(script),
    )  # fmt: skip
    return mark_korean(str(html)) if language != "ko" else str(html)


def _said(contents: Contents, language: str) -> dict[str, str]:
    """What the script says, by its key."""
    start = "report.explore.say."
    said = {key.removeprefix(start): text for key, text in catalogue(language).items() if key.startswith(start)}
    return said | {"edition": message(f"report.edition.{contents.audience}", language)}


def _blocks(contents: Contents, language: str) -> Iterator[tuple[str, str]]:
    """("survey/question", address) of the blocks of the year's pages."""
    for report in contents.reports:
        survey = LEDGER if report.name == ANNUAL else report.name
        own = language if language in report.faces else next(iter(report.faces))
        for block in report.faces[own].blocks:
            if block.id.startswith(QUESTION):
                page = f"{file_name(report.name, 'html', own)}#{block.id}"
                yield f"{survey}/{block.id.removeprefix(QUESTION)}", page


def _start(contents: Contents, bundles: Sequence[Bundle]) -> str:
    """What the first survey leads with, as "survey/question"."""
    known = {(bundle.survey, table.question) for bundle in bundles for table in bundle.tables}
    for report in contents.reports:
        for leading in next(iter(report.faces.values())).leading:
            if report.name != ANNUAL and (report.name, leading.id) in known:
                return f"{report.name}/{leading.id}"
    return f"{bundles[0].survey}/{bundles[0].tables[0].question}"


def _surveys(bundles: Sequence[Bundle], pages: dict[str, str], language: str) -> list[dict[str, Any]]:
    """The list of questions: of each survey its title and sections, of each section its questions, each as
    ("survey/question", title, page)."""
    surveys: dict[str, dict[str, Any]] = {}
    met: set[str] = set()
    for bundle in bundles:
        newest = bundle.survey not in surveys
        survey = surveys.setdefault(
            bundle.survey, {"name": bundle.survey, "title": bundle.title.text(language), "sections": []}
        )
        titles = {f"{bundle.survey}/{table.question}": table.title.text(language) for table in bundle.tables}
        former = message("report.explore.former", language)
        for words, places in _sections(bundle, language) if newest else [(former, [*titles])]:
            fresh = [place for place in places if place in titles and place not in met]
            met.update(fresh)
            if fresh:
                listed = [(place, titles[place], pages.get(place, "")) for place in fresh]
                survey["sections"].append({"title": words, "questions": listed})
    return [*surveys.values()]


def _sections(bundle: Bundle, language: str) -> Iterator[tuple[str, list[str]]]:
    """The sections with their questions as "survey/question", then those of no section."""
    for section in bundle.sections:
        yield section.words.text(language), [f"{bundle.survey}/{question}" for question in section.questions]
    yield "", [f"{bundle.survey}/{table.question}" for table in bundle.tables]


def _sources() -> Iterator[str]:
    """The module: its parts one after the other, without what people need to read them."""
    for file in (SCRIPTS / "letters.js", *(_PARTS / f"{name}.js" for name in _SCRIPT)):
        lines = re.sub(r"(?m)^\s*/\*.*?\*/\s*\n", "", file.read_text(encoding="utf-8"), flags=re.DOTALL).splitlines()
        yield "\n".join(line.strip() for line in lines if line.strip())

