"""A project for the tests of pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.report.small_report import project_in


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with raw answers, where reports can be made."""
    return project_in(tmp_path)
