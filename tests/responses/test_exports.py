"""The same five answers as the tools write them that people use. All answers are invented.

Every export says: 가온 is satisfied with shop and delivery, took part in the assembly and the market, came by a
friend; 나래 took part in a course and in something of its own, and came by an advertisement that is not listed.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.intake import IntakeError
from analysis.responses.build import build_responses
from analysis.responses.responses import Responses
from tests.intake.files import workbook
from tests.responses.answers_file import column, finding, read_rows, rules
from tests.tables.small_survey import SATISFACTION, survey

QUESTIONNAIRE = survey(
    {"id": "name", "no": "1", "ask": "단체의 이름은 무엇입니까?", "kind": "text", "identifier": True},
    {
        "id": "activities",
        "no": "2",
        "ask": "참여한 활동을 모두 골라 주십시오.",
        "kind": "multi",
        "options": {
            "assembly": {"ko": "총회", "header": "assembly"},
            "course": {"ko": "강좌(교육, 연수)", "header": "courses"},
            "market": {"ko": "장터", "header": "market"},
            "other": {"ko": "기타", "header": "other", "other": True},
        },
    },
    {
        "id": "source",
        "no": "3",
        "ask": "어떻게 알게 되었습니까?",
        "kind": "single",
        "options": {
            "friend": {"ko": "아는 사람", "header": "friend"},
            "event": "행사",
            "other": {"ko": "기타", "header": "other", "other": True},
        },
    },
    {
        "id": "joy",
        "no": "4",
        "ask": "다음에 얼마나 만족하십니까?",
        "kind": "grid",
        "rows": {"shop": "매장", "delivery": "배달"},
        "answer": {"kind": "scale", "scale": SATISFACTION},
    },
)
WHICH = "참여한 활동을 모두 골라 주십시오."
HOW = "어떻게 알게 되었습니까?"
JOY = "다음에 얼마나 만족하십니까?"
NAME = "단체의 이름은 무엇입니까?"


def assert_all_is_read(responses: Responses) -> None:
    assert column(responses, "text", "name") == ["가온", "나래"]
    assert column(responses, "code", "activities") == ["assembly|market", "course|other"]
    assert column(responses, "text", "activities") == ["", "뜨개 모임"]
    assert column(responses, "code", "source") == ["friend", "other"]
    assert column(responses, "text", "source") == ["", "전단"]
    assert column(responses, "code", "joy", "shop") == ["4", "2"]
    assert column(responses, "code", "joy", "delivery") == ["5", ""]
    assert set(rules(responses)) <= {"tool_columns", "write_in"}


def test_google_forms(tmp_path: Path) -> None:
    assert_all_is_read(
        read_rows(
            tmp_path,
            QUESTIONNAIRE,
            ["타임스탬프", NAME, WHICH, HOW, f"{JOY} [매장]", f"{JOY} [배달]"],
            ["2016. 4. 12 오후 3:02:11", "가온", "총회, 장터", "아는 사람", "만족", "매우 만족"],
            ["2016. 4. 12 오후 3:10:40", "나래", "강좌(교육, 연수), 뜨개 모임", "전단", "불만족", ""],
        )
    )


def test_what_a_tool_adds_is_noted_once(tmp_path: Path) -> None:
    heading = ["타임스탬프", "이메일 주소", "1", "비고"]
    responses = read_rows(tmp_path, QUESTIONNAIRE, heading, ["2016. 4. 12", "a@example.org", "가온", "늦음"])
    noted = finding(responses, "tool_columns")
    assert (noted.severity, noted.hint) == ("note", "타임스탬프, 이메일 주소")
    assert finding(responses, "unmatched_column").value == "비고"


@pytest.mark.parametrize("joined", [True, False])
def test_naver_form(tmp_path: Path, joined: bool) -> None:
    """Its questions are numbered. Choices stand in one cell, a line each, or in a column for every option."""
    which = (
        [f"2. {WHICH}"]
        if joined
        else [f"2. {WHICH} [{one}]" for one in ("총회", "강좌(교육, 연수)", "장터", "기타")]
    )
    first = ["총회\n장터"] if joined else ["총회", "", "장터", ""]
    second = ["강좌(교육, 연수)\n기타: 뜨개 모임"] if joined else ["", "강좌(교육, 연수)", "", "뜨개 모임"]
    assert_all_is_read(
        read_rows(
            tmp_path,
            QUESTIONNAIRE,
            ["번호", "응답일시", f"1. {NAME}", *which, f"3. {HOW}", f"4. {JOY} [매장]", f"4. {JOY} [배달]"],
            ["1", "2016-04-12 15:02", "가온", *first, "아는 사람", "만족", "매우 만족"],
            ["2", "2016-04-12 15:10", "나래", *second, "기타: 전단", "불만족", ""],
        )
    )


def test_typeform(tmp_path: Path) -> None:
    """A question that takes several has a column for every choice, headed by nothing but the choice."""
    assert_all_is_read(
        read_rows(
            tmp_path,
            QUESTIONNAIRE,
            [
                "#",
                NAME,
                "총회",
                "강좌(교육, 연수)",
                "장터",
                "기타",
                HOW,
                f"{JOY} [매장]",
                f"{JOY} [배달]",
                "Response Type",
                "Start Date (UTC)",
                "Submit Date (UTC)",
                "Network ID",
                "Tags",
            ],
            [
                "x1",
                "가온",
                "총회",
                "",
                "장터",
                "",
                "아는 사람",
                "만족",
                "매우 만족",
                "completed",
                "2016-04-12 06:00:01",
                "2016-04-12 06:02:11",
                "a1b2",
                "",
            ],
            [
                "x2",
                "나래",
                "",
                "강좌(교육, 연수)",
                "",
                "뜨개 모임",
                "전단",
                "불만족",
                "",
                "completed",
                "2016-04-12 06:08:01",
                "2016-04-12 06:10:40",
                "c3d4",
                "",
            ],
        )  # fmt: skip
    )


QUALTRICS = [
    ["StartDate", "Status", "IPAddress", "ResponseId", "Q1", "Q7_1", "Q7_2", "Q7_3", "Q7_4", "Q7_4_TEXT", "Q8",
     "Q8_3_TEXT", "Q9_1", "Q9_2"],
    ["Start Date", "Response Type", "IP Address", "Response ID", NAME, f"{WHICH} - 총회", f"{WHICH} - 강좌(교육, 연수)",
     f"{WHICH} - 장터", f"{WHICH} - 기타", f"{WHICH} - 기타 - Text", f"{HOW} - Selected Choice", f"{HOW} - 기타 - Text",
     f"{JOY} - 매장", f"{JOY} - 배달"],
    [f'{{"ImportId":"QID{at}"}}' for at in range(14)],
    ["2016-04-12 15:00:01", "IP Address", "192.0.2.1", "R_1", "가온", "총회", "", "장터", "", "", "아는 사람", "", "만족",
     "매우 만족"],
    ["2016-04-12 15:08:01", "IP Address", "192.0.2.2", "R_2", "나래", "", "강좌(교육, 연수)", "", "기타", "뜨개 모임", "기타",
     "전단", "불만족", ""],
]  # fmt: skip


def test_qualtrics(tmp_path: Path) -> None:
    """Ids, questions, and import ids in three rows; its Q1 is not our question 1 by its number but by its words."""
    assert_all_is_read(read_rows(tmp_path, QUESTIONNAIRE, *QUALTRICS))


def test_qualtrics_with_no_answers_yet(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="제목 3줄만 있고"):
        read_rows(tmp_path, QUESTIONNAIRE, *QUALTRICS[:3])


SURVEY_MONKEY = [
    ["Respondent ID", "Collector ID", "Start Date", "IP Address", NAME, WHICH, "", "", "", HOW, "", JOY, ""],
    ["", "", "", "", "Open-Ended Response", "총회", "강좌(교육, 연수)", "장터", "기타(구체적으로 명시)", "Response",
     "기타(구체적으로 명시)", "매장", "배달"],
    ["1001", "77", "04/12/2016", "192.0.2.1", "가온", "총회", "", "장터", "", "아는 사람", "", "만족", "매우 만족"],
    ["1002", "77", "04/12/2016", "192.0.2.2", "나래", "", "강좌(교육, 연수)", "", "뜨개 모임", "", "전단", "불만족", ""],
]  # fmt: skip


def test_survey_monkey(tmp_path: Path) -> None:
    """Two rows; an answer of one's own stands beside an empty "Response"."""
    assert_all_is_read(read_rows(tmp_path, QUESTIONNAIRE, *SURVEY_MONKEY))


