"""What a web form exports: choices joined by commas, a column a row, own words in the cell, nobody's name."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from analysis.responses.build import build_responses
from analysis.responses.responses import Responses
from tests.responses.answers_file import column, finding, read_rows, rules
from tests.tables.small_survey import SATISFACTION, survey

SOURCES = {
    "government": "정부·지자체 안내",
    "media": "언론(신문, 방송, 인터넷)",
    "training": "교육·설명회",
    "other": {"ko": "기타", "other": True},
}
REASONS = {
    "unknown": "몰라서",
    "complicated": "절차가 복잡해서(서류, 시스템)",
    "useless": "도움이 안 될 것 같아서",
}
AREAS = {"market": "시장진입·제도", "finance": "자금조달", "none": "성과 없음"}
HELP = {"advice": "설립 상담", "consulting": "경영 컨설팅(세무, 노무)"}
FORM = survey(
    {"id": "source", "no": "A2", "ask": "어떤 경로로 알게 되었습니까? (모두)", "kind": "multi", "options": SOURCES},
    {
        "id": "help",
        "no": "A6",
        "ask": "다음 지원을 이용한 적이 있습니까? 이용했다면 만족도는 어떻습니까?",
        "kind": "grid",
        "rows": HELP,
        "columns": {
            "used": {
                "ko": "이용 여부",
                "answer": {"kind": "single", "options": {"used": "이용함", "not_used": "이용 안 함"}},
            },
            "satisfied": {
                "ko": "만족도",
                "ask_if": "used is used",
                "answer": {"kind": "scale", "scale": SATISFACTION},
            },
        },
    },
    {
        "id": "reason",
        "no": "A7",
        "ask": "지원을 이용하지 않은 이유 (최대 2개)",
        "kind": "multi",
        "max_choices": 2,
        "options": REASONS,
        "ask_if": "all(help.used) is not_used",
    },
    {"id": "best", "no": "A8", "ask": "가장 성과가 컸던 분야", "kind": "ranking", "ranks": 2, "options": AREAS},
    {
        "id": "tasks",
        "no": "A3",
        "ask": "다음 과제가 얼마나 중요하며, 성과는 어떠했습니까?",
        "kind": "importance_performance",
        "rows": {"b2b": "조합 간 거래 플랫폼(B2B)"},
        "importance": SATISFACTION,
        "performance": SATISFACTION,
        "not_applicable": "잘 모름",
    },
    {"id": "must", "no": "B8", "ask": "반드시 담겨야 할 내용은 무엇입니까?", "kind": "open"},
    ignore_columns=["타임스탬프", "개인정보 수집에 동의하십니까?"],
)  # fmt: skip
HEADING = [
    "타임스탬프",
    "개인정보 수집에 동의하십니까?",
    "A2. 어떤 경로로 알게 되었습니까? (모두)",
    "A6. 이용 여부 [설립 상담]",
    "A6. 이용 여부 [경영 컨설팅(세무, 노무)]",
    "A6. 만족도 [설립 상담]",
    "A6. 만족도 [경영 컨설팅(세무, 노무)]",
    "A7. 지원을 이용하지 않은 이유 (최대 2개)",
    "A8. 가장 성과가 컸던 분야 [1순위]",
    "A8. 가장 성과가 컸던 분야 [2순위]",
    "A3. 중요도 [조합 간 거래 플랫폼(B2B)]",
    "A3. 수행도 [조합 간 거래 플랫폼(B2B)]",
    "B8. 반드시 담겨야 할 내용은 무엇입니까?",
]
FIRST = [
    "2016/07/04 3:14:22 오후 GMT+9",
    "동의합니다",
    "언론(신문, 방송, 인터넷), 교육·설명회, 지역 모임",
    "이용함",
    "이용 안 함",
    "매우 만족",
    "",
    "",
    "자금조달",
    "성과 없음",
    "만족",
    "잘 모름",
    "현장의 목소리,\r\n그리고 \"지속\"",
]  # fmt: skip
SECOND = [
    "2016/07/04 5:02:10 오후 GMT+9",
    "동의합니다",
    "정부·지자체 안내",
    "이용 안 함",
    "이용 안 함",
    "",
    "",
    "절차가 복잡해서(서류, 시스템), 몰라서",
    "시장진입·제도",
    "",
    "보통",
    "불만족",
    "",
]


def written(folder: Path, encoding: str, line_end: str = "\r\n") -> Responses:
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator=line_end).writerows([HEADING, FIRST, SECOND])
    path = folder / "설문지 응답 시트1.csv"
    path.write_bytes(file.getvalue().encode(encoding))
    return build_responses(FORM, [path])


@pytest.mark.parametrize(
    ("encoding", "line_end"), [("cp949", "\r\n"), ("utf-8-sig", "\r\n"), ("utf-8-sig", "\n"), ("utf-8", "\n")]
)
def test_an_export_is_read_whatever_it_is_saved_as(tmp_path: Path, encoding: str, line_end: str) -> None:
    responses = written(tmp_path, encoding, line_end)
    assert responses.respondents == ["row-2", "row-3"]
    assert column(responses, "code", "source") == ["media|training|other", "government"]
    assert column(responses, "text", "source") == ["지역 모임", ""]
    assert column(responses, "code", "help", "consulting", "used") == ["not_used", "not_used"]
    assert column(responses, "number", "help", "advice", "satisfied")[0] == 5
    assert column(responses, "reason", "help", "consulting", "satisfied") == ["not_asked", "not_asked"]
    assert column(responses, "code", "reason") == ["", "unknown|complicated"]
    assert column(responses, "code", "best", "", "1") == ["finance", "market"]
    assert column(responses, "reason", "tasks", "b2b", "performance") == ["not_applicable", ""]
    assert column(responses, "text", "must") == ['현장의 목소리,\n그리고 "지속"', ""]
    assert set(rules(responses)) == {"write_in"}


OWN_WORDS = [
    ("기타: 소식지(월간, 계간)", "other", "소식지(월간, 계간)"),
    ("언론(신문, 방송, 인터넷), 기타: 소식지, 벽보", "media|other", "소식지, 벽보"),
    ("소식지, 언론(신문, 방송, 인터넷)", "media|other", "소식지"),
    ("기타(소식지, 벽보)", "other", "소식지, 벽보"),
    ("언론(신문,방송,인터넷),교육ㆍ설명회", "media|training", ""),
    ("언론(신문, 방송, 인터넷); 교육·설명회", "media|training", ""),
    ("언론(신문, 방송)", "other", "언론(신문, 방송)"),
]


@pytest.mark.parametrize(("cell", "code", "own"), OWN_WORDS)
def test_commas_inside_options_and_in_own_words_part_nothing(
    tmp_path: Path, cell: str, code: str, own: str
) -> None:
    responses = read_rows(tmp_path, FORM, HEADING[2:4], [cell, "이용함"])
    assert (column(responses, "code", "source"), column(responses, "text", "source")) == ([code], [own])


def test_what_is_nearly_an_option_is_pointed_out(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, FORM, HEADING[2:4], ["언론(신문, 방송)", "이용함"])
    assert finding(responses, "write_in_near").hint == "'언론(신문, 방송)' → '언론(신문, 방송, 인터넷)'"


def test_too_many_of_several_with_commas_are_counted_right(tmp_path: Path) -> None:
    answers = ["이용 안 함", "이용 안 함", "몰라서, 절차가 복잡해서(서류, 시스템)"]
    responses = read_rows(tmp_path, FORM, [*HEADING[3:5], HEADING[7]], answers)
    assert "too_many_choices" not in rules(responses)
    assert column(responses, "code", "reason") == ["unknown|complicated"]


# Nobody gives a name


def test_a_form_sent_twice_is_told_though_its_times_differ(tmp_path: Path) -> None:
    again = ["2016/07/04 3:14:40 오후 GMT+9", *FIRST[1:]]
    responses = read_rows(tmp_path, FORM, HEADING, FIRST, SECOND, again)
    told = finding(responses, "identical_rows")
    assert (told.respondent, told.cell, told.hint) == ("row-4", "A4", "2")
    assert responses.respondents == ["row-2", "row-3", "row-4"]


def test_a_form_sent_without_a_single_answer_does_not_count(tmp_path: Path) -> None:
    empty = ["2016/07/04 6:00:00 오후 GMT+9", "동의합니다", *[""] * 11]
    responses = read_rows(tmp_path, FORM, HEADING, FIRST, empty, empty, SECOND)
    assert responses.respondents == ["row-2", "row-5"]
    told = [told.cell for told in responses.findings if told.rule == "nothing_answered"]
    assert told == ["A3", "A4"]
    assert "identical_rows" not in rules(responses)


@pytest.mark.parametrize(
    "words", ["테스트", "test", "TEST 입니다.", "테스트1", "시험 응답", "asdf", "ㅁㄴㅇㄹ"]
)
def test_a_form_that_somebody_tried_is_told_and_counts_until_it_is_taken_out(
    tmp_path: Path, words: str
) -> None:
    responses = read_rows(tmp_path, FORM, HEADING, FIRST, [*SECOND[:-1], words])
    told = finding(responses, "trial_response")
    assert (told.severity, told.cell, told.value) == ("warning", "M3", words)
    assert responses.respondents == ["row-2", "row-3"]


@pytest.mark.parametrize("words", ["테스트베드가 필요하다", "없음", "시험 과목을 줄이자", "시험"])
def test_an_opinion_about_tests_is_an_opinion(tmp_path: Path, words: str) -> None:
    responses = read_rows(tmp_path, FORM, HEADING, FIRST, [*SECOND[:-1], words])
    assert "trial_response" not in rules(responses)
