"""The cases with expected answers that lie beside the project, one pytest parameter each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

FILE = Path(__file__).resolve().parents[2] / "shared" / "vectors" / "korean-vectors.json"


def vectors(kind: str) -> list:
    """(given, expected) of every vector of `kind`, under its id; one that skips where there are none."""
    if not FILE.is_file():
        absent = pytest.mark.skip(reason=f"the vectors are not at {FILE}")
        return [pytest.param({}, {}, id=kind, marks=absent)]
    found = [vector for vector in json.loads(FILE.read_text(encoding="utf-8")) if vector["kind"] == kind]
    return [pytest.param(vector["input"], vector["expected"], id=vector["id"]) for vector in found]
