"""A form on its side is told as what it is, and answers are not taken for one."""

from __future__ import annotations

import pytest

from analysis.intake import AnswerFile, IntakeError
from analysis.intake.columns.headings import headings_of
from analysis.intake.columns.matching import choose_sheets
from analysis.intake.columns.turned import refuse_turned
from tests.intake.files import sheet_of
from tests.tables.small_survey import survey

QUESTIONNAIRE = survey(
    {"id": "name", "no": "A1", "ask": "단체의 명칭", "kind": "text"},
    {"id": "staff", "no": "A8", "ask": "인력", "kind": "grid", "rows": {"full": "상근", "part": "비상근"},
     "answer": {"kind": "number"}},
    {"id": "income", "no": "A9", "ask": "총수입", "kind": "number"},
)  # fmt: skip
HEADINGS = headings_of(QUESTIONNAIRE)


@pytest.mark.parametrize(
    "rows",
    [
        [["문항", "답"], ["A1. 단체의 명칭", "가"], ["A8 [상근]", "1"], ["A9. 총수입", "3"]],
        [
            ["A1. 단체의 명칭", "가", "나"],
            ["A8 [상근]", "1", "2"],
            ["A8 [비상근]", "1", "2"],
            ["A9", "3", "4"],
        ],
        [["번호", "문항", "답"], ["1", "단체의 명칭", "가"], ["2", "인력 [상근]", "1"], ["3", "총수입", "3"]],
    ],
    ids=["question and answer", "an organisation a column", "a number before the question"],
)
def test_questions_below_each_other_are_a_form_on_its_side(rows: list[list[str]]) -> None:
    with pytest.raises(IntakeError, match="옆으로 누워 있습니다") as caught:
        choose_sheets(AnswerFile("a.csv", (sheet_of(*rows),)), QUESTIONNAIRE)
    assert "행/열 바꿈" in str(caught.value)


def test_answers_that_look_like_questions_below_a_heading_are_answers() -> None:
    refuse_turned(sheet_of(["A1", "A9"], ["A1", "1"], ["A8 [상근]", "2"], ["A9", "3"]), HEADINGS)
    refuse_turned(sheet_of(["x"], ["1"], ["8"], ["9"]), HEADINGS)


def test_a_list_of_the_questions_beside_the_answers_does_no_harm() -> None:
    answers = sheet_of(["A1", "A9"], ["가", "1"], name="응답")
    listed = sheet_of(["번호"], ["A1"], ["A8 [상근]"], ["A9"], name="문항")
    (chosen,), _ = choose_sheets(AnswerFile("a.xlsx", (listed, answers)), QUESTIONNAIRE)
    assert chosen.sheet is answers
