"""The responses as a person opens them: a row a respondent, answers in words."""

from __future__ import annotations

from pathlib import Path

from analysis.responses.wide import wide_rows
from tests.responses.answers_file import read_rows
from tests.tables.small_survey import REGIONS, SATISFACTION, survey

QUESTIONNAIRE = survey(
    {"id": "name", "no": "A1", "ask": "명칭", "kind": "text", "identifier": True},
    {
        "id": "regions",
        "no": "A2",
        "ask": "지역",
        "kind": "multi",
        "options": REGIONS | {"other": {"ko": "기타", "other": True}},
    },
    {"id": "founded", "no": "A3", "ask": "설립", "kind": "date", "precision": "month"},
    {"id": "income", "no": "A9", "ask": "수입", "kind": "money", "unit": "천원", "approximate": True},
    {
        "id": "staff",
        "no": "A8",
        "ask": "인력",
        "kind": "grid",
        "rows": {"full": "상근"},
        "answer": {"kind": "number"},
    },
    {"id": "view", "no": "C1", "ask": "만족", "kind": "scale", "scale": SATISFACTION},
    {"id": "why", "no": "C2", "ask": "까닭", "kind": "open", "ask_if": "view <= 2"},
)


def test_rows_headings_and_words(tmp_path: Path) -> None:
    responses = read_rows(
        tmp_path, QUESTIONNAIRE,
        ["A1", "A2", "A3", "A9", "A8 [상근]", "C1", "C2"],
        ["가", "서울", "2013", "1200", "3", "4", ""],
        ["나", "부산, 서울, 기타: 해외", "2013.3", "약 3백만원", "2.5", "9", "몰라서"],
        ["가", "모름", "2013-03-20", "비공개", "", "불만족", "멀다"],
    )  # fmt: skip
    heading, *rows = wide_rows(responses)
    assert heading == [
        "응답자", "집계 여부", "A1. 명칭", "A2. 지역", "A3. 설립", "A9. 수입 (원)", "A8. 인력 [상근]", "C1. 만족", "C2. 까닭",
    ]  # fmt: skip
    assert rows == [
        ["row-2", "아니오(같은 응답자의 다른 응답으로 갈음)", "가", "서울", "2013", 1200000, 3, "만족", "[문항의 대상 아님]"],
        ["row-3", "예", "나", "서울; 부산; 기타: 해외", "2013-03", "약 3,000,000", 2.5, "[읽을 수 없음] 9",
         "[대상인지 알 수 없음] 몰라서"],  # C1 decides whether C2 is asked
        ["row-4", "예", "가", "[모름]", "2013-03-20", "[응답 거절]", "[무응답]", "불만족", "멀다"],
    ]  # fmt: skip
