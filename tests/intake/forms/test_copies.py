"""Of several cells of one name the one that is filled in is the answer."""

from __future__ import annotations

from analysis.form.code import digest
from analysis.form.fields import fields_of
from analysis.intake.forms.copies import Settled, settle_copies
from analysis.intake.forms.returned import FormCell
from analysis.intake.sheet import EMPTY, Cell
from tests.intake.forms.small_form import ASKED


def cell(name: str, text: str, copy: str = "", hidden: bool = False) -> FormCell:
    place = f"{copy or '현황'} › {name}"
    return FormCell(f"dure__{name}", Cell(text, text) if text else EMPTY, place, copy=copy, hidden=hidden)


def settled(*cells: FormCell) -> Settled:
    return settle_copies(fields_of(ASKED), cells)


def places(found: Settled) -> list[str]:
    return [cell.place for cell in found.cells.values()]


def test_the_filled_copy_is_read() -> None:
    found = settled(cell("people", ""), cell("people", "3", "사본"))
    assert places(found) == ["사본 › people"]
    assert (found.differing, found.copied) == ((), ("사본",))


def test_of_two_filled_ones_the_form_s_own_is_read_and_the_other_told() -> None:
    found = settled(cell("people", "4", "사본"), cell("people", "3"))
    assert places(found) == ["현황 › people"]
    assert [(one.used.cell.text, one.other.cell.text) for one in found.differing] == [("3", "4")]


def test_two_that_say_the_same_are_one_answer() -> None:
    assert settled(cell("people", "3"), cell("people", " 3 ", "사본")).differing == ()


def test_marks_of_two_copies_are_not_added_up() -> None:
    found = settled(
        cell("needs__law", "○"), cell("needs__training", ""),
        cell("needs__law", "", "사본"), cell("needs__training", "○", "사본"),
    )  # fmt: skip
    assert {name: cell.filled for name, cell in found.cells.items()} == {
        "dure__needs__law": True,
        "dure__needs__training": False,
    }
    assert len(found.differing) == 1


def test_a_hidden_copy_gives_way_even_to_an_empty_one() -> None:
    found = settled(cell("people", ""), cell("people", "99", "예시", hidden=True))
    assert places(found) == ["현황 › people"]
    assert (found.differing, found.copied) == ((), ())


def test_a_row_that_was_copied_in_a_hangul_document_is_a_copy_too() -> None:
    found = settled(cell("people", ""), cell("people", "3"))
    assert [cell.cell.text for cell in found.cells.values()] == ["3"]


def test_where_the_form_s_own_sheet_is_as_it_was_sent_a_copy_that_differs_is_the_answer() -> None:
    own, copy = cell("people", "3"), cell("people", "4", "사본")
    sent = digest({"dure__people": "3"})
    found = settle_copies(fields_of(ASKED), [own, copy], sent)
    assert places(found) == ["사본 › people"]
    assert [(one.used.cell.text, one.other.cell.text) for one in found.differing] == [("4", "3")]


def test_a_copy_that_is_as_it_was_sent_is_not() -> None:
    own, copy = cell("people", "4"), cell("people", "3", "사본")
    sent = digest({"dure__people": "3"})
    assert places(settle_copies(fields_of(ASKED), [own, copy], sent)) == ["현황 › people"]
