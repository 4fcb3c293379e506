"""Names of files that every system can write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.fieldwork.ask.note import Note, file_names, safe_name
from analysis.intake.register import Organisation


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("가온센터", "가온센터"),
        ("(사)가온/나래: 센터?", "(사)가온 나래 센터"),
        ("CON", "_CON"),
        ("com1.센터", "_com1.센터"),
        (" .가온. ", "가온"),
        ("가온\n센터\x07", "가온 센터"),
        ("///", ""),
    ],
)
def test_a_name_that_windows_can_write(text: str, name: str) -> None:
    assert safe_name(text) == name


def note(name: str) -> Note:
    return Note("row-2", 0, Organisation("row-2", name), (), 0)


def test_two_of_one_name_have_a_file_each() -> None:
    assert file_names([note("가온"), note("가온"), note("Gaon"), note("gaon")]) == [
        "가온.txt",
        "가온 (2).txt",
        "Gaon.txt",
        "gaon (2).txt",
    ]


def test_who_has_no_name_goes_by_the_row() -> None:
    assert file_names([note("//")]) == ["row-2.txt"]


@given(st.lists(st.text(max_size=80), max_size=6))
def test_no_two_names_are_the_same_to_windows_and_none_leaves_the_folder(texts: list[str]) -> None:
    names = file_names([note(text) for text in texts])
    assert len({name.casefold() for name in names}) == len(texts)
    for name in names:
        assert not set(name) & set('<>:"/\\|?*')
        assert not name.startswith(".")
        assert len(name) <= 70
