"""Answers put right by the secretariat's list: read as if they stood in the cell, told, and never guessed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pyreadstat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import start
from analysis.intake.columns.matching import Matching, match_columns
from analysis.intake.corrections import Correction, read_corrections
from analysis.intake.register import Organisation, Register
from analysis.intake.sheet import Cell, sheet_of_rows
from analysis.questionnaire.load import find_questionnaire, load_questionnaire
from analysis.questionnaire.question import PartKey
from analysis.responses.answer_column import FIELDS
from analysis.responses.build import build_responses, responses_of
from analysis.responses.corrected_place import Places
from analysis.responses.opening import Opened
from analysis.responses.responses import Responses
from tests.intake.files import sheet_of
from tests.responses.answers_file import column, csv_of, finding, rules
from tests.tables.small_survey import survey

QUESTIONNAIRE = survey(
    {"id": "name", "no": "A1", "kind": "text", "identifier": True},
    {"id": "tenure", "no": "B2", "kind": "number", "unit": "개월"},
    {
        "id": "staff", "no": "B1", "kind": "grid", "answer": {"kind": "number", "unit": "명"},
        "rows": {"regular": "정규직", "fixed": "기간제"}, "columns": {"posts": "정원", "people": "현원"},
    },
    {"id": "basis", "no": "A5", "kind": "multi", "options": {"law": "법률", "ordinance": "조례", "ministry": "지침"}},
    {"id": "contact", "no": "F6", "kind": "text", "pii": ["name"], "export": "never"},
)  # fmt: skip
REGISTER = Register(
    (
        Organisation("gaon", "가온센터", ("가온",), frames=("member_orgs",)),
        Organisation("nae", "나래센터", (), frames=("member_orgs",)),
    )
)
HEADING = ["A1", "B2", "B1 [정규직 / 정원]", "B1 [정규직 / 현원]", "A5 [법률]", "A5 [조례]", "F6"]
ROWS = [
    ["가온센터", "12년", "3", "2", "1", "", "김보람"],
    ["나래", "5", "", "", "", "1", ""],
]
SAID = {"why": "전화로 확인", "who": "김보람", "date": "2016. 7. 21."}


def correct(**fields: str) -> Correction:
    return Correction(**SAID | fields, place=("member_orgs.corrections.csv", "A2"))


def read(folder: Path, *corrections: Correction, rows: list[list[str]] = ROWS) -> Responses:
    answers = csv_of(folder / "answers.csv", [HEADING, *rows])
    return build_responses(QUESTIONNAIRE, [answers], REGISTER, corrections=corrections)


def answers_of(responses: Responses) -> dict[PartKey, list[list[Any]]]:
    """Every field of every answer, but for what does not equal itself."""
    return {
        key: [list(map(str, column.of(name))) for name in FIELDS] for key, column in responses.answers.items()
    }


def test_the_answer_of_a_respondent_is_corrected_and_what_came_stays(tmp_path: Path) -> None:
    responses = read(tmp_path, correct(respondent="gaon", question="B2", old="12년", new="100개월"))
    assert column(responses, "number", "tenure") == [100, 5]
    assert column(responses, "raw", "tenure") == ["12년", "5"]
    told = finding(responses, "corrected")
    assert (told.severity, told.respondent, told.file, told.cell) == ("note", "gaon", "answers.csv", "B2")
    assert told.text() == (
        "B2: 적힌 답을 고쳐 읽었습니다. '12년' → '100개월' (전화로 확인; 김보람; 2016-07-21)"
    )


def test_a_correction_may_name_the_cell_of_a_file(tmp_path: Path) -> None:
    responses = read(tmp_path, correct(file="answers.csv", cell="D2", old="2", new="4"))
    assert column(responses, "number", "staff", "regular", "people")[0] == 4
    told = finding(responses, "corrected")
    assert (told.name, told.respondent, told.cell) == ("B1 [정규직 / 현원]", "gaon", "D2")


def test_a_misspelt_name_is_corrected_before_anybody_asks_who_it_is(tmp_path: Path) -> None:
    assert "nae" not in read(tmp_path).respondents
    responses = read(tmp_path, correct(file="answers.csv", cell="A3", old="나래", new="나래센터"))
    assert responses.respondents == ["gaon", "nae"]
    assert finding(responses, "corrected").respondent == "nae"
    assert not {"not_in_register", "not_in_register_near", "no_response"} & set(rules(responses))


@pytest.mark.parametrize("name", ["gaon", "가온센터", "가온", "row-2"])
def test_a_respondent_goes_by_id_by_any_name_or_by_the_row(tmp_path: Path, name: str) -> None:
    responses = read(tmp_path, correct(respondent=name, question="B2", old="12년", new="7"))
    assert column(responses, "number", "tenure")[0] == 7


@pytest.mark.parametrize("question", ["B1 [정규직 / 현원]", "staff [정규직 / 현원]", "B1 [정규직/현원]"])
def test_a_question_goes_by_its_number_or_id_and_a_cell_of_it_as_findings_say_it(
    tmp_path: Path, question: str
) -> None:
    responses = read(tmp_path, correct(respondent="gaon", question=question, old="2", new="9"))
    assert column(responses, "number", "staff", "regular", "people")[0] == 9


def test_an_answer_in_several_columns_is_corrected_as_a_whole(tmp_path: Path) -> None:
    responses = read(tmp_path, correct(respondent="gaon", question="A5", old="법률", new="법률, 조례"))
    assert column(responses, "code", "basis") == ["law|ordinance", "ordinance"]
    assert column(responses, "raw", "basis")[0] == "법률"


def test_or_in_one_of_its_columns(tmp_path: Path) -> None:
    responses = read(tmp_path, correct(file="answers.csv", cell="F2", old="", new="1"))
    assert column(responses, "code", "basis")[0] == "law|ordinance"
    assert column(responses, "raw", "basis")[0] == "법률"
    assert finding(responses, "corrected").question == "A5"


def test_an_empty_new_text_is_no_answer(tmp_path: Path) -> None:
    responses = read(tmp_path, correct(respondent="gaon", question="B2", old="12년", new=""))
    assert column(responses, "detail", "tenure")[0] == "blank"


def test_an_empty_cell_may_be_filled_and_a_question_that_the_file_lacks(tmp_path: Path) -> None:
    rows = [["가온센터", "12년", "3", "2", "1", "", ""]]
    lines = (
        correct(respondent="gaon", question="F6", old="", new="이나래"),
        correct(respondent="gaon", question="B1 [기간제 / 현원]", old="", new="5"),
    )
    responses = read(tmp_path, *lines, rows=rows)
    assert column(responses, "text", "contact") == ["이나래"]
    assert column(responses, "number", "staff", "fixed", "people") == [5]


def test_what_no_finding_shows_no_correction_shows(tmp_path: Path) -> None:
    told = finding(
        read(tmp_path, correct(respondent="gaon", question="F6", old="김보람", new="이나래")), "corrected"
    )
    assert (told.value, told.hint) == ("***", "'***' (전화로 확인; 김보람; 2016-07-21)")
    wrong = read(tmp_path, correct(respondent="gaon", question="F6", old="박샛별", new="이나래"))
    assert finding(wrong, "correction_old_differs").hint == "***"


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"respondent": "gaon", "question": "B2", "old": "12", "new": "7"}, "correction_old_differs"),
        ({"file": "answers.csv", "cell": "B2", "old": "12", "new": "7"}, "correction_old_differs"),
        ({"respondent": "gaon", "question": "B2", "old": "", "new": "7"}, "correction_old_differs"),
        ({"respondent": "없는 곳", "question": "B2", "old": "12년", "new": "7"}, "correction_respondent_unknown"),
        ({"respondent": "gaon", "question": "B9", "old": "12년", "new": "7"}, "correction_question_unknown"),
        ({"respondent": "gaon", "question": "B1", "old": "2", "new": "7"}, "correction_question_unknown"),
        ({"respondent": "gaon", "question": "A5 [법률]", "old": "1", "new": ""}, "correction_question_unknown"),
        ({"file": "other.csv", "cell": "B2", "old": "12년", "new": "7"}, "correction_cell_unknown"),
        ({"file": "answers.csv", "cell": "B9", "old": "12년", "new": "7"}, "correction_cell_unknown"),
        ({"file": "answers.csv", "cell": "B1", "old": "B2", "new": "B3"}, "correction_cell_unknown"),
        ({"file": "answers.csv", "cell": "ZZ2", "old": "", "new": "7"}, "correction_cell_unknown"),
        ({"file": "answers.csv", "sheet": "응답", "cell": "B2", "old": "12년", "new": "7"}, "correction_cell_unknown"),
        ({"respondent": "row-2", "question": "A1", "old": "가온센터", "new": "나래센터"}, "correction_by_cell"),
        ({"respondent": "gaon", "question": "B2", "old": "12년", "new": "7", "why": ""}, "correction_incomplete"),
        ({"respondent": "gaon", "question": "B2", "old": "12년", "new": "7", "who": ""}, "correction_incomplete"),
        ({"respondent": "gaon", "question": "B2", "old": "12년", "new": "7", "date": ""}, "correction_incomplete"),
        ({"respondent": "gaon", "old": "12년", "new": "7"}, "correction_incomplete"),
        ({"respondent": "gaon", "question": "B2", "old": "12년", "new": "7", "date": "어제"}, "correction_date"),
        ({"respondent": "gaon", "question": "B2", "old": "12년", "new": "7", "date": "2016. 7."}, "correction_date"),
        (
            {"respondent": "gaon", "question": "B2", "file": "answers.csv", "cell": "B3", "old": "12년", "new": "7"},
            "correction_two_places",
        ),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_followed_is_an_error_and_corrects_nothing(
    tmp_path: Path, fields: dict[str, str], rule: str
) -> None:
    responses = read(tmp_path, correct(**fields))
    told = finding(responses, rule)
    assert (told.severity, told.file, told.cell) == ("error", "member_orgs.corrections.csv", "A2")
    assert answers_of(responses) == answers_of(read(tmp_path))
    assert "corrected" not in rules(responses)


def test_what_stands_there_now_is_shown(tmp_path: Path) -> None:
    told = finding(
        read(tmp_path, correct(respondent="gaon", question="B2", old="12", new="7")), "correction_old_differs"
    )
    assert told.text() == (
        "'gaon B2'를 고치지 않았습니다. 전(old)에 적힌 것과 지금 칸에 적힌 것('12년')이 다르니 확인해 주십시오."
    )


def test_a_question_of_several_cells_is_told_how_to_name_one(tmp_path: Path) -> None:
    told = finding(
        read(tmp_path, correct(respondent="gaon", question="B1", old="2", new="7")),
        "correction_question_unknown",
    )
    assert told.hint == "B1 [정규직 / 정원]"


@pytest.mark.parametrize(
    "place", [{"respondent": "gaon", "question": "B2"}, {"file": "answers.csv", "cell": "B2"}]
)
def test_two_corrections_of_one_cell_that_differ_are_both_errors(
    tmp_path: Path, place: dict[str, str]
) -> None:
    lines = [correct(**place, old="12년", new=new) for new in ("7", "8")]
    responses = read(tmp_path, *lines)
    assert rules(responses)["correction_twice"] == 2
    assert column(responses, "raw", "tenure")[0] == "12년"
    assert "corrected" not in rules(responses)


def test_two_that_agree_are_one(tmp_path: Path) -> None:
    responses = read(
        tmp_path,
        correct(file="answers.csv", cell="B2", old="12년", new="144"),
        correct(respondent="gaon", question="B2", old="12년", new="144"),
        correct(respondent="가온", question="B2", old="12년", new="144"),
    )
    assert rules(responses)["corrected"] == 1
    assert "correction_twice" not in rules(responses)


def test_an_answer_whose_cell_was_corrected_is_not_corrected_again(tmp_path: Path) -> None:
    responses = read(
        tmp_path,
        correct(file="answers.csv", cell="B2", old="12년", new="144"),
        correct(respondent="gaon", question="B2", old="12년", new="140"),
    )
    assert column(responses, "number", "tenure")[0] == 144
    assert rules(responses)["correction_twice"] == 1


@pytest.mark.parametrize(
    ("stands", "old"), [("-", "'-"), ("담당 010-1234-5678", "담당 ***-****-****"), (" 12\n년", "12\n년")]
)
def test_the_old_text_may_be_copied_from_findings(tmp_path: Path, stands: str, old: str) -> None:
    rows = [["가온센터", stands, "", "", "", "", ""]]
    responses = read(tmp_path, correct(respondent="gaon", question="B2", old=old, new="7"), rows=rows)
    assert column(responses, "number", "tenure") == [7]


def test_the_response_that_counts_is_corrected(tmp_path: Path) -> None:
    rows = [ROWS[0], ["가온", "3", "", "", "", "", ""]]
    responses = read(tmp_path, correct(respondent="gaon", question="B2", old="3", new="4"), rows=rows)
    assert column(responses, "number", "tenure") == [4]


def test_who_goes_by_a_row_of_several_files_is_corrected_only_by_the_cell_too(tmp_path: Path) -> None:
    files = [csv_of(tmp_path / f"{name}.csv", [HEADING, row]) for name, row in zip("ab", ROWS, strict=True)]
    fields = {"respondent": "2-row-2", "question": "B2", "old": "5", "new": "6"}

    def told(**more: str) -> Responses:
        return build_responses(QUESTIONNAIRE, files, REGISTER, corrections=[correct(**fields, **more)])

    refused = finding(told(), "correction_by_row")
    assert (refused.severity, refused.value) == ("error", "2-row-2 B2")
    assert "corrected" not in rules(told())
    assert rules(told(file="b.csv", cell="B2"))["corrected"] == 1


def test_a_named_cell_goes_before_the_respondent_where_the_question_says_who_it_is(tmp_path: Path) -> None:
    line = correct(
        respondent="row-3", question="A1", file="answers.csv", cell="A3", old="나래", new="나래센터"
    )
    assert read(tmp_path, line).respondents == ["gaon", "nae"]


TEXTS = st.sampled_from(
    ["", "7", "12년", "약 30", "2년 10개월", "수시", "모름", "-", "3.000", "없음", "법률, 지침", "기타"]
)


@settings(max_examples=20)
@given(texts=st.lists(TEXTS, min_size=3, max_size=3), new=TEXTS, at=st.integers(1, 3))
def test_a_corrected_cell_is_read_as_if_it_had_been_written_so(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], new: str, at: int
) -> None:
    folder = tmp_path_factory.mktemp("corrected")
    heading = ["A1", "B2", "B1 [정규직 / 정원]", "A5"]

    def answers(cells: list[str], *corrections: Correction) -> Responses:
        file = csv_of(folder / "answers.csv", [heading, ["가온", *cells], ["나래센터", "1", "1", "법률"]])
        return build_responses(QUESTIONNAIRE, [file], REGISTER, corrections=corrections)

    came = texts[at - 1]
    by_cell = correct(file="answers.csv", cell=f"{'ABCD'[at]}2", old=came, new=new)
    question = ("B2", "B1 [정규직 / 정원]", "A5")[at - 1]
    by_answer = correct(respondent="gaon", question=question, old=came, new=new)
    written = answers([*texts[: at - 1], new, *texts[at:]])
    for line in (by_cell, by_answer):
        responses = answers(texts, line)
        if any(texts):  # nothing answered is seen before the answer of a respondent is put right
            assert answers_of(responses) == answers_of(written)
        own = [f for f in responses.findings if f.rule != "corrected"]
        if any(texts) and (line is by_cell or any((*texts[: at - 1], new, *texts[at:]))):
            assert own == list(written.findings)


@pytest.mark.parametrize("named", ["member_orgs", "intermediary", "coop_basic_plan"])
def test_every_answer_is_found_by_what_findings_call_it(named: str) -> None:
    questionnaire = load_questionnaire(find_questionnaire(start.ROOT, named, 2016))
    places = Places(questionnaire, ())
    for part in questionnaire.parts():
        no = questionnaire.question(part.question).no
        words = " / ".join(one.ko for one in (part.row_words, part.column_words) if one is not None)
        assert places.part(f"{no} [{words}]" if words else no) == part.key


def test_a_form_that_one_respondent_filled_in_is_corrected_by_the_place_on_it() -> None:
    places = ("A. 기관 › C4", "B. 조직과 인력 › D14")
    sheet = sheet_of_rows(
        "가온.xlsx",
        "",
        [(1, [Cell("A1", "A1"), Cell("B2", "B2")]), (2, [Cell("가온"), Cell("12년")])],
        places=places,
    )
    form = Opened((Matching(sheet, {PartKey("name"): 0, PartKey("tenure"): 1}),), ())
    for line in (
        correct(file="가온.xlsx", cell="B. 조직과 인력 › D14", old="12년", new="9"),
        correct(file="가온.xlsx", cell="B. 조직과 인력 ? D14", old="12년", new="9"),
        correct(file="가온.xlsx", cell="B. 조직과 인력>D14", old="12년", new="9"),
        correct(file="가온.xlsx", sheet="B. 조직과 인력", cell="D14", old="12년", new="9"),
        correct(respondent="gaon", question="B2", old="12년", new="9"),
    ):
        responses = responses_of(QUESTIONNAIRE, [form], REGISTER, corrections=[line])
        assert column(responses, "number", "tenure") == [9]
        assert finding(responses, "corrected").cell == "B. 조직과 인력 › D14"


@pytest.mark.parametrize("cell", ["tenure, 1행", "tenure 1"])
def test_a_variable_of_a_statistical_file_is_corrected_by_its_name_and_row(tmp_path: Path, cell: str) -> None:
    path = tmp_path / "answers.sav"
    pyreadstat.write_sav(pd.DataFrame({"name": ["가온", "나래센터"], "tenure": [12.0, 5.0]}), path)
    line = correct(file="answers.sav", cell=cell, old="12", new="100")
    responses = build_responses(QUESTIONNAIRE, [path], REGISTER, corrections=[line])
    assert column(responses, "number", "tenure") == [100, 5]


def test_a_list_of_the_program_s_own_making_is_read_back(tmp_path: Path) -> None:
    heading = ["응답자", "문항", "파일", "시트", "칸", "전", "후", "까닭", "누가", "날짜"]
    line = ["gaon", "B2", "", "", "", "12년", "100", "전화로 확인", "김보람", "2016-07-21"]
    path = csv_of(tmp_path / "member_orgs.corrections.csv", [heading, line, ["gaon", "F6"]])
    (correction,) = read_corrections(path)  # the second line is not filled in
    assert column(read(tmp_path, correction), "number", "tenure")[0] == 100


def test_a_corrected_column_of_ticks_is_looked_at_anew() -> None:
    """One stray sign kept the columns from being taken for ticks."""
    questionnaire = survey(
        {"id": "name", "no": "A1", "kind": "text", "identifier": True},
        {"id": "basis", "no": "A5", "kind": "multi", "options": {"law": "법률", "ordinance": "조례"}},
    )
    rows = [["A1", "A5_1", "A5_2"], ["가온", "1", "0"], ["나래센터", "0", "l"]]
    opened = Opened((match_columns(sheet_of(*rows, file="a.csv"), questionnaire),), ())
    line = correct(file="a.csv", cell="C3", old="l", new="1")
    responses = responses_of(questionnaire, [opened], REGISTER, corrections=[line])
    assert column(responses, "code", "basis") == ["law", "ordinance"]
