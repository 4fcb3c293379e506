"""What was put right, or is the secretariat's own to settle, is not asked of the respondent."""

from __future__ import annotations

from pathlib import Path

from analysis.fieldwork.ask.ask import _asked
from analysis.form.plan import plan_of
from analysis.form.workbook.form import write_form
from analysis.intake.corrections import Correction
from analysis.intake.register import Organisation, Register
from analysis.responses.build import build_responses
from analysis.responses.responses import Responses
from tests.form.typed import typed_workbook
from tests.responses.answers_file import csv_of
from tests.returned_forms import damage
from tests.tables.small_survey import REGIONS, survey

ASKED = survey(
    {"id": "name", "kind": "text", "identifier": True},
    {"id": "people", "kind": "number", "unit": "명"},
    {"id": "region", "kind": "single", "options": REGIONS},
)
REGISTER = Register((Organisation("gaon", "가온", frames=("member_orgs",)),))
HEADING = ["Q1", "Q2", "Q3"]


def correction(question: str, old: str, new: str) -> Correction:
    return Correction("gaon", question, "", "", "", old, new, "전화", "김보람", "2016-08-01")


def said(responses: Responses) -> str:
    return "\n".join(item.text for of in _asked(responses, "ko").values() for item in of)


def test_a_text_beside_a_cell_is_not_asked_about_once_its_question_was_put_right(tmp_path: Path) -> None:
    content = write_form(plan_of(ASKED), {"dure__name": "가온", "dure__region": "부산"}, "gaon", "가온")
    path = damage.damaged(
        tmp_path / "a.xlsx",
        content,
        lambda book: damage.write(book, "dure__people", "직원은 12명입니다", right=20),
    )

    def after(*corrections: Correction) -> str:
        return said(build_responses(ASKED, [path], REGISTER, corrections=corrections))

    assert "직원은 12명" in after()
    assert "직원은 12명" in after(correction("Q3", "부산", "서울"))
    assert after(correction("Q2", "", "12")) == ""


def test_of_an_earlier_response_only_what_was_not_put_right_since_is_asked(tmp_path: Path) -> None:
    path = csv_of(tmp_path / "a.csv", [HEADING, ["가온", "12", ""], ["가온", "", "부산"]])

    def after(*corrections: Correction) -> str:
        return said(build_responses(ASKED, [path], REGISTER, corrections=corrections))

    assert "‘12’" in after()
    assert after(correction("Q2", "", "13")) == ""
    assert after(correction("Q2", "", "")) == ""


def test_what_was_confirmed_as_it_stands_is_not_asked_again(tmp_path: Path) -> None:
    path = csv_of(tmp_path / "a.csv", [HEADING, ["가온", "12.5", "부산"]])
    plain = build_responses(ASKED, [path], REGISTER)
    assert "‘12.5’" in said(plain)
    confirmed = build_responses(ASKED, [path], REGISTER, corrections=[correction("Q2", "12.5", "12.5")])
    assert said(confirmed) == ""


def test_a_cell_on_which_two_entries_differ_is_asked_of_nobody_until_it_is_settled(tmp_path: Path) -> None:
    first = {"no": 7, "name": "가온", "people": "여럿", "region": ""}
    differing = {**first, "people": "12", "region": "2"}

    def asked(second: dict[str, object], *corrections: Correction) -> str:
        path = typed_workbook(tmp_path / "입력.xlsx", ASKED, [first], [second])
        return said(build_responses(ASKED, [path], REGISTER, corrections=corrections))

    assert "‘여럿’" in asked(first)
    assert "Q3" in asked(first)
    assert asked(differing) == ""
    assert "Q3" in asked({**first, "people": "12"})
