from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

from analysis.questionnaire.words import Words
from analysis.report.site.cells_file import FIELDS, write_cells
from analysis.tables import Label, Table
from tests.report.small_report import KIND, bundle, choice


def written(tmp_path: Path, *tables: Table) -> tuple[bytes, list[dict[str, str]]]:
    write_cells(bundle(*tables), tmp_path / "orgs.csv")
    content = (tmp_path / "orgs.csv").read_bytes()
    return content, list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_excel_knows_it_as_utf_8(tmp_path: Path):
    content, _ = written(tmp_path, KIND)
    assert content.startswith(b"\xef\xbb\xbfsurvey,year,question,") and content.endswith(b"\r\n")


def test_every_cell_is_a_line_with_its_words_and_address(tmp_path: Path):
    _, lines = written(tmp_path, KIND)
    assert len(lines) == len(KIND.cells)
    (line,) = (line for line in lines if (line["item"], line["stat"]) == ("b", "share"))
    assert line == dict.fromkeys(FIELDS, "") | {
        "survey": "orgs", "year": "2016", "question": "kind", "question_ko": "조직유형", "item": "b",
        "item_ko": "보기 b", "stat": "share", "value": "0.5", "n": "7", "base": "14", "status": "shown",
        "address": "orgs/2016/kind/by=/b/share",
    }  # fmt: skip


def test_of_a_hidden_cell_there_is_no_number(tmp_path: Path):
    told = tuple(cell._replace(value=2.0, n=2, low=1.0) if cell.item == "c" else cell for cell in KIND.cells)
    _, lines = written(tmp_path, KIND.with_cells(told))
    hidden = [line for line in lines if line["item"] == "c"]
    assert {line["status"] for line in hidden} == {"suppressed"}
    assert {line[name] for line in hidden for name in ("value", "low", "high", "n")} == {""}


def test_groups_and_levels_have_their_words(tmp_path: Path):
    by_kind = choice("satisfied", "만족", {"a": 5}, group="kind", level="seoul")
    _, lines = written(tmp_path, by_kind)
    assert {(line["group"], line["group_ko"], line["level"], line["level_ko"]) for line in lines} == {
        ("kind", "조직유형", "seoul", "seoul")
    }


def test_no_word_becomes_a_formula_or_breaks_a_line(tmp_path: Path):
    labels = tuple(Label(one.id, Words(ko='=HYPERLINK("x")\r\n"둘째"', en="@SUM(1)")) for one in KIND.items)
    _, lines = written(tmp_path, replace(KIND, items=labels, title=Words(ko="+82, 전화"), facts=dict(KIND.facts)))
    assert len(lines) == len(KIND.cells)
    assert {line["question_ko"] for line in lines} == {"'+82, 전화"}
    assert {line["item_ko"] for line in lines if line["item"]} == {"""'=HYPERLINK("x") "둘째\""""}
    assert {line["item_en"] for line in lines if line["item"]} == {"'@SUM(1)"}