@pytest.mark.parametrize("group", ["", "survey/"])
def test_kobo(tmp_path: Path, group: str) -> None:
    """Ids and the codes of options, in groups or not; every choice joined by a blank and once more as a tick."""
    heading = ["start", "end", f"{group}name", f"{group}activities",
               *(f"{group}activities/{option}" for option in ("assembly", "courses", "market", "other")),
               f"{group}activities_other", f"{group}source", f"{group}source_other", f"{group}joy/shop",
               f"{group}joy/delivery", "_id", "_uuid", "_submission_time", "_index"]  # fmt: skip
    questions = [
        {**question.model_dump(by_alias=True), **({"separator": " "} if question.id == "activities" else {})}
        for question in QUESTIONNAIRE.questions
    ]
    responses = read_rows(
        tmp_path,
        survey(*questions),
        heading,
        ["2016-04-12T15:00", "2016-04-12T15:02", "가온", "assembly market", "1", "0", "1", "0", "", "friend", "",
         "4", "5", "1", "u-1", "2016-04-12T06:02", "1"],
        ["2016-04-12T15:08", "2016-04-12T15:10", "나래", "courses other", "0", "1", "0", "1", "뜨개 모임", "other", "전단",
         "2", "", "2", "u-2", "2016-04-12T06:10", "2"],
    )  # fmt: skip
    assert_all_is_read(responses)


def test_two_rows_of_a_workbook_as_merged_cells_leave_them(tmp_path: Path) -> None:
    rows = [
        ["1", WHICH, "", "", "", "3", "3. 기타(직접 기재)", "4", ""],
        ["", "총회", "강좌(교육, 연수)", "장터", "기타", "", "", "매장", "배달"],
        ["가온", 1, 0, 1, 0, "아는 사람", "", 4, 5],
        ["나래", 0, 1, 0, "뜨개 모임", "기타", "전단", 2, ""],
    ]
    path = workbook(tmp_path / "answers.xlsx", rows)
    told = QUESTIONNAIRE.model_copy(update={"heading_rows": 2})
    assert_all_is_read(build_responses(told, [path]))
    with pytest.raises(IntakeError, match=r"두 줄\(1~2\)"):
        build_responses(QUESTIONNAIRE, [path])
