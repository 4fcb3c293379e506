"""What the page leaves out of a table since all of it is hidden."""

from __future__ import annotations

from analysis.report.all_hidden import left_out_note, without_all_hidden
from analysis.report.face import Block, Column, Entry, Face, Line
from analysis.tables import Cell
from tests.report.small_report import KIND

STATS = ("base", "mean", "median")


def cell(stat: str, value: float | None) -> Entry:
    status = "suppressed" if value is None else "shown"
    return Entry(KIND, (Cell("", "", "", stat, value, base=9, status=status),))


def face(*lines: tuple[float | None, ...], stats: tuple[str, ...] = STATS) -> Face:
    """A line for each, called "1", "2", … None is hidden."""
    made = (
        Line(str(at), tuple(map(cell, stats, values)), total=at == 1) for at, values in enumerate(lines, start=1)
    )
    return Face("실적", "구분", tuple(Column(stat, (stat,)) for stat in stats), (Block("", tuple(made)),))


def left(told: Face) -> tuple[list[str], list[str]]:
    return [column.words for column in told.columns], [line.words for block in told.blocks for line in block.lines]


def test_a_statistic_of_which_nothing_is_shown_has_no_column_and_is_named_once() -> None:
    told = without_all_hidden(face((21, None, 350), (16, None, 66)))
    assert left(told.face) == (["base", "median"], ["1", "2"])
    assert all(len(line.entries) == 2 for line in told.face.blocks[0].lines)
    assert left_out_note([told], "ko") == ("모두 가려 표에서 뺀 것: mean",)


def test_of_several_tables_it_is_said_which_leaves_out_what() -> None:
    told = without_all_hidden(face((21, None, 350)))
    assert left_out_note([told, without_all_hidden(face((21, 5, 9)))], "ko") == ("모두 가려 표에서 뺀 것: 실적(mean)",)


def test_a_line_of_which_nothing_is_shown_is_left_out_but_not_that_of_everybody() -> None:
    told = without_all_hidden(face((None, None, None), (16, 3, 66), (None, None, None)))
    assert left(told.face)[1] == ["1", "2"] and told.left_out == ("3",)


def test_what_shows_its_base_or_one_figure_stays() -> None:
    whole = face((21, 5, 350), (4, None, None), (9, None, 3))
    assert without_all_hidden(whole).face == whole


def test_an_option_that_is_hidden_everywhere_stays_for_somebody_chose_it() -> None:
    whole = face((14, None, 9), (7, None, 4), stats=("base", "count", "mean"))
    assert without_all_hidden(whole).face == whole


def test_a_table_of_nothing_but_hidden_figures_is_left_as_it_is() -> None:
    whole = face((None, None), stats=("mean", "median"))
    assert without_all_hidden(whole).face == whole and left_out_note([without_all_hidden(whole)], "ko") == ()
