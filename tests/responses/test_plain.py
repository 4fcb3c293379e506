"""What is read in one sweep over a long column is read just as cell by cell."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.intake.sheet import SheetColumn
from analysis.questionnaire.question import Part
from analysis.responses import plain
from analysis.responses.cellvalue import read_cell
from analysis.responses.read_column import read_column
from tests.tables.small_survey import survey

KINDS: dict[str, dict[str, Any]] = {
    "open": {"kind": "open"},
    "text": {"kind": "text"},
    "number": {"kind": "number", "min": -5, "max": 10_000},
    "people": {"kind": "number", "unit": "명", "min": 0},
    "share": {"kind": "number", "unit": "%"},
    "months": {"kind": "number", "unit": "개월"},
    "won": {"kind": "number", "unit": "천원"},
    "money": {"kind": "money", "unit": "천원", "min": 0},
    "large money": {"kind": "money", "unit": "억원"},
    "date": {"kind": "date", "min": "2010", "max": "2020"},
}
CODES = {"9": "refused", "없소": "no_answer"}
ODD = [
    "", " ", "-", "없음", "없음.", "의견 없음", "모름/무응답", "N/A", "n/a ", "None", "nan", "9", "9.0", "9.00", "없소", "없 소!",
    "0", "-0", "007", "1,234", "12.5", "1e5", "999999999999999", "-3", "3.14159", "10001", "약 3", "좋음  아주", "가\n나", "①",
    "don`t know", "don't know", "2016-04-12 09:30:00", "2016-04-12T09:30", "2016-13-40 09:30", "2016-04-12", "1999-01-01 00:00",
    "2016-04-12 25:99", "1999-01-01 29:00", "2016-04-12 24:00", "2016-04-12T23:59", "3.000", "10.5", "1.230", "2008.1", "17,500(만원)", "=1+1", "/", "…", "테스트", "\u200b", "가\u00a0나",
]  # fmt: skip
texts = st.one_of(
    st.sampled_from(ODD),
    st.from_regex(r"-?[0-9]{1,17}(\.[0-9]{1,6})?", fullmatch=True),
    st.text(st.sampled_from("가나없음모름 .!/-0159aN~\t`…"), max_size=12),
    st.datetimes().map(lambda when: when.isoformat(" ")),
)


def part_of(**question: Any) -> Part:
    (part,) = survey({"id": "q", "no": "Q1"} | question).parts()
    return part


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=40, deadline=None)
@given(st.lists(texts, min_size=1, max_size=30, unique=True))
def test_a_sweep_reads_as_one_does_cell_by_cell(kind: str, cells: list[str]) -> None:
    column = SheetColumn(np.arange(len(cells), dtype=np.int32), pa.array(cells, pa.string()))
    part = part_of(**KINDS[kind])
    many, plain.MANY = plain.MANY, 1
    try:
        read = read_column(column, np.zeros(len(cells), bool), part, CODES)
    finally:
        plain.MANY = many
    expected = [read_cell(column.cell(at), part, CODES) for at in range(len(cells))]
    assert [read.at(at) for at in range(len(cells))] == expected


def test_a_long_column_of_bare_numbers_keeps_no_reading_for_each() -> None:
    cells = [str(number) for number in range(6_000)]
    column = SheetColumn(np.arange(6_000, dtype=np.int32), pa.array([*cells[:-1], "약 7"], pa.string()))
    read = read_column(column, np.zeros(6_000, bool), part_of(**KINDS["money"] | {"approximate": True}), {})
    assert (read.n_plain, len(read.listed)) == (5_999, 1)
    assert read.of("number")[[3, -1]].tolist() == [3_000, 7_000]
