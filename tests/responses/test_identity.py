"""Who answered."""

from __future__ import annotations

from pathlib import Path

from analysis.intake import Register
from analysis.intake.register import Organisation
from analysis.responses.build import build_responses
from tests.responses.answers_file import csv_of, finding, read_rows, rules
from tests.tables.small_survey import survey

QUESTIONNAIRE = survey(
    {"id": "name", "no": "A1", "kind": "text", "identifier": True}, {"id": "wish", "no": "D1", "kind": "open"}
)
REGISTER = Register(
    (
        Organisation("gaon", "가온생협연합회", ("가온",), frames=("member_orgs",)),
        Organisation("narae", "나래협의회", frames=("member_orgs",)),
        Organisation("outside", "다른단체"),
    ),
    ("organisations.csv",),
)


def test_the_register_names_the_respondents(tmp_path: Path) -> None:
    responses = read_rows(
        tmp_path, QUESTIONNAIRE, ["A1", "D1"], ["(사) 가온", "x"], ["나래협의회", "y"], register=REGISTER
    )
    assert responses.respondents == ["gaon", "narae"]
    assert not responses.findings


def test_without_a_register_rows_are_the_respondents(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, QUESTIONNAIRE, ["A1", "D1"], ["가온", "x"], [], ["나래협의회", "y"])
    assert responses.respondents == ["row-2", "row-4"]
    assert not responses.findings


def test_of_two_responses_the_later_counts_and_the_earlier_stays(tmp_path: Path) -> None:
    rows = ["A1", "D1"], ["가온", "처음"], ["나래협의회", "y"], ["가온생협연합회", "나중"]
    responses = read_rows(tmp_path, QUESTIONNAIRE, *rows, register=REGISTER)
    assert responses.respondents == ["narae", "gaon"]
    assert responses.part("wish").loc["gaon", "text"] == "나중"
    replaced = responses.frame[~responses.frame["counted"]]
    assert replaced["raw"].tolist() == ["가온", "처음"]
    told = finding(responses, "respondent_twice")
    assert (told.respondent, told.cell, told.hint) == ("gaon", "A2", "4")


def test_the_same_unknown_name_twice_is_one_respondent(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, QUESTIONNAIRE, ["A1", "D1"], ["㈜새 이름", "처음"], ["새이름", "나중"])
    assert responses.respondents == ["row-3"]


def test_nothing_is_said_of_the_answers_of_a_replaced_response(tmp_path: Path) -> None:
    questionnaire = survey(
        {"id": "name", "no": "A1", "kind": "text", "identifier": True},
        {"id": "n", "no": "A2", "kind": "number"},
    )
    responses = read_rows(tmp_path, questionnaire, ["A1", "A2"], ["가온", "많음"], ["가온", "3"])
    assert set(rules(responses)) == {"respondent_twice"}


def test_a_near_miss_is_told_and_not_taken(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, QUESTIONNAIRE, ["A1", "D1"], ["가온셍협연합회", "x"], register=REGISTER)
    assert responses.respondents == ["row-2"]
    assert finding(responses, "not_in_register_near").hint == "가온생협연합회"
    assert rules(responses)["no_response"] == 2


def test_strangers_and_organisations_outside_the_frame_are_told(tmp_path: Path) -> None:
    responses = read_rows(
        tmp_path, QUESTIONNAIRE, ["A1", "D1"], ["모르는곳", "x"], ["다른단체", "y"], register=REGISTER
    )
    assert responses.respondents == ["row-2", "outside"]
    assert finding(responses, "not_in_register").value == "모르는곳"
    assert finding(responses, "not_in_frame").respondent == "outside"
    assert [f.value for f in responses.findings if f.rule == "no_response"] == [
        "가온생협연합회",
        "나래협의회",
    ]


