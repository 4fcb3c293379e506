"""What a form counts for itself is what the questionnaire says."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.form.condition_formula import ASKED, NOT_ASKED, UNDECIDED
from analysis.form.gates import gates_of
from analysis.form.plan import plan_of
from analysis.form.workbook.form import write_form
from analysis.questionnaire.question import PartKey
from tests.form.made import SURVEYS, every_kind, shipped, some_answers
from tests.form.recalculated import counted, counted_again
from tests.libreoffice import LibreOffice
from tests.tables.small_survey import survey

SEEDS = {"every_kind": range(6), **dict.fromkeys(SURVEYS, (3,))}


def states(**filled: str) -> dict[str, int]:
    """Whether each conditional question of the small form is asked, by what is filled in."""
    gates = gates_of(plan_of(every_kind()), {f"dure__{name}": text for name, text in filled.items()})
    return {".".join(filter(None, key)): gate.state for key, gate in gates.items()}


def test_nothing_is_decided_on_an_empty_form_but_what_asks_about_absence() -> None:
    undecided = states()
    assert undecided.pop("rich") == ASKED  # not answered(people)
    assert set(undecided.values()) == {UNDECIDED}


def test_an_answer_decides_and_what_hangs_on_an_unasked_question_is_not_asked_either() -> None:
    found = states(form='가"나', liked="만족", people="3", did__none="○")
    assert (found["why"], found["few"], found["left"]) == (ASKED, ASKED, NOT_ASKED)
    assert (found["disliked"], found["more"]) == (NOT_ASKED, NOT_ASKED)


def test_an_option_may_be_given_by_its_number_and_the_box_beside_a_scale_is_no_point_of_it() -> None:
    assert states(liked="2")["disliked"] == ASKED
    assert states(liked="이용 안 함")["disliked"] == UNDECIDED
    assert states(form="2", people="50")["left"] == NOT_ASKED


def test_an_amount_is_compared_in_won_and_words_decide_nothing() -> None:
    assert states(spent="5000", people="1")["rich"] == ASKED
    assert states(spent="4,999", people="1")["rich"] == NOT_ASKED
    assert states(spent="약 5천만원", people="1")["rich"] == UNDECIDED


def test_blanks_around_a_choice_do_not_matter_and_what_is_no_choice_decides_nothing() -> None:
    assert states(liked=" 불만족  ")["disliked"] == ASKED
    assert states(liked="만족인 듯")["disliked"] == UNDECIDED
    assert (states(form="모름")["why"], states(form="라,  마")["why"]) == (UNDECIDED, NOT_ASKED)


def test_words_are_an_answer_though_they_are_no_number() -> None:
    assert states(people="약 3")["rich"] == UNDECIDED
    assert states(people="약 3", spent="0")["rich"] == NOT_ASKED


def test_columns_hang_on_the_same_row_and_questions_on_all_rows_or_any() -> None:
    found = states(used__a__done="예", used__b__done="아니오", used__a__liked="불만족")
    assert (found["used.a.liked"], found["used.b.liked"]) == (ASKED, NOT_ASKED)
    assert (found["unused"], found["unhappy"]) == (NOT_ASKED, ASKED)


def test_the_formulas_come_to_what_was_written_beside_them(tmp_path: Path, libreoffice: LibreOffice) -> None:
    """On forms filled in at random: which questions are asked, what is open, sums and status lines."""
    files = []
    for name, seeds in SEEDS.items():
        plan = plan_of(every_kind() if name == "every_kind" else shipped(name))
        for seed in seeds:
            files.append(tmp_path / f"{name}_{seed}.xlsx")
            files[-1].write_bytes(write_form(plan, some_answers(plan, seed)))
    open_or_not = []
    for file, again in zip(files, counted_again(libreoffice, files, tmp_path / "again"), strict=True):
        written = counted(file)
        assert dict(again) == pytest.approx(dict(written)), file.name
        open_or_not += written.values()
    assert {NOT_ASKED, ASKED, UNDECIDED, "아직 9문항이 비어 있습니다."} < {*open_or_not}


def test_a_condition_too_long_for_a_cell_leaves_its_question_undecided() -> None:
    rows = {f"row_{number}_{'x' * 60}": f"행 {number}" for number in range(80)}
    grid = {"id": "long", "kind": "grid", "rows": rows,
            "answer": {"kind": "single", "options": {"yes": "예", "no": "아니오"}}}  # fmt: skip
    then = {"id": "then", "kind": "open", "ask_if": "all(long) is no"}
    gate = gates_of(plan_of(survey(grid, then)), {})[PartKey("then")]
    assert (gate.formula, gate.state) == (f"={UNDECIDED}", UNDECIDED)
