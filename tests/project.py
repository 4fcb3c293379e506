"""A project folder of its own for a test: the inputs that ship, without anything made from them."""

from __future__ import annotations

import shutil
from pathlib import Path

import start

INPUTS = ("questionnaires", "notebooks", "data/raw")


def copy_inputs(to: Path) -> Path:
    """Copy questionnaires, notebooks and raw data into the folder `to` and return it."""
    for name in INPUTS:
        shutil.copytree(start.ROOT / name, to / name)
    return to
