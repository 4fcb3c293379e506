"""Files of SPSS and Stata: labels over codes, and three kinds of nothing kept apart."""

from __future__ import annotations

import datetime as dt
import struct
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyreadstat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.intake import IntakeError, read_answers
from analysis.intake.readers import bounds, statistical
from analysis.intake.sheet import Cell, DeclaredMissing, Sheet
from tests.intake.files import texts

_END_OF_DICTIONARY = struct.pack("<ii", 999, 0)
_UNICODE = struct.pack("<i", 65001)  # the code page that SPSS names in its third record of extensions


def sav(path: Path, columns: dict[str, Any], **more: Any) -> Path:
    pyreadstat.write_sav(pd.DataFrame(columns), str(path), **more)
    return path


def dta(path: Path, columns: dict[str, Any], **more: Any) -> Path:
    pyreadstat.write_dta(pd.DataFrame(columns), str(path), **more)
    return path


def sheet_of(path: Path, **more: Any) -> Sheet:
    (sheet,) = read_answers(path, **more).sheets
    return sheet


def column(sheet: Sheet, name: str) -> list[Cell]:
    at = sheet.heading.index(name)
    return [row.cells[at] for row in sheet.rows]


# Labels and codes


@pytest.mark.parametrize(
    "more", [{}, {"compress": True}, {"row_compress": True}], ids=["sav", "zsav", "packed"]
)
def test_a_value_shows_its_label_and_keeps_its_code(tmp_path: Path, more: dict[str, Any]) -> None:
    path = sav(
        tmp_path / "응답.sav",
        {"b3": [1.0, 2.0, 3.0], "b4": ["M", "W", "X"], "수": [10.5, 12.0, 0.1]},
        column_labels=["만족하십니까?", "성별", None],
        variable_value_labels={"b3": {1: "불만족", 2: "만족"}, "b4": {"M": "남", "W": "여"}},
        **more,
    )
    sheet = sheet_of(path)
    assert column(sheet, "b3") == [Cell("불만족", 1), Cell("만족", 2), Cell("3", 3)]
    assert column(sheet, "b4") == [Cell("남", "M"), Cell("여", "W"), Cell("X", "X")]
    assert column(sheet, "수") == [Cell("10.5", 10.5), Cell("12", 12), Cell("0.1", 0.1)]


def test_a_column_goes_by_the_name_of_its_variable_and_by_its_label(tmp_path: Path) -> None:
    sheet = sheet_of(
        sav(tmp_path / "a.sav", {"b3": [1.0], "b4": ["가"]}, column_labels=["만족하십니까?", None])
    )
    assert sheet.titles == (("b3", "만족하십니까?"), ("b4",))
    assert (sheet.heading, sheet.heading_rows, sheet.name) == (("b3", "b4"), 0, "")
    assert sheet.reference(1, 0) == "b3, 1행"


def test_long_identifiers_stay_different(tmp_path: Path) -> None:
    ids = [1234567890123451.0, 1234567890123452.0]
    assert texts(sheet_of(sav(tmp_path / "a.sav", {"id": ids}))) == [
        ["1234567890123451"],
        ["1234567890123452"],
    ]


def test_rows_of_nothing_are_left_out_and_the_others_keep_their_numbers(tmp_path: Path) -> None:
    sheet = sheet_of(sav(tmp_path / "a.sav", {"b3": [1.0, None, 2.0], "b4": ["가", " ", ""]}))
    assert [(row.number, row.cells[0].text) for row in sheet.rows] == [(1, "1"), (3, "2")]


# Nothing, and what is declared to be nothing