def test_rows_alike_in_everything_are_told_and_both_count(tmp_path: Path) -> None:
    questionnaire = survey({"id": "a", "no": "A1", "kind": "text"}, {"id": "b", "no": "A2", "kind": "text"})
    responses = read_rows(tmp_path, questionnaire, ["A1", "A2"], ["x", "y"], ["x", "z"], ["x", "y"])
    assert responses.respondents == ["row-2", "row-3", "row-4"]
    told = finding(responses, "identical_rows")
    assert (told.respondent, told.hint) == ("row-4", "2")


def test_rows_of_several_files_have_names_of_their_own(tmp_path: Path) -> None:
    questionnaire = survey({"id": "a", "no": "A1", "kind": "text"})
    files = [csv_of(tmp_path / f"{name}.csv", [["A1"], [name]]) for name in ("a", "b")]
    responses = build_responses(questionnaire, files)
    assert responses.respondents == ["1-row-2", "2-row-2"]
    assert responses.files == ("a.csv", "b.csv")


def test_a_row_that_holds_a_name_alone_is_no_response(tmp_path: Path) -> None:
    rows = ["A1", "D1"], ["가온", "x"], ["나래협의회", ""], ["가온", ""]
    responses = read_rows(tmp_path, QUESTIONNAIRE, *rows, register=REGISTER)
    assert responses.respondents == ["gaon"]  # and it replaces none
    assert rules(responses) == {"nothing_answered": 2, "no_response": 1}


def test_where_many_rows_are_alike_it_is_told_once(tmp_path: Path) -> None:
    questionnaire = survey({"id": "a", "no": "A1", "kind": "text"})
    responses = read_rows(tmp_path, questionnaire, ["A1"], *([str(n % 3)] for n in range(30)))
    assert len(responses.respondents) == 30
    told = finding(responses, "identical_rows_many")
    assert (told.value, told.hint) == ("27", "30")
    assert "identical_rows" not in rules(responses)


def test_answers_that_only_a_replaced_response_had_are_an_error_with_their_number(tmp_path: Path) -> None:
    questionnaire = survey(
        {"id": "name", "no": "A1", "kind": "text", "identifier": True},
        {"id": "a", "no": "A2", "kind": "text"}, {"id": "b", "no": "A3", "kind": "text"},
    )  # fmt: skip
    first = csv_of(tmp_path / "1차.csv", [["A1", "A2", "A3"], ["가온", "x", "y"]])
    second = csv_of(tmp_path / "2차.csv", [["A1", "A2"], ["가온", "z"]])
    told = finding(build_responses(questionnaire, [first, second]), "answers_replaced")
    assert (told.severity, told.file, told.value, told.hint) == ("error", "1차.csv", "1", "1")


def test_those_who_give_no_name_are_not_one_person(tmp_path: Path) -> None:
    names = ("익명", "익명", "무기명", "없음", "없음", "x", "x", "-", "-")
    responses = read_rows(
        tmp_path, QUESTIONNAIRE, ["A1", "D1"], *([n, f"말 {i}"] for i, n in enumerate(names))
    )
    assert len(responses.respondents) == 9
    assert "respondent_twice" not in rules(responses)


def test_a_row_of_sums_is_pointed_out(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, QUESTIONNAIRE, ["A1", "D1"], ["가온", "x"], ["합 계", "y"])
    assert (finding(responses, "total_row").cell, len(responses.respondents)) == ("A3", 2)


def test_what_the_tool_calls_a_preview_is_pointed_out(tmp_path: Path) -> None:
    heading = ["Status", "A1", "D1"]
    rows = ["IP Address", "가온", "x"], ["Survey Preview", "나래", "y"]
    told = finding(read_rows(tmp_path, QUESTIONNAIRE, heading, *rows), "preview_response")
    assert (told.severity, told.respondent) == ("warning", "row-3")


def test_what_is_told_of_a_response_names_its_organisation(tmp_path: Path) -> None:
    responses = read_rows(
        tmp_path, QUESTIONNAIRE, ["A1", "D1"], ["가온", ""], ["나래협의회", "y"], register=REGISTER
    )
    assert finding(responses, "nothing_answered").respondent == "gaon"
