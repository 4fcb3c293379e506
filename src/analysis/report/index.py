"""The first page of an edition: its reports with a line about each, and their workbooks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from analysis.language import message
from analysis.narrative import Sentence, headline
from analysis.release import Bundle
from analysis.report.annual import PILLARS
from analysis.report.front import telling, title_of
from analysis.report.markup import render
from analysis.report.place import file_name
from analysis.report.policy import content_policy
from analysis.report.style import style_for
from analysis.tables import Table
from analysis.whole import write_whole

LEDGER, ANNUAL = "ledger", "annual_report"
_TOLD = re.compile(r'<meta name="dure-(finding|tag)" content="([^"]*)">')  # what a page says of itself


@dataclass(frozen=True)
class ReportEntry:
    """A report of the edition. of, finding: a question and what was found, "" where nothing is told. tag: that what
    it shows is an example, wholly or in part. workbook is "" where it has none."""

    title: str
    of: str
    finding: Sentence | str
    summary: tuple[str, ...]
    page: str
    workbook: str
    tag: str


def write_index(folder: Path, processed: Path, audience: str, language: str = "ko") -> None:
    """Write index.html into `folder` (reports/<audience>/<year>), for the pages that are in it.

    processed is data/processed/<year>, where the released files are that the pages were made from.
    """
    bundles = [
        Bundle.loads(file.read_text(encoding="utf-8"))
        for file in sorted(processed.glob(f"*/released.{audience}.json"))
    ]
    entries = [entry for bundle in bundles if (entry := _entry(bundle, folder, language))]
    if not entries:
        return
    entries.sort(key=lambda entry: entry.page != file_name(ANNUAL, "html", language))
    year, publisher = bundles[0].year, bundles[0].publisher.text(language)
    page = render(
        "index", language, policy=content_policy(), entries=entries, publisher=publisher,
        title=message("report.index.title", language, year=year),
        lead=message("report.index.lead", language, year=year, publisher=publisher),
        edition=message(f"report.edition.{audience}", language),
        data="data/" if (folder / "data").is_dir() else "",
    )  # fmt: skip
    html = str(page)  # a Markup would escape what it is given
    write_whole(
        folder / file_name("index", "html", language), html.replace("<style></style>", f"<style>{style_for(html)}</style>", 1)
    )


def _entry(bundle: Bundle, folder: Path, language: str) -> ReportEntry | None:
    name = ANNUAL if bundle.survey == LEDGER else bundle.survey
    page, workbook = (file_name(name, suffix, language) for suffix in ("html", "xlsx"))
    if not (folder / page).is_file():
        return None
    told = dict(_TOLD.findall((folder / page).read_text(encoding="utf-8")))
    table = _telling(bundle, told.get("finding", "").partition(" ")[0])
    if bundle.survey == LEDGER:
        summary = []
    else:
        summary = [bundle.purpose.text(language)] if bundle.purpose else []
        if bundle.n_respondents is not None:
            counter = (bundle.facts.get("respondents") or {}).get("counter", "") if language == "ko" else ""
            summary.append(message("report.index.n", language, n=f"{bundle.n_respondents}{counter}"))
    return ReportEntry(
        title=title_of(bundle, language),
        of=table.title.text(language) if table else "",
        finding=headline(table, language) if table else "",
        summary=tuple(dict.fromkeys(summary)),
        page=page,
        workbook=workbook if (folder / workbook).is_file() else "",
        tag=told.get("tag") or (message("report.invented.tag", language) if bundle.invented else ""),
    )


def _telling(bundle: Bundle, question: str) -> Table | None:
    """The table of that question, else of the one that tells most."""
    questions = (question,) if question else (PILLARS,) if bundle.survey == LEDGER else telling(bundle)
    return bundle.table(questions[0]) if questions else None
