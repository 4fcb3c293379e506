"""A sheet to type in: headings that stay in sight, a row a response, help and colours while somebody types.

row 1   what intake knows the column by: "A5 [법률]"
row 2   what the question is about, over all its columns
row 3   hidden: the code of the workbook, and the names of the cells of the form
row 4 … what is typed
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from analysis.form.code import code_of
from analysis.form.entry.checks import (
    MARKS,
    Cells,
    column_checks,
    help_of,
    question_checks,
    sum_check,
    total_of,
)  # fmt: skip
from analysis.form.entry.code import TYPIST, Turn, entry_code_text
from analysis.form.entry.columns import EntryColumn, lines
from analysis.form.entry.lists import EntryLists
from analysis.form.entry.looks import EntryLooks
from analysis.form.entry.routing import not_asked
from analysis.form.plan import FormPlan
from analysis.language import message

PREPARED = 1_000  # rows with drop-downs and colours
NAMES = 2  # the row of the code and the names, counted from 0
_FIRST = NAMES + 1  # the first row to type in
_OWN = 2  # columns before those of the questions: the paper's number, who typed
_A4 = 9
_LINE, _SMALL, _SPARE = 15.0, 11.5, 4.0  # heights of lines in points
_MOST_LINES = 5


def write_entry_sheet(
    sheet: Worksheet, plan: FormPlan, columns: Sequence[EntryColumn], turn: Turn, lists: EntryLists, looks: EntryLooks
) -> None:  # fmt: skip
    _page(sheet, plan)
    _own_columns(sheet, plan, turn, looks)
    last = _FIRST + PREPARED - 1
    groups = [list(group) for _, group in groupby(columns, key=lambda column: column.block.no)]
    for turn_of_question, group in enumerate(groups):
        _headings(sheet, group, _OWN + columns.index(group[0]), turn_of_question, looks)
    for column, each in enumerate(columns, start=_OWN):
        sheet.set_column(column, column, each.width, looks.typed(each.cell.kind))
        sheet.write_string(NAMES, column, each.name, looks.name)
        sheet.data_validation(_FIRST, column, last, column, _offer(each, lists, plan.language))
    for column, formula, look in _colours(plan, columns, groups, lists, looks):
        rule = {"type": "formula", "criteria": formula, "format": look}
        sheet.conditional_format(_FIRST, column, last, column, rule)
    longest = max(lines(each.heading, each.width - 1) for each in columns)
    sheet.set_row(0, _LINE * min(longest, _MOST_LINES) + _SPARE)
    widths = [sum(each.width for each in group) for group in groups]
    longest = max(lines(group[0].label, width) for group, width in zip(groups, widths, strict=True))
    sheet.set_row(1, _SMALL * min(longest, _MOST_LINES) + _SPARE)


def _page(sheet: Worksheet, plan: FormPlan) -> None:
    """What is filled prints in turn to the right and down, with its headings and the numbers of the papers."""
    sheet.set_default_row(18)
    sheet.set_row(NAMES, None, None, {"hidden": True})
    sheet.freeze_panes(_FIRST, _OWN)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_print_scale(80)
    sheet.print_across()
    sheet.repeat_rows(0, 1)
    sheet.repeat_columns(0, _OWN - 1)
    sheet.hide_gridlines(0)
    title = f"{plan.title} {sheet.get_name()}".replace("&", "&&")
    sheet.set_footer(f"&L&8 {title}&R&8&P / &N")
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    sheet.protect("", {"format_columns": True, "format_rows": True, "sort": True})


def _own_columns(sheet: Worksheet, plan: FormPlan, turn: Turn, looks: EntryLooks) -> None:
    """The number of the paper and who typed it; over the numbers the code."""
    language = plan.language
    names = (entry_code_text(code_of(plan.questionnaire), turn), TYPIST)
    for column, (key, name, width) in enumerate(zip(("serial", "typist"), names, (10, 9), strict=True)):
        sheet.set_column(column, column, width, looks.typed("serial"))
        sheet.write_string(0, column, message(f"form.entry.{key}", language), looks.own_heading)
        sheet.write_blank(1, column, None, looks.own_label)
        sheet.write_string(NAMES, column, name, looks.name)
    last, here = _FIRST + PREPARED - 1, xl_rowcol_to_cell(_FIRST, 0)
    help_ = {"input_title": message("form.entry.serial", language),
             "input_message": message("form.entry.help.serial", language)}  # fmt: skip
    sheet.data_validation(_FIRST, 0, last, 0, {"validate": "any", **help_})
    numbers = f"{xl_rowcol_to_cell(_FIRST, 0, True, True)}:{xl_rowcol_to_cell(last, 0, True, True)}"
    twice = f"=AND(LEN({here})>0,COUNTIF({numbers},{here})>1)"
    rule = {"type": "formula", "criteria": twice, "format": looks.invalid}
    sheet.conditional_format(_FIRST, 0, last, 0, rule)


def _headings(sheet: Worksheet, group: Sequence[EntryColumn], at: int, turn: int, looks: EntryLooks) -> None:
    """The headings of its columns, and over all of them what it is about."""
    for column, each in enumerate(group, start=at):
        sheet.write_string(0, column, each.heading, looks.heading(turn, each.position == 0))
    last = at + len(group) - 1
    if last > at:
        sheet.merge_range(1, at, 1, last, group[0].label, looks.label(turn))
    else:
        sheet.write_string(1, at, group[0].label, looks.label(turn))


def _offer(column: EntryColumn, lists: EntryLists, language: str) -> dict[str, object]:
    """The drop-down, or nothing but the help; nothing that is typed is refused."""
    offered: dict[str, object] = {"validate": "any"}
    if column.cell.kind == "choice":
        offered = {"validate": "list", "source": f"={lists.place(column.cell.choices)}", "show_error": False}
    elif column.cell.kind == "mark":
        offered = {"validate": "list", "source": [MARKS[0]], "show_error": False}
    return offered | help_of(column, language)


def _colours(
    plan: FormPlan,
    columns: Sequence[EntryColumn],
    groups: Sequence[Sequence[EntryColumn]],
    lists: EntryLists,
    looks: EntryLooks,
) -> Iterator[tuple[int, str, Format]]:
    """What each cell looks like where a formula is true, the gravest first: LibreOffice shows only one look."""
    look_of = {"invalid": looks.invalid, "doubtful": looks.doubtful}
    cells = {each.name: Cells(_FIRST, at) for at, each in enumerate(columns, start=_OWN)}
    for each in columns:
        for check in column_checks(each, cells[each.name], lists, plan.questionnaire):
            yield cells[each.name].column, check.formula, look_of[check.looks]
    for group in groups:
        answers = [each for each in group if not each.cell.field.own_words]
        first = cells[group[0].name]
        for position, check in question_checks(answers, first):
            yield first.column + position, check.formula, look_of[check.looks]
        if total := total_of(answers):
            other = cells[total.field.name].held if total.field else ""
            check = sum_check(total, f"{first.held}:{cells[answers[-1].name].held}", other)
            for each in answers:
                yield cells[each.name].column, check.formula, looks.doubtful
    for name, formulas in not_asked(plan, {name: cell.held for name, cell in cells.items()}).items():
        for formula in formulas:
            yield cells[name].column, f"=AND({formula},LEN({cells[name].here})>0)", looks.doubtful
            yield cells[name].column, f"={formula}", looks.not_asked
    for each in columns:
        cell, begins = cells[each.name], each.position == 0
        if each.cell.kind in ("number", "money"):
            yield (
                cell.column,
                f"=AND(ISNUMBER({cell.here}),INT({cell.here})={cell.here})",
                looks.thousands(begins),
            )
        if begins:
            yield cell.column, "=TRUE", looks.begins
