"""The list of bad inputs that lies beside the project, and the tests that answer its rows."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

TESTED: set[str] = set()


def row(*names: str) -> pytest.MarkDecorator:
    """The test of a row of bad-input/index.csv (or of several): named after it, given its `name`."""
    TESTED.update(names)
    return pytest.mark.parametrize("name", [pytest.param(name, id=name) for name in names])


def rows_of(index: Path) -> list[str]:
    with index.open(encoding="utf-8-sig", newline="") as file:
        return [line["file"] for line in csv.DictReader(file)]