def test_user_missing_values_of_spss_are_declared_for_each_variable(tmp_path: Path) -> None:
    path = sav(
        tmp_path / "a.sav",
        {"b1": [1.0, 8.0, 9.0, None], "나이": [97.0, 98.0, 9.0, 99.0], "b5": ["가", "무", "", "나"]},
        variable_value_labels={"b1": {1: "예", 9: "모름"}, "나이": {99: "응답거절"}},
        missing_ranges={"b1": [8, 9], "나이": [{"lo": 98, "hi": 99}], "b5": ["무"]},
    )
    sheet = sheet_of(path)
    assert column(sheet, "b1") == [
        Cell("예", 1),
        Cell("8", DeclaredMissing("8")),
        Cell("모름", DeclaredMissing("9")),
        Cell("", None),
    ]
    assert column(sheet, "나이") == [
        Cell("97", 97),
        Cell("98", DeclaredMissing("98")),
        Cell("9", 9),
        Cell("응답거절", DeclaredMissing("99")),
    ]
    assert column(sheet, "b5")[1:3] == [Cell("무", DeclaredMissing("무")), Cell("", None)]


@pytest.mark.parametrize("version", [15, 13, 8])
def test_extended_missing_values_of_stata_are_declared(tmp_path: Path, version: int) -> None:
    path = dta(
        tmp_path / "a.dta",
        {"b1": pd.Series([1, "a", "z", 4], dtype=object), "이름": ["가", "나", "", "라"]}
        if version == 15
        else {"b1": pd.Series([1, "a", "z", 4], dtype=object), "name": ["가", "나", "", "라"]},
        version=version,
        column_labels=["만족하십니까?", "단체 이름"],
        variable_value_labels={"b1": {1: "예", "a": "모름"}},
        missing_user_values={"b1": ["a", "z"]},
    )
    sheet = sheet_of(path)
    assert column(sheet, "b1") == [
        Cell("예", 1),
        Cell("모름", DeclaredMissing(".a")),
        Cell(".z", DeclaredMissing(".z")),
        Cell("4", 4),
    ]
    assert [row.cells[1].text for row in sheet.rows] == ["가", "나", "", "라"]
    assert sheet.titles[0] == ("b1", "만족하십니까?")


# Dates


def test_dates_of_spss_are_dates(tmp_path: Path) -> None:
    day, moment = dt.date(2016, 4, 21), dt.datetime(2016, 4, 21, 13, 5, 7)
    begins = dt.datetime(1582, 10, 14)
    in_november = (dt.datetime(2012, 11, 1) - begins).total_seconds()
    path = sav(
        tmp_path / "a.sav",
        {"일": [day], "시": [moment], "달": [in_november], "분기": [in_november], "때": [dt.time(9, 30)]},
        variable_format={"달": "MOYR8", "분기": "QYR8"},
    )
    (row,) = sheet_of(path).rows
    assert row.cells == (
        Cell("2016-04-21", day),
        Cell("2016-04-21 13:05:07", moment),
        Cell("2012-11", dt.date(2012, 11, 1)),
        Cell("2012년 4분기", dt.date(2012, 11, 1)),
        Cell("09:30:00", dt.time(9, 30)),
    )


