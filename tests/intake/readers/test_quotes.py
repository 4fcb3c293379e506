"""How a text file quotes its cells, told from its bytes."""

from __future__ import annotations

import csv
import io

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.intake.readers import quotes
from analysis.intake.readers.quotes import quoting

cells = st.text(st.sampled_from('가a",\n\r '), max_size=6)


@pytest.mark.parametrize("step", [3, 1 << 20])
@given(rows=st.lists(st.lists(cells, min_size=2, max_size=3), min_size=1, max_size=5))
def test_what_a_writer_of_csv_writes_is_in_order(step: int, rows: list[list[str]]) -> None:
    file = io.StringIO(newline="")
    csv.writer(file).writerows(rows)
    over_lines = any("\n" in cell or "\r" in cell for row in rows for cell in row)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quotes, "_STEP", step)  # bytes that are looked at in one go
        found = quoting(pa.py_buffer(file.getvalue().encode()), ",")
    assert found == ("over_lines" if over_lines else "in_lines")


@pytest.mark.parametrize(
    "text",
    ['a "b",c\n', '"a"b,c\n', '"a,c\n', 'a,"b\nc', '"a" ,c\n'],
    ids=["in the middle", "text behind", "never closed", "open at the end", "blank behind"],
)
def test_a_quote_where_none_should_be(text: str) -> None:
    assert quoting(pa.py_buffer(text.encode()), ",") is None
