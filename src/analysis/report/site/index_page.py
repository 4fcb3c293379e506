"""The two indexes: of a year, with its findings and reports, and of all years, which begins with the last one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from analysis.language import message
from analysis.report.markup import render
from analysis.report.place import file_name
from analysis.report.policy import content_policy
from analysis.report.site.beside import in_others
from analysis.report.site.change import change
from analysis.report.site.contents import Contents
from analysis.report.site.news import findings, in_language, reports
from analysis.report.site.search import Group, groups, sentences_json
from analysis.report.style import style_for
from analysis.whole import write_whole

SCRIPT = Path(__file__).parents[1] / "template" / "dure" / "search.js"
INDEX = "index"
ON_THE_FRONT = 4  # findings


def write_year(folder: Path, contents: Contents, before: Contents | None, language: str) -> None:
    """Write the index of a year, whole or not at all. before: the contents of the year to compare it with."""
    told = findings(contents, language)
    _write(
        "year", folder, contents, language, contents.languages,
        title=message("report.index.title", language, year=contents.year),
        groups=groups(contents, language),
        findings=told,
        change=change(contents, before, language) if before else None,
        reports=reports(contents, folder, language),
        data="data/datapackage.json" if (folder / "data" / "datapackage.json").is_file() else "",
        front=file_name(INDEX, "html", language),
        year=contents.year,
    )  # fmt: skip


def write_front(folder: Path, years: Sequence[Contents], language: str, spoken: Sequence[str]) -> None:
    """Write the index of all years (the last one first) into an audience's folder, whole or not at all. spoken: the
    languages that it is made in."""
    last, publisher = years[0], years[0].publisher.text(language)
    told = findings(last, language, f"{last.year}/", ON_THE_FRONT)
    shown = [
        {
            "year": contents.year,
            "page": f"{contents.year}/{file_name(INDEX, 'html', _own(contents, language))}",
            "reports": reports(contents, folder / str(contents.year), language, f"{contents.year}/"),
        }
        for contents in years
    ]
    _write(
        "front", folder, last, language, spoken,
        title=message("report.site.title", language, publisher=publisher),
        groups=[group for contents in years for group in groups(contents, language, f"{contents.year}/")],
        findings=told,
        years=shown,
        year=last.year,
        page=shown[0]["page"],
    )  # fmt: skip


def _write(
    template: str, folder: Path, contents: Contents, language: str, spoken: Sequence[str], *, title: str,
    groups: list[Group], **fields: Any,
) -> None:  # fmt: skip
    script = SCRIPT.read_text(encoding="utf-8").strip()
    page = render(
        template, language, **fields, title=title, groups=groups, sentences=sentences_json(groups), script=script,
        policy=content_policy(script), publisher=contents.publisher.text(language),
        edition=message(f"report.edition.{contents.audience}", language), banner=_banner(contents, language),
        languages=in_others(INDEX, language, spoken), audience=contents.audience,
    )  # fmt: skip
    html = str(page)  # a Markup would escape what it is given
    found_only = "".join(text for group in groups for block in group.blocks for text in block.sentences)
    style = style_for(f"{html}{found_only}", f"{contents.publisher.text(language)} · {title}")
    write_whole(
        folder / file_name(INDEX, "html", language), html.replace("<style></style>", f"<style>{style}</style>", 1)
    )


def _own(contents: Contents, language: str) -> str:
    """The language of the index of a year: the one asked for, where the year has pages in it."""
    return language if language in contents.languages else contents.languages[0]


def _banner(contents: Contents, language: str) -> str:
    """That what is told is an example, wholly or in part; "" where it is not."""
    faces = [in_language(report, language)[1] for report in contents.reports]
    if not any(face.tag for face in faces):
        return ""
    whole = all(leading.invented for face in faces for leading in face.leading)
    return message(f"report.invented.{'banner' if whole else 'part_banner'}", language)
