"""Forms that come back otherwise than they were sent: each is read rightly, or it is said what is wrong with it.

Every one is the real form of the survey of support organisations, filled in with the sample's answers.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from openpyxl.workbook.workbook import Workbook

from analysis.form.plan import plan_of
from analysis.intake.errors import IntakeError
from analysis.questionnaire.question import PartKey
from analysis.responses.reading import Reading, absent
from analysis.responses.responses import Responses
from tests.returned_forms import damage, sent
from tests.returned_forms.damage import Damage, damaged
from tests.returned_forms.sent import WHO, saved, the_only, told

NAME, TENURE = PartKey("organisation_name"), PartKey("tenure")
INTEGRATION, BASIS, REFORMS = PartKey("integration"), PartKey("legal_basis"), PartKey("reforms")


@pytest.fixture(scope="module")
def whole() -> bytes:
    """The form as it comes back when all goes well."""
    return sent.form(sent.answers()[WHO])


@pytest.fixture(scope="module")
def answered(whole: bytes, tmp_path_factory: pytest.TempPathFactory) -> dict[PartKey, Reading]:
    """The answers in it."""
    return sent.of(sent.read(saved(tmp_path_factory.mktemp("whole") / "form.xlsx", whole)))


class Came(NamedTuple):
    """what      the damage, as somebody might tell it
    damage    done to the open workbook
    rules     what is told of it: rule and printed number of the question
    but       answers that are read otherwise than from the form that is whole
    """

    what: str
    damage: Damage
    rules: Sequence[tuple[str, str]] = ()
    but: dict[PartKey, Reading] = {}


def insert_a_row(book: Workbook) -> None:
    damage.insert_row(book, "dure__tenure")
    damage.insert_row(book, "dure__legal_basis__law")


def hide_an_example(book: Workbook) -> None:
    example = damage.copy_sheet(book, "dure__tenure", "작성 예시")
    for cell in (cell for row in example.iter_rows() for cell in row if cell.value == 26):
        cell.value = 99
    example.sheet_state = "hidden"


def fill_in_the_copy(book: Workbook) -> None:
    copy = damage.copy_sheet(book, "dure__tenure", "B. 조직과 인력 (2)")
    original, _, _ = damage.place(book, "dure__tenure")
    for name in copy.defined_names:
        _, row, column = damage.place(book, name)
        original.cell(row, column).value = None


def fill_in_the_copy_otherwise(book: Workbook) -> None:
    copy = damage.copy_sheet(book, "dure__tenure", "B. 조직과 인력 (2)")
    _, row, column = damage.place(book, "dure__tenure")
    copy.cell(row, column).value = 30


def mark_others_in_the_copy(book: Workbook) -> None:
    copy = damage.copy_sheet(book, "dure__legal_basis__law", "A (2)")
    for option, mark in (("law", "○"), ("ordinance", None)):
        _, row, column = damage.place(book, f"dure__legal_basis__{option}")
        copy.cell(row, column).value = mark


def answer_beside(book: Workbook) -> None:
    damage.write(book, "dure__tenure", None)
    damage.write(book, "dure__tenure", "26개월쯤", right=3)


def edit_labels(book: Workbook) -> None:
    for sheet in book.worksheets:
        sheet.protection.sheet = False
    sheet, row, column = damage.place(book, "dure__tenure")
    (label,) = [
        cell for line in sheet.iter_rows() for cell in line if str(cell.value).startswith("직원의 평균 근속")
    ]
    label.value = f"{label.value} (정규직만)"


def merge_two_answers(book: Workbook) -> None:
    damage.write(book, "dure__headcount__open_ended__established", None)
    sheet, row, column = damage.place(book, "dure__headcount__permanent__established")
    below = damage.place(book, "dure__headcount__open_ended__established")[1]
    for merged in list(sheet.merged_cells.ranges):
        if merged.min_col <= column <= merged.max_col and row <= merged.min_row <= below:
            sheet.unmerge_cells(merged.coord)
    sheet.merge_cells(start_row=row, end_row=below, start_column=column, end_column=column)


def erase_the_code(book: Workbook) -> None:
    damage.write(book, "dure_form", None)


def add_notes(book: Workbook) -> None:
    book.create_sheet("메모")["A1"] = "7월에 다시 통화하기로 함"


def hide_a_section(book: Workbook) -> None:
    damage.place(book, "dure__law_wish")[0].sheet_state = "hidden"


CAME = [
    Came("nothing happened to it", lambda book: None),
    Came("rows were inserted", insert_a_row),
    Came("a sheet was renamed", lambda book: damage.rename(book, "dure__tenure", "인력 (수정)")),
    Came("the row of a question was deleted", lambda book: damage.delete_row(book, "dure__tenure"),
         [("form_cell_lost", "B2")], {TENURE: absent("not_in_file")}),
    Came("a row of choices was deleted", lambda book: damage.delete_row(book, "dure__reforms__overheads"),
         [("form_cell_lost", "F1")]),
    Came("a sheet was copied, and the copy left as it was",
         lambda book: damage.copy_sheet(book, "dure__tenure", "사본") and None, [("form_sheet_copied", "")]),
    Came("a sheet was copied, and the copy filled in", fill_in_the_copy, [("form_sheet_copied", "")]),
    Came("a sheet was copied, and both filled in otherwise", fill_in_the_copy_otherwise,
         [("form_copies_differ", "B2"), ("form_sheet_copied", "")]),
    Came("a sheet was copied, and others marked", mark_others_in_the_copy,
         [("form_copies_differ", "A5"), ("form_sheet_copied", "")]),
    Came("an example was left on a hidden sheet", hide_an_example, [("hidden_sheet", "")]),
    Came("a section was hidden", hide_a_section,
         [("form_answer_hidden", one) for one in ("F1", "F2", "F4", "F6")]),
    Came("an answer stands beside its cell", answer_beside,
         [("form_stray_text", "B2")], {TENURE: absent("no_answer", "blank")}),
    Came("the protection was taken off and a question reworded", edit_labels, [("form_text_changed", "")]),
    Came("two choices in a single one", lambda book: damage.write(book, "dure__integration", "①, ③"),
         [("several_chosen", "F2")], {INTEGRATION: absent("invalid", "several_chosen")}),
    Came("a choice by its number", lambda book: damage.write(book, "dure__integration", "③"),
         but={INTEGRATION: Reading(code="keep")}),
    Came("more choices than allowed",
         lambda book: [damage.write(book, f"dure__reforms__{one}", "V") for one in ("pay_standard", "overheads")] and None,
         [("too_many_choices", "F1")],
         {REFORMS: Reading(code="longer_contract|pay_standard|evaluation|one_system|overheads")}),
    Came("a mark that is neither yes nor no", lambda book: damage.write(book, "dure__legal_basis__law", "?"),
         [("tick_unread", "A5")], {BASIS: Reading(code="ordinance", detail="partly_read")}),
    Came("words in the cell of a number", lambda book: damage.write(book, "dure__tenure", "약 2년 반"),
         but={TENURE: Reading(number=30, low=None, high=None, qualifier="approx")}),
    Came("answer cells were merged", merge_two_answers, [("form_cell_merged", "B1")],
         {PartKey("headcount", "open_ended", "established"): absent("no_answer", "blank")}),
    Came("the number of the form was erased", erase_the_code, [("form_no_code", "")]),
    Came("a sheet with notes was added", add_notes, [("form_sheet_added", "")]),
]  # fmt: skip


@pytest.fixture(scope="module")
def came_back(whole: bytes, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Responses]:
    """Every one of them read as if it had come alone."""
    folder = tmp_path_factory.mktemp("damaged")
    return sent.read_each([damaged(folder / f"{came.what}.xlsx", whole, came.damage) for came in CAME])


@pytest.mark.parametrize("came", CAME, ids=lambda came: came.what)
def test_a_form_is_read_though(
    came: Came, came_back: dict[str, Responses], answered: dict[PartKey, Reading]
) -> None:
    responses = came_back[came.what]
    assert responses.respondents == [WHO]
    assert told(responses.findings) == sorted(came.rules)
    assert sent.of(responses) == {**answered, **came.but}


def test_what_is_told_names_file_sheet_cell_and_question(came_back: dict[str, Responses]) -> None:
    stray = the_only(came_back["an answer stands beside its cell"].findings, "form_stray_text")
    assert stray.place.startswith("an answer stands beside its cell.xlsx › B. 조직과 인력 › ")
    assert (stray.value, stray.question) == ("26개월쯤", "B2")
    assert "'26개월쯤'이라고 적혀 있어 쓰지 않았습니다" in stray.text()
    assert "B2. 직원의 평균 근속기간은 몇 개월입니까?" in stray.text()


def test_of_two_copies_that_differ_both_places_are_named(came_back: dict[str, Responses]) -> None:
    differ = the_only(
        came_back["a sheet was copied, and both filled in otherwise"].findings, "form_copies_differ"
    )
    assert differ.cell.startswith("B. 조직과 인력 › ") and differ.value == "26"
    assert "B. 조직과 인력 (2) › " in differ.hint and differ.hint.endswith("'30'")


def test_choices_whose_cells_are_gone_are_named(came_back: dict[str, Responses]) -> None:
    lost = the_only(came_back["a row of choices was deleted"].findings, "form_cell_lost")
    assert lost.value.startswith("F1. ") and lost.value.endswith("[간접비 인정, 기타]")


def refused(*files: Path) -> str:
    with pytest.raises(IntakeError) as error:
        sent.read(*files)
    assert error.value.words("en") != error.value.words("ko")
    return error.value.words("ko")


def test_the_form_of_another_survey_is_refused_and_named(tmp_path: Path) -> None:
    other = sent.questionnaire().model_copy(update={"survey": "member_orgs"})
    path = saved(tmp_path / "form.xlsx", sent.form(asked=plan_of(other)))
    assert "다른 조사('member_orgs', 2016년)의 서식" in refused(path)
    assert "data/raw/2016/member_orgs/" in refused(path)


def test_last_year_s_form_is_refused_and_named(tmp_path: Path) -> None:
    last = sent.questionnaire().model_copy(update={"year": 2015})
    path = saved(tmp_path / "form.xlsx", sent.form(asked=plan_of(last)))
    assert "2015년 서식입니다. 지금 읽는 것은 2016년 조사입니다" in refused(path)


def test_an_older_form_of_the_same_year_is_read_by_its_names(
    answered: dict[PartKey, Reading], tmp_path: Path
) -> None:
    """The questionnaire had asked something else then, and not yet F2."""
    questions = [one for one in sent.questionnaire().questions if one.id != "integration"]
    asked_before = questions[-2].model_copy(update={"id": "dropped"})
    before = sent.questionnaire().model_copy(update={"questions": (*questions, asked_before)})
    typed = {**sent.answers()[WHO], "dure__dropped": "예산이 모자랍니다"}
    typed.pop("dure__integration")
    responses = sent.read(saved(tmp_path / "form.xlsx", sent.form(typed, asked=plan_of(before))))
    assert told(responses.findings) == [
        ("form_cell_strange", ""),
        ("form_other_version", ""),
        ("not_in_file", "F2"),
    ]
    assert the_only(responses.findings, "form_cell_strange").value == "예산이 모자랍니다"
    assert sent.of(responses) == {**answered, INTEGRATION: absent("not_in_file")}


def test_a_form_that_was_pasted_into_another_workbook_is_refused(whole: bytes, tmp_path: Path) -> None:
    assert "서식의 내용을 다른 파일에 옮겨 붙인 것" in refused(
        saved(tmp_path / "form.xlsx", damage.pasted(whole))
    )


def test_a_form_without_its_answer_sheets_is_refused(whole: bytes, tmp_path: Path) -> None:
    def delete(book: Workbook) -> None:
        for name in ("region", "tenure", "integration"):
            damage.delete_sheet(book, f"dure__{name}")

    assert "답을 적는 시트가 모두 지워졌습니다" in refused(damaged(tmp_path / "form.xlsx", whole, delete))


def test_an_answer_by_a_formula_without_a_result_is_refused(whole: bytes, tmp_path: Path) -> None:
    path = damaged(tmp_path / "form.xlsx", whole, lambda book: damage.write(book, "dure__tenure", "=20+6"))
    assert "수식이 있는데 계산 결과가 저장되어 있지 않습니다" in refused(path)


def test_a_form_locked_by_a_password_is_refused(tmp_path: Path) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    assert "암호가 걸린 파일" in refused(saved(tmp_path / "form.xlsx", ole))


def test_half_a_form_is_refused(whole: bytes, tmp_path: Path) -> None:
    assert "손상" in refused(saved(tmp_path / "form.xlsx", whole[: len(whole) // 2]))


def test_the_accents_of_a_file_s_name_do_not_matter(whole: bytes, tmp_path: Path) -> None:
    """macOS takes 가 apart."""
    name = unicodedata.normalize("NFD", "굴뚝새 (회신).xlsx")
    responses = sent.read(saved(tmp_path / name, whole))
    assert responses.respondents == [WHO]
    assert not told(responses.findings)


@pytest.mark.parametrize("filled", [{}, {"dure__organisation_name": sent.NAME, "dure__opened": "2013-01"}])
def test_a_form_that_nobody_touched_does_not_count(filled: dict[str, str], tmp_path: Path) -> None:
    other = saved(tmp_path / "other.xlsx", sent.form(sent.answers()["saetgang"], organisation="saetgang"))
    responses = sent.read(saved(tmp_path / "form.xlsx", sent.form(sent=filled)), other)
    assert responses.respondents == ["saetgang"]
    assert told(responses.findings) == [("form_untouched", "A1")]


def test_a_form_in_which_a_known_fact_was_mended_counts(tmp_path: Path) -> None:
    filled = {"dure__organisation_name": sent.NAME, "dure__opened": "2013-01"}
    content = sent.form({"dure__opened": "2013-02"}, sent=filled)
    responses = sent.read(saved(tmp_path / "form.xlsx", content))
    assert sent.of(responses)[PartKey("opened")].start == "2013-02-01"
    assert not told(responses.findings)
