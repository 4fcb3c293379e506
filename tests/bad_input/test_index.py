"""The list of bad inputs beside the project: every row has its test here."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from tests.bad_input.index import TESTED, rows_of


def test_every_row_of_the_list_has_a_test_of_its_name(shared: Path) -> None:
    for path in Path(__file__).parent.glob("test_*.py"):
        import_module(f"tests.bad_input.{path.stem}")
    listed = rows_of(shared / "bad-input" / "index.csv")
    assert len(listed) > 50
    assert sorted(TESTED) == sorted(listed)


@pytest.mark.parametrize("kept", sorted(path.name for path in Path(__file__).parent.iterdir()))
def test_nothing_hostile_is_kept(kept: str) -> None:
    assert kept.endswith(".py") or kept in ("control.yml", "__pycache__")
