"""Recompute every number of an edition from the raw files, and hold it against what its pages show."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from analysis import ledger
from analysis.errors import DureError
from analysis.pipeline import read_ledger
from analysis.questionnaire.questionnaire import AUDIENCES, Audience
from analysis.release import Bundle, BundleError
from analysis.release.survey import release
from analysis.responses.read import answered_surveys, read_survey, register_of
from analysis.tables.address import parse_address
from analysis.tables.build import build_tables
from analysis.tables.cell import TableError

NUMBER = re.compile(r'<data value="([^"]*)" data-cell="([^"]*)">')


class VerifyError(DureError):
    """A folder that is no edition."""


@dataclass(frozen=True)
class Shown:
    """A number as a page shows it: `value` and `address` of its `<data>`."""

    page: str
    value: float
    address: str


@dataclass(frozen=True)
class Verification:
    """How many numbers were held against the raw files, and those that did not come out the same."""

    numbers: int
    wrong: tuple[Shown, ...]


def verify(folder: Path) -> Verification:
    """Recompute the edition in `folder` (reports/<audience>/<year> of a project).

    Raises VerifyError for another folder, and what the stages raise where the inputs can no longer be read.
    """
    folder = folder.resolve()
    audience, root = folder.parent.name, folder.parents[2]
    pages = sorted(folder.glob("*.html"))
    if audience not in AUDIENCES or not folder.name.isdecimal() or not pages:
        raise VerifyError(
            f"'{folder}'은(는) 보고서 폴더가 아닙니다. reports/members/2016처럼 적어 주십시오.",
            f"'{folder}' is no edition: give a folder such as reports/members/2016.",
        )
    bundles = recompute(root, int(folder.name), audience)  # type: ignore[arg-type]  # one of AUDIENCES
    numbers = [number for page in pages for number in numbers_of(page)]
    return Verification(len(numbers), tuple(number for number in numbers if not _holds(number, bundles)))


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


def numbers_of(page: Path) -> Iterator[Shown]:
    """Every number of a page that says which cell it shows."""
    for value, address in NUMBER.findall(page.read_text(encoding="utf-8")):
        yield Shown(page.name, float(value), html.unescape(address))


def _holds(number: Shown, bundles: dict[str, Bundle]) -> bool:
    """The cell of that address, or the end of its interval, exists, is shown, and has that value."""
    try:
        survey, _, question, group, (level, row, item, stat) = parse_address(number.address)
        value = bundles[survey].table(question, group).value(stat, item, row, level)
    except (TableError, BundleError, KeyError):
        return False
    return value == number.value
