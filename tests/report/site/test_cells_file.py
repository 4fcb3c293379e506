from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

from analysis.report.site.cells_file import write_cells
from analysis.tables import Cell, Table
from tests.report.small_report import KIND, bundle, choice


def written(tmp_path: Path, *tables: Table) -> list[dict[str, str]]:
    write_cells(bundle(*tables), tmp_path / "orgs.csv")
    text = (tmp_path / "orgs.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_share_tells_with_its_n_how_many_chose_the_option(tmp_path: Path) -> None:
    lines = written(tmp_path, KIND)
    assert [(line["item"], line["stat"]) for line in lines] == [
        ("", "base"), ("a", "share"), ("b", "share"), ("c", "share")
    ]  # fmt: skip
    assert lines[2] == {
        "question": "kind", "item": "b", "item_ko": "보기 b", "stat": "share", "value": "0.5", "n": "7", "base": "14",
        "status": "shown",
    }  # fmt: skip


def test_a_count_that_its_share_does_not_tell_has_a_line(tmp_path: Path) -> None:
    weighted = tuple(c._replace(value=6.5) if (c.item, c.stat) == ("a", "count") else c for c in KIND.cells)
    few = tuple(
        cell._replace(value=None, status="not_comparable", rule="few_answers") if (cell.item, cell.stat) == ("b", "share") else cell
        for cell in weighted
    )
    counts = {line["item"]: line for line in written(tmp_path, KIND.with_cells(few)) if line["stat"] == "count"}
    assert {item: (line["value"], line["n"]) for item, line in counts.items()} == {"a": ("6.5", "5"), "b": ("7", "7")}


def test_of_a_hidden_cell_there_is_no_number(tmp_path: Path) -> None:
    told = tuple(cell._replace(value=2.0, n=2, low=1.0) if cell.item == "c" else cell for cell in KIND.cells)
    (hidden,) = (line for line in written(tmp_path, KIND.with_cells(told)) if line["item"] == "c")
    assert hidden["status"] == "suppressed"
    assert "low" not in hidden and {hidden["value"], hidden["n"]} == {""}


def test_levels_have_their_words(tmp_path: Path) -> None:
    by_kind = choice("satisfied", "만족", {"a": 5}, group="kind", level="seoul")
    lines = written(tmp_path, by_kind)
    assert {(line["group"], line["level"], line["level_ko"]) for line in lines} == {("kind", "seoul", "seoul")}


def test_an_interval_is_told(tmp_path: Path) -> None:
    table = replace(KIND, facts=dict(KIND.facts), cells=(Cell("", "", "a", "share", 0.5, low=0.25, high=0.75, n=7, base=14),))
    (line,) = written(tmp_path, table)
    assert (line["value"], line["low"], line["high"]) == ("0.5", "0.25", "0.75")
