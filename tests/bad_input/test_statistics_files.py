"""Files of SPSS that are damaged or awkward."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.intake import IntakeError
from tests.bad_input.control import read
from tests.bad_input.index import row
from tests.bad_input.statistics_files import FILES


@row("s01_truncated.sav")
def test_a_file_that_is_cut_off(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name]())
    with pytest.raises(IntakeError, match=f"{name}.*손상"):
        read(path)


@row("s03_user_missing.sav")
def test_a_value_declared_to_be_missing_is_in_no_base_and_a_label_may_lack(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name]())
    answers = read(path).part("quality_docs")
    assert set(answers["reason"][:3]) == {"no_answer"}
    assert (answers["reason"] == "").sum() == 57
    assert set(answers["code"][3:]) == {"1", "2", "3", "4", "5"}
    assert answers["number"].astype(float).max() == 5
