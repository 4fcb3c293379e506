"""The contents of a year, from its pages and the tables they were made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from analysis.language import LANGUAGES, message
from analysis.narrative import headline, lead
from analysis.release import Bundle, BundleError
from analysis.report.front import telling, title_of
from analysis.report.large_number import large_number
from analysis.report.place import file_name
from analysis.report.site.contents import Contents, Face, Leading, ReportContents, kept_large, parts_of
from analysis.report.site.page_blocks import blocks_of, told_of
from analysis.report.summary import OF_THE_LEDGER
from analysis.tables import Table

LEDGER, ANNUAL = "ledger", "annual_report"


def report_name(bundle: Bundle) -> str:
    """The name of the files of a report."""
    return ANNUAL if bundle.survey == LEDGER else bundle.survey


def contents_of(folder: Path, bundles: Iterable[Bundle], former: Contents | None) -> Contents | None:
    """The contents of the pages in `folder`; None where there are none.

    former: the contents that were there. What it tells of reports whose pages are still there, and whose tables are
    not, is kept.
    """
    bundles = tuple(bundles)
    told = {report_name(bundle): faces for bundle in bundles if (faces := _faces(folder, bundle))}
    for report in former.reports if former else ():
        if report.name not in told and (faces := _still_there(folder, report)):
            told[report.name] = faces
    if not told:
        return None
    names = sorted(told, key=lambda name: (name != ANNUAL, name))
    about = next((bundle for bundle in bundles if report_name(bundle) in told), None) or former
    assert about is not None  # a report is told by a bundle or by the former contents
    return Contents(
        year=int(folder.name), audience=about.audience, publisher=about.publisher,
        reports=tuple(ReportContents(name=name, faces=told[name]) for name in names),
    )  # fmt: skip


def _still_there(folder: Path, report: ReportContents) -> dict[str, Face]:
    return {
        language: face
        for language, face in report.faces.items()
        if (folder / file_name(report.name, "html", language)).is_file()
    }


def _faces(folder: Path, bundle: Bundle) -> dict[str, Face]:
    pages = {language: folder / file_name(report_name(bundle), "html", language) for language in LANGUAGES}
    return {
        language: _face(page.read_text(encoding="utf-8"), bundle, language)
        for language, page in pages.items()
        if page.is_file()
    }


def _face(page: str, bundle: Bundle, language: str) -> Face:
    told = told_of(page)
    tables = _leading_tables(bundle, told)
    return Face(
        title=title_of(bundle, language),
        tag=told.get("tag") or (message("report.invented.tag", language) if bundle.invented else ""),
        about=tuple(dict.fromkeys(_about(bundle, language))),
        leading=tuple(leading for table in tables if (leading := _leading(table, bundle, language))),
        blocks=blocks_of(page),
    )


def _about(bundle: Bundle, language: str) -> Iterable[str]:
    if bundle.survey == LEDGER:
        return
    if bundle.purpose:
        yield bundle.purpose.text(language)
    if bundle.n_respondents is not None:
        counter = (bundle.facts.get("respondents") or {}).get("counter", "") if language == "ko" else ""
        yield message("report.index.n", language, n=f"{bundle.n_respondents:,}{counter}")


def _leading_tables(bundle: Bundle, told: Mapping[str, str]) -> Iterable[Table]:
    """What the page's summary tells; where it has none, what tells most."""
    asked = told.get("finding", "").split()
    questions = asked or (OF_THE_LEDGER if bundle.survey == LEDGER else telling(bundle))
    for question in questions:
        try:
            yield bundle.table(question)
        except BundleError:  # an older page tells of a question that is no longer released
            continue


def _leading(table: Table, bundle: Bundle, language: str) -> Leading | None:
    """None where the table has nothing to say."""
    if not headline(table, language).text:
        return None
    finding = lead(table, language, titled=True)
    return Leading(
        id=table.question, title=table.title.text(language), lead=parts_of(lead(table, language)),
        finding=parts_of(finding), large=kept_large(large_number(table, finding, language)),
        invented=bundle.invented or bool(table.facts.get("invented")),
    )  # fmt: skip