def test_dates_of_stata_are_dates(tmp_path: Path) -> None:
    formats = {"tm": "%tm", "ty": "%ty", "tq": "%tq", "th": "%th", "far": "%td"}
    months = (2012 - 1960) * 12 + 10
    path = dta(
        tmp_path / "a.dta",
        {
            "td": [dt.date(2016, 4, 21)],
            "tm": [months],
            "ty": [2012],
            "tq": [months // 3],
            "th": [-1],
            "far": [1e15],
        },
        variable_format=formats,
    )
    (row,) = sheet_of(path).rows
    shown = ["2016-04-21", "2012-11", "2012", "2012년 4분기", "1959년 하반기", "1000000000000000"]
    assert [cell.text for cell in row.cells] == shown


# Questions with several answers


def with_sets(path: Path, *sets: str) -> Path:
    """The same file with multiple-response sets, which the library cannot write: a record before the data."""
    content = "\n".join([*sets, ""]).encode()
    whole = path.read_bytes()
    at = whole.index(_END_OF_DICTIONARY)
    path.write_bytes(whole[:at] + struct.pack("<iiii", 7, 7, 1, len(content)) + content + whole[at:])
    return path


def test_the_variables_of_a_set_are_titled_like_the_columns_of_a_form(tmp_path: Path) -> None:
    path = sav(
        tmp_path / "a.sav",
        {"e1": [1.0, 0.0], "e2": [0.0, 1.0], "c1": [1.0, 2.0], "c2": [2.0, None]},
        column_labels=["총회", "교육", "첫째", "둘째"],
    )
    label = "필요한 것"
    size = len(label.encode())
    sheet = sheet_of(with_sets(path, f"$need=D1 1 {size} {label} e1 e2", f"$why=C {size} {label} c1 c2"))
    assert sheet.titles == (
        ("e1", "총회", "필요한 것 [총회]", "need [총회]"),
        ("e2", "교육", "필요한 것 [교육]", "need [교육]"),
        ("c1", "첫째", "필요한 것 [1]", "why [1]"),
        ("c2", "둘째", "필요한 것 [2]", "why [2]"),
    )


def test_options_of_a_set_may_be_the_labels_of_the_values_that_count(tmp_path: Path) -> None:
    labels = {"e1": {1: "총회"}, "e2": {1: "교육"}}
    path = sav(tmp_path / "a.sav", {"e1": [1.0], "e2": [0.0]}, variable_value_labels=labels)
    sheet = sheet_of(with_sets(path, "$need=D1 1 4 need e1 e2"))
    assert sheet.titles == (("e1", "need [총회]"), ("e2", "need [교육]"))
    assert column(sheet, "e1") == [Cell("총회", 1)]


def test_a_set_of_variables_that_are_not_there_changes_nothing(tmp_path: Path) -> None:
    path = sav(tmp_path / "a.sav", {"e1": ["yes"]}, column_labels=["총회"])
    sheet = sheet_of(with_sets(path, "$need=D3 yes 4 need e1 e9"))
    assert (sheet.titles, texts(sheet)) == ((("e1", "총회", "need [총회]"),), [["yes"]])


def test_the_value_that_a_set_counts_is_a_tick_whatever_it_is(tmp_path: Path) -> None:
    path = sav(tmp_path / "a.sav", {"e1": [2.0, 1.0], "e2": [1.0, 2.0]}, column_labels=["총회", "교육"])
    sheet = sheet_of(with_sets(path, "$need=D1 2 4 need e1 e2"))
    assert [row.cells for row in sheet.rows] == [(Cell("1", 2), Cell("0", 1)), (Cell("0", 1), Cell("1", 2))]


# Encodings


def old(path: Path, code_page: int | None) -> Path:
    """A file of SPSS whose letters are CP949. code_page: what it says of them in the old way; None: as now."""
    sav(
        path,
        {"name": ["AAAA", "BBBB"]},
        column_labels=["CCCCCCCC"],
        variable_value_labels={"name": {"BBBB": "DDDD"}},
    )
    data = path.read_bytes()
    for placeholder, word in (("AAAA", "한빛"), ("BBBB", "가람"), ("CCCCCCCC", "단체이름"), ("DDDD", "모름")):
        data = data.replace(placeholder.encode(), word.encode("cp949"))
    if code_page is None:
        data = data.replace(b"UTF-8", b"CP949")
    else:
        named = struct.pack("<iii", 7, 20, 1)
        assert named in data and _UNICODE in data
        data = data.replace(named, struct.pack("<iii", 7, 99, 1)).replace(
            _UNICODE, struct.pack("<i", code_page)
        )
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("code_page", [None, 949, 2, 1252, 0, 65001], ids=str)
def test_old_korean_files_of_spss_are_read_whatever_they_say_of_their_letters(
    tmp_path: Path, code_page: int | None
) -> None:
    sheet = sheet_of(old(tmp_path / "a.sav", code_page))
    assert (sheet.titles, texts(sheet)) == ((("name", "단체이름"),), [["한빛"], ["모름"]])


def of_stata_13(path: Path, word: str, encoding: str) -> Path:
    dta(path, {"name": ["AAAA", "BBBB"]}, version=13)
    path.write_bytes(path.read_bytes().replace(b"AAAA", word.encode(encoding)))
    return path


@pytest.mark.parametrize(("word", "encoding"), [("한빛", "cp949"), ("éé", "utf-8"), ("abcd", "ascii")])
def test_old_files_of_stata_are_utf_8_or_cp949(tmp_path: Path, word: str, encoding: str) -> None:
    assert texts(sheet_of(of_stata_13(tmp_path / "a.dta", word, encoding)))[0] == [word]


def test_other_letters_are_read_where_they_are_declared_and_refused_where_not(tmp_path: Path) -> None:
    path = of_stata_13(tmp_path / "a.dta", "étés", "cp1252")
    with pytest.raises(IntakeError, match="a.dta: 글자 체계를 알 수 없습니다.*encoding"):
        read_answers(path)
    assert texts(sheet_of(path, encoding="cp1252"))[0] == ["étés"]


def test_where_both_encodings_can_be_read_the_words_of_the_questionnaire_decide(tmp_path: Path) -> None:
    both = "찬성".encode().decode("cp949")
    path = dta(tmp_path / "a.dta", {"name": ["찬성"]}, version=13)
    assert texts(sheet_of(path, known=["찬성"])) == [["찬성"]]
    assert texts(sheet_of(path, known=[both])) == [[both]]
    assert read_answers(path).remarks == (("encoding_guessed", "UTF-8"),)


# Damage and bounds


ENDS = [0.1, 0.5, 0.9, 0.999]


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("kind", ["sav", "zsav", "dta"])
def test_a_file_that_is_cut_off_is_refused(tmp_path: Path, kind: str, end: float) -> None:
    columns = {"b1": [1.0, 2.0] * 200, "b2": ["한빛", "가람"] * 200}
    labels = {"b1": {1: "예", 2: "아니오"}}
    path = tmp_path / f"응답.{kind}"
    if kind == "dta":
        dta(path, columns, variable_value_labels=labels)
    else:
        sav(path, columns, variable_value_labels=labels, compress=kind == "zsav")
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * end)])
    with pytest.raises(IntakeError, match=f"응답.{kind}: .*손상되었거나") as caught:
        read_answers(path)
    assert f"응답.{kind}: " in caught.value.words("en")


