"""Recompute every number of an edition from the raw files, and hold it against what its pages show."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from analysis import ledger
from analysis.errors import DureError
from analysis.language import LANGUAGES
from analysis.narrative import Figure, show_cell
from analysis.pipeline import read_ledger
from analysis.questionnaire.questionnaire import AUDIENCES, Audience
from analysis.release import Bundle, BundleError
from analysis.release.survey import release
from analysis.report.addresses import Told, numbers_told
from analysis.report.site.explorer.held import HeldPage, differing, numbers_held, read_page
from analysis.responses.read import answered_surveys, read_survey, register_of
from analysis.tables.address import parse_address
from analysis.tables.build import build_tables
from analysis.tables.cell import TableError
from analysis.tables.table import Table

_MARKED = re.compile(r'\sdata-cell="')
_UNREAD = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL)


class VerifyError(DureError):
    """A folder that is no edition, or a page that is not as it was made."""


@dataclass(frozen=True)
class Wrong:
    """A number that did not come out the same, as its page tells it; words: what the page shows."""

    page: str
    words: str
    address: str


@dataclass(frozen=True)
class Verification:
    """How many numbers were held against the raw files, and those that did not come out the same."""

    numbers: int
    wrong: tuple[Wrong, ...]


def verify(folder: Path) -> Verification:
    """Recompute the edition in `folder` (reports/<audience>/<year> of a project), or those of all years in
    reports/<audience> and the index above them. Pages of every language are looked at.

    Raises VerifyError for another folder and for a page whose numbers cannot all be read, and what the stages raise where the inputs can no longer be read.
    """
    folder = folder.resolve()
    one_year = folder.name.isdecimal()
    edition = folder.parent if one_year else folder
    pages = _pages(folder) if one_year else _pages(folder, "[0-9]*/*.html")
    if edition.name not in AUDIENCES or not pages:
        raise VerifyError(
            f"'{folder}'은(는) 보고서 폴더가 아닙니다. reports/members/2016처럼 적어 주십시오.",
            f"'{folder}' is no edition: give a folder such as reports/members/2016.",
        )
    names = {page: page.relative_to(folder).as_posix() for page in pages}
    held = [(name, one) for page, name in names.items() if (one := _held(page)) is not None]
    bundles: dict[tuple[str, int], Bundle] = {}
    years = {int(folder.name)} if one_year else {*_years(folder)}
    for year in sorted(years | {table.year for _, page in held for table in page.tables}):
        found = recompute(edition.parents[1], year, edition.name)  # type: ignore[arg-type]  # one of AUDIENCES
        bundles |= {(survey, year): bundle for survey, bundle in found.items()}
    numbers = [(name, number) for page, name in names.items() for number in _told(page)]
    wrong = [
        Wrong(page, number.words or f"{number.value:g}", number.address)
        for page, number in numbers
        if not _holds(number, bundles)
    ]
    for name, page in held:
        for table in page.tables:
            true = _table(bundles, table.survey, table.year, table.question, table.group)
            wrong += (Wrong(name, *told) for told in differing(table, true, page.language))
    return Verification(len(numbers) + sum(numbers_held(page) for _, page in held), tuple(wrong))


def _held(page: Path) -> HeldPage | None:
    """The tables in a page that draws from them; None of others. Raises VerifyError."""
    try:
        return read_page(page.read_text(encoding="utf-8"))
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise VerifyError(
            f"'{page}'에 든 표를 읽을 수 없습니다. 다른 프로그램이 고친 쪽이면 다시 만드십시오.",
            f"the tables in '{page}' cannot be read: if another program changed the page, make it again.",
        ) from error


def _table(bundles: dict[tuple[str, int], Bundle], survey: str, year: int, question: str, group: str) -> Table | None:
    try:
        return bundles[survey, year].table(question, group)
    except (BundleError, KeyError):
        return None


def _told(page: Path) -> list[Told]:
    """The numbers of a page. Raises VerifyError where it has more of them than can be read: it was changed by hand, or
    by another program, and those would be looked at by nobody."""
    text = page.read_text(encoding="utf-8")
    told = [*numbers_told(text)]
    marked = len(_MARKED.findall(_UNREAD.sub("", text)))
    if marked != len(told):
        raise VerifyError(
            f"'{page}'에 주소를 읽을 수 없는 수치가 {marked - len(told)}개 있습니다. 다른 프로그램이 고친 쪽이면 다시 만드십시오.",
            f"'{page}' has {marked - len(told)} numbers whose addresses cannot be read: if another program changed the"
            " page, make it again.",
        )
    return told


def _pages(folder: Path, *below: str) -> list[Path]:
    return sorted(page for pattern in ("*.html", *below) for page in folder.glob(pattern))


def _years(folder: Path) -> list[int]:
    return sorted(int(year.name) for year in folder.iterdir() if year.name.isdecimal() and _pages(year))


def recompute(root: Path, year: int, audience: Audience) -> dict[str, Bundle]:
    """What the raw files of a year come to for an audience, by survey; nothing is written."""
    register = register_of(root)
    responses = {survey: read_survey(root, survey, year, register) for survey in answered_surveys(root, year)}
    bundles = {
        survey: release(read, build_tables(read), audience, register.secrets())
        for survey, read in responses.items()
    }
    raw = root / "data" / "raw" / str(year)
    if (raw / "events.csv").is_file():
        book, tables = read_ledger(raw, responses)
        bundles[ledger.SURVEY] = ledger.release(book, tables, audience)
    return bundles


def _holds(number: Told, bundles: dict[tuple[str, int], Bundle]) -> bool:
    """The cell of that address, or the end of its interval, exists, is shown, and has that value."""
    try:
        survey, year, question, group, (level, row, item, stat) = parse_address(number.address)
        table = bundles[survey, year].table(question, group)
        if number.value is None:
            return _shows(number.words, table, stat, item, row, level)
        return table.value(stat, item, row, level) == number.value
    except (TableError, BundleError, KeyError):
        return False


def _shows(words: str, table: Table, stat: str, *key: str) -> bool:
    """The words have the number of that cell as pages write it, or the sign that stands for it."""
    cell = table.get(stat, *key)
    if cell is None:
        return False
    shown = [show_cell(table, cell, language, unit) for language in LANGUAGES for unit in (True, False)]
    texts = {one.text if isinstance(one, Figure) else one for one in shown}
    return any(re.search(rf"(?<![\d.,]){re.escape(text)}(?!\d|[.,]\d)", words) for text in texts)
