"""The federation's own accounts on the annual page: 결산, 감사보고, next year's plan and budget, as far as kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from markupsafe import Markup

from analysis import narrative
from analysis.charts import draw
from analysis.language import message
from analysis.narrative import Figure, Sentence, show_cell
from analysis.questionnaire.words import Words
from analysis.release import Bundle
from analysis.report.accounts_face import LEVELS, accounts_face, say, stat_of
from analysis.report.annual import in_language
from analysis.report.face import Entry
from analysis.report.figure_block import notes_of, source_of
from analysis.report.listing import Line, Listing
from analysis.report.markup import flow, render, show_entry
from analysis.report.sheet import Sheet
from analysis.tables import Table

BALANCE, SIDES, BUDGET, PLAN = "accounts_balance", ("accounts_income", "accounts_expense"), "budget", "plan"


@dataclass(frozen=True)
class PrintedLine:
    """A line: its name and level ("gwan", "hang", "mok", "total"), its numbers, a note."""

    name: str
    level: str
    numbers: tuple[Markup, ...]
    note: str


@dataclass(frozen=True)
class AccountBlock:
    """What the template shows of one table. levels: those that occur in it. columns: heads of its numbers.

    large: numbers in large type above all; checks: words and whether they hold.
    """

    id: str
    title: str
    invented: bool
    headline: Sentence
    sentences: tuple[Sentence, ...]
    remark: str
    drawing: Any
    units: tuple[str, ...]
    levels: tuple[str, ...]
    columns: tuple[str, ...]
    lines: tuple[PrintedLine, ...]
    noted: bool
    large: tuple[tuple[str, Markup], ...]
    checks: tuple[tuple[str, bool], ...]
    notes: tuple[str, ...]
    source: str

    def html(self, language: str) -> Markup:
        return render("accounts", language, block=self)


def blocks(bundle: Bundle, remarks: dict[str, Words], language: str) -> Iterator[AccountBlock]:
    """The balance, then income and expense; none where no accounts are kept."""
    for question in (BALANCE, *SIDES):
        if _has(bundle, question):
            drawn = question != BALANCE
            yield account_block(bundle.table(question), language, remarks.get(question), drawn)


def budget_blocks(bundle: Bundle, remarks: dict[str, Words], language: str) -> Iterator[AccountBlock]:
    for table in bundle.tables:
        if table.question.startswith(f"{BUDGET}_"):
            yield account_block(table, language, remarks.get(table.question), drawn=False)


def account_block(table: Table, language: str, remark: Words | None, drawn: bool) -> AccountBlock:
    drawing = draw(table, language) if drawn else None
    told = {line["row"]: line for line in table.facts["lines"]}
    items = [label.id for label in table.items]
    lines = tuple(
        PrintedLine(row.words.text(language), told[row.id]["level"], _numbers(table, row.id, items, language),
                    in_language(told[row.id]["note"], language))
        for row in table.rows
    )  # fmt: skip
    headline = narrative.headline(table, language)
    invented = bool(table.facts.get("invented"))
    return AccountBlock(
        id=table.question,
        title=table.title.text(language),
        invented=invented,
        headline=headline,
        sentences=tuple(said for said in narrative.sentences(table, language) if said.text != headline.text),
        remark=remark.text(language) if remark else "",
        drawing=drawing
        and SimpleNamespace(
            svg_wide=Markup(drawing.svg_wide), svg_narrow=Markup(drawing.svg_narrow), subtitle=drawing.subtitle
        ),
        units=accounts_face(Sheet((table,), {}, language))[0].units(language),
        levels=tuple(level for level in LEVELS if any(line.level == level for line in lines)),
        columns=tuple(label.words.text(language) for label in table.items),
        lines=lines,
        noted=any(line.note for line in lines),
        large=tuple(_large(table, language)) if table.question == BALANCE else (),
        checks=tuple(_checks(table, language)),
        notes=notes_of((table,), language),
        source=source_of(table, invented, language),
    )


def audit(bundle: Bundle, language: str) -> Markup | None:
    """감사보고; None where there is none."""
    record = bundle.records.get("audit")
    if not record:
        return None
    words = {
        name: [in_language(text, language) for text in record[name]] for name in ("audited", "remarks", "signatories")
    }
    return render(
        "audit", language, date=in_language(record["date"], language), opinion=in_language(record["opinion"], language),
        invented=record["invented"], **words,
    )  # fmt: skip


def plan(bundle: Bundle, language: str) -> Listing | None:
    """The projects of the year that follows, by pillar, with what each is to cost; None without a plan."""
    if not _has(bundle, PLAN):
        return None
    table = bundle.table(PLAN)
    invented = bool(table.facts.get("invented"))
    groups: list[tuple[Markup | str, tuple[Line, ...]]] = []
    own: list[Line] = []
    for row, told in zip(table.rows, table.facts["lines"], strict=True):
        amount = show_entry(Entry(table, (table.get("amount", "money", row.id),)), language)
        name = row.words.text(language)
        if told["level"] == "gwan":
            own = []
            groups.append((Markup("{} <small>{}</small>").format(name, amount), own))
        elif told["level"] == "hang":
            own.append(Line(flow(name), (*(flow(in_language(told[name], language)) for name in ("when", "content")), amount)))
        else:
            groups.append(("", (Line(Markup(name), ("", "", amount), "all"),)))
    return Listing(
        PLAN, table.title.text(language),
        tuple(say(name, language) for name in ("project", "when", "content", "money")),
        tuple((words, tuple(lines)) for words, lines in groups),
        notes=notes_of((table,), language), source=source_of(table, invented, language), invented=invented,
    )  # fmt: skip


def _numbers(table: Table, row: str, items: list[str], language: str) -> tuple[Markup, ...]:
    return tuple(show_entry(Entry(table, (table.get(stat_of(item), item, row),)), language) for item in items)


def _large(table: Table, language: str) -> Iterator[tuple[str, Markup]]:
    """What came of each row; of the difference, whether there is any."""
    for row in table.rows:
        cell = table.get("amount", "actual", row.id)
        shown = show_cell(table, cell, language) if cell else ""
        if isinstance(shown, Figure) and shown.value:
            yield row.words.text(language), Markup(shown.html())


def _checks(table: Table, language: str) -> Iterator[tuple[str, bool]]:
    """Each check in words; typed totals that are right in one line."""
    given = table.facts.get("checks") or ()
    right = [check for check in given if check["rule"] == "typed_total" and check["holds"]]
    for check in given:
        if check not in right:
            place = f" ({check['place']})" if check["place"] and not check["holds"] else ""
            yield check.get(language, check["ko"]) + place, check["holds"]
    if right:
        yield message("report.accounts.typed_totals", language), True


def _has(bundle: Bundle, question: str) -> bool:
    return any(table.question == question for table in bundle.tables)
