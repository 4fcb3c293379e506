"""A form as a workbook: a cover, a sheet a section, and what is counted behind them.

Sheets are protected, without a password, against slips of the hand: only the cells to fill in can be changed. No text
is ever a formula or a link, whatever a questionnaire's words begin with, and nothing in the file depends on when or
where it was made.
"""

from __future__ import annotations

import io
from collections.abc import Mapping

import xlsxwriter

from analysis.form.body import Table
from analysis.form.code import code_of
from analysis.form.fields import HIDDEN
from analysis.form.gates import gates_of
from analysis.form.plan import Block, FormPlan
from analysis.form.workbook.behind import Behind
from analysis.form.workbook.counts import write_counts
from analysis.form.workbook.cover import write_cover
from analysis.form.workbook.looks import Looks, normal
from analysis.form.workbook.page import COLUMNS, Page
from analysis.form.workbook.section import write_section, write_status
from analysis.form.workbook.table import columns_of
from analysis.language import message
from analysis.new_workbook import new_workbook, sheet_names

_MAY = {
    "select_locked_cells": True,
    "select_unlocked_cells": True,
    "format_rows": True,
    "format_columns": True,
}


def write_form(
    plan: FormPlan, filled: Mapping[str, str] | None = None, organisation: str = "", name: str = ""
) -> bytes:
    """The workbook. filled: texts of cells by field name, to be confirmed by whom it is sent to; organisation: the id
    in the register of whom it is sent to, and name: what that is called; "" for a form that anybody may fill in.

    Raises DureError for a text that no cell holds.
    """
    filled = {cell: text for cell, text in (filled or {}).items() if text.strip()}
    code = str(code_of(plan.questionnaire, organisation, filled))
    content = io.BytesIO()
    properties = {"title": plan.title, "company": plan.publisher, "comments": code}
    with new_workbook(content, properties, **normal(plan.language)) as book:
        _write(book, plan, filled, name, code)
    return content.getvalue()


def _write(
    book: xlsxwriter.Workbook, plan: FormPlan, filled: Mapping[str, str], name: str, code: str
) -> None:
    language, looks = plan.language, Looks(book, plan.language)
    first = message("form.cover.sheet", language)
    names = sheet_names([section.title for section in plan.sections], taken=(first, HIDDEN))
    cover = Page(book.add_worksheet(first), looks, language)
    pages = [
        Page(book.add_worksheet(sheet), looks, language, _wide(section.blocks))
        for sheet, section in zip(names, plan.sections, strict=True)
    ]
    behind, gates = Behind(book), gates_of(plan, filled)
    opened = write_counts(behind, plan, filled, gates)
    for page, section, counted in zip(pages, plan.sections, opened, strict=True):
        write_section(page, section, behind, filled, gates, code)
        write_status(page, counted.formula, counted.value)
    write_cover(cover, plan, behind, names, opened, name, bool(filled), code)
    cover.sheet.activate()
    for sheet in book.worksheets():
        sheet.protect("", _MAY)


def _wide(blocks: tuple[Block, ...]) -> int:
    """How many columns the widest table of a section needs."""
    return max([COLUMNS, *(columns_of(block.body) for block in blocks if isinstance(block.body, Table))])
