"""What a question is answered in on a form: one cell, a cell a choice, a cell a rank, or a table of cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from analysis.form.fields import Field
from analysis.questionnaire.condition import Condition

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"

CellKind = Literal["choice", "mark", "number", "money", "date", "text", "open"]


@dataclass(frozen=True)
class AnswerCell:
    """A cell to fill in.

    kind     choice  one of `choices`, as text
             mark    any sign in it chooses `field.option`
             number, money, date, text, open   as the answer of the field's part
    unit     stands beside it, "" where it has none
    choices  what may be chosen, in the order of the form: the labels of options, points and "이용 안 함"
    """

    field: Field
    kind: CellKind
    unit: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Choice:
    """An option as it is printed.

    number  its place in the list, from 1 (`sign` is "①")
    skip    where to go on who chooses it ("☞ B1로"), "" where the next question follows
    """

    number: int
    text: str
    skip: str = ""

    @property
    def sign(self) -> str:
        return CIRCLED[self.number - 1] if self.number <= len(CIRCLED) else f"({self.number})"


@dataclass(frozen=True)
class OneAnswer:
    """One cell; `choices` are printed beside it where it is chosen from a list."""

    cell: AnswerCell
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Choices:
    """A cell for every option of a question that takes several; at_most: None where any number may be chosen."""

    choices: tuple[Choice, ...]
    cells: tuple[AnswerCell, ...]
    at_most: int | None = None


@dataclass(frozen=True)
class Ranks:
    """A cell a rank, each called by its heading ("1순위"), filled from the one list of `choices`."""

    choices: tuple[Choice, ...]
    headings: tuple[str, ...]
    cells: tuple[AnswerCell, ...]


@dataclass(frozen=True)
class Column:
    """A column of a table; heading is "" where a table has but one, without a name.

    asked_of   who fills it in, in words, "" for everybody
    condition  the same; it names columns of the same row
    """

    id: str
    heading: str
    asked_of: str = ""
    condition: Condition | None = None


@dataclass(frozen=True)
class Line:
    """A row of a table. cells: what is filled in under each column, several cells where several may be chosen.

    group  heading of the block that the row stands in, "" without blocks
    """

    id: str
    heading: str
    cells: tuple[tuple[AnswerCell, ...], ...]
    group: str = ""


@dataclass(frozen=True)
class Legend:
    """What the cells of a table are chosen from, once for all of it; column: whose, "" where all share it."""

    column: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Total:
    """What the cells of a table have to add up to.

    heading  "합계"
    value    None where another answer says it: that of `field`, the cell of that answer, in `times` the table's unit
    slack    how far from it is still right, in the table's unit; of another answer a share of it
    """

    heading: str
    unit: str
    value: float | None = None
    field: Field | None = None
    times: float = 1
    slack: float = 0


@dataclass(frozen=True)
class Table:
    """Rows by columns of cells: a grid, importance and performance, an allocation (one column, a total)."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    legends: tuple[Legend, ...] = ()
    total: Total | None = None


@dataclass(frozen=True)
class OwnWords:
    """The line where 기타 is spelt out; label: "‘기타’의 내용"."""

    label: str
    cell: AnswerCell


Body = OneAnswer | Choices | Ranks | Table


def cells_of(body: Body) -> Iterator[AnswerCell]:
    """Its cells in the order of the form."""
    match body:
        case OneAnswer():
            yield body.cell
        case Choices() | Ranks():
            yield from body.cells
        case Table():
            for line in body.lines:
                for cells in line.cells:
                    yield from cells
