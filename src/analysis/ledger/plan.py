"""The plan of work for the year that follows: projects by pillar, when, what, and what they are to cost."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.ledger.account_lines import LEVELS, AccountLine
from analysis.ledger.account_tables import TOTAL, PrintedRow, accounts_table, amount_cell, line_facts
from analysis.ledger.errors import LedgerError
from analysis.ledger.ruled_sheet import Headings, RuledRow, read_ruled
from analysis.ledger.table_frame import both
from analysis.ledger.vocabulary import Vocabulary
from analysis.ledger.wording import words
from analysis.questionnaire.words import Words
from analysis.tables import Cell, Label, Table

HEADINGS: Headings = {
    "pillar": frozenset({"사업축", "축", "구분", "사업구분"}),
    "project": frozenset({"사업", "사업명", "세부사업"}),
    "when": frozenset({"시기", "일정", "기간"}),
    "content": frozenset({"내용", "사업내용", "주요내용"}),
    "money": frozenset({"예산", "예산액"}),
    "project_en": frozenset({"사업영어", "사업명영어", "사업영문", "사업명영문"}),
    "when_en": frozenset({"시기영어", "일정영어", "시기영문", "일정영문"}),
    "content_en": frozenset({"내용영어", "사업내용영어", "내용영문", "사업내용영문"}),
}


@dataclass(frozen=True)
class Project:
    """pillar: as written, "" for none. when, content: None where nothing is written. won: None where no budget is."""

    pillar: str
    name: Words
    when: Words | None
    content: Words | None
    won: int | None


@dataclass(frozen=True)
class Plan:
    """file: its name. invented: an example, as its name says."""

    file: str
    invented: bool
    projects: tuple[Project, ...]


def read_plan(path: Path) -> Plan:
    """The projects in the order of the file; the pillar carries down. Raises LedgerError, IntakeError."""
    sheets, _ = read_ruled(path, HEADINGS, ("project",))
    projects = []
    pillar = ""
    for sheet in sheets:
        for row in sheet.rows():
            pillar = row.text("pillar") or pillar
            name, when, content = (_words(row, column) for column in ("project", "when", "content"))
            if not name and (when or content or row.text("money")):
                raise row.error("project", "no_project")
            if name:
                projects.append(Project(pillar, name, when, content, row.amount("money")))
    if not projects:
        raise LedgerError(path.name, 0, "no_projects")
    return Plan(path.name, ".invented." in path.name, tuple(projects))


def _words(row: RuledRow, column: str) -> Words | None:
    """A cell and the English beside it; None for an empty one."""
    korean = row.text(column)
    return Words(ko=korean, en=row.text(f"{column}_en") or None) if korean else None


def plan_table(plan: Plan, year: int, vocabulary: Vocabulary) -> Table:
    """row: a pillar with the sum of its budgets, below it its projects, "total"; item "money".

    facts["lines"] also say `when` and `content` of each project.
    """
    none = words("accounts.plan.none")
    pillars = {pillar.ko: Words(ko=pillar.ko, en=pillar.en) for pillar in vocabulary.pillars}
    names = pillars | {none.ko: none} | {project.name.ko: project.name for project in plan.projects}
    rows: list[PrintedRow] = []
    lines: list[dict[str, Any]] = []

    def add(row: PrintedRow, project: Project | None = None) -> None:
        rows.append(row)
        told = {"when": project.when, "content": project.content} if project else {"when": None, "content": None}
        facts = {name: both(words) if words else None for name, words in told.items()}
        lines.append({**line_facts(row, lambda name: names.get(name) or Words(ko=name)), **facts})

    everything = []
    for number, name in enumerate(dict.fromkeys(project.pillar for project in plan.projects), start=1):
        label = pillars.get(name) or (Words(ko=name) if name else none)
        own = [(project, _line(label.ko, project)) for project in plan.projects if project.pillar == name]
        add(PrintedRow(f"{number}", (label.ko,), tuple(line for _, line in own), label, LEVELS[0]))
        for at, (project, line) in enumerate(own, start=1):
            add(PrintedRow(f"{number}.{at}", line.path, (line,), project.name, LEVELS[1]), project)
        everything += [line for _, line in own]
    add(PrintedRow(TOTAL, (), tuple(everything), words("accounts.plan.total"), TOTAL))
    return accounts_table(
        vocabulary, year, "plan", [_cell(row) for row in rows], rows,
        [Label("money", words("accounts.plan.money"))], invented=plan.invented, lines=lines,
    )  # fmt: skip


def _line(pillar: str, project: Project) -> AccountLine:
    return AccountLine((pillar, project.name.ko), {} if project.won is None else {"money": project.won})


def _cell(row: PrintedRow) -> Cell:
    """Empty where no budget is written."""
    given = [line.amounts["money"] for line in row.lines if "money" in line.amounts]
    if not given:
        return Cell("", row.id, "money", "amount", None, status="empty")
    return amount_cell(row.id, "money", sum(given))
