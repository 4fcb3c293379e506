"""`dure form --entry` writes one workbook, and never over what somebody may have typed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import start
from analysis.errors import DureError
from analysis.fieldwork.forms_out import Order, make_entry_workbook


@pytest.fixture
def order(tmp_path: Path) -> Order:
    shutil.copytree(
        start.ROOT / "questionnaires" / "member_orgs", tmp_path / "questionnaires" / "member_orgs"
    )
    return Order(tmp_path, "member_orgs", 2016, tmp_path / "out")


def test_the_workbook_is_called_after_survey_and_year(order: Order) -> None:
    path = make_entry_workbook(order)
    assert path.parent == order.to and path.name.endswith("_2016_입력.xlsx")
    assert make_entry_workbook(order) == path  # nothing was typed into it: the same again


def test_a_workbook_that_was_typed_into_stays(order: Order) -> None:
    path = make_entry_workbook(order)
    path.write_bytes(b"typed")
    with pytest.raises(DureError, match="입력.xlsx"):
        make_entry_workbook(order)
    assert path.read_bytes() == b"typed"


def test_it_is_not_put_among_what_came(order: Order) -> None:
    raw = order.root / "data" / "raw" / "2016" / "member_orgs"
    with pytest.raises(DureError, match="data/raw"):
        make_entry_workbook(Order(order.root, "member_orgs", 2016, raw))
