"""How a respondent was drawn comes with the answers; who cannot be placed in the sample does not count."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from analysis.form.plan import plan_of
from analysis.form.workbook.form import write_form
from analysis.intake.errors import IntakeError
from analysis.questionnaire import Questionnaire
from analysis.responses.build import build_responses
from analysis.responses.responses import Responses
from analysis.responses.standing import Standing
from analysis.responses.store import read_responses, write_responses
from analysis.responses.wide import wide_rows
from tests.responses.answers_file import csv_of, finding, read_rows, rules
from tests.tables.small_survey import REGIONS, survey

REGION = {"id": "region", "no": "A1", "ask": "지역", "kind": "single", "options": REGIONS}
PEOPLE = {"id": "people", "no": "A2", "ask": "회원 수", "kind": "number"}


def drawn(**design: str | list[str] | None) -> Questionnaire:
    return survey(REGION, PEOPLE, sample={"kind": "probability", "design": design})


def weighted(folder: Path, *weights: str) -> Responses:
    rows = (["서울", str(at), weight] for at, weight in enumerate(weights))
    return read_rows(folder, drawn(weight="가중치"), ["A1", "A2", "가중치"], *rows)


def weights_of(responses: Responses) -> list[float]:
    assert responses.design is not None and responses.design.weights is not None
    return responses.design.weights.tolist()


def test_the_columns_of_the_design_come_with_the_answers(tmp_path: Path) -> None:
    responses = read_rows(
        tmp_path,
        drawn(weight="w", strata="s", cluster="c", population="N"),
        ["s", "c", "w", "N", "A1", "A2"],
        ["도시", "1", "2.5", "40", "서울", "3"],
        ["도시", "2", "0", "40", "서울", "4"],
        ["농촌", "1", "1", "12", "부산", "5"],
    )
    design = responses.design
    assert design is not None
    assert weights_of(responses) == [2.5, 0, 1]
    assert [one.tolist() for one in design.strata] == [["도시", "도시", "농촌"]]
    assert [one.tolist() for one in design.clusters] == [["1", "2", "1"]]
    assert [one.tolist() for one in design.populations] == [[40, 40, 12]]
    assert not responses.findings
    assert responses.respondents == ["row-2", "row-3", "row-4"]


def test_a_survey_without_a_design_has_none(tmp_path: Path) -> None:
    assert read_rows(tmp_path, survey(REGION, PEOPLE), ["A1", "A2"], ["서울", "1"]).design is None


@pytest.mark.parametrize(
    ("written", "weight"),
    [("1,234.5", 1234.5), ("１２．５", 12.5), (" 3 ", 3), ("1.5e-3", 0.0015), (".5", 0.5), ("0", 0)],
)
def test_a_weight_is_read_as_people_and_programs_write_numbers(
    tmp_path: Path, written: str, weight: float
) -> None:
    responses = weighted(tmp_path, written)
    assert weights_of(responses) == [weight]
    assert not responses.findings


@pytest.mark.parametrize("written", ["", "약 3", "-1", "3명", "없음", "무응답", "#N/A", "inf", "nan", "1~2"])
def test_a_response_without_a_weight_does_not_count_and_is_an_error(tmp_path: Path, written: str) -> None:
    responses = weighted(tmp_path, "2", written)
    assert responses.respondents == ["row-2"]
    assert responses.origin.standing.tolist() == [Standing.COUNTED, Standing.UNPLACED]
    told = finding(responses, "design_weight_unread" if written else "design_number_blank")
    assert (told.severity, told.file, told.cell, told.value) == ("error", "answers.csv", "C3", written)
    assert "가중치" in told.text() and "가중치" in told.text("en")


def test_the_answers_of_a_response_that_has_no_place_are_kept(tmp_path: Path) -> None:
    responses = weighted(tmp_path, "2", "")
    assert responses.frame["raw"].tolist() == ["서울", "0", "서울", "1"]
    assert list(wide_rows(responses))[2][1:] == ["아니오(표본 설계의 값을 쓸 수 없음)", "서울", 1]


@pytest.mark.parametrize("column", ["strata", "cluster"])
@pytest.mark.parametrize("written", ["", "-", "무응답"])
def test_a_response_without_a_stratum_or_cluster_does_not_count(
    tmp_path: Path, column: str, written: str
) -> None:
    rows = ["A1", "A2", "h"], ["서울", "1", "가"], ["서울", "2", written]
    responses = read_rows(tmp_path, drawn(**{column: "h"}), *rows)
    assert responses.respondents == ["row-2"]
    assert finding(responses, "design_label_blank").cell == "C3"


def test_a_stratum_has_one_size_and_what_most_say_goes(tmp_path: Path) -> None:
    rows = [["서울", "가", "120"], ["서울", "가", "120"], ["서울", "가", "12"], ["서울", "나", "7"]]
    responses = read_rows(tmp_path, drawn(strata="h", population="N"), ["A1", "h", "N"], *rows)
    assert responses.respondents == ["row-2", "row-3", "row-5"]
    told = finding(responses, "design_population_differs")
    assert (told.cell, told.value, told.hint) == ("C4", "12", "12, 120")


def test_where_no_size_is_said_by_most_nobody_of_the_stratum_counts(tmp_path: Path) -> None:
    rows = [["서울", "가", "120"], ["서울", "가", "12"], ["서울", "나", "7"]]
    responses = read_rows(tmp_path, drawn(strata="h", population="N"), ["A1", "h", "N"], *rows)
    assert responses.respondents == ["row-4"]
    assert rules(responses)["design_population_differs"] == 2


def test_where_no_weight_can_be_read_nobody_counts(tmp_path: Path) -> None:
    rows = ["A1", "w", "h", "N"], ["서울", "x", "가", "3"], ["부산", "", "나", "2"]
    responses = read_rows(tmp_path, drawn(weight="w", strata="h", population="N"), *rows)
    assert responses.respondents == []
    assert set(rules(responses)) >= {"design_weight_unread"}


def test_a_population_is_no_smaller_than_what_was_drawn_of_it(tmp_path: Path) -> None:
    rows = [["서울", "가", "2"], ["부산", "가", "2"], ["제주", "가", "2"], ["서울", "나", "1"]]
    responses = read_rows(tmp_path, drawn(strata="h", population="N"), ["A1", "h", "N"], *rows)
    assert responses.respondents == ["row-5"]
    told = finding(responses, "design_population_small")
    assert (told.cell, told.value, told.hint, told.alike) == ("C2", "2", "3", 3)


def test_of_clusters_their_number_is_held_against_the_population(tmp_path: Path) -> None:
    rows = [["서울", "1", "2"], ["부산", "1", "2"], ["제주", "2", "2"]]
    responses = read_rows(tmp_path, drawn(cluster="c", population="N"), ["A1", "c", "N"], *rows)
    assert len(responses.respondents) == 3 and not rules(responses)["design_population_small"]


def test_a_size_that_is_not_read_leaves_the_response_out(tmp_path: Path) -> None:
    rows = [["서울", "20"], ["부산", "많음"]]
    responses = read_rows(tmp_path, drawn(population="N"), ["A1", "N"], *rows)
    assert responses.respondents == ["row-2"]
    assert finding(responses, "design_population_unread").cell == "B3"


def test_within_the_last_clusters_respondents_may_have_been_drawn_one_by_one(tmp_path: Path) -> None:
    rows = [
        ["서울", "1", "6", "10"],
        ["부산", "1", "6", "10"],
        ["제주", "2", "6", "4"],
        ["제주", "2", "6", "4"],
    ]
    questionnaire = drawn(cluster="c", population=["Nc", "Np"])
    responses = read_rows(tmp_path, questionnaire, ["A1", "c", "Nc", "Np"], *rows)
    assert responses.design is not None and responses.design.weights is None
    assert [np.unique(stage).size for stage in responses.design.clusters] == [2, 4]
    assert not rules(responses)["design_population_small"]


def test_a_column_of_the_design_may_be_a_question_as_well(tmp_path: Path) -> None:
    responses = read_rows(
        tmp_path, drawn(strata="A1. 지역"), ["A1. 지역", "A2"], ["서울", "1"], ["부산", "2"]
    )
    assert responses.part("region")["code"].tolist() == ["seoul", "busan"]
    assert responses.design and responses.design.strata[0].tolist() == ["서울", "부산"]


def test_a_heading_that_is_written_just_so_goes_before_one_that_looks_alike(tmp_path: Path) -> None:
    responses = read_rows(
        tmp_path, drawn(weight="n", population="N"), ["A1", "n", "N"], ["서울", "2", "9"], ["부산", "1", "9"]
    )
    assert weights_of(responses) == [2, 1]


def test_several_files_have_the_columns_in_places_of_their_own(tmp_path: Path) -> None:
    files = [
        csv_of(tmp_path / "1.csv", [["A1", "A2", "w"], ["서울", "1", "2"]]),
        csv_of(tmp_path / "2.csv", [["w", "A1", "A2"], ["3", "부산", "1"], ["x", "제주", "1"]]),
    ]
    responses = build_responses(drawn(weight="w"), files)
    assert weights_of(responses)[:2] == [2, 3]
    told = finding(responses, "design_weight_unread")
    assert (told.file, told.cell, told.respondent) == ("2.csv", "A3", "2-row-3")


def test_a_file_without_the_column_cannot_be_read_and_the_error_names_what_is_there(tmp_path: Path) -> None:
    with pytest.raises(IntakeError) as caught:
        read_rows(tmp_path, drawn(weight="weigth"), ["A1", "A2", "weight"], ["서울", "1", "2"])
    assert caught.value.words().startswith("answers.csv: 'weigth'라는 열이 없습니다.")
    assert caught.value.words("en").endswith("Columns of this file: 'weight', 'A1', 'A2'")


def test_forms_have_no_such_columns_and_are_refused(tmp_path: Path) -> None:
    questionnaire = drawn(weight="w")
    path = tmp_path / "form.xlsx"
    path.write_bytes(write_form(plan_of(questionnaire), {"dure__region": "서울"}, ""))
    with pytest.raises(IntakeError, match="'w'가 없습니다. 서식과 입력 파일에는"):
        build_responses(questionnaire, [path])


def test_two_columns_of_one_heading_are_refused(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="B1, C1"):
        read_rows(tmp_path, drawn(weight="w"), ["A1", "w", "w"], ["서울", "1", "2"])


def test_nothing_is_told_of_the_weight_of_a_response_that_answers_nothing(tmp_path: Path) -> None:
    rows = ["A1", "A2", "w"], ["서울", "1", "2"], ["", "", "x"]
    responses = read_rows(tmp_path, drawn(weight="w"), *rows)
    assert set(rules(responses)) == {"nothing_answered"}


@pytest.mark.parametrize("weight", ["w", None])
def test_the_design_is_kept_with_the_responses(tmp_path: Path, weight: str | None) -> None:
    rows = (
        ["A1", "w", "h", "c", "k", "N"],
        ["서울", "2", "가", "1", "x", "9"],
        ["부산", "", "나", "2", "y", "8"],
    )
    questionnaire = drawn(weight=weight, strata="h", cluster=["c", "k"], population="N")
    responses = read_rows(tmp_path, questionnaire, *rows)
    write_responses(responses, tmp_path / "out")
    again = read_responses(tmp_path / "out", questionnaire)
    assert responses.design and again.design
    assert (again.design.weights is None) == (weight is None)
    if weight:
        np.testing.assert_array_equal(again.design.weights, responses.design.weights)
    for name in ("strata", "clusters", "populations"):
        was, now = getattr(responses.design, name), getattr(again.design, name)
        assert [(one.dtype.kind, one.tolist()) for one in now] == [
            (one.dtype.kind, one.tolist()) for one in was
        ]
