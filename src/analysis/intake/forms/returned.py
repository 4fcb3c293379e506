"""A form as it came back: its named cells, and whatever else somebody wrote on it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from analysis.form.code import FormCode
from analysis.intake.sheet import Cell, reference


class Spot(NamedTuple):
    """A cell on a page of a form: row from 1, column from 0, as `Row` and `Sheet` count them."""

    sheet: str
    row: int
    column: int

    @property
    def place(self) -> str:
        """ "B. 조직과 인력 › D14" """
        return f"{self.sheet} › {reference(self.row, self.column)}"


@dataclass(frozen=True)
class FormCell:
    """A cell with a name that begins with `fields.PREFIX`.

    place    what people find it by ("B. 조직과 인력 › D14")
    spot     where it stands, as far as the kind of file has rows and columns
    copy     the sheet that owns the name, where a sheet of the form was copied with its names; "" for the form's own
    hidden   whether it stands on a hidden sheet
    covered  whether it was made one with a cell before it, which holds what was written
    """

    name: str
    cell: Cell
    place: str
    spot: Spot | None = None
    copy: str = ""
    hidden: bool = False
    covered: bool = False

    @property
    def filled(self) -> bool:
        return bool(self.cell.text.strip())


@dataclass(frozen=True)
class LooseText:
    """What stands in a cell that has no name, on a sheet that everybody sees, and is no formula's result as far as the file tells."""

    text: str
    spot: Spot


@dataclass(frozen=True)
class ReturnedForm:
    """code       None where its cell is gone or holds something else, which `code_text` is
    cells      in the order of the file; two of one name where a sheet was copied
    lost       names that lead nowhere any more: their row, column or sheet was deleted
    loose      texts that may be answers in the wrong place; those that the form prints are among them
    formulas   the cells that a formula fills, on sheets that everybody sees; None where the file does not tell, so
               that their results are among `loose`
    comments   what was pinned to the cells of sheets that everybody sees, or stands there in text boxes
    hidden     sheets that are hidden and hold named cells or texts
    saved      when it was last saved, in Korea; None where the file does not say
    content    tells a file from all others that are not its copies
    hangul     whether it is a Hangul document, which is printed otherwise than a workbook
    """

    file: str
    code: FormCode | None
    cells: tuple[FormCell, ...]
    code_text: str = ""
    lost: tuple[str, ...] = ()
    loose: tuple[LooseText, ...] = ()
    formulas: frozenset[Spot] | None = frozenset()
    comments: tuple[LooseText, ...] = ()
    hidden: tuple[str, ...] = ()
    saved: dt.datetime | None = None
    content: str = ""
    hangul: bool = False
