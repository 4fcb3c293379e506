"""Whose a form is that came back, which of several counts, and what lies beside it in the folder."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

import start
from analysis.fieldwork.written import text_of
from analysis.form.code import code_of
from analysis.form.plan import plan_of
from analysis.form.workbook.form import write_form
from analysis.intake.columns.headings import name_of
from analysis.intake.errors import IntakeError
from analysis.intake.leave_out import LeaveOut
from analysis.intake.register import Organisation, Register
from analysis.questionnaire.question import Part
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.responses.build import build_responses
from analysis.responses.cellvalue import missing_codes
from analysis.responses.read import check_survey
from analysis.responses.reading import Reading
from analysis.responses.responses import Responses
from analysis.tables.build import build_tables
from tests.responses.answers_file import column, csv_of, finding, rules
from tests.returned_forms import sent
from tests.tables.small_survey import REGIONS, survey

ASKED = survey(
    {"id": "name", "kind": "text", "identifier": True, "required": True},
    {"id": "region", "kind": "single", "options": REGIONS},
    {"id": "people", "kind": "number", "unit": "명", "ask": "모두 몇 명이 일합니까?"},
    {"id": "needs", "kind": "multi",
     "options": {"law": "법률", "training": "교육", "other": {"ko": "기타", "other": True}}},
)  # fmt: skip
REGISTER = Register((
    Organisation("gaon", "가온소비자생협연합회", ("가온생협연",)),
    Organisation("nuri", "누리돌봄협동조합"),
))  # fmt: skip
MADE = "2000-01-01T00:00:00Z"


def form(
    path: Path, typed: Mapping[str, str], to: str = "", saved: str = MADE, asked: Questionnaire = ASKED
) -> Path:
    """A form that was sent blank, and saved at that time (of Greenwich) after these cells were filled in."""
    cells = {f"dure__{name}": text for name, text in typed.items()}
    content = write_form(plan_of(asked), cells, to)
    content = sent.replaced(content, str(code_of(asked, to, cells)), str(code_of(asked, to)))
    return sent.saved(path, sent.replaced(content, MADE, saved))


def read(*files: Path, register: Register = REGISTER) -> Responses:
    return build_responses(ASKED, files, register)


def test_a_form_is_one_response_of_the_organisation_that_it_names(tmp_path: Path) -> None:
    typed = {"name": "가온생협연", "region": "부산", "people": "12", "needs__law": "○", "needs__other": "V",
             "needs__own_words": "공간"}  # fmt: skip
    responses = read(form(tmp_path / "a.xlsx", typed))
    assert responses.respondents == ["gaon"]
    assert column(responses, "code", "region") == ["busan"]
    assert column(responses, "number", "people") == [12]
    assert column(responses, "code", "needs") == ["law|other"]
    assert column(responses, "text", "needs") == ["공간"]
    assert rules(responses) == {"write_in": 1}


def test_forms_and_a_table_are_read_side_by_side(tmp_path: Path) -> None:
    one = form(tmp_path / "a.xlsx", {"name": "가온생협연", "people": "12"})
    table = csv_of(
        tmp_path / "b.csv", [["Q1. 물음 1", "Q3. 모두 몇 명이 일합니까?"], ["누리돌봄협동조합", "30"]]
    )
    responses = read(one, table)
    assert responses.respondents == ["gaon", "nuri"]
    assert column(responses, "number", "people") == [12, 30]


# Whose it is


def test_a_form_without_a_name_is_of_whom_it_was_sent_to(tmp_path: Path) -> None:
    responses = read(form(tmp_path / "a.xlsx", {"people": "12"}, to="gaon"))
    assert responses.respondents == ["gaon"]
    assert rules(responses) == {"form_named_by_code": 1}
    assert finding(responses, "form_named_by_code").hint == "가온소비자생협연합회"


def test_a_form_without_a_name_that_was_sent_to_nobody_is_nobody_s(tmp_path: Path) -> None:
    responses = read(form(tmp_path / "a.xlsx", {"people": "12"}))
    assert responses.respondents == ["row-1"]
    assert rules(responses) == {"required_missing": 1}


def test_the_name_that_is_written_goes_before_the_one_it_was_sent_to(tmp_path: Path) -> None:
    """Forms are passed on; who fills one in knows who they are."""
    responses = read(form(tmp_path / "a.xlsx", {"name": "누리돌봄협동조합", "people": "12"}, to="gaon"))
    assert responses.respondents == ["nuri"]
    assert rules(responses) == {"form_sent_to_other": 1}


def test_a_name_that_is_only_nearly_theirs_is_theirs(tmp_path: Path) -> None:
    responses = read(form(tmp_path / "a.xlsx", {"name": "가온소비자생협", "people": "12"}, to="gaon"))
    assert responses.respondents == ["gaon"]
    assert rules(responses) == {"form_name_near_code": 1}


def test_a_name_that_nobody_has_is_not_theirs(tmp_path: Path) -> None:
    responses = read(form(tmp_path / "a.xlsx", {"name": "햇살마을", "people": "12"}, to="gaon"))
    assert responses.respondents == ["row-1"]
    assert rules(responses) == {"form_sent_to_other": 1, "not_in_register": 1}


# Which one counts


def test_of_two_forms_the_one_saved_later_counts_whatever_it_is_called(tmp_path: Path) -> None:
    late = form(tmp_path / "1.xlsx", {"name": "가온생협연", "people": "13"}, saved="2016-08-03T05:20:00Z")
    early = form(
        tmp_path / "2 (최종).xlsx", {"name": "가온생협연", "people": "12"}, saved="2016-08-01T00:12:00Z"
    )
    responses = read(late, early)
    assert column(responses, "number", "people") == [13]
    twice = finding(responses, "form_twice")
    assert (twice.file, twice.hint) == ("2 (최종).xlsx", "1.xlsx(2016-08-01 09:12 → 2016-08-03 14:20)")
    assert rules(responses) == {"form_twice": 1}


def test_what_only_the_earlier_form_holds_is_told(tmp_path: Path) -> None:
    late = form(tmp_path / "1.xlsx", {"name": "가온생협연", "people": "13"}, saved="2016-08-03T05:20:00Z")
    early = form(
        tmp_path / "2.xlsx",
        {"name": "가온생협연", "people": "12", "region": "제주"},
        saved="2016-08-01T00:12:00Z",
    )
    responses = read(late, early)
    lost = finding(responses, "form_answers_replaced")
    assert (lost.file, lost.hint, lost.value) == ("2.xlsx", "1", "1")


def test_forms_that_were_saved_in_one_moment_count_by_the_names_of_their_files(tmp_path: Path) -> None:
    files = [form(tmp_path / f"{n}.xlsx", {"name": "가온생협연", "people": str(n)}) for n in (12, 13)]
    responses = read(*files)
    assert column(responses, "number", "people") == [13]
    assert finding(responses, "form_twice_by_name").hint == "13.xlsx"


@pytest.mark.parametrize("odd", [MADE, "2099-01-01T00:00:00Z"])
def test_a_time_at_which_nobody_had_the_form_says_nothing(tmp_path: Path, odd: str) -> None:
    """Hancell leaves in it when it was made; the clock of an old computer is wrong."""
    one = form(tmp_path / "1.xlsx", {"name": "가온생협연", "people": "12"}, saved=odd)
    other = form(tmp_path / "2.xlsx", {"name": "가온생협연", "people": "13"}, saved="2016-08-01T00:12:00Z")
    responses = read(other, one)
    assert column(responses, "number", "people") == [12]
    assert finding(responses, "form_twice_by_name").hint == "1.xlsx"


@pytest.mark.parametrize("saved", ["2016-08-03T05:20:00Z", MADE])
def test_a_later_form_that_only_mends_something_does_not_undo_the_other_answers(
    tmp_path: Path, saved: str
) -> None:
    typed = {"name": "가온생협연", "people": "12", "region": "제주", "needs__law": "○"}
    early = form(tmp_path / "1.xlsx", typed, saved="2016-08-01T00:12:00Z")
    late = form(tmp_path / "2.xlsx", {"name": "가온생협연", "people": "13"}, saved=saved)
    responses = read(early, late)
    assert column(responses, "number", "people") == [12]
    assert column(responses, "code", "region") == ["jeju"]
    told = finding(responses, "form_later_smaller")
    assert (told.file, told.hint, told.value) == ("2.xlsx", "1.xlsx", "Q3 '13'")
    assert rules(responses) == {"form_later_smaller": 1}


def test_a_form_and_a_row_count_by_the_names_of_their_files(tmp_path: Path) -> None:
    one = form(tmp_path / "a.xlsx", {"name": "가온생협연", "people": "12"})
    table = csv_of(tmp_path / "b.csv", [["Q1. 물음 1", "Q3. 모두 몇 명이 일합니까?"], ["가온생협연", "30"]])
    responses = read(one, table)
    assert column(responses, "number", "people") == [30]
    assert finding(responses, "form_twice_by_name").hint == "b.csv › 2"


def test_the_same_file_twice_is_counted_once_and_that_is_all(tmp_path: Path) -> None:
    one = form(tmp_path / "회신.xlsx", {"name": "가온생협연", "people": "12"})
    copy = Path(shutil.copyfile(one, tmp_path / "회신 - 복사본 (2).xlsx"))
    responses = read(copy, one)
    assert responses.respondents == ["gaon"]
    assert rules(responses) == {"form_same_file": 1}


def test_a_form_sent_back_untouched_replaces_none_that_was_filled_in(tmp_path: Path) -> None:
    filled = form(tmp_path / "1.xlsx", {"name": "가온생협연", "people": "12"}, to="gaon")
    blank = form(tmp_path / "2.xlsx", {}, to="gaon", saved="2016-08-03T05:20:00Z")
    responses = read(filled, blank)
    assert column(responses, "number", "people") == [12]
    assert rules(responses) == {"form_untouched": 1}


def test_a_form_that_holds_but_a_name_does_not_count(tmp_path: Path) -> None:
    blank = form(tmp_path / "1.xlsx", {"name": "가온생협연"})
    other = form(tmp_path / "2.xlsx", {"name": "누리돌봄협동조합", "people": "3"})
    responses = read(blank, other)
    assert responses.respondents == ["nuri"]
    assert rules(responses) == {"nothing_answered": 1}


def test_a_form_is_left_out_by_the_name_of_its_file(tmp_path: Path) -> None:
    tried = form(tmp_path / "a.xlsx", {"name": "가온생협연", "people": "12"})
    other = form(tmp_path / "b.xlsx", {"name": "누리돌봄협동조합", "people": "3"})
    line = LeaveOut("a.xlsx", 0, "사무국이 시험 삼아 적음", ("leave_out.csv", "B2"))
    responses = build_responses(ASKED, [tried, other], REGISTER, [line])
    assert responses.respondents == ["nuri"]
    assert rules(responses) == {"left_out": 1}


# What is printed on it


def test_a_question_that_was_reworded_after_the_forms_were_sent_is_told_once(tmp_path: Path) -> None:
    question = ASKED.questions[2]
    before = question.model_copy(
        update={"ask": question.ask.model_copy(update={"ko": "모두 몇 분이 일하십니까?"})}
    )
    sent_then = ASKED.model_copy(update={"questions": (*ASKED.questions[:2], before, *ASKED.questions[3:])})
    typed = [{"name": "가온생협연", "people": "12"}, {"name": "누리돌봄협동조합", "people": "3"}]
    files = [form(tmp_path / f"{n}.xlsx", cells, asked=sent_then) for n, cells in enumerate(typed)]
    responses = read(*files)
    assert rules(responses) == {"form_reworded": 1}
    assert "모두 몇 분이 일하십니까?" in finding(responses, "form_reworded").text()
    assert rules(read(files[0])) == {"form_text_changed": 1}


# What lies in the folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a questionnaire and an empty folder for what comes back."""
    shutil.copytree(
        start.ROOT / "questionnaires" / "intermediary", tmp_path / "questionnaires" / "intermediary"
    )
    (tmp_path / "data" / "raw" / "2016" / "intermediary").mkdir(parents=True)
    return tmp_path


