"""What is too large is refused at the stated bound and not before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import start
from analysis.intake.errors import IntakeError
from analysis.intake.readers.bounds import (
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_LETTERS,
    MAX_RATIO,
    MAX_ROWS,
    MAX_UNPACKED,
    MB,
    SMALL,
    check_cells,
    check_columns,
    check_letters,
    check_rows,
    check_size,
    check_unpacked,
)

BOUNDS: list[tuple[str, Callable[[str, int], None], int, str]] = [
    ("text", lambda file, size: check_size(file, size, "text"), 1024 * MB, "1,024MB"),
    ("sav", lambda file, size: check_size(file, size, "sav"), 256 * MB, "256MB"),
    ("dta", lambda file, size: check_size(file, size, "dta"), 256 * MB, "256MB"),
    ("xlsx", lambda file, size: check_size(file, size, "xlsx"), 64 * MB, "64MB"),
    ("unpacked", lambda file, size: check_unpacked(file, size, size), MAX_UNPACKED, "512MB"),
    ("ratio", lambda file, size: check_unpacked(file, size, SMALL // 64), MAX_RATIO * SMALL // 64, "200배"),
    ("rows", check_rows, MAX_ROWS, "1,500,000"),
    ("columns", check_columns, MAX_COLUMNS, "4,000"),
    ("cells", lambda file, rows: check_cells(file, rows, 1_000), MAX_CELLS // 1_000, "60,000,000"),
    ("letters", check_letters, MAX_LETTERS, "131,072"),
]


@pytest.mark.parametrize(
    ("check", "bound", "told"), [bound[1:] for bound in BOUNDS], ids=[b[0] for b in BOUNDS]
)
def test_a_bound_holds_where_it_is_stated(check: Callable[[str, int], None], bound: int, told: str) -> None:
    check("answers.xlsx", bound)
    with pytest.raises(IntakeError, match=f"^answers.xlsx: .*{told}") as caught:
        check("answers.xlsx", bound + 1)
    assert caught.value.words("en").startswith("answers.xlsx: ")


def test_a_small_file_may_swell_as_it_likes() -> None:
    check_unpacked("answers.xlsx", SMALL, 1)


def test_the_bounds_stand_in_the_handbook() -> None:
    handbook = (start.ROOT / "docs" / "questionnaire-format.md").read_text(encoding="utf-8")
    table = handbook.split("### 파일의 한도")[1].split("##")[0]
    assert [told for *_, told in BOUNDS if told.rstrip("배") not in table] == []
