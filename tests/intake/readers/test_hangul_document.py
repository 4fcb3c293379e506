"""Hangul documents: every table a sheet. The documents are made by the library that makes them for people."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hwpx import HwpxDocument

from analysis.intake import IntakeError, read_answers
from analysis.intake.readers.hangul_document import read_hangul_document
from tests.intake.files import texts

ROWS = [["단체명", "A2. 지역"], ["한빛", "서울"], ["가람", "부산"]]


def add(document: Any, rows: Sequence[Sequence[str]]) -> Any:
    table = document.add_table(len(rows), max(map(len, rows)))
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            table.set_cell_text(number, column, text)
    return table


def hwpx(path: Path, fill: Callable[[Any], object]) -> Path:
    document = HwpxDocument.new()
    fill(document)
    document.save_to_path(path)
    return path


def rewritten(path: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """The same archive with the content of its parts changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: change(name, archive.read(name)) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def test_every_table_is_a_sheet(tmp_path: Path) -> None:
    def fill(document: Any) -> None:
        document.add_paragraph("응답을 모았습니다.")
        add(document, ROWS)
        document.add_paragraph("그리고")
        add(document, [["단체명"], ["나래"]])

    first, second = read_answers(hwpx(tmp_path / "응답.hwpx", fill)).sheets
    assert (first.name, second.name) == ("표 1", "표 2")
    assert texts(first) == ROWS
    assert texts(second) == [["단체명"], ["나래"]]
    assert first.reference(2, 1) == "B2"


def test_line_breaks_and_tabs_stay_and_empty_rows_go(tmp_path: Path) -> None:
    rows = [["단체명", "의견"], ["", ""], ["한빛", "첫째 줄\n둘째 줄\t끝"]]
    (sheet,) = read_answers(hwpx(tmp_path / "a.hwpx", lambda document: add(document, rows))).sheets
    assert [(row.number, [cell.text for cell in row.cells]) for row in sheet.rows] == [
        (1, rows[0]),
        (3, rows[2]),
    ]


def test_the_text_of_a_merged_cell_stands_in_its_first_cell(tmp_path: Path) -> None:
    def fill(document: Any) -> None:
        table = add(document, [["가", "나", "다"], ["라", "마", "바"], ["사", "아", "자"]])
        table.merge_cells(0, 0, 1, 1)

    (sheet,) = read_answers(hwpx(tmp_path / "a.hwpx", fill)).sheets
    first, second, third = texts(sheet)
    assert first[0].startswith("가") and first[1:] == ["", "다"]
    assert (second, third) == (["", "", "바"], ["사", "아", "자"])


def test_a_table_in_a_cell_is_a_table_of_its_own(tmp_path: Path) -> None:
    def fill(document: Any) -> None:
        outer = add(document, ROWS)
        inner = outer.cell(1, 1).add_table(2, 1)
        inner.set_cell_text(0, 0, "단체명")
        inner.set_cell_text(1, 0, "나래")

    outer, inner = read_answers(hwpx(tmp_path / "a.hwpx", fill)).sheets
    assert (outer.name, texts(outer)) == ("표 1", ROWS)
    assert (inner.name, texts(inner)) == ("표 2", [["단체명"], ["나래"]])


def test_what_a_revision_struck_out_is_no_answer(tmp_path: Path) -> None:
    def fill(document: Any) -> None:
        table = add(document, [["단체명", "지역"], ["한빛", "서울 아니 부산"]])
        document.tracking.replace(table.cell(1, 1).paragraphs[0], "서울 아니", "정말", author="한빛")

    (sheet,) = read_answers(hwpx(tmp_path / "a.hwpx", fill)).sheets
    assert texts(sheet)[1] == ["한빛", "정말 부산"]


def test_a_document_without_a_table_is_refused(tmp_path: Path) -> None:
    path = hwpx(tmp_path / "응답.hwpx", lambda document: document.add_paragraph("표가 없습니다."))
    with pytest.raises(IntakeError, match="응답.hwpx: 한글 문서에 표가 없습니다"):
        read_answers(path)


@pytest.mark.parametrize(("wrong", "said"), [(b"4001", "열이 4,002개"), (b"-1", "손상"), (b"x", "손상")])
def test_a_cell_at_an_impossible_place_is_refused(tmp_path: Path, wrong: bytes, said: str) -> None:
    path = hwpx(tmp_path / "a.hwpx", lambda document: add(document, ROWS))
    rewritten(path, lambda _, content: content.replace(b'colAddr="1"', b'colAddr="' + wrong + b'"'))
    with pytest.raises(IntakeError, match=f"a.hwpx: .*{said}"):
        read_answers(path)


def test_two_cells_in_one_place_are_refused_for_one_would_hide_the_other(tmp_path: Path) -> None:
    """A row that was copied with its number: 가람 would take the place of 한빛."""
    path = hwpx(tmp_path / "a.hwpx", lambda document: add(document, ROWS))
    rewritten(path, lambda _, content: content.replace(b'rowAddr="2"', b'rowAddr="1"'))
    with pytest.raises(IntakeError, match="a.hwpx › 표 1 › A2: 한 자리에 칸이 둘"):
        read_answers(path)


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    path = hwpx(tmp_path / "a.hwpx", lambda document: add(document, ROWS))

    def change(name: str, content: bytes) -> bytes:
        if not name.startswith("Contents/section"):
            return content
        head, _, rest = content.partition(b"?>")
        return head + b'?><!DOCTYPE x [<!ENTITY a "b">]>' + rest

    with pytest.raises(IntakeError, match="a.hwpx: .*DOCTYPE"):
        read_answers(rewritten(path, change))


def test_a_password_is_named(tmp_path: Path) -> None:
    path = hwpx(tmp_path / "a.hwpx", lambda document: add(document, ROWS))
    rewritten(
        path,
        lambda name, content: b"<x><encryption-data/></x>" if name == "META-INF/manifest.xml" else content,
    )
    with pytest.raises(IntakeError, match="a.hwpx: 암호.*한글"):
        read_answers(path)


@pytest.mark.parametrize("end", [0.3, 0.9])
def test_a_document_that_is_cut_off_is_refused(tmp_path: Path, end: float) -> None:
    path = hwpx(tmp_path / "응답.hwpx", lambda document: add(document, ROWS))
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * end)])
    with pytest.raises(IntakeError, match="응답.hwpx: .*손상"):
        read_answers(path)


def test_damage_inside_is_named(tmp_path: Path) -> None:
    path = hwpx(tmp_path / "a.hwpx", lambda document: add(document, ROWS))
    rewritten(path, lambda name, content: content[:-30] if name.startswith("Contents/section") else content)
    with pytest.raises(IntakeError, match="a.hwpx: .*손상"):
        read_hangul_document(path)
