"""One point given throughout: when that is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from analysis.responses.responses import Responses
from tests.responses.answers_file import column, finding, read_rows, rules
from tests.tables.small_survey import SATISFACTION, survey


def table(name: str, no: str, rows: int, reverse: int = 0) -> dict[str, Any]:
    labels = {f"r{n}": {"ko": f"행{n}", "reverse": n <= reverse} for n in range(1, rows + 1)}
    answer = {"kind": "scale", "scale": SATISFACTION}
    return {"id": name, "no": no, "kind": "grid", "rows": labels, "answer": answer}


def read(folder: Path, tables: list[dict[str, Any]], *answers: list[str]) -> Responses:
    heading = [f"{one['no']} [행{n}]" for one in tables for n in range(1, len(one["rows"]) + 1)]
    return read_rows(folder, survey(*tables), heading, *answers)


def test_one_table_alone_proves_nothing(tmp_path: Path) -> None:
    assert not read(tmp_path, [table("a", "B1", 12)], ["4"] * 12).findings


def test_every_one_of_several_tables_is_told_once_and_counts(tmp_path: Path) -> None:
    tables = [table("a", "B1", 6), table("b", "B2", 7)]
    responses = read(tmp_path, tables, ["4"] * 6 + ["2"] * 7)
    told = finding(responses, "same_point_everywhere")
    assert (told.severity, told.respondent, told.value) == ("note", "row-2", "2")
    assert column(responses, "number", "a", "r1") == [4]


def test_one_table_that_was_told_apart_clears_the_others(tmp_path: Path) -> None:
    tables = [table("a", "B1", 6), table("b", "B2", 6), table("c", "B3", 6)]
    assert not read(tmp_path, tables, ["4"] * 12 + ["4"] * 5 + ["5"]).findings


def test_short_tables_and_few_answers_do_not_enter(tmp_path: Path) -> None:
    tables = [table("a", "B1", 6), table("b", "B2", 5)]
    assert not read(tmp_path, tables, ["4"] * 11).findings
    tables = [table("a", "B1", 6), table("b", "B2", 6)]
    assert not read(tmp_path, tables, ["4"] * 6 + ["4"] * 5 + [""]).findings


def test_the_same_answer_to_rows_that_contradict_each_other_is_told_of_one_table(tmp_path: Path) -> None:
    responses = read(tmp_path, [table("a", "B1", 5, reverse=2)], ["5"] * 5)
    told = finding(responses, "same_point_reversed")
    assert (told.severity, told.question, told.cell) == ("warning", "B1", "A2")


def test_the_middle_contradicts_nothing(tmp_path: Path) -> None:
    assert not read(tmp_path, [table("a", "B1", 5, reverse=2)], ["3"] * 5).findings


def test_rows_of_one_direction_contradict_nothing(tmp_path: Path) -> None:
    assert not read(tmp_path, [table("a", "B1", 7, reverse=2)], ["", ""] + ["5"] * 5).findings


def test_a_respondent_is_told_of_once(tmp_path: Path) -> None:
    tables = [table("a", "B1", 6, reverse=2), table("b", "B2", 6, reverse=1)]
    assert rules(read(tmp_path, tables, ["5"] * 12)) == {"same_point_reversed": 1}
