"""From a file to the long frame: every cell with its place, none lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.intake import Register
from analysis.questionnaire import load_questionnaire
from analysis.responses.build import build_responses
from analysis.responses.responses import COLUMNS
from tests.intake.files import workbook
from tests.responses.answers_file import column, csv_of, finding, read_rows, rules
from tests.tables.small_survey import REGIONS, SATISFACTION, survey

QUESTIONNAIRE = survey(
    {"id": "region", "no": "A1", "kind": "single", "options": REGIONS},
    {
        "id": "type",
        "no": "A2",
        "kind": "single",
        "options": {"sector": "부문", "other": {"ko": "기타", "other": True}},
    },
    {
        "id": "channel",
        "no": "B1",
        "kind": "grid",
        "rows": {"mail": "이메일", "web": "홈페이지"},
        "answer": {"kind": "scale", "scale": SATISFACTION},
    },
)
HEADING = ["A1", "A2", "A2. 기타(직접 기재)", "B1 [이메일]", "B1 [홈페이지]"]


def test_one_line_a_respondent_and_part_in_the_order_of_the_form(tmp_path: Path) -> None:
    responses = read_rows(
        tmp_path, QUESTIONNAIRE, HEADING, ["서울", "부문", "", "4", "만족"], ["부산 ", "", "", "", "9"]
    )
    frame = responses.frame
    assert list(frame.columns) == list(COLUMNS)
    assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == COLUMNS
    assert frame[["respondent", "question", "row"]].to_numpy().tolist() == [
        ["row-2", "region", ""],
        ["row-2", "type", ""],
        ["row-2", "channel", "mail"],
        ["row-2", "channel", "web"],
        ["row-3", "region", ""],
        ["row-3", "type", ""],
        ["row-3", "channel", "mail"],
        ["row-3", "channel", "web"],
    ]
    assert frame["code"].tolist() == ["seoul", "sector", "4", "4", "busan", "", "", ""]
    assert frame["reason"].tolist() == ["", "", "", "", "", "no_answer", "no_answer", "invalid"]
    assert frame["raw"].tolist() == ["서울", "부문", "4", "만족", "부산 ", "", "", "9"]
    assert frame["cell"].tolist() == ["A2", "B2", "D2", "E2", "A3", "B3", "D3", "E3"]


def test_a_finding_names_file_sheet_cell_question_respondent_and_value(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "받은 것.xlsx", [["A1", "A2", "B1 [이메일]", "B1 [홈페이지]"], ["서울", "부문", "6", "4"]]
    )
    told = finding(build_responses(QUESTIONNAIRE, [path]), "out_of_range")
    assert told.place == "받은 것.xlsx › 응답 › C2"
    assert (told.survey, told.question, told.respondent, told.value) == ("member_orgs", "B1", "row-2", "6")


def test_own_words_go_to_the_option_for_them(tmp_path: Path) -> None:
    responses = read_rows(
        tmp_path,
        QUESTIONNAIRE,
        HEADING,
        ["서울", "기타", "주거 모임", "", ""],
        ["서울", "기타: 모임", "주거", "", ""],
    )
    assert column(responses, "code", "type") == ["other", "other"]
    assert column(responses, "text", "type") == ["주거 모임", "모임; 주거"]


def test_own_words_without_their_option_are_kept_and_told_but_not_counted(tmp_path: Path) -> None:
    responses = read_rows(
        tmp_path, QUESTIONNAIRE, HEADING, ["서울", "", "주거 모임", "", ""], ["서울", "부문", "의료", "", ""]
    )
    assert column(responses, "code", "type") == ["", "sector"]
    assert column(responses, "reason", "type") == ["no_answer", ""]
    assert column(responses, "text", "type") == ["주거 모임", "의료"]
    assert rules(responses)["write_in_alone"] == 2


def test_the_order_of_columns_and_the_delimiter_make_no_difference(tmp_path: Path) -> None:
    rows = [["서울", "부문", "", "4", "만족"], ["부산", "기타", "모임", "①", "2점"]]
    there = read_rows(tmp_path, QUESTIONNAIRE, HEADING, *rows)
    back = read_rows(tmp_path, QUESTIONNAIRE, HEADING[::-1], *(row[::-1] for row in rows), name="back.csv")
    told = [name for name in COLUMNS if name not in ("file", "cell")]
    assert there.frame[told].equals(back.frame[told])


@pytest.mark.parametrize(
    ("answers", "register", "invented"),
    [("answers.csv", "organisations.csv", False), ("answers.invented.csv", "organisations.csv", True),
     ("answers.csv", "organisations.invented.csv", True)],
)  # fmt: skip
def test_invented_files_mark_what_is_made_from_them(
    tmp_path: Path, answers: str, register: str, invented: bool
) -> None:
    path = csv_of(tmp_path / answers, [["A1"], ["서울"]])
    assert build_responses(QUESTIONNAIRE, [path], Register((), (register,))).invented is invented


def test_the_words_of_the_questionnaire_tell_encodings_apart(tmp_path: Path) -> None:
    """These bytes are valid UTF-8 too: only in CP949 do they hold an option."""
    questionnaire = survey(
        {"id": "q1", "no": "q1", "kind": "single", "options": {"special": "특화", "painting": "회화"}}
    )
    path = tmp_path / "answers.csv"
    path.write_bytes("q1,\r\n특화,\r\n".encode("cp949"))
    assert column(build_responses(questionnaire, [path]), "code", "q1") == ["special"]


def test_a_real_survey_is_read_with_its_oddities_named(shared: Path) -> None:
    """273 respondents (notes.md beside the data); "Never " and "Never" are one; typed percentages."""
    root = Path(__file__).resolve().parents[1]
    questionnaire = load_questionnaire(root / "data" / "rse_uk_2016.yml")
    responses = build_responses(questionnaire, [shared / "fixtures" / "rse-uk-2016" / "public_data.csv"])
    assert len(responses.respondents) == 273
    assert column(responses, "code", "turnover", "consider_leaving").count("1") == 73
    assert "none" in column(responses, "code", "education")
    told = {f.value: f.rule for f in responses.findings if f.question == "currentWork16a"}
    assert told["80% +"] == "approximate"
    assert told["It varies massively."] == "unreadable_number"
    assert told["50-60%"] == "bounds_only"
    assert {f.question for f in responses.findings} == {"currentWork16a"}
