"""Several columns become one, row by row; every different row is put together once."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from analysis.intake.columns.combined import Chosen, combine
from analysis.intake.sheet import Cell, DeclaredMissing, Sheet, SheetColumn, sheet_of_rows
from analysis.questionnaire.words import Option
from tests.intake.files import sheet_of

OPTIONS = tuple(Option(id=f"o{at}", ko=f"보기 {at}") for at in range(1, 21))


def test_the_column_reads_as_a_person_would_read_it_under_the_first_heading() -> None:
    sheet = sheet_of(["x", "둘", "하나"], ["", "1", "1"], ["", "0", "0"], ["", "", "1"])
    column = combine(sheet, OPTIONS, ticks=[("o2", 1), ("o1", 2)])
    assert [column.at(row).text for row in range(4)] == ["둘", "보기 1; 보기 2", "", "보기 1"]
    assert column.at(1).value.options == ("o1", "o2")
    assert column.filled.tolist() == [True, True, False, True]


def test_rows_alike_are_one_cell() -> None:
    column = combine(
        sheet_of(["a", "b"], *[["1", "0"], ["0", "1"]] * 50), OPTIONS, ticks=[("o1", 0), ("o2", 1)]
    )
    assert len(column.texts) == 3


def test_the_joined_cell_and_the_slots_are_kept_as_written() -> None:
    sheet = sheet_of(["모두", "a", "첫째", "둘째"], ["보기 1, 보기 2", "1", "", "보기 2"])
    joined = combine(sheet, OPTIONS, joined=0, ticks=[("o1", 1)])
    slots = combine(sheet, OPTIONS, slots=[2, 3])
    assert (joined.at(1).text, joined.at(1).value.joined.text) == ("보기 1, 보기 2", "보기 1, 보기 2")
    assert slots.at(1).value.slots == (Cell("보기 2", "보기 2"),)


def test_what_a_file_declares_to_be_missing_everywhere_stays_so() -> None:
    missing, blank = Cell("거절", DeclaredMissing("9")), Cell("")
    rows = [(1, [Cell("a", "a"), Cell("b", "b")]), (2, [missing, missing]), (3, [missing, blank])]
    column = combine(sheet_of_rows("a.sav", "", rows), OPTIONS, ticks=[("o1", 0), ("o2", 1)])
    assert column.at(1) == column.at(2) == missing


def test_a_column_is_named_as_people_find_it() -> None:
    sheet = sheet_of(["a", "b"], ["?", "1"])
    told = combine(sheet, OPTIONS, ticks=[("o1", 0), ("o2", 1)]).at(1).value.problems
    assert told == (("tick_unread", "보기 1 [A]: ?"),)
    named = Sheet(sheet.file, "", sheet.numbers, sheet.columns, titles=(("q1_1",), ("q1_2",)), by_name=True)
    told = combine(named, OPTIONS, ticks=[("o1", 0), ("o2", 1)]).at(1).value.problems
    assert told == (("tick_unread", "보기 1 [q1_1]: ?"),)


def test_more_columns_than_a_number_has_digits_for() -> None:
    """Forty slots of a hundred different texts each are told apart all the same."""
    rng = np.random.default_rng(4)
    width, rows = 40, 200
    texts = pa.array([f"답 {at}" for at in range(100)], pa.string())
    which = rng.integers(0, 100, (width, rows)).astype(np.int32)
    sheet = Sheet(
        "a.csv",
        "",
        np.arange(1, rows + 1, dtype=np.int32),
        tuple(SheetColumn(one, texts) for one in which),
        titles=(("q",),) * width,
    )
    column = combine(sheet, OPTIONS, slots=range(width))
    for row in (1, 57, rows - 1):
        chosen = column.at(row).value
        assert isinstance(chosen, Chosen)
        assert [cell.text for cell in chosen.slots] == [f"답 {which[at, row]}" for at in range(width)]
