"""The road from raw files to pages: intake → responses → tables → release → report, for one year.

Each stage leaves its files under data/processed/<year>/, so that a person can open what the next one reads.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis import ledger
from analysis.browser import BrowserError, find_browser
from analysis.errors import DureError, during
from analysis.intake import Register
from analysis.language import LANGUAGES, message
from analysis.progress import Progress
from analysis.questionnaire.questionnaire import Audience
from analysis.release import Bundle
from analysis.release.survey import release
from analysis.report.place import file_name
from analysis.report.run import Report, make_reports
from analysis.report.site import write_edition
from analysis.report.workbook import write_workbook
from analysis.responses.finding import Finding
from analysis.responses.findings import count_findings
from analysis.responses.read import answered_surveys, read_survey, register_of
from analysis.responses.responses import Responses
from analysis.responses.store import write_responses
from analysis.tables.build import build_tables
from analysis.tables.table import Table, dump_tables
from analysis.whole import WriteError, write_whole

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"
ANY_SURVEY = "survey"
ANNUAL = "annual_report"


class NothingToReport(DureError):
    """A year without answers and without a ledger."""

    def __init__(self, year: int) -> None:
        super().__init__(*(message("progress.nothing_to_do", language, year=year) for language in LANGUAGES))


@dataclass(frozen=True)
class Order:
    """What to report on. surveys empty: all of the year that have answers, and the annual report."""

    root: Path
    year: int
    surveys: tuple[str, ...] = ()
    audiences: tuple[Audience, ...] = ("committee", "members")
    languages: tuple[str, ...] = ("ko",)
    jobs: int | None = None
    pdf: bool = False  # also print every page, where there is a browser

    @property
    def raw(self) -> Path:
        return self.root / "data" / "raw" / str(self.year)

    @property
    def processed(self) -> Path:
        return self.root / "data" / "processed" / str(self.year)

    @property
    def forbidden(self) -> tuple[Path, ...]:
        """What no notebook may reach: the data, other editions, and the history that remembers both."""
        return tuple(self.root / name for name in ("data", "reports", ".git"))

    def edition(self, audience: Audience) -> Path:
        """The folder that is given to an audience: nothing of another audience is in or above it."""
        return self.root / "reports" / audience / str(self.year)

    @property
    def faces(self) -> tuple[tuple[Audience, str], ...]:
        """Every edition in every language."""
        return tuple((audience, language) for audience in self.audiences for language in self.languages)

    def released(self, survey: str, audience: Audience) -> Path:
        return self.processed / survey / f"released.{audience}.json"


def report(order: Order, progress: Progress) -> tuple[DureError, ...]:
    """Run the five stages. Returns what went wrong; everything else was made, and what was there before stays."""
    surveys = order.surveys or answered_surveys(order.root, order.year)
    register = register_of(order.root)
    errors: list[DureError] = []
    done: dict[str, Responses] = {}
    for survey in surveys:
        try:
            with during(survey):
                done[survey] = _one_survey(order, survey, register, progress)
        except DureError as error:
            errors.append(error)
    pages = [_survey_page(order, survey, *face) for survey in done for face in order.faces]
    if not order.surveys and (order.raw / "events.csv").is_file():
        try:
            with progress.stage("ledger"), during(ledger.SURVEY):
                _the_ledger(order, done, progress)
            pages += [annual_page(order, done, *face) for face in order.faces]
        except DureError as error:
            errors.append(error)
    if not pages and not errors:
        raise NothingToReport(order.year)
    with progress.stage("report"):
        not_made = make_reports(pages, order.jobs)
        old = {error.to for error in not_made}
        errors += [*not_made, *_on_paper([page.to for page in pages if page.to not in old], order, progress)]
        for audience in order.audiences:
            # What is beside a page of before stays as it is, too: its numbers are those of that page.
            failed = {page.name for page in pages if page.to in old and page.to.parent == order.edition(audience)}
            errors += _write_workbooks(order, audience, done, failed)
            try:
                errors += write_edition(order.edition(audience), order.processed, audience, failed)
            except WriteError as error:
                errors.append(error)
    return tuple(errors)


def _on_paper(pages: Sequence[Path], order: Order, progress: Progress) -> tuple[DureError, ...]:
    """Print the pages that were made. A PDF of an earlier page would say other things than the page beside it, so
    none is left."""
    # What reads a PDF is slow to load, and not always needed.
    from analysis.report.pdf import pdf_of, write_pdfs

    errors: tuple[DureError, ...] = ()
    if order.pdf:
        try:
            browser = find_browser()
            if browser:
                errors = write_pdfs(pages, browser, order.jobs)
            else:
                progress.say("report.pdf.no_browser")
        except BrowserError as error:
            errors = (error,)
    for page in pages:
        if pdf_of(page).is_file() and pdf_of(page).stat().st_mtime < page.stat().st_mtime:
            pdf_of(page).unlink()
    return errors


def _one_survey(order: Order, survey: str, register: Register, progress: Progress) -> Responses:
    """Raw answers to released tables."""
    with progress.stage("responses", survey):
        responses = read_survey(order.root, survey, order.year, register)
        write_responses(responses, order.processed / survey)
    _tell_findings(responses.findings, order, survey, progress)
    with progress.stage("tables", survey):
        tables = build_tables(responses)
        write_whole(order.processed / survey / "tables.json", dump_tables(tables))
    with progress.stage("release", survey):
        for audience in order.audiences:
            bundle = release(responses, tables, audience, register.secrets())
            write_whole(order.released(survey, audience), bundle.dumps())
    return responses


def _tell_findings(findings: Iterable[Finding], order: Order, survey: str, progress: Progress) -> None:
    number = count_findings(findings)
    if any(number.values()):
        progress.say("progress.findings", survey=survey, year=order.year, **number)


def _the_ledger(order: Order, done: Mapping[str, Responses], progress: Progress) -> None:
    """Events, claims and accounts to released tables. Sums that do not hold are told, and stop nothing."""
    book, tables = read_ledger(order.raw, done)
    for miss in book.books.misses():
        progress.say("progress.miss", place=miss.place, words=miss.words.text(progress.language))
    write_whole(order.processed / ledger.SURVEY / "tables.json", dump_tables(tables))
    for audience in order.audiences:
        write_whole(order.released(ledger.SURVEY, audience), ledger.release(book, tables, audience).dumps())


def read_ledger(raw: Path, surveys: Mapping[str, Responses]) -> tuple[ledger.Ledger, list[Table]]:
    """A year's ledger and its tables, claims checked against the surveys. Invented answers are no evidence."""
    respondents = {survey: None if r.invented else len(r.respondents) for survey, r in surveys.items()}
    book = ledger.read(raw)
    return book, ledger.build_tables(book, respondents)


