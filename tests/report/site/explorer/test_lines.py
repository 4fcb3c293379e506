"""A line of text holds the cells of a level, and gives them back."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.language import half_up
from analysis.report.site.explorer.lines import Column, Held, read_lines, write_lines
from analysis.tables import Cell, Table
from analysis.tables.cell import Status
from tests.report.small_report import choice

OPTION = (Column("", "a", "count", "0", "개"), Column("", "a", "share", "%", "%"))
BASE = Column("", "", "base", "0", "개")
MEAN = Column("", "", "mean", "2", "점")


def table_of(*cells: Cell) -> Table:
    return choice("q", "질문", {"a": 1}).with_cells(cells)


def line_of(*cells: Cell, columns: tuple[Column, ...]) -> str:
    (line,) = write_lines(table_of(*cells), [""], columns)
    return line


def option(n: int, base: int, share: float) -> tuple[Cell, Cell]:
    return Cell("", "", "a", "count", n, n=n, base=base), Cell("", "", "a", "share", share, n=n, base=base)


def test_a_share_of_a_count_is_told_by_its_count_and_base() -> None:
    assert line_of(*option(9, 14, 0.643), columns=OPTION) == "9@14|%"


def test_a_share_of_its_own_is_told_itself() -> None:
    assert line_of(*option(9, 14, 0.389), columns=OPTION) == "9@14|0.389"


def test_a_base_is_told_once_until_it_changes() -> None:
    base, mean = Cell("", "", "", "base", 14, n=14, base=14), Cell("", "", "", "mean", 3.71, n=13, base=13)
    cells = (base, *option(9, 14, 0.643), mean)
    assert line_of(*cells, columns=(BASE, *OPTION, MEAN)) == "14@14|9|%|3.71@13"


@pytest.mark.parametrize(("status", "sign"), [("suppressed", "X"), ("empty", "E"), ("not_comparable", "U")])
def test_of_a_cell_that_is_not_shown_there_is_nothing_but_that(status: str, sign: str) -> None:
    hidden = Cell("", "", "", "mean", None, n=None, base=14, status=status, rule="dominance")  # type: ignore[arg-type]
    line = line_of(hidden, columns=(MEAN,))
    assert line == sign
    assert read_lines([line], [""], [MEAN]) == {("", "", "", "mean"): Held(status)}


def test_where_a_table_has_no_cell_there_is_none() -> None:
    line = line_of(Cell("", "", "", "base", 14, n=14, base=14), columns=(BASE, MEAN))
    assert line == "14@14|"
    assert [*read_lines([line], [""], [BASE, MEAN])] == [("", "", "", "base")]


numbers = st.integers(0, 400) | st.floats(-1e9, 1e9, allow_nan=False).map(lambda value: round(value, 4))
bases = st.none() | st.integers(1, 400)


@st.composite
def cells(draw: st.DrawFn) -> tuple[Cell, ...]:
    base, n = draw(bases), draw(st.none() | st.integers(0, 400))
    exact = float(half_up(Fraction(n, base), 3)) if n is not None and base else 0.5
    share = draw(st.just(exact) | st.floats(0, 1).map(lambda value: round(value, 3)))
    mean = draw(st.none() | numbers)
    status: Status = draw(st.sampled_from(["shown", "suppressed", "empty", "not_comparable"]))
    return (
        Cell("", "", "a", "count", n or 0, n=n or 0, base=base),
        Cell("", "", "a", "share", share if status == "shown" else None, None, None, None, n, base, status),
        Cell("", "", "", "mean", mean, n=n, base=draw(bases)),
    )


@given(cells())
def test_what_is_written_is_read(given: tuple[Cell, ...]) -> None:
    columns = (*OPTION, MEAN)
    held = read_lines(write_lines(table_of(*given), [""], columns), [""], columns)
    for cell in given:
        one = held[cell.key]
        assert one.status == cell.status
        if cell.shown:
            assert (one.value, one.base) == (cell.value, cell.base)
        if cell.shown and cell.stat == "share":
            assert one.n == cell.n
