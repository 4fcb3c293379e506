"""한 장 요약: findings one under the other, each with its number in large type; of a survey, or of a whole year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from analysis import narrative
from analysis.language import message
from analysis.language.rounding import half_up
from analysis.narrative import Figure, Sentence
from analysis.release import Bundle
from analysis.report.annual import PILLARS
from analysis.report.cover_art import DOWN, STEP
from analysis.report.dots import HUNDRED, field
from analysis.report.front import title_of
from analysis.report.large_number import LargeNumber, large_number
from analysis.report.listing import MEETINGS
from analysis.report.markup import render
from analysis.report.place import file_name

OF_THE_LEDGER = (PILLARS, MEETINGS)  # what an annual report leads with
INCOME, EXPENSE, BALANCE = "accounts_income", "accounts_expense", "accounts_balance"


def summary(bundle: Bundle, questions: tuple[str, ...], language: str, page: str = "") -> Markup:
    """The findings of a survey's questions. page: the file the figures are in, where it is another one."""
    keys = [_finding(bundle, question, language, page) for question in questions]
    return render("summary", language, keys=keys)


def year_summary(bundles: Mapping[str, Bundle], ledger: str, told: Mapping[str, str], language: str) -> Markup:
    """The year on half a sheet: activities, meetings, accounts as far as they are kept, and a finding of each survey.

    ledger: which of the bundles the ledger is. told: survey -> question; a survey without a report is left out.
    """
    own = bundles[ledger]
    keys = [_finding(own, question, language) for question in OF_THE_LEDGER]
    keys += _accounts(own, language)
    for survey, question in told.items():
        if survey in bundles:
            other = bundles[survey]
            keys.append(
                _finding(other, question, language, file_name(survey, "html", language))
                | {"title": title_of(other, language), "finding": narrative.lead(other.table(question), language)}
            )
    return render("summary", language, keys=[key | {"marks": (), "field": ()} for key in keys])  # half a sheet


def _finding(bundle: Bundle, question: str, language: str, page: str = "") -> dict[str, Any]:
    table = bundle.table(question)
    finding = narrative.lead(table, language, titled=True)
    large = large_number(table, finding, language)
    return _key(question, table.title.text(language), finding, large, page, bundle.invented and bool(page))


def _accounts(bundle: Bundle, language: str) -> Iterator[dict[str, Any]]:
    """How much of the budget came in and was spent, and what is carried over: one finding of three tables."""
    tables = {table.question: table for table in bundle.tables}
    if not {INCOME, EXPENSE, BALANCE} <= tables.keys():
        return
    finding = narrative.accounts_of_year(tables[INCOME], tables[EXPENSE], tables[BALANCE], language)
    if finding is None:
        return
    rate = finding.fields["expense"]
    assert isinstance(rate, Figure)
    invented = bool(tables[EXPENSE].facts.get("invented"))
    yield _key(EXPENSE, message("report.annual.accounts", language), finding, LargeNumber(rate), "", invented)


def _key(
    question: str, title: str, finding: Sentence, large: LargeNumber | None, page: str, invented: bool
) -> dict[str, Any]:
    """What the template shows of a finding. marks: of few, one for each; field: a hundred, for a share of many."""
    key = {"id": question, "page": page, "title": title, "finding": finding, "invented": invented}
    if large is None:
        return key | {"big": "", "of": "", "scale": "", "marks": (), "field": ()}
    percent = int(HUNDRED * half_up(large.number.value, 2)) if large.number.address.endswith("/share") else 0
    colours = ["indigo"] * percent + ["slot"] * (HUNDRED - percent)
    of = Markup(large.of.html()) if isinstance(large.of, Figure) else large.of
    drawn = field(colours, DOWN, STEP) if percent and not large.marks else ()
    big = Markup(large.number.html())
    return key | {"big": big, "of": of, "scale": large.scale, "marks": large.marks, "field": drawn}
