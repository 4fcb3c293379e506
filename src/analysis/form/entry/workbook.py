"""A workbook into which answers that came on paper or by telephone are typed, twice: a row a response, a column a cell
of the form."""

from __future__ import annotations

import io

from analysis.form.entry.code import CODE
from analysis.form.entry.columns import entry_columns
from analysis.form.entry.guide import write_entry_guide
from analysis.form.entry.lists import EntryLists
from analysis.form.entry.looks import EntryLooks
from analysis.form.entry.sheet import NAMES, write_entry_sheet
from analysis.form.plan import plan_of
from analysis.language import message
from analysis.new_workbook import new_workbook
from analysis.questionnaire.questionnaire import Questionnaire


def entry_workbook(questionnaire: Questionnaire, language: str = "ko") -> bytes:
    """The workbook: a guide, the first entry, the second entry, and a hidden sheet of lists. The same questionnaire
    gives the same bytes."""
    plan = plan_of(questionnaire, language)
    columns = entry_columns(plan)
    names = {
        key: message(f"form.entry.sheet.{key}", language) for key in ("guide", "first", "second", "lists")
    }
    content = io.BytesIO()
    with new_workbook(content, {"title": plan.title, "company": plan.publisher}) as book:
        looks = EntryLooks(book, language)
        sheets = {key: book.add_worksheet(name) for key, name in names.items()}
        sheets["lists"].hide()
        lists = EntryLists(sheets["lists"])
        write_entry_guide(sheets["guide"], plan, columns, looks)
        write_entry_sheet(sheets["first"], plan, columns, 1, lists, looks)
        write_entry_sheet(sheets["second"], plan, columns, 2, lists, looks)
        for name, key in ((CODE, "first"), (f"{CODE}_2", "second")):
            book.define_name(name, f"='{names[key]}'!$A${NAMES + 1}")
    return content.getvalue()
