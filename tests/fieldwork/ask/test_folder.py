"""The folder of the notes is made whole or not at all, and takes nothing of anybody's with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.errors import DureError
from analysis.fieldwork.ask.folder import write_folder


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if not path.name.startswith(".")}


def test_files_of_an_earlier_time_go_and_others_stay(tmp_path: Path) -> None:
    folder = tmp_path / "made" / "ask"
    write_folder(folder, {"가온.txt": b"1", "나래.txt": b"2"})
    (folder / "메모.txt").write_text("내 것", encoding="utf-8")
    (folder / "보낸 것").mkdir()
    (folder / "보낸 것" / "a.txt").write_text("x", encoding="utf-8")
    write_folder(folder, {"나래.txt": b"3"})
    assert names(folder) == {"나래.txt", "메모.txt", "보낸 것"}
    assert (folder / "나래.txt").read_bytes() == b"3"
    assert (folder / "보낸 것/a.txt").read_text(encoding="utf-8") == "x"
    assert names(folder.parent) == {"ask"}
    assert [path.name for path in folder.parent.iterdir()] == ["ask"]


def test_a_note_that_somebody_changed_stays(tmp_path: Path) -> None:
    folder = tmp_path / "ask"
    write_folder(folder, {"가온.txt": b"1"})
    (folder / "가온.txt").write_bytes(b"changed")
    write_folder(folder, {"나래.txt": b"2"})
    assert (folder / "가온.txt").read_bytes() == b"changed"
    with pytest.raises(DureError, match=r"가온\.txt"):
        write_folder(folder, {"가온.txt": b"3"})
    assert (folder / "가온.txt").read_bytes() == b"changed"
    assert (folder / "나래.txt").read_bytes() == b"2"


def test_a_folder_of_others_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "가온.txt").write_text("남의 것", encoding="utf-8")
    with pytest.raises(DureError, match="빈 폴더나 새 폴더"):
        write_folder(tmp_path, {"가온.txt": b"1"})
    assert names(tmp_path) == {"가온.txt"}


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    (tmp_path / "ask").mkdir()
    write_folder(tmp_path / "ask", {"가온.txt": b"1"})
    assert names(tmp_path / "ask") == {"가온.txt"}


def test_where_it_cannot_be_written_nothing_changes(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(DureError, match="바뀐 것은 없습니다"):
        write_folder(tmp_path / "file" / "ask", {"가온.txt": b"1"})
    assert names(tmp_path) == {"file"}
