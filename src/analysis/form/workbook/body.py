"""How what a question is answered in is laid out on a sheet: lists, boxes and tables, and what they warn of."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from xlsxwriter.utility import xl_range_abs

from analysis.form.body import Choice, Choices, Legend, OneAnswer, Ranks
from analysis.form.condition_formula import any_of, filled
from analysis.form.plan import Block
from analysis.form.workbook.answer import AnswerWriter
from analysis.form.workbook.looks import width
from analysis.form.workbook.page import COLUMN, COLUMNS, WHOLE, Page, Place, Span

_BOX = 4  # columns of a box for a number or a choice


def write_one(page: Page, body: OneAnswer, answers: AnswerWriter, hint: str) -> None:
    """A box: beside it its unit and the hint or, where they are short, the options; long lists stand above."""
    kind = body.cell.kind
    if kind == "open":
        answers.write(body.cell, WHOLE)
    elif kind == "text":
        answers.write(body.cell, Span(1, 9))
    elif kind == "choice":
        _write_choice(page, body, answers)
    else:
        answers.write(body.cell, Span(1, _BOX))
        unit = ceil((width(body.cell.unit) + 20) / COLUMN) if body.cell.unit else 0
        if unit:
            page.write(Span(1 + _BOX, unit), body.cell.unit, "unit")
        page.write(Span(1 + _BOX + unit, COLUMNS - _BOX - unit), hint, "hint_beside")
    page.next()


def _write_choice(page: Page, body: OneAnswer, answers: AnswerWriter) -> None:
    beside = Span(1 + _BOX, COLUMNS - _BOX)
    joined = "   ".join(map(printed, body.choices))
    if width(joined) + 24 <= beside.pixels:
        answers.write(body.cell, Span(1, _BOX))
        page.write(beside, joined, "beside")
        return
    write_list(page, body.choices)
    longest = max(map(width, body.cell.choices))
    answers.write(body.cell, Span(1, _BOX if longest < Span(1, _BOX).pixels - 32 else 8))


def write_list(page: Page, choices: Sequence[Choice]) -> None:
    """The options on one line, or in as many columns as they are short."""
    joined = "   ".join(map(printed, choices))
    if width(joined) + 16 <= WHOLE.pixels:
        page.write(WHOLE, joined, "option")
        page.next()
        return
    across = _across(max(width(printed(choice)) for choice in choices), own=0)
    each = COLUMNS // across
    for start in range(0, len(choices), across):
        for at, choice in enumerate(choices[start : start + across]):
            page.write(Span(1 + at * each, each), printed(choice), "option")
        page.next()


def printed(choice: Choice) -> str:
    """ "② 민간위탁  ☞ A7로"."""
    return "  ".join(filter(None, (f"{choice.sign} {choice.text}", choice.skip)))


def _across(longest: float, own: int) -> int:
    """How many options stand side by side; own: columns that each takes besides its text."""
    for across in (6, 4, 3, 2):
        if longest + 24 <= Span(1, COLUMNS // across - own).pixels:
            return across
    return 1


def write_choices(page: Page, body: Choices, answers: AnswerWriter) -> None:
    """Before every option a box for a mark. Too many marks, or one that stands alone beside others, turn red."""
    across = min(3, _across(max(width(choice.text) for choice in body.choices), own=1))
    each = COLUMNS // across
    places: list[Place] = []
    pairs = list(zip(body.choices, body.cells, strict=True))
    for start in range(0, len(pairs), across):
        for at, (choice, cell) in enumerate(pairs[start : start + across]):
            places.append(answers.write(cell, Span(1 + at * each, 1)))
            page.write(Span(2 + at * each, each - 1), printed(choice), "beside")
        page.next()
    marked = "+".join(f"({filled(cell.field)})" for cell in body.cells)
    wrong = [f"{marked}>{body.at_most}"] if body.at_most else []
    wrong += [
        f"AND({filled(cell.field)},{marked}>1)"
        for cell in body.cells
        if cell.field.option and cell.field.option.exclusive
    ]
    for place, cell in zip(places, body.cells, strict=True):
        if wrong:
            _turn_red(page, place, f"=AND({filled(cell.field)},{any_of(wrong)})")


def write_ranks(page: Page, body: Ranks, answers: AnswerWriter) -> None:
    """The list, then a box a rank; the same option twice turns red."""
    write_list(page, body.choices)
    room = ceil((max(map(width, body.cells[0].choices)) + 36) / Span(1, 1).pixels)
    span = Span(3, min(COLUMNS - 2, max(_BOX, room)))
    places = []
    for heading, cell in zip(body.headings, body.cells, strict=True):
        page.write(Span(1, 2), heading, "rank")
        places.append(answers.write(cell, span))
        page.next()
    first, last = places[0], places[-1]
    area = xl_range_abs(first.row, first.column, last.row, last.column)
    for place, cell in zip(places, body.cells, strict=True):
        name = cell.field.name
        _turn_red(page, place, f'=IF({name}="",FALSE,COUNTIF({area},{name})>1)')


def write_legend(page: Page, legend: Legend) -> None:
    """What the cells of a table are chosen from, on one line."""
    heading = f"{legend.column}:  " if legend.column else ""
    page.write(WHOLE, heading + "   ".join(map(printed, legend.choices)), "hint")
    page.next()


def write_own_words(page: Page, block: Block, answers: AnswerWriter) -> None:
    """The line where 기타 is spelt out, if the question has one."""
    if block.own_words:
        page.write(Span(1, 5), block.own_words.label, "own_words")
        answers.write(block.own_words.cell, Span(6, 7))
        page.next()


def _turn_red(page: Page, place: Place, formula: str) -> None:
    page.sheet.conditional_format(
        place.row, place.column, place.row, place.column,
        {"type": "formula", "criteria": formula, "format": page.looks.wrong()},
    )  # fmt: skip
