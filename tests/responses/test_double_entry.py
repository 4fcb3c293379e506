"""Papers typed in twice: the first entry is read, and every cell in which the second is another answer is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.fieldwork.written import texts_of
from analysis.intake.corrections import Correction
from analysis.intake.errors import IntakeError
from analysis.questionnaire.question import PartKey
from analysis.responses.build import build_responses
from analysis.responses.finding import Finding
from analysis.responses.reading import Reading
from analysis.responses.responses import Responses
from tests.form.typed import Typed, typed_workbook
from tests.libreoffice import LibreOffice
from tests.responses.answers_file import column, csv_of, finding, rules
from tests.responses.test_round_trip import LETTERS, PARTS, QUESTIONNAIRE, respondents, told
from tests.tables.small_survey import REGIONS, SATISFACTION, survey

OPTIONS = {"law": "법률", "bylaw": "조례", "other": {"ko": "기타", "other": True}}
ASKED = survey(
    {"id": "region", "kind": "single", "options": REGIONS},
    {"id": "basis", "kind": "multi", "options": OPTIONS},
    {"id": "joy", "kind": "scale", "scale": SATISFACTION},
    {"id": "income", "kind": "money", "unit": "천원"},
    {"id": "begun", "kind": "date"},
    {"id": "wish", "kind": "open"},
)
CELLS = 9  # of ASKED: one a question, of `basis` one an option and one for own words
PAPER = {
    "no": 7,
    "region": "2",
    "basis__law": "1",
    "joy": "4",
    "income": 1200,
    "begun": "2016-03",
    "wish": "더 자주",
}


def read(folder: Path, first: list[Typed], second: list[Typed], asked: Any = ASKED, **more: Any) -> Responses:
    return build_responses(asked, [typed_workbook(folder / "입력.xlsx", asked, first, second)], **more)


def differing(responses: Responses) -> list[Finding]:
    return [
        one for one in responses.findings if one.rule.startswith("double_entry_") and one.severity == "error"
    ]


def test_the_first_entry_is_the_responses_and_the_second_adds_none(tmp_path: Path) -> None:
    responses = read(tmp_path, [PAPER], [PAPER])
    assert responses.respondents == ["no-7"]
    assert column(responses, "code", "region") == ["busan"]
    assert column(responses, "code", "basis") == ["law"]


def test_two_entries_that_are_the_same_are_counted_and_nothing_else_is_told(tmp_path: Path) -> None:
    responses = read(tmp_path, [PAPER], [PAPER])
    assert differing(responses) == []
    told = finding(responses, "double_entry_compared")
    assert (told.value, told.hint) == (f"1 × {CELLS}", "0 / 6 (0.0%)")


def test_a_cell_that_is_another_answer_is_told_with_both_texts_and_both_cells(tmp_path: Path) -> None:
    other = {**PAPER, "region": "3"}
    responses = read(tmp_path, [{"no": 6, "joy": "1"}, PAPER], [other, {"no": 6, "joy": "1"}])
    (one,) = differing(responses)
    assert (one.rule, one.respondent, one.name, one.place) == (
        "double_entry_differs",
        "no-7",
        "Q1",
        "입력.xlsx › 1차 입력 › C5",
    )
    assert (one.value, one.hint) == ("2", "'3' (No. 7, 2차 입력 › C4)")
    assert column(responses, "code", "region")[1] == "busan"
    assert finding(responses, "double_entry_compared").hint == "1 / 7 (14.3%)"


@pytest.mark.parametrize(
    ("what", "one", "other"),
    [
        ("region", "2", "부산"),
        ("region", "부산", " 부 산 "),
        ("basis__law", "1", "○"),
        ("basis__law", "0", None),
        ("joy", "④", "만족"),
        ("joy", "무응답", "응답 없음"),
        ("income", 1200, "1,200천원"),
        ("income", "120만원", 1200),
        ("begun", "2016-03", "2016년 3월"),
        ("wish", "ICOOP 생협", "icoop생협"),
        ("basis__own_words", "고시  제3호", "고시 제3호"),
    ],
)
def test_another_writing_of_the_same_answer_makes_no_difference(
    tmp_path: Path, what: str, one: Any, other: Any
) -> None:
    responses = read(tmp_path, [{**PAPER, what: one}], [{**PAPER, what: other}])
    assert differing(responses) == []


@pytest.mark.parametrize(
    ("what", "one", "other"),
    [
        ("region", "2", "1"),
        ("basis__own_words", "고시", "훈령"),
        ("joy", "모름", "무응답"),
        ("income", 1200, 12000),
        ("income", "1200", "약 1200"),
        ("begun", "2016-03", "2016"),
        ("wish", "더 자주", "더 가끔"),
        ("region", "대구", "대전"),  # neither can be read
    ],
)
def test_another_answer_does(tmp_path: Path, what: str, one: Any, other: Any) -> None:
    responses = read(tmp_path, [{**PAPER, what: one}], [{**PAPER, what: other}])
    assert [one.rule for one in differing(responses)] == ["double_entry_differs"]


def test_where_one_of_them_left_the_cell_blank_it_is_told_which(tmp_path: Path) -> None:
    first = {**PAPER, "joy": None}
    second = {**PAPER, "basis__law": None}
    assert [(one.rule, one.name, one.value) for one in differing(read(tmp_path, [first], [second]))] == [
        ("double_entry_second_blank", "Q2 [법률]", "1"),
        ("double_entry_first_blank", "Q3", "4"),
    ]


def test_a_paper_that_was_typed_once_is_told_and_one_only_in_the_second_is_no_response(
    tmp_path: Path,
) -> None:
    responses = read(tmp_path, [PAPER, {**PAPER, "no": 8}], [PAPER, {**PAPER, "no": 9}])
    assert responses.respondents == ["no-7", "no-8"]
    assert finding(responses, "double_entry_only_first").value == "8"
    assert finding(responses, "double_entry_only_second").severity == "error"


def test_a_number_that_is_there_twice_is_an_error_that_names_both_rows(tmp_path: Path) -> None:
    responses = read(tmp_path, [PAPER, {**PAPER, "joy": "1"}], [PAPER])
    one = finding(responses, "entry_number_twice")
    assert (one.severity, one.cell, one.hint) == ("error", "A5", "1차 입력 › A4")
    assert responses.respondents == ["no-7", "row-5"]


def test_a_row_without_a_number_is_read_and_told(tmp_path: Path) -> None:
    responses = read(tmp_path, [{**PAPER, "no": None}], [PAPER])
    assert responses.respondents == ["row-4"]
    assert finding(responses, "entry_no_number").cell == "A4"


def test_without_a_second_entry_it_is_told_that_nothing_was_compared(tmp_path: Path) -> None:
    responses = read(tmp_path, [PAPER, {**PAPER, "no": 8}], [])
    assert finding(responses, "double_entry_none").value == "2"
    assert "double_entry_compared" not in rules(responses)


def test_the_entries_may_come_in_two_workbooks(tmp_path: Path) -> None:
    files = [
        typed_workbook(tmp_path / "2차.xlsx", ASKED, second=[PAPER]),
        typed_workbook(tmp_path / "1차.xlsx", ASKED, first=[{**PAPER, "joy": "5"}]),
    ]
    responses = build_responses(ASKED, files)
    assert responses.respondents == ["no-7"]
    (one,) = differing(responses)
    assert (one.file, one.hint) == ("1차.xlsx", "'4' (No. 7, 2차.xlsx › 2차 입력 › H4)")


def test_another_program_may_have_saved_it(tmp_path: Path, libreoffice: LibreOffice) -> None:
    path = typed_workbook(tmp_path / "입력.xlsx", ASKED, [PAPER], [{**PAPER, "joy": "5"}])
    responses = build_responses(ASKED, libreoffice.convert([path], "ods", tmp_path / "saved"))
    assert responses.respondents == ["no-7"]
    assert [(one.name, one.value, one.cell) for one in differing(responses)] == [("Q3", "4", "H4")]


def test_papers_and_files_of_answers_stand_side_by_side(tmp_path: Path) -> None:
    files = [
        csv_of(tmp_path / "web.csv", [["Q1", "Q3"], ["서울", "만족"]]),
        typed_workbook(tmp_path / "입력.xlsx", ASKED, [PAPER], [PAPER]),
    ]
    responses = build_responses(ASKED, files)
    assert responses.respondents == ["1-row-2", "no-7"]
    assert differing(responses) == []


def test_where_only_the_second_entry_was_typed_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="'2차 입력'에만"):
        read(tmp_path, [], [PAPER])


def test_a_correction_of_the_answer_settles_it_either_way(tmp_path: Path) -> None:
    other = {**PAPER, "region": "3", "joy": "5"}
    said = {"why": "종이를 봄", "who": "김두레", "date": "2016-08-01", "place": ("c.csv", "A2")}
    lines = [
        Correction(respondent="no-7", question="Q1", old="2", new="3", **said),
        Correction(file="입력.xlsx", sheet="1차 입력", cell="H4", old="4", new="5", **said),
    ]
    responses = read(tmp_path, [PAPER], [other], corrections=lines)
    assert differing(responses) == []
    assert column(responses, "code", "region") == ["jeju"]
    assert column(responses, "code", "joy") == ["5"]


def test_the_share_that_differs_stays_as_slips_are_settled(tmp_path: Path) -> None:
    other = {**PAPER, "region": "3", "joy": "5", "income": 1300}
    said = {"why": "종이를 봄", "who": "김두레", "date": "2016-08-01", "place": ("c.csv", "A2")}
    lines = [
        Correction(respondent="no-7", question="Q1", old="2", new="3", **said),
        Correction(file="입력.xlsx", sheet="1차 입력", cell="H4", old="4", new="5", **said),
    ]
    assert finding(read(tmp_path, [PAPER], [other]), "double_entry_compared").hint == "3 / 6 (50.0%)"
    responses = read(tmp_path, [PAPER], [other], corrections=lines)
    assert finding(responses, "double_entry_compared").hint == "3 / 6 (50.0%)"
    assert finding(responses, "double_entry_settled").value == "2"
    assert [one.name for one in differing(responses)] == ["Q4"]


@pytest.mark.parametrize(
    "place", [{"respondent": "no-7", "question": "Q3"}, {"file": "입력.xlsx", "sheet": "1차 입력", "cell": "H4"}]
)
def test_a_line_that_leaves_the_first_entry_as_it_is_settles_it_too(
    tmp_path: Path, place: dict[str, str]
) -> None:
    said = {"why": "종이를 봄", "who": "김두레", "date": "2016-08-01", "place": ("c.csv", "A2")}
    line = Correction(**place, old="4", new="4", **said)
    responses = read(tmp_path, [PAPER], [{**PAPER, "joy": "5"}], corrections=[line])
    assert differing(responses) == []
    assert finding(responses, "double_entry_settled").value == "1"


def test_a_paper_whose_response_does_not_count_is_not_compared(tmp_path: Path) -> None:
    asked = survey({"id": "name", "kind": "text", "identifier": True}, {"id": "joy", "kind": "number"})
    first = [{"no": no, "name": "두레생협", "joy": no} for no in (1, 2)]
    second = [{**paper, "joy": 9} for paper in first]
    responses = read(tmp_path, first, second, asked)
    assert finding(responses, "double_entry_compared").hint == "1 / 2 (50.0%)"
    assert [one.value for one in differing(responses)] == ["2"]


def test_what_a_person_wrote_of_themselves_is_not_repeated(tmp_path: Path) -> None:
    asked = survey({"id": "joy", "kind": "number"}, {"id": "contact", "kind": "text", "pii": ["name"]})
    first, second = ({"no": 1, "joy": 3, "contact": name} for name in ("김두레", "김두래"))
    (one,) = differing(read(tmp_path, [first], [second], asked))
    assert (one.value, one.hint) == ("***", "'***' (No. 1, 2차 입력 › D4)")


def test_the_register_names_the_respondent_and_the_finding_the_paper(tmp_path: Path) -> None:
    from analysis.intake.register import Organisation, Register

    asked = survey({"id": "name", "kind": "text", "identifier": True}, {"id": "joy", "kind": "number"})
    first, second = ({"no": 1, "name": "두레생협", "joy": joy} for joy in (3, 4))
    register = Register((Organisation("dure", "두레생협"),))
    (one,) = differing(read(tmp_path, [first], [second], asked, register=register))
    assert one.respondent == "dure" and "No. 1" in one.hint


def test_the_words_of_the_findings_name_both_texts(tmp_path: Path) -> None:
    (one,) = differing(read(tmp_path, [PAPER], [{**PAPER, "joy": "5"}]))
    assert one.text().startswith("Q3: 두 번 입력한 것이 다릅니다. 1차 '4', 2차 '5' (No. 7, 2차 입력 › H4).")


def as_readings(answers: list[Any]) -> dict[PartKey, Reading]:
    """What the strategies of the round trip mean, as readings."""
    given_ = {}
    for part, answer in zip(PARTS, answers, strict=True):
        match part.answer.kind:
            case _ if answer is None:
                continue
            case "number" | "money":
                reading = Reading(number=float(answer), qualifier="exact")
            case "date":
                reading = Reading(start=answer, end=answer, precision="day", qualifier="exact")
            case "scale":
                reading = Reading(code=answer, number=int(answer))
            case "text" | "open":
                reading = Reading(text=answer)
            case _:
                reading = Reading(code=answer)
        given_[part.key] = reading
    return given_


def test_any_answers_typed_in_twice_are_read_as_they_were_given(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("typed")

    @given(respondents(LETTERS), st.booleans())
    @settings(max_examples=2, derandomize=True, suppress_health_check=list(HealthCheck))
    def reads_back(answers: list[list[Any]], reversed_: bool) -> None:
        papers = [
            {"no": at}
            | {
                name.removeprefix("dure__"): text
                for name, text in texts_of(QUESTIONNAIRE, as_readings(row)).items()
            }
            for at, row in enumerate(answers, start=1)
        ]
        responses = read(folder, papers, papers[::-1] if reversed_ else papers, QUESTIONNAIRE)
        assert told(responses) == answers
        assert differing(responses) == []
        assert responses.respondents == [f"no-{at}" for at in range(1, len(answers) + 1)]

    reads_back()
