"""Every kind of question × 0, 1, 5, 14 and 320 respondents, all alike, long words and forty options: each
figure in both widths and both languages can be read, and every number in it is a cell."""

from __future__ import annotations

import pytest

from analysis.charts.drawing import KINDS, marks_of
from analysis.charts.view import NARROW, WIDE
from tests.charts.invented_tables import hide
from tests.charts.read_marks import illegible, untied
from tests.tables.matrix import tables

WITHOUT = {"open", "text"}  # kinds of which there is nothing to draw


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_every_figure_can_be_read_and_every_number_is_a_cell(width: int, language: str) -> None:
    wrong = {}
    for name, table in tables():
        if table.kind in KINDS:
            marks = marks_of(table, language, width)
            found = [*illegible(marks, width), *untied(table, marks, language)]
            if found:
                wrong[name] = found[:3]
    assert wrong == {}


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_figure_with_hidden_cells_can_be_read(width: int) -> None:
    wrong = {}
    for name, table in tables():
        if table.kind not in KINDS or not name.endswith(("/n=14", "/n=320")):
            continue
        keys = list(dict.fromkeys((cell.level, cell.row, cell.item) for cell in table.cells))
        for which in (keys[1::2], keys[2::3], [key for key in keys if not key[2]], keys):
            hidden = hide(table, *which)
            marks = marks_of(hidden, "ko", width)
            found = [*illegible(marks, width), *untied(hidden, marks, "ko")]
            if found:
                wrong[name, len(which)] = found[:3]
    assert wrong == {}


def test_every_kind_of_question_is_in_the_matrix() -> None:
    kinds = {table.kind for _, table in tables()}
    assert kinds == ({*KINDS} | WITHOUT) - {"events", "accounts", "text"}
