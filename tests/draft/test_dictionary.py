"""Data files of SPSS and Stata say themselves what their variables are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from analysis.draft import draft_questionnaire
from analysis.questionnaire.questionnaire import Questionnaire
from tests.draft.test_draft import assert_fits
from tests.intake.readers.test_statistical import dta, sav, with_sets

BAD_TO_GOOD = {1: "매우 불만족", 2: "불만족", 3: "보통", 4: "만족", 5: "매우 만족"}


def drafted(path: Path) -> Questionnaire:
    made = draft_questionnaire(path, "s", 2024)
    assert_fits(made, path)
    return made.questionnaire


def test_value_labels_are_the_options_in_the_order_of_their_codes_also_those_nobody_chose(
    tmp_path: Path,
) -> None:
    path = sav(
        tmp_path / "a.sav",
        {"edu": [2.0, 1.0, 9.0, 2.0]},
        column_labels=["최종 학력"],
        variable_value_labels={"edu": {1: "고졸 이하", 2: "대졸", 3: "대학원", 9: "거절"}},
        missing_ranges={"edu": [9]},
        variable_measure={"edu": "ordinal"},
    )
    (question,) = drafted(path).questions
    assert (question.id, question.no, question.ask.ko) == ("edu", "edu", "최종 학력")
    assert question.ordered and [option.ko for option in question.options] == ["고졸 이하", "대졸", "대학원"]
    assert question.missing == {"거절": "refused"}


def test_a_scale_keeps_the_order_of_its_codes_and_says_which_end_is_good(tmp_path: Path) -> None:
    turned = {code: BAD_TO_GOOD[6 - code] for code in BAD_TO_GOOD}
    path = sav(
        tmp_path / "a.sav",
        {"b1": [1.0, 5.0, 3.0], "b2": [1.0, 2.0, 2.0]},
        column_labels=["회의", "자료"],
        variable_value_labels={"b1": BAD_TO_GOOD, "b2": turned},
    )
    meeting, papers = drafted(path).questions
    assert (meeting.scale.good, meeting.scale.points[0].ko) == ("high", "매우 불만족")
    assert (papers.scale.good, papers.scale.points[0].ko) == ("low", "매우 만족")


def test_labels_at_a_few_numbers_leave_a_number(tmp_path: Path) -> None:
    values: dict[str, Any] = {"hours": [10.0, 37.5, 20.0, 999.0]}
    labels = {"hours": {999: "모름"}}
    path = sav(tmp_path / "a.sav", values, variable_value_labels=labels, missing_ranges={"hours": [999]})
    (question,) = drafted(path).questions
    assert (question.kind, question.missing) == ("number", {"모름": "dont_know"})


def test_the_variables_of_a_set_are_one_question(tmp_path: Path) -> None:
    path = sav(
        tmp_path / "a.sav",
        {"e1": [1.0, 0.0, 1.0], "e2": [0.0, 1.0, 1.0], "c1": [1.0, 2.0, 1.0], "c2": [2.0, 1.0, 2.0]},
        column_labels=["총회", "강좌", "첫째", "둘째"],
        variable_value_labels={"c1": {1: "가격", 2: "안전"}, "c2": {1: "가격", 2: "안전"}},
    )
    need, why = "참여한 활동", "고른 까닭"
    sizes = [len(label.encode()) for label in (need, why)]
    with_sets(path, f"$act=D1 1 {sizes[0]} {need} e1 e2", f"$why=C {sizes[1]} {why} c1 c2")
    activities, reasons = drafted(path).questions
    assert (activities.kind, activities.no, activities.ask.ko) == ("multi", "act", need)
    assert [option.ko for option in activities.options] == ["총회", "강좌"]
    assert (reasons.kind, [option.ko for option in reasons.options]) == ("multi", ["가격", "안전"])


def test_variables_with_one_label_are_told_by_their_names(tmp_path: Path) -> None:
    values = {"q5_1": [1.0, 2.0], "q5_2": [2.0, 3.0]}
    questions = drafted(sav(tmp_path / "a.sav", values, column_labels=["횟수", "횟수"])).questions
    assert [(question.no, question.ask.ko) for question in questions] == [("q5_1", "횟수"), ("q5_2", "횟수")]


def test_files_of_stata_are_as_exact(tmp_path: Path) -> None:
    path = dta(
        tmp_path / "a.dta",
        {"sex": [1, 2, 1], "b1": [1, 5, 3]},
        column_labels=["성별", "회의"],
        variable_value_labels={"sex": {1: "남", 2: "여"}, "b1": BAD_TO_GOOD},
    )
    sex, meeting = drafted(path).questions
    assert [option.ko for option in sex.options] == ["남", "여"]
    assert (meeting.kind, len(meeting.scale.points)) == ("scale", 5)
