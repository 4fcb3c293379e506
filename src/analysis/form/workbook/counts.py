"""What is counted behind a form: which questions are asked, and how many are still open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from analysis.form.body import Table
from analysis.form.fields import HIDDEN
from analysis.form.gates import Gates
from analysis.form.open_questions import Counted, open_question
from analysis.form.plan import Block, FormPlan
from analysis.form.workbook.behind import Behind
from analysis.form.workbook.page import Place, area
from analysis.questionnaire.question import PartKey

_GATE, _OPEN, _LINE, _FIRST_CELL = 1, 2, 3, 4  # columns of the hidden sheet


def write_counts(
    behind: Behind, plan: FormPlan, filled: Mapping[str, str], gates: Gates
) -> tuple[Counted, ...]:
    """A row a question, with the rows of its table below; returns how many are open in each section, each as the
    formula that adds them up and what it comes to now."""
    sections = []
    for section in plan.sections:
        first = behind.row
        opened = [_write_question(behind, block, filled, gates) for block in section.blocks]
        sections.append(Counted(f"SUM({area(Place(HIDDEN, first, _OPEN), behind.row - first)})", sum(opened)))
    return tuple(sections)


def _write_question(behind: Behind, block: Block, filled: Mapping[str, str], gates: Gates) -> int:
    sheet, at = behind.sheet, behind.row
    question = open_question(block, filled, gates)
    sheet.write_string(at, 0, block.question.id)
    if gate := gates.get(PartKey(block.question.id)):
        behind.gate(gate, _GATE)
    whole = question.whole(area(Place(HIDDEN, at + 1, _LINE), len(question.lines)))
    sheet.write_formula(at, _OPEN, whole.formula, None, whole.value)
    behind.row += 1
    if isinstance(block.body, Table):
        columns = [column.id for column in block.body.columns]
        for line, counted in zip(block.body.lines, question.lines, strict=True):
            keys = [PartKey(block.question.id, line.id, column) for column in columns]
            _write_line(behind, line.id, counted, keys, gates)
    return whole.value


def _write_line(behind: Behind, name: str, counted: Counted, keys: Sequence[PartKey], gates: Gates) -> None:
    behind.sheet.write_string(behind.row, 0, name)
    behind.sheet.write_formula(behind.row, _LINE, counted.formula, None, counted.value)
    for across, key in enumerate(keys):
        if gate := gates.get(key):
            behind.gate(gate, _FIRST_CELL + across)
    behind.row += 1
