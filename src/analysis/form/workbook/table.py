"""A table of a form as cells of a sheet: rows with their boxes, the lists they are chosen from, a sum that runs."""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell

from analysis.form.body import Column, Table, Total
from analysis.form.condition_formula import NOT_ASKED, filled
from analysis.form.gates import Gates
from analysis.form.open_questions import EXACTLY, sum_of, summed
from analysis.form.plan import Block
from analysis.form.workbook.answer import AnswerWriter
from analysis.form.workbook.body import write_legend
from analysis.form.workbook.page import COLUMNS, WHOLE, Page, Span
from analysis.questionnaire.condition import written
from analysis.questionnaire.question import PartKey

_HEADING = 4  # columns of the words of a row, at least
_WIDEST = 3  # columns of a cell


def columns_of(table: Table) -> int:
    """How many columns a table needs, that of the numbers not among them."""
    return max(COLUMNS, _HEADING + _cells_across(table))


def _cells_across(table: Table) -> int:
    return sum(len(cells) for cells in table.lines[0].cells)


def write_table(page: Page, block: Block, table: Table, answers: AnswerWriter, gates: Gates) -> None:
    """gates: of the cells in columns that are asked of some only."""
    for legend in () if _several(table) else table.legends:
        write_legend(page, legend)
    for column in table.columns:
        if column.asked_of:
            page.write(WHOLE, f"{column.heading}: {column.asked_of}", "asked_of")
            page.next()
    across = _cells_across(table)
    unit = _shared_unit(table)
    beside = 2 if unit and across == 1 else 0
    each = max(1, min(_WIDEST, (COLUMNS - _HEADING - beside) // across))
    heading = Span(1, page.wide - each * across - beside)
    _write_headings(page, table, heading, each, "" if beside else unit)
    group = ""
    for line in table.lines:
        if line.group != group:
            page.write(Span(1, page.wide), line.group, "group")
            page.next()
            group = line.group
        page.write(heading, line.heading, "row")
        at = heading.first + heading.count
        for column, cells in zip(table.columns, line.cells, strict=True):
            for cell in cells:
                place = answers.write(cell, Span(at, each))
                if gate := gates.get(PartKey(block.question.id, line.id, column.id)):
                    page.sheet.conditional_format(
                        place.row, at, place.row, at + each - 1,
                        {"type": "formula", "criteria": f"={gate.name}={NOT_ASKED}", "format": page.looks.off()},
                    )  # fmt: skip
                at += each
        if beside:
            page.write(Span(at, beside), unit, "unit")
        page.next()
    if table.total:
        _write_total(page, table, table.total, heading, each * across, answers)


def _shared_unit(table: Table) -> str:
    """The unit of all cells, "" where they have none or several."""
    units = {cell.unit for line in table.lines for cells in line.cells for cell in cells}
    return units.pop() if len(units) == 1 else ""


def _write_headings(page: Page, table: Table, heading: Span, each: int, unit: str) -> None:
    """The words over the columns; under those of a column with several cells a row, what each chooses."""
    if any(column.heading for column in table.columns):
        at = heading.first + heading.count
        for column, cells in zip(table.columns, table.lines[0].cells, strict=True):
            own = unit or cells[0].unit
            page.write(Span(at, each * len(cells)), _with_unit(column, own), "column")
            at += each * len(cells)
        page.next()
    if _several(table):
        at = heading.first + heading.count
        for cells in table.lines[0].cells:
            for cell in cells:
                option = cell.field.option
                page.write(Span(at, each), option.text(page.language) if option else "", "column")
                at += each
        page.next()


def _several(table: Table) -> bool:
    return any(len(cells) > 1 for cells in table.lines[0].cells)


def _with_unit(column: Column, unit: str) -> str:
    return f"{column.heading} ({unit})" if unit and column.heading else column.heading or unit


def _write_total(
    page: Page, table: Table, total: Total, heading: Span, wide: int, answers: AnswerWriter
) -> None:
    """The sum so far, red unless it is what it has to be, and in words whether it is."""
    page.write(heading, total.heading, "total_words")
    look = "total_money" if table.lines[0].cells[0][0].kind == "money" else "total"
    now = summed(table, answers.filled)
    box = Span(heading.first + heading.count, wide)
    place = page.formula(box, f"={sum_of(table)}", int(now) if now == int(now) else now, page.looks.of(look))
    page.grow(24.0)
    if heading.count + wide < page.wide:
        page.write(Span(box.first + wide, page.wide - heading.count - wide), total.unit, "unit")
    here = xl_rowcol_to_cell(place.row, place.column, True, True)
    expected, slack = written(total.value or 0), written(total.slack + EXACTLY)
    begun = f"{here}<>0"
    if total.field:
        expected = f"N({total.field.name})*{written(total.times)}"
        slack = f"({written(total.slack)}*ABS({expected})+{written(EXACTLY)})"
        begun = f"AND({here}<>0,ISNUMBER({total.field.name}),{filled(total.field)})"
    wrong = f"=IF({begun},ABS({here}-{expected})>{slack},FALSE)"
    last = page.wide
    page.sheet.conditional_format(
        place.row, 1, place.row, last, {"type": "formula", "criteria": wrong, "format": page.looks.wrong()}
    )
    page.next()
