"""What is printed on a form is known, whomever it was sent to: a blank one has nothing to be told of."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.form.code import code_of
from analysis.form.hangul.form import write_hangul_form
from analysis.form.plan import plan_of
from analysis.form.workbook.form import write_form
from analysis.responses.build import build_responses
from tests.intake.forms.small_form import ASKED
from tests.responses.answers_file import rules

SENT = [("", "", {}), ("gaon", "가온", {}), ("gaon", "가온", {"dure__people": "3"})]


@pytest.mark.parametrize("kind", ["xlsx", "hwpx"])
@pytest.mark.parametrize(("to", "name", "filled"), SENT, ids=["to anybody", "to somebody", "with facts"])
def test_of_an_untouched_form_only_that_is_told(
    kind: str, to: str, name: str, filled: dict[str, str], tmp_path: Path
) -> None:
    plan, path = plan_of(ASKED), tmp_path / f"form.{kind}"
    if kind == "xlsx":
        path.write_bytes(write_form(plan, filled, to, name))
    else:
        path.write_bytes(write_hangul_form(plan, code_of(ASKED, to, filled), filled, name))
    assert rules(build_responses(ASKED, [path])) == {"form_untouched": 1}


def test_a_form_sent_with_every_answer_that_comes_back_as_it_was_says_that_they_are_right(
    tmp_path: Path,
) -> None:
    filled = {"dure__name": "가온", "dure__region": "부산", "dure__people": "3", "dure__needs__law": "○"}
    path = tmp_path / "form.xlsx"
    path.write_bytes(write_form(plan_of(ASKED), filled, "gaon", "가온"))
    responses = build_responses(ASKED, [path])
    assert responses.origin.counted.tolist() == [True]
    assert rules(responses) == {}
