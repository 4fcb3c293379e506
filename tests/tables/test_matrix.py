"""Whatever is asked and however many answer, a table comes out that faces can show."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from analysis.tables import Table
from analysis.tables.question_tables import KINDS
from analysis.tables.table import dump_tables, load_tables
from tests.tables.matrix import tables


@pytest.fixture(scope="module")
def matrix() -> dict[str, Table]:
    return dict(tables())


def test_every_kind_is_there(matrix: dict[str, Table]):
    counted_like_open = {"text"}
    assert {table.kind for table in matrix.values()} == set(KINDS) - counted_like_open


def test_every_table_survives_the_journey_to_a_file_and_back(matrix: dict[str, Table]):
    assert load_tables(dump_tables(list(matrix.values()))) == list(matrix.values())


def test_no_figure_is_nan_and_nothing_is_shown_of_nobody(matrix: dict[str, Table]):
    for name, table in matrix.items():
        json.dumps(table.to_json(), allow_nan=False)
        for cell in table.cells:
            assert (cell.value is not None) == cell.shown, (name, cell)
            if cell.base == 0 and cell.stat not in ("base", "answered"):
                assert not cell.shown, (name, cell)


def test_whatever_a_face_meets_has_words_in_both_languages(matrix: dict[str, Table]):
    for name, table in matrix.items():
        for axis, place in (("levels", "level"), ("rows", "row"), ("items", "item")):
            labels = {label.id: label.words for label in getattr(table, axis)}
            met = {getattr(cell, place) for cell in table.cells} - {""}
            assert met <= set(labels), name
            assert all(words.ko and words.en for words in labels.values()), name


def test_who_answered_and_who_did_not_are_all_respondents(matrix: dict[str, Table]):
    """In every line of the total, and under every column of its own."""
    for name, table in matrix.items():
        if table.kind in ("open", "allocation"):
            continue
        total = [cell for cell in table.cells if not cell.level]
        absent: Counter[tuple[str, str]] = Counter()
        for cell in total:
            if cell.stat == "absent":
                absent[cell.row, cell.item.rpartition(":")[0]] += cell.value
        for base in (cell for cell in total if cell.stat == "base"):
            assert base.value + absent[base.row, base.item] == table.facts["n_respondents"], (name, base)


def test_the_base_of_a_column_are_those_who_were_asked_and_answered(matrix: dict[str, Table]):
    for size in (14, 320):
        table = matrix[f"mixed_use/n={size}"]
        for row in table.rows:
            users = table.get("count", "used:yes", row.id).value
            asked_and_answered = table.get("base", "satisfaction", row.id).value
            silent = sum(
                cell.value
                for cell in table.cells
                if cell.stat == "absent" and cell.row == row.id and cell.item.startswith("satisfaction:")
                and not cell.item.endswith(":not_asked")
            )  # fmt: skip
            assert asked_and_answered + silent == users
            assert table.get("count", "satisfaction:4", row.id).base == asked_and_answered


def test_levels_of_a_group_add_up_to_those_who_are_in_one(matrix: dict[str, Table]):
    table = matrix["single/n=320/by=place"]
    within = sum(table.get("count", item="a1", level=level.id).value for level in table.levels if level.id)
    assert within <= table.get("count", item="a1").value
    assert matrix["single/n=320"].cells == tuple(cell for cell in table.cells if not cell.level)
