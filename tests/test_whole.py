"""A file appears whole or not at all, and what stands in the way is told in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.whole import WriteError, write_whole


def test_a_file_is_written_with_its_folder_and_nothing_beside_it(tmp_path: Path) -> None:
    to = tmp_path / "새 폴더" / "쪽.html"
    write_whole(to, "처음")
    write_whole(to, "다시".encode())
    assert to.read_text(encoding="utf-8") == "다시"
    assert [*to.parent.iterdir()] == [to]


def test_what_cannot_be_replaced_is_named_and_stays(tmp_path: Path) -> None:
    """As where a spreadsheet program has the file open."""
    to = tmp_path / "표.xlsx"
    (to / "안").mkdir(parents=True)  # a folder cannot be replaced by a file on any system
    with pytest.raises(WriteError) as told:
        write_whole(to, "새것")
    assert "표.xlsx" in told.value.words("ko") and "닫고" in told.value.words("ko")
    assert "run again" in told.value.words("en")
    assert [*tmp_path.iterdir()] == [to] and (to / "안").is_dir()
