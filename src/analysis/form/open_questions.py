"""Which questions are still to be answered, as formulas for the form's cells, and as it is sent.

A question is open that is asked and has an empty place: of a table any cell, of several options all of them, of a
ranking the first rank. The line for one's own words is never missed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from analysis.form.amount import amount_of
from analysis.form.body import AnswerCell, Choices, Line, Table
from analysis.form.condition_formula import ASKED, all_of
from analysis.form.gates import Gates
from analysis.form.plan import Block
from analysis.questionnaire.condition import written
from analysis.questionnaire.question import PartKey

EXACTLY = 1e-6  # what decimal places may do to a sum


class Counted(NamedTuple):
    """A formula and what it comes to as the form is sent."""

    formula: str
    value: int


class OpenQuestion(NamedTuple):
    """lines: how many cells of each row of a table are empty. whole: given where these counts stand ("$D$5:$D$9"),
    1 where the question is open, else 0."""

    lines: tuple[Counted, ...]
    whole: Callable[[str], Counted]


def open_question(block: Block, filled: Mapping[str, str], gates: Gates) -> OpenQuestion:
    """filled: the texts of cells by field name."""
    body = block.body
    lines: tuple[Counted, ...] = ()
    if isinstance(body, Table):
        lines = tuple(_line(block, line, filled, gates) for line in body.lines)
    gate = gates.get(PartKey(block.question.id))

    def whole(counts: str) -> Counted:
        if isinstance(body, Table):
            empty, is_empty = f"SUM({counts})>0", any(line.value for line in lines)
            if body.total and body.total.value is not None:
                reached, is_reached = _total_reached(body, filled)
                empty, is_empty = f"AND({empty},NOT({reached}))", is_empty and not is_reached
        else:
            cells = body.cells if isinstance(body, Choices) else block.cells[:1]
            empty, is_empty = _all_empty(cells), not any(filled.get(cell.field.name) for cell in cells)
        if gate:
            empty, is_empty = f"AND({gate.name}={ASKED},{empty})", is_empty and gate.state == ASKED
        return Counted(f"=IF({empty},1,0)", int(is_empty))

    return OpenQuestion(lines, whole)


def _line(block: Block, line: Line, filled: Mapping[str, str], gates: Gates) -> Counted:
    assert isinstance(block.body, Table)
    terms, value = [], 0
    for column, cells in zip(block.body.columns, line.cells, strict=True):
        gate = gates.get(PartKey(block.question.id, line.id, column.id))
        empty = _all_empty(cells)
        terms.append(f"IF(AND({gate.name}={ASKED},{empty}),1,0)" if gate else f"IF({empty},1,0)")
        is_empty = not any(filled.get(cell.field.name) for cell in cells)
        value += is_empty and (gate is None or gate.state == ASKED)
    return Counted(f"={'+'.join(terms)}", value)


def _all_empty(cells: tuple[AnswerCell, ...]) -> str:
    return all_of([f'{cell.field.name}=""' for cell in cells])


def _total_reached(table: Table, filled: Mapping[str, str]) -> tuple[str, bool]:
    assert table.total is not None and table.total.value is not None
    total, slack = table.total.value, table.total.slack
    return (
        f"ABS({sum_of(table)}-{written(total)})<={written(slack + EXACTLY)}",
        abs(summed(table, filled) - total) <= slack + EXACTLY,
    )


def sum_of(table: Table) -> str:
    """A formula: what the cells of a table add up to."""
    return (
        f"SUM({','.join(cell.field.name for line in table.lines for cells in line.cells for cell in cells)})"
    )


def summed(table: Table, filled: Mapping[str, str]) -> float:
    """What they add up to as the form is sent; words count for nothing."""
    cells = (cell for line in table.lines for cells in line.cells for cell in cells)
    return sum(amount_of(filled.get(cell.field.name, "")) or 0 for cell in cells)
