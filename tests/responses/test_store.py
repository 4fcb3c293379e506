"""The files of this stage."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.responses import store
from analysis.responses.responses import Responses
from analysis.responses.store import FILES, read_responses, write_responses
from tests.responses.answers_file import read_rows
from tests.tables.small_survey import REGIONS, survey

QUESTIONNAIRE = survey(
    {"id": "region", "no": "A1", "ask": "지역", "kind": "single", "options": REGIONS},
    {"id": "people", "no": "A2", "ask": "회원 수", "kind": "number", "approximate": True},
    {"id": "wish", "no": "D1", "ask": "바라는 점", "kind": "open"},
)


def sample(folder: Path) -> Responses:
    return read_rows(
        folder,
        QUESTIONNAIRE,
        ["A1", "A2", "D1"],
        ["서울", "10여명", "=1+1"],
        ["평양", "", "좋음\n아주"],
        name="a.invented.csv",
    )


def table(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    responses = sample(tmp_path)
    write_responses(responses, tmp_path / "out")
    again = read_responses(tmp_path / "out", QUESTIONNAIRE)
    pd.testing.assert_frame_equal(again.frame, responses.frame)
    assert (again.findings, again.files, again.invented) == (responses.findings, responses.files, True)


@settings(max_examples=6, deadline=None)  # each is read, written and read again
@given(
    st.lists(
        st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])), min_size=1, max_size=30
    )
)
def test_every_text_survives(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    folder = tmp_path_factory.mktemp("out")
    rows = [["A1", "D1"], *(["서울", text] for text in texts)]
    responses = read_rows(folder, QUESTIONNAIRE, *rows)
    write_responses(responses, folder)
    pd.testing.assert_frame_equal(read_responses(folder, QUESTIONNAIRE).frame, responses.frame)


def test_the_same_responses_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_responses(sample(tmp_path), tmp_path / name)
    for name in FILES:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_the_table_of_responses_opens_in_a_spreadsheet(tmp_path: Path) -> None:
    write_responses(sample(tmp_path), tmp_path)
    assert table(tmp_path / "responses.csv") == [
        ["응답자", "집계 여부", "A1. 지역", "A2. 회원 수", "D1. 바라는 점"],
        ["row-2", "예", "서울", "10 남짓", "'=1+1"],
        ["row-3", "예", "[읽을 수 없음] 평양", "[무응답]", "좋음\n아주"],
    ]


def test_the_table_of_findings_says_what_and_where(tmp_path: Path) -> None:
    write_responses(sample(tmp_path), tmp_path)
    heading, *rows = table(tmp_path / "findings.csv")
    assert heading == ["정도", "문항", "응답자", "파일", "시트", "칸", "적힌 값", "내용", "규칙"]
    assert rows == [
        [
            "오류",
            "A1",
            "row-3",
            "a.invented.csv",
            "",
            "A3",
            "평양",
            "A1: '평양'은 보기에 없어 읽을 수 없습니다. 보낸 곳에 확인해 보기 가운데 하나로 고쳐 주십시오.",
            "unreadable",
        ],
        [
            "참고",
            "A2",
            "row-2",
            "a.invented.csv",
            "",
            "B2",
            "10여명",
            "A2: '10여명'을 어림수 10으로 읽었습니다.",
            "approximate",
        ],
    ]


def test_files_that_stand_are_untouched_when_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_responses(sample(tmp_path), tmp_path / "out")
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}

    def fail(_: object) -> bytes:
        raise OSError("disk full")

    monkeypatch.setattr(store, "spreadsheet_csv", fail)
    with pytest.raises(OSError, match="disk full"):
        write_responses(read_rows(tmp_path, QUESTIONNAIRE, ["A1"], ["부산"]), tmp_path / "out")
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before
