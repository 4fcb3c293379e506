"""Which cells of a row are surely not asked for: in formulas that stay short, however questions hang together."""

from __future__ import annotations

from analysis.form.entry.routing import not_asked
from analysis.form.plan import plan_of
from tests.tables.small_survey import survey

YES_NO = {"kind": "single", "options": {"yes": "예", "no": "아니오"}}
LONGEST = 8_192  # letters of a formula in Excel


def test_a_long_chain_of_questions_is_followed_as_far_as_a_formula_reaches() -> None:
    chain = [{"id": "q0", **YES_NO}]
    for at in range(1, 40):
        before = f"q{at - 1}"
        chain.append({"id": f"q{at}", **YES_NO, "ask_if": f"{before} is yes or not {before} is no"})
    plan = plan_of(survey(*chain))
    formulas = not_asked(plan, {field.name: f"$A{at}" for at, field in enumerate(plan.fields, start=1)})
    assert {"dure__q1", "dure__q2", "dure__q3"} < {*formulas}
    assert max(len(one) for (one,) in formulas.values()) < LONGEST
    assert "$A1)" in formulas["dure__q3"][0]  # what it hangs on at last
