from __future__ import annotations

import json
import pickle
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.questionnaire.words import Words
from analysis.tables import Cell, Label, Table
from analysis.tables.cell import TableError
from analysis.tables.table import dump_tables, load_tables

NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
PLACES = st.text(
    min_size=1, max_size=8
)  # not only ids: nets "4+5", values "=2.5", columns "used:yes", and worse
NUMBERS = st.none() | st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**12), 10**12)
COUNTS = st.none() | st.integers(0, 10**6)
WORDS = st.builds(Words, ko=st.text(), en=st.none() | st.text())
CELLS = st.builds(
    Cell,
    level=st.just("") | PLACES,
    row=st.just("") | PLACES,
    item=st.just("") | PLACES,
    stat=PLACES,
    value=NUMBERS,
    se=NUMBERS,
    low=NUMBERS,
    high=NUMBERS,
    n=COUNTS,
    base=COUNTS,
    status=st.sampled_from(["shown", "suppressed", "empty", "not_comparable"]),
    rule=st.text(max_size=5),
    letters=st.sampled_from(["", "A", "A B"]),
)
LABELS = st.lists(st.builds(Label, PLACES, WORDS), max_size=2).map(tuple)
TABLES = st.builds(
    Table,
    survey=NAMES,
    year=st.integers(1, 3000),
    question=NAMES,
    group=st.just("") | PLACES,
    kind=NAMES,
    title=WORDS,
    asked=WORDS,
    base=WORDS,
    source=WORDS,
    notes=st.lists(WORDS, max_size=2).map(tuple),
    remarks=st.lists(WORDS, max_size=2).map(tuple),
    interval_notes=st.lists(WORDS, max_size=2).map(tuple),
    levels=LABELS,
    rows=LABELS,
    items=LABELS,
    facts=st.dictionaries(
        NAMES, st.none() | st.booleans() | st.text() | st.lists(st.text(), max_size=2), max_size=3
    ),
    cells=st.lists(CELLS, max_size=4, unique_by=lambda cell: cell.key).map(tuple),
    quotes=st.lists(st.text(), max_size=2).map(tuple),
)


def table(*cells: Cell, group: str = "") -> Table:
    words = Words(ko="말")
    return Table("member_orgs", 2016, "satisfaction", group, "scale", words, words, words, words, cells=cells)


@settings(max_examples=30, deadline=None)
@given(st.lists(TABLES, max_size=2))
def test_a_table_goes_to_json_and_back_without_loss(tables: list[Table]):
    assert load_tables(dump_tables(tables)) == tables


@settings(max_examples=30, deadline=None)
@given(st.lists(CELLS, max_size=3, unique_by=lambda cell: cell.key))
def test_the_frame_has_a_row_for_each_cell_and_loses_nothing(cells: list[Cell]):
    frame = table(*cells).frame().astype(object)
    records = frame.where(frame.notna(), None).to_dict("records")
    assert [Cell(**record) for record in records] == cells


def test_a_table_crosses_to_another_process():
    crossing = table(Cell("", "", "", "mean", 3.6))
    assert pickle.loads(pickle.dumps(crossing)) == crossing


def test_a_file_holds_one_table_a_line_and_always_the_same_bytes():
    tables = [table(Cell("", "", "", "base", 14, n=14, base=14)), table()]
    text = dump_tables(tables)
    assert text == dump_tables(load_tables(text))
    assert [json.loads(line.rstrip(","))["schema"] for line in text.splitlines()[1:-1]] == [1, 1]


def test_a_number_that_json_does_not_have_is_refused():
    with pytest.raises(ValueError, match="JSON"):
        dump_tables([table(Cell("", "", "", "mean", float("nan")))])


def test_a_table_of_another_schema_is_refused():
    with pytest.raises(TableError, match="dure report"):
        Table.from_json(table().to_json() | {"schema": 99})


def test_two_cells_with_one_address_are_refused():
    with pytest.raises(TableError, match="member_orgs/2016/satisfaction"):
        table(Cell("", "", "", "mean", 1), Cell("", "", "", "mean", 2))


def test_a_cell_is_found_by_its_place():
    cell = Cell("seoul", "", "4+5", "share", 0.5)
    found = table(cell, group="region")
    assert found.get("share", "4+5", level="seoul") == cell
    assert found.get("share", "4+5") is None


def test_how_many_a_figure_is_of_is_found_behind_it_where_the_figure_is_shown():
    mean = Cell("", "advice", "satisfaction", "mean", 3.43, n=163, base=163)
    hidden = Cell("", "loans", "satisfaction", "mean", None, base=2, status="suppressed", rule="small")
    found = table(mean, hidden)
    of_mean = found.get("mean.base", "satisfaction", "advice")
    assert found.value("mean.base", "satisfaction", "advice") == of_mean.value == 163
    assert found.address(of_mean) == found.address(mean) + ".base"
    assert found.value("mean.base", "satisfaction", "loans") is None
    assert found.get("mean.base", "satisfaction", "loans").status == "suppressed"
    assert found.get("median.base", "satisfaction", "advice") is None


def test_what_is_said_of_intervals_is_said_where_there_is_one():
    words = Words(ko="95% 신뢰구간")
    told = Cell("", "", "", "mean", 3.6, low=3.1, high=4.1)
    for cell, notes in ((told, (words,)), (told._replace(low=None, high=None), ())):
        assert replace(table(cell), interval_notes=(words,), facts={}).told_notes == notes
