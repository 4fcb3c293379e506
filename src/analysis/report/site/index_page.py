"""The two indexes: of a year, with its findings and reports, and of all years, which begins with the last one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.language import message
from analysis.report.markup import render
from analysis.report.paper import paper
from analysis.report.place import file_name
from analysis.report.policy import content_policy
from analysis.report.site.beside import in_others
from analysis.report.site.change import change
from analysis.report.site.contents import Contents
from analysis.report.site.news import findings, in_language, reports
from analysis.report.site.search import Group, groups, sentences_json
from analysis.report.style import style_for
from analysis.whole import write_whole

SCRIPTS = Path(__file__).parents[1] / "template" / "dure"
INDEX, EXPLORE = "index", "explore"
ON_THE_FRONT = 4  # findings


@dataclass(frozen=True)
class IndexPage:
    """A page that lacks only its style."""

    title: str
    html: str

    def write(self, to: Path, letters: str, publisher: str) -> None:
        """Whole or not at all. letters: a text with every letter that the page may show."""
        style = style_for(f"{self.html}{letters}", paper(self.title, publisher))
        write_whole(to, self.html.replace("<style></style>", f"<style>{style}</style>", 1))


def year_page(folder: Path, contents: Contents, before: Contents | None, language: str) -> IndexPage:
    """The index of a year. before: the contents of the year to compare it with."""
    return _page(
        "year", contents, (contents,), language, contents.languages,
        title=message("report.index.title", language, year=contents.year),
        groups=groups(contents, language),
        findings=findings(contents, language),
        change=change(contents, before, language) if before else None,
        reports=reports(contents, folder, language),
        explore=_explorer(folder, language),
        data="data/datapackage.json" if (folder / "data" / "datapackage.json").is_file() else "",
        year=contents.year,
    )  # fmt: skip


def front_page(folder: Path, years: Sequence[Contents], language: str, spoken: Sequence[str]) -> IndexPage:
    """The index of all years (the last one first) of an audience's folder. spoken: the languages that it is made in."""
    last, publisher = years[0], years[0].publisher.text(language)
    shown = [
        {
            "year": contents.year,
            "page": f"{contents.year}/{file_name(INDEX, 'html', _own(contents, language))}",
            "reports": reports(contents, folder / str(contents.year), language, f"{contents.year}/"),
            "explore": _explorer(folder / str(contents.year), _own(contents, language), f"{contents.year}/"),
        }
        for contents in years
    ]
    return _page(
        "front", last, years, language, spoken,
        title=message("report.site.title", language, publisher=publisher),
        groups=[group for contents in years for group in groups(contents, language, f"{contents.year}/")],
        findings=findings(last, language, f"{last.year}/", ON_THE_FRONT),
        years=shown,
        year=last.year,
        page=shown[0]["page"],
    )  # fmt: skip


def _page(
    template: str, contents: Contents, told: Sequence[Contents], language: str, spoken: Sequence[str], *, title: str,
    groups: list[Group], **fields: Any,
) -> IndexPage:  # fmt: skip
    """told: the years that the page tells of, contents among them."""
    invented = invented_in(told, language)
    script = "\n".join((SCRIPTS / name).read_text(encoding="utf-8").strip() for name in ("letters.js", "search.js"))
    page = render(
        template, language, **fields, title=title, groups=groups, sentences=sentences_json(groups), script=script,
        policy=content_policy(script), publisher=contents.publisher.text(language),
        edition=message(f"report.edition.{contents.audience}", language), tagged=invented != "banner",
        banner=message(f"report.invented.{invented}", language) if invented else "",
        languages=in_others(INDEX, language, spoken), audience=contents.audience,
    )  # fmt: skip
    return IndexPage(title, str(page))  # a Markup would escape what it is given


def _explorer(folder: Path, language: str, within: str = "") -> str:
    """The address of the page on which the tables of a year are chosen; "" where it has none."""
    name = file_name(EXPLORE, "html", language)
    return within + name if (folder / name).is_file() else ""


def _own(contents: Contents, language: str) -> str:
    """The language of the index of a year: the one asked for, where the year has pages in it."""
    return language if language in contents.languages else contents.languages[0]


def invented_in(years: Sequence[Contents], language: str) -> str:
    """The banner that says that what is told is an example, wholly ("banner", and no tag need repeat it) or in part
    ("part_banner"); "" where it is not."""
    tags = [(face.tag, own) for year in years for own, face in (in_language(one, language) for one in year.reports)]
    if all(tag == message("report.invented.tag", own) for tag, own in tags):
        return "banner"
    return "part_banner" if any(tag for tag, _ in tags) else ""
