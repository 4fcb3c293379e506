"""Answers that stand only beside the cells of a form: it is asked about them, and nobody is told that they were silent."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from analysis.fieldwork.ask.ask import notes
from analysis.fieldwork.ask.items import items
from analysis.fieldwork.ask.lists import silent, template_rows
from analysis.form.plan import plan_of
from analysis.form.workbook.form import write_form
from analysis.intake.corrections import Correction
from analysis.intake.register import Organisation, Register
from analysis.questionnaire.question import PartKey
from analysis.responses.build import build_responses
from analysis.responses.responses import Responses
from tests.responses.answers_file import column, rules
from tests.returned_forms import damage
from tests.tables.small_survey import REGIONS, survey

ASKED = survey(
    {"id": "name", "kind": "text", "identifier": True},
    {"id": "people", "kind": "number", "unit": "명"},
    {"id": "region", "kind": "single", "options": REGIONS},
)
REGISTER = Register((Organisation("gaon", "가온", frames=("member_orgs",)),))
SAYS = "직원은 12명입니다"


def with_text_beside(folder: Path, sent: Mapping[str, str]) -> Path:
    """A form that comes back with nothing new but a text beside the cell of the number."""
    content = write_form(plan_of(ASKED), sent, "gaon", "가온")
    return damage.damaged(
        folder / "a.xlsx", content, lambda book: damage.write(book, "dure__people", SAYS, right=20)
    )


def read(path: Path, *corrections: Correction) -> Responses:
    return build_responses(ASKED, [path], REGISTER, corrections=corrections)


def test_a_blank_form_with_a_text_beside_a_cell_is_asked_about(tmp_path: Path) -> None:
    responses = read(with_text_beside(tmp_path, {}))
    assert rules(responses) == {"form_answered_beside": 1, "form_stray_text": 1, "no_response": 1}
    (said,) = items(responses, "ko")[0]
    assert SAYS in said.text
    assert [one.state for one in silent(responses, REGISTER)] == ["beside"]


def test_it_counts_when_the_answer_was_put_into_the_list_of_corrections(tmp_path: Path) -> None:
    path = with_text_beside(tmp_path, {})
    responses = read(path)
    asked = notes(responses, REGISTER, items(responses, "ko"))
    (_, line) = template_rows(asked, responses, REGISTER, "ko")
    respondent, question, file, sheet, cell, old = map(str, line[:6])
    assert sheet and "›" not in sheet + cell  # Excel's plain CSV has no such sign
    mended = Correction(respondent, question, file, sheet, cell, old, "12", "전화", "김보람", "2016-08-01")
    after = read(path, mended)
    assert after.respondents == ["gaon"]
    assert column(after, "number", "people") == [12]


def test_a_form_that_was_sent_with_facts_is_not_untouched_either(tmp_path: Path) -> None:
    responses = read(with_text_beside(tmp_path, {"dure__name": "가온", "dure__region": "부산"}))
    assert responses.respondents == ["gaon"]
    assert rules(responses) == {"form_stray_text": 1}
    assert any(SAYS in item.text for item in items(responses, "ko")[0])
    assert silent(responses, REGISTER) == []


def test_a_form_that_came_back_as_it_was_counts_with_the_answers_that_were_put_into_its_cells(
    tmp_path: Path,
) -> None:
    sent = {"dure__name": "가온", "dure__region": "부산"}
    path = tmp_path / "a.xlsx"
    path.write_bytes(write_form(plan_of(ASKED), sent, "gaon", "가온"))
    responses = read(path)
    assert [one.state for one in silent(responses, REGISTER)] == ["empty"]
    cell = responses.origin.sheets[0].columns[PartKey("people")]
    sheet, _, cell = cell.rpartition(" › ")
    told = Correction("", "Q2", "a.xlsx", sheet, cell, "", "12", "전화", "김보람", "2016-08-01")
    assert column(read(path, told), "number", "people") == [12]
