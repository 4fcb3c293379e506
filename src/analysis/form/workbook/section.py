"""A section of the questionnaire as a sheet: what is still open on top, then question after question."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.form.body import Choices, OneAnswer, Ranks, Table
from analysis.form.condition_formula import NOT_ASKED, literal
from analysis.form.gates import Gates
from analysis.form.plan import Block, FormSection
from analysis.form.workbook.answer import AnswerWriter
from analysis.form.workbook.behind import Behind
from analysis.form.workbook.body import write_choices, write_one, write_own_words, write_ranks
from analysis.form.workbook.page import WHOLE, Page, Span
from analysis.form.workbook.table import write_table
from analysis.language import message
from analysis.questionnaire.question import PartKey

_GAP = 9.0  # points between questions


def write_section(
    page: Page, section: FormSection, behind: Behind, filled: Mapping[str, str], gates: Gates, code: str
) -> None:
    """The rows below the first, which is left for the status (`write_status`)."""
    page.next()
    page.begin_block()
    page.write(Span(0, 1 + WHOLE.count), section.title, "heading")
    page.next(_GAP)
    page.sheet.freeze_panes(2, 0)
    if any(filled.get(cell.field.name) for block in section.blocks for cell in block.cells):
        page.write(Span(0, 1 + WHOLE.count), message("form.known_cells", page.language), "known")
        page.next(_GAP)
    answers = AnswerWriter(page, behind, filled)
    for block in section.blocks:
        _write_block(page, block, answers, gates)
    page.finish(code, repeated=(1, 2))
    first = answers.first
    if first:
        page.sheet.set_selection(first.row, first.column, first.row, first.column)


def _write_block(page: Page, block: Block, answers: AnswerWriter, gates: Gates) -> None:
    first = page.row
    page.begin_block()
    page.write(Span(0, 1), block.no, "no")
    page.write(WHOLE, block.ask, "ask")
    page.next()
    hint = " ".join(block.hints)
    beside = isinstance(block.body, OneAnswer) and block.body.cell.kind in ("number", "money", "date")
    lines = [
        (block.asked_of, "asked_of"),
        (" ".join(filter(None, (block.note, "" if beside else hint))), "hint"),
    ]
    for text, look in lines:
        if text:
            page.write(WHOLE, text, look)
            page.next()
    match block.body:
        case OneAnswer():
            write_one(page, block.body, answers, hint if beside else "")
        case Choices():
            write_choices(page, block.body, answers)
        case Ranks():
            write_ranks(page, block.body, answers)
        case Table():
            write_table(page, block, block.body, answers, gates)
    write_own_words(page, block, answers)
    if gate := gates.get(PartKey(block.question.id)):
        page.sheet.conditional_format(
            first, 0, page.row - 1, page.wide,
            {"type": "formula", "criteria": f"={gate.name}={NOT_ASKED}", "format": page.looks.off(),
             "stop_if_true": True},
        )  # fmt: skip
    page.grow(_GAP)
    page.next()


def write_status(page: Page, open_here: str, now: int) -> None:
    """On the first row, which is not printed: how many questions are still open. open_here: where they are counted."""
    language = page.language
    done, some = message("form.status.done", language), message("form.status.open", language, count="\0")
    before, after = (literal(piece) for piece in some.split("\0"))
    formula = f"=IF({open_here}=0,{literal(done)},{before}&{open_here}&{after})"
    value = some.replace("\0", str(now)) if now else done
    page.row = 0
    page.formula(Span(0, 1 + WHOLE.count), formula, value, page.looks.of("status"))
    page.sheet.set_row(0, 24.0)
    page.sheet.conditional_format(
        0, 0, 0, 0, {"type": "formula", "criteria": f"=$A$1={literal(done)}", "format": page.looks.done()}
    )
