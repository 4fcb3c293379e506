"""What the forms of all spreadsheet programs have in common: sheets, and names that point into them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from openpyxl.utils import column_index_from_string, range_boundaries

from analysis.form.code import CODE, read_code
from analysis.form.fields import HIDDEN, PREFIX
from analysis.intake.errors import IntakeError
from analysis.intake.forms.returned import FormCell, LooseText, ReturnedForm, Spot
from analysis.intake.sheet import EMPTY, Cell

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384  # of a sheet, in all programs
MOST_CELLS = 20_000  # of a page; a form has a few hundred
# 'B. 조직과 인력'!$D$14:$F$14 in Excel, $'B. 조직과 인력'.$D$14:.$F$14 in OpenDocument
_POINTS_AT = re.compile(
    r"\$?(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^'!]+?))[!.]\$?(?P<column>[A-Z]{1,3})\$?(?P<row>[1-9]\d{0,6})(?!\w)"
)


class Name(NamedTuple):
    """points_at  the first cell it stands for; None where that was deleted
    sheet      the sheet that owns it, "" where the whole workbook does
    """

    name: str
    points_at: Spot | None
    sheet: str = ""


@dataclass(frozen=True)
class Page:
    """A sheet of the file: its cells that hold anything by row (from 1) and column (from 0).

    merged    ranges of cells that were made one ("B2:B4")
    formulas  the cells that a formula fills; None where the file does not tell
    comments  what was pinned to cells, or stands in text boxes
    """

    title: str
    cells: Mapping[tuple[int, int], Cell]
    visible: bool = True
    merged: tuple[str, ...] = ()
    formulas: frozenset[tuple[int, int]] | None = frozenset()
    comments: tuple[LooseText, ...] = ()


def page_of(file: str, title: str, rows: Iterable[tuple[int, Sequence[Cell]]], **more: object) -> Page:
    """A page from numbered rows of cells. IntakeError where there are more than any form has."""
    cells: dict[tuple[int, int], Cell] = {}
    for number, row in rows:
        cells |= {(number, column): cell for column, cell in enumerate(row) if cell.text.strip()}
        if len(cells) > MOST_CELLS:
            raise _too_much(f"{file} › {title}")
    return Page(title, cells, **more)  # type: ignore[arg-type]


def is_form_name(name: str) -> bool:
    """Whether a name is that of a form's cell. Programs that write names in capitals leave it that."""
    return name.lower().startswith(PREFIX) or name.lower() == CODE


def spot_of(reference: str) -> Spot | None:
    """The first cell of what a name stands for; None where there is none, as in #REF! and outside of any sheet."""
    found = _POINTS_AT.match(reference)
    if found is None:
        return None
    sheet = found["quoted"].replace("''", "'") if found["quoted"] else found["plain"]
    row, column = int(found["row"]), column_index_from_string(found["column"])
    return Spot(sheet, row, column - 1) if row <= LAST_ROW and column <= LAST_COLUMN else None


def form_of(file: str, names: Iterable[Name], pages: Sequence[Page], **more: object) -> ReturnedForm:
    """The form; more: when it was `saved`. IntakeError where more cells have a name than any form has."""
    names = tuple(names)
    if len(names) > MOST_CELLS:
        raise _too_much(file)
    order = {page.title: at for at, page in enumerate(pages)}
    of_title = {page.title: page for page in pages}
    merged = {page.title: [range_boundaries(one) for one in page.merged] for page in pages}
    cells: list[FormCell] = []
    lost: list[str] = []
    code_text = ""
    named: set[Spot] = set()
    for name, spot, owner in names:
        page = of_title.get(spot.sheet) if spot else None
        if spot is None or page is None:
            lost.append(name.lower())
            continue
        named.add(spot)
        cell = page.cells.get((spot.row, spot.column), EMPTY)
        if name.lower() == CODE:
            code_text = code_text or cell.text.strip()
        else:
            covered = any(_covers(one, spot) for one in merged[page.title])
            cells.append(FormCell(name.lower(), cell, spot.place, spot, owner, not page.visible, covered))
    return ReturnedForm(
        file,
        read_code(code_text),
        tuple(
            sorted(cells, key=lambda cell: (order[cell.spot.sheet], cell.spot[1:]) if cell.spot else (0, ()))
        ),
        code_text,
        tuple(name for name in dict.fromkeys(lost) if name != CODE),
        tuple(_loose(pages, named)),
        _formulas(pages),
        tuple(comment for page in pages if page.visible for comment in page.comments),
        tuple(page.title for page in pages if not page.visible and page.title != HIDDEN),
        **more,  # type: ignore[arg-type]
    )


def _formulas(pages: Sequence[Page]) -> frozenset[Spot] | None:
    found: set[Spot] = set()
    for page in pages:
        if page.formulas is None:
            return None
        found |= {Spot(page.title, row, column) for row, column in page.formulas if page.visible}
    return frozenset(found)


def _covers(merged: tuple[int, int, int, int], spot: Spot) -> bool:
    """Whether the cell is in that range and not its first, which holds what was written."""
    left, top, right, bottom = merged
    inside = top <= spot.row <= bottom and left <= spot.column + 1 <= right
    return inside and (spot.row, spot.column + 1) != (top, left)


def _loose(pages: Sequence[Page], named: set[Spot]) -> Iterator[LooseText]:
    for page in pages:
        for (row, column), cell in page.cells.items():
            spot = Spot(page.title, row, column)
            if page.visible and spot not in named and (row, column) not in (page.formulas or ()):
                yield LooseText(cell.text.strip(), spot)


def _too_much(place: str) -> IntakeError:
    return IntakeError(
        f"{place}: 서식이라기에는 칸이 너무 많아({MOST_CELLS:,}개 넘음) 읽지 않았습니다. 서식에 다른 자료를 넣지 않았는지 보낸 곳에 확인해 주십시오.",
        f"{place}: not read, for it has more cells than any form does (over {MOST_CELLS:,}). Ask its sender whether other "
        "data were put into the form.",
    )