def _survey_page(order: Order, survey: str, audience: Audience, language: str) -> Report:
    own = _notebook(order, survey)
    parameters = {"year": order.year, "audience": audience, "language": language}
    return Report(
        name=survey,
        notebook=own or _notebook(order, ANY_SURVEY) or NOTEBOOKS / f"{ANY_SURVEY}.ipynb",
        bundles=(order.released(survey, audience),),
        parameters=parameters if own else parameters | {"survey": survey},
        to=order.edition(audience) / file_name(survey, "html", language),
        commentary=order.raw / "commentary.yml",
        forbidden=order.forbidden,
    )


def annual_page(order: Order, surveys: Iterable[str], audience: Audience, language: str) -> Report:
    return Report(
        name=ANNUAL,
        notebook=_notebook(order, ANNUAL) or NOTEBOOKS / f"{ANNUAL}.ipynb",
        bundles=(
            order.released(ledger.SURVEY, audience),
            *(order.released(survey, audience) for survey in surveys),
        ),
        parameters={"year": order.year, "audience": audience, "language": language},
        to=order.edition(audience) / file_name(ANNUAL, "html", language),
        commentary=order.raw / "commentary.yml",
        forbidden=order.forbidden,
    )


def _notebook(order: Order, name: str) -> Path | None:
    """The project folder's own notebook of that name."""
    path = order.root / "notebooks" / f"{name}.ipynb"
    return path if path.is_file() else None


def _write_workbooks(
    order: Order, audience: Audience, surveys: Iterable[str], failed: Container[str]
) -> tuple[WriteError, ...]:
    """The workbooks of an edition, from what was released to it; of the annual report where it has a page, and none
    beside a page that failed. Returns those that could not be written: spreadsheet programs let nobody write what they
    have open."""
    folder, errors = order.edition(audience), []
    books = [(survey, survey) for survey in surveys]
    if order.released(ledger.SURVEY, audience).is_file():
        books.append((ledger.SURVEY, ANNUAL))
    for survey, name in books:
        if name in failed:
            continue
        bundle = Bundle.loads(order.released(survey, audience).read_text(encoding="utf-8"))
        for language in order.languages:
            if name != ANNUAL or (folder / file_name(name, "html", language)).is_file():
                try:
                    write_workbook(bundle, folder / file_name(name, "xlsx", language), language)
                except WriteError as error:
                    errors.append(error)
    return tuple(errors)