@settings(deadline=None, max_examples=50)
@given(st.data())
def test_no_damage_ends_in_anything_but_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, data: Any
) -> None:
    path = sav(tmp_path_factory.mktemp("sav") / "a.sav", {"b1": [1.0, 2.0], "b2": ["한빛", "가람"]})
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(8, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(content)
    try:
        read_answers(path)
    except IntakeError as error:
        assert str(error).startswith("a.sav: ")


def test_too_many_variables_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MAX_COLUMNS", 400)  # to write thousands of variables takes seconds
    path = sav(tmp_path / "a.sav", {f"v{at}": [1.0] for at in range(401)})
    with pytest.raises(IntakeError, match="401"):
        read_answers(path)


def test_a_file_that_keeps_its_number_of_rows_to_itself_is_read_no_further_than_allowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "MAX_UNPACKED", 80_000)
    monkeypatch.setattr(statistical, "MAX_UNPACKED", 80_000)
    path = sav(tmp_path / "a.zsav", {"t": ["x" * 80, *[""] * 2_000]}, compress=True)
    content = bytearray(path.read_bytes())
    content[80:84] = struct.pack("<i", -1)
    path.write_bytes(content)
    with pytest.raises(IntakeError, match="a.zsav: 압축을 풀면"):
        read_answers(path)


words = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), max_size=8)


@settings(deadline=None, max_examples=50)
@given(
    st.lists(
        st.tuples(words, st.floats(-1e6, 1e6).map(lambda number: round(number, 3))), min_size=1, max_size=5
    )
)
def test_what_was_written_is_what_is_read(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, float]]
) -> None:
    columns = {"말": [word for word, _ in rows], "수": [number for _, number in rows]}
    sheet = sheet_of(sav(tmp_path_factory.mktemp("sav") / "a.sav", columns))
    assert [(row.cells[0].text, row.cells[1].number) for row in sheet.rows] == rows
    assert np.array_equal(sheet.numbers, range(1, len(rows) + 1))
