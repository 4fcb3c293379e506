"""What a year's reports lead with, as the news of that year: findings with the way to each, and the reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from analysis.language import LANGUAGES
from analysis.narrative import Sentence
from analysis.report.place import file_name
from analysis.report.site.beside import files_of
from analysis.report.site.contents import Contents, Face, Large, Leading, ReportContents, sentence_of

MOST = 6  # findings


@dataclass(frozen=True)
class Finding:
    """lead: a full sentence by itself; finding: one beside the title. big: its number, "" for none, of how many it is,
    what scale it lies on, and a mark for each (see LargeNumber). page: where the figure is. language: the one it is told in."""

    id: str
    title: str
    lead: Sentence
    finding: Sentence
    big: Sentence | str
    of: Sentence | str
    scale: str
    marks: tuple[int, ...]
    invented: bool
    page: str
    report: str
    language: str


@dataclass(frozen=True)
class ReportEntry:
    """A report in the list. files: (address, what it is)."""

    title: str
    tag: str
    about: tuple[str, ...]
    page: str
    files: list[tuple[str, str]]
    language: str


def in_language(report: ReportContents, language: str) -> tuple[str, Face]:
    """(language, face) of a report: the one asked for, or the one there is."""
    found = next(one for one in (language, *LANGUAGES) if one in report.faces)
    return found, report.faces[found]


def findings(contents: Contents, language: str, within: str = "", most: int = MOST) -> list[Finding]:
    """The first finding of every report, then the second ones, until there are enough; in the order of the reports.

    within: the folder of the year as the page is to call it, "2016/" or "".
    """
    told = [list(_of(report, language, within)) for report in contents.reports]
    by_rank = [one for rank in zip_longest(*told) for one in rank if one is not None]
    chosen = by_rank[:most]
    return [one for of_report in told for one in of_report if one in chosen]


def reports(contents: Contents, folder: Path, language: str, within: str = "") -> list[ReportEntry]:
    """The reports of a year with the files that are in its folder."""
    entries = []
    for report in contents.reports:
        found, face = in_language(report, language)
        files = [(within + place, words) for place, words in files_of(folder, report.name, found, page=True)]
        page = within + file_name(report.name, "html", found)
        entries.append(ReportEntry(face.title, face.tag, face.about, page, files, found))
    return entries


def _of(report: ReportContents, language: str, within: str) -> Iterator[Finding]:
    found, face = in_language(report, language)
    page = within + file_name(report.name, "html", found)
    for leading in face.leading:
        yield _finding(leading, f"{page}#q-{leading.id}", face.title, found)


def _finding(leading: Leading, page: str, report: str, language: str) -> Finding:
    large = leading.large or Large(number="")
    return Finding(
        leading.id, leading.title, sentence_of(leading.lead), sentence_of(leading.finding),
        sentence_of((large.number,)), sentence_of((large.of,)) if large.of else "", large.scale, large.marks,
        leading.invented, page, report, language,
    )  # fmt: skip
