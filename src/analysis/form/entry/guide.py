"""The first sheet of a data entry workbook: how to type, what the colours say, and the numbers of all options, to
be printed and laid beside the keyboard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from analysis.form.entry.checks import numbered
from analysis.form.entry.columns import EntryColumn, lines
from analysis.form.entry.looks import EntryLooks
from analysis.form.plan import FormPlan
from analysis.language import message

_A4 = 9
_WIDTHS = (9, 36, 60)
_LINE, _SPARE = 15.0, 4.0
_HOW = ("serial", "keys", "choice", "mark", "several", "asis", "blank", "own_words")
_TWICE = ("second", "file", "back")


def write_entry_guide(
    sheet: Worksheet, plan: FormPlan, columns: Sequence[EntryColumn], looks: EntryLooks
) -> None:
    questionnaire, language = plan.questionnaire, plan.language

    def say(key: str, **fields: object) -> str:
        return message(f"form.entry.guide.{key}", language, **fields)

    _page(sheet, plan)
    sheet.set_row(0, 30)
    sheet.write_string(0, 0, say("title", title=plan.title, year=questionnaire.year), looks.title)
    sheet.write_string(1, 0, say("about"), looks.about)
    row = 3
    folder = f"data/raw/{questionnaire.year}/{questionnaire.survey}/"
    for part, steps in (("how", _HOW), ("twice", _TWICE)):
        row = _part(sheet, row, say(part), looks)
        for number, key in enumerate(steps, start=1):
            sheet.write_number(row, 0, number, looks.step)
            row = _words(sheet, row, say(key, folder=folder), looks)
        row += 1
    row = _part(sheet, row, say("colours"), looks)
    for key, swatch in _swatches(looks):
        sheet.write_blank(row, 0, None, swatch)
        row = _words(sheet, row, say(key), looks)
    row = _part(sheet, row + 1, say("numbers"), looks)
    for column, key in enumerate(("no", "question", "answers")):
        sheet.write_string(row, column, say(key), looks.head)
    sheet.set_h_pagebreaks([row - 1])
    for line, (no, question, answers) in enumerate(_codebook(columns, language), start=row + 1):
        sheet.write_string(line, 0, no, looks.number)
        sheet.write_string(line, 1, question, looks.line)
        sheet.write_string(line, 2, answers, looks.line)
        high = max(map(lines, (question, answers), _WIDTHS[1:]))
        sheet.set_row(line, _LINE * high + _SPARE)


def _swatches(looks: EntryLooks) -> tuple[tuple[str, Format], ...]:
    return (
        ("invalid", looks.swatch_invalid),
        ("doubtful", looks.swatch_doubtful),
        ("not_asked", looks.swatch_not_asked),
    )


def _page(sheet: Worksheet, plan: FormPlan) -> None:
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.hide_gridlines(2)
    sheet.set_portrait()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.6, right=0.6, top=0.6, bottom=0.7)
    sheet.set_footer(f"&L&8 {plan.title.replace('&', '&&')}&R&8&P / &N")
    sheet.protect("", {"format_columns": True, "format_rows": True})


def _part(sheet: Worksheet, row: int, heading: str, looks: EntryLooks) -> int:
    sheet.merge_range(row, 0, row, len(_WIDTHS) - 1, f" {heading}", looks.part)
    sheet.set_row(row, _LINE + _SPARE)
    return row + 1


def _words(sheet: Worksheet, row: int, text: str, looks: EntryLooks) -> int:
    sheet.merge_range(row, 1, row, len(_WIDTHS) - 1, text, looks.words)
    sheet.set_row(row, _LINE * lines(text, sum(_WIDTHS[1:])) + _SPARE)
    return row + 1


def _codebook(columns: Sequence[EntryColumn], language: str) -> Iterator[tuple[str, str, str]]:
    """Number, wording and what is typed for every question; rows of a table are not told one by one."""
    for _, group in groupby(columns, key=lambda column: column.block.no):
        first, *others = [column for column in group if not column.cell.field.own_words]
        yield first.block.no, first.block.ask, _answers(first, others, language)


def _answers(first: EntryColumn, others: Sequence[EntryColumn], language: str) -> str:
    def say(key: str, **fields: object) -> str:
        return message(f"form.entry.{key}", language, **fields)

    def told(column: EntryColumn) -> str:
        cell = column.cell
        match cell.kind:
            case "choice":
                return numbered(column)
            case "mark":
                return cell.field.option.text(language) if cell.field.option else ""
            case "number" | "money":
                return say("help.number", unit=cell.unit) if cell.unit else say("help.plain_number")
            case "date":
                return say("help.date")
        return ""

    if first.cell.kind == "mark":
        options = dict.fromkeys(told(column) for column in (first, *others))
        return say("guide.several_of", options=", ".join(options))
    if (
        len({told(column) for column in (first, *others)}) > 1
    ):  # columns of a table that ask for different things
        by_column = {
            column.cell.field.part.column_words: told(column) for column in (first, *others) if told(column)
        }
        different = " / ".join(
            f"{words.text(language)}: {text}" for words, text in by_column.items() if words
        )
        return say("guide.rows_of", answers=different)
    return say("guide.rows_of", answers=told(first)) if others and told(first) else told(first)
