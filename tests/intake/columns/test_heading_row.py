"""One heading, in the first row; another one would pass for a respondent."""

from __future__ import annotations

import pytest

from analysis.intake import IntakeError
from analysis.intake.columns.heading_row import refuse_other_headings
from analysis.intake.columns.headings import headings_of
from tests.intake.files import sheet_of
from tests.tables.small_survey import survey

HEADINGS = headings_of(
    survey(
        {"id": "name", "no": "A1", "ask": "단체의 명칭", "kind": "text"},
        {"id": "staff", "no": "A8", "ask": "사무국 인력", "kind": "grid", "rows": {"full": "상근", "part": "비상근"},
         "answer": {"kind": "number"}},
        {"id": "income", "no": "A9", "ask": "총수입", "kind": "number"},
        {"id": "activities", "no": "B1", "ask": "활동", "kind": "multi", "options": {"a": "총회", "b": "장터"}},
    )
)  # fmt: skip


def test_one_heading_is_fine() -> None:
    refuse_other_headings(sheet_of(["A1", "A9"], ["가", "1"], ["A1", "2"]), HEADINGS)


def test_answers_that_are_numbers_are_no_headings() -> None:
    questions = [
        {"id": name, "no": str(number), "kind": "number"} for number, name in enumerate("abc", start=1)
    ]
    refuse_other_headings(
        sheet_of(["1", "2", "3"], ["1", "2", "3"], ["3", "2", "1"]), headings_of(survey(*questions))
    )


def test_lines_before_the_heading_are_named() -> None:
    with pytest.raises(IntakeError, match="4번째 줄에 있습니다"):
        refuse_other_headings(
            sheet_of(["조사 결과"], ["2016"], ["작성: 가"], ["A1", "A9"], ["가", "1"]), HEADINGS
        )


def test_a_heading_in_two_rows_is_named() -> None:
    with pytest.raises(IntakeError, match=r"두 줄\(1~2\)") as caught:
        refuse_other_headings(
            sheet_of(["A1", "사무국 인력", "", "A9"], ["", "상근", "비상근", ""], ["가", "1", "2", "3"]),
            HEADINGS,
        )
    assert "사무국 인력 [상근]" in str(caught.value)


def test_options_below_a_question_are_a_heading_in_two_rows() -> None:
    with pytest.raises(IntakeError, match="heading_rows: 2"):
        refuse_other_headings(sheet_of(["A1", "B1", ""], ["", "총회", "장터"], ["가", "1", "0"]), HEADINGS)


def test_choices_in_two_cells_are_answers_and_no_heading() -> None:
    refuse_other_headings(sheet_of(["A1", "B1", ""], ["가", "총회", "장터"], ["나", "장터", ""]), HEADINGS)


def test_a_group_row_above_the_questions_is_named() -> None:
    with pytest.raises(IntakeError, match="2번째 줄"):
        refuse_other_headings(sheet_of(["일반현황", ""], ["A1", "A9"], ["가", "1"]), HEADINGS)


def test_two_replies_below_each_other_repeat_the_heading_and_do_not_divide_it() -> None:
    with pytest.raises(IntakeError, match="3번째 줄에 제목이 다시 나옵니다") as caught:
        refuse_other_headings(sheet_of(["A1", "A9"], ["가", "1"], ["A1", "A9"], ["나", "2"]), HEADINGS)
    assert "베낀 파일에서" in str(caught.value)  # what came is never mended itself


def test_two_replies_of_different_shapes_are_to_be_parted() -> None:
    rows = [["가", "1", ""], ["A1", "A8 [상근]", "A8 [비상근]"], ["나", "2", "3"]]
    with pytest.raises(IntakeError, match="3번째 줄에 제목이 다시 나오는데 첫 제목과 다릅니다"):
        refuse_other_headings(sheet_of(["A1", "A9", ""], *rows), HEADINGS)


def test_a_heading_whose_other_half_stands_further_down_is_named() -> None:
    with pytest.raises(IntakeError, match="heading_rows: 2"):
        refuse_other_headings(sheet_of(["A1", "", ""], ["", "A9", "A8 [상근]"], ["가", "1", "2"]), HEADINGS)
    with pytest.raises(IntakeError, match="1번째 줄과 3번째 줄에 나뉘어"):
        refuse_other_headings(
            sheet_of(["A1", "", ""], ["이름", "", ""], ["", "A9", "A8 [상근]"], ["가", "1", "2"]), HEADINGS
        )


def test_a_repeated_heading_is_found_with_other_blanks_and_signs_among_long_answers() -> None:
    rows = [["가" * 500, "1"], ["가" * 501, "1"], *[["나", "1"]] * 10]
    with pytest.raises(IntakeError, match="14번째 줄에 제목이 다시"):
        refuse_other_headings(
            sheet_of(["A1. 단체의 명칭?", "A9"], *rows, [" A1.단체의  명칭", "A9 "]), HEADINGS
        )


def test_a_heading_that_is_repeated_among_the_answers_is_named() -> None:
    rows = [["가", "1"] for _ in range(20)]
    with pytest.raises(IntakeError, match="22번째 줄에 제목이 다시"):
        refuse_other_headings(sheet_of(["A1", "A9"], *rows, ["A1", "A9"], ["나", "2"]), HEADINGS)