def answers_of(folder: Path, name: str) -> Path:
    return csv_of(
        folder / name,
        [["A1. 기관명을 적어 주십시오.", "B2. 직원의 평균 근속기간은 몇 개월입니까?"], ["가온", "3"]],
    )


@pytest.mark.parametrize("lock", ["~$회신.xlsx", ".~lock.회신.xlsx#"])
def test_a_lock_file_is_passed_over_and_missed_is_the_document_that_did_not_come(
    project: Path, lock: str
) -> None:
    folder = project / "data" / "raw" / "2016" / "intermediary"
    (folder / lock).write_bytes(b"\x05lock")
    with pytest.raises(IntakeError, match="'회신.xlsx' 파일은 없고"):
        check_survey(project, "intermediary", 2016, Register())
    answers_of(folder, "다른 회신.csv")
    found = check_survey(project, "intermediary", 2016, Register())
    assert [one.value for one in found if one.rule == "lock_file_only"] == ["회신.xlsx"]
    answers_of(folder, "회신.xlsx")
    found = check_survey(project, "intermediary", 2016, Register())
    assert not [one for one in found if one.rule == "lock_file_only"]


# From one end to the other


def in_one_cell(reading: Reading, part: Part) -> str:
    """An answer as a table of answers has it: choices of several in one cell, parted by semicolons."""
    if part.answer.kind != "multi" or reading.reason:
        codes = missing_codes(sent.whole_questionnaire(), sent.whole_questionnaire().question(part.question))
        return text_of(reading, part, codes)
    chosen = [one for one in part.answer.options if one.id in reading.codes]
    return "; ".join(f"{one.ko}: {reading.text}" if one.other and reading.text else one.ko for one in chosen)


def test_forms_give_the_same_tables_as_the_same_answers_in_one_file(tmp_path: Path) -> None:
    asked = sent.questionnaire()
    sample = sent.sample()
    some = list(sent.counted(sample).items())[::3]
    answers = {who: sent.of(sample, at) for who, at in some}
    forms = []
    for who, readings in answers.items():
        content = sent.form(sent.texts_of(asked, readings), organisation=who)
        forms.append(sent.saved(tmp_path / f"{who}.xlsx", content))
    parts = list(asked.parts())
    table = [[name_of(asked, part.key) for part in parts]]
    table += [[in_one_cell(readings[part.key], part) for part in parts] for readings in answers.values()]
    from_forms = build_responses(asked, forms, sent.register())
    from_table = build_responses(asked, [csv_of(tmp_path / "all.csv", table)], sent.register())
    assert from_forms.respondents == from_table.respondents == list(answers)
    for one, other in zip(build_tables(from_forms), build_tables(from_table), strict=True):
        assert one == other
