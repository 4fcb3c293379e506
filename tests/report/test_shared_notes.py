"""What the figures of a chapter have in common is said once."""

from __future__ import annotations

from analysis.report.shared_notes import lift_notes

HIDDEN, FEW = "X는 응답자를 보호하려고 가린 값", "사례수 30 미만은 해석에 유의"


def piece(*notes: str, source: str = "어느 조사") -> str:
    lines = "".join(f"<li data-note>{note}</li>" for note in notes)
    listed = f'<div class="note"><b>주:</b><ol>{lines}</ol></div>' if notes else ""
    return f'<div class="notes">{listed}<p class="note from"><b>자료:</b><span class="source">{source}</span></p></div>'


def test_what_a_sign_means_is_lifted_where_two_figures_have_it():
    pieces, notes, _ = lift_notes([piece(HIDDEN, "순위별"), piece(HIDDEN), piece("다른 것")], "ko")
    assert notes == [HIDDEN]
    assert HIDDEN not in "".join(pieces) and "순위별" in pieces[0] and "다른 것" in pieces[2]


def test_of_few_respondents_it_is_said_for_any_number():
    assert lift_notes([piece(FEW), piece(FEW), piece()], "ko")[1] == [FEW]


def test_what_holds_for_some_figures_only_stays_with_them():
    pieces, notes, _ = lift_notes([piece("복수응답"), piece("복수응답"), piece()], "ko")
    assert notes == [] and "복수응답" in pieces[0] and "복수응답" in pieces[1]


def test_what_holds_for_every_figure_is_lifted():
    assert lift_notes([piece("가중치를 반영"), piece("가중치를 반영")], "ko")[1] == ["가중치를 반영"]


def test_one_source_of_all_figures_is_told_once_and_several_stay():
    pieces, _, source = lift_notes([piece(), piece()], "ko")
    assert source == "어느 조사" and pieces == ["", ""], "no empty place is left"
    pieces, _, source = lift_notes([piece(), piece(source="다른 조사")], "ko")
    assert source == "" and "어느 조사" in pieces[0] and "다른 조사" in pieces[1]


def test_a_figure_alone_keeps_what_is_its_own():
    pieces, notes, source = lift_notes([piece(HIDDEN)], "ko")
    assert (notes, source) == ([], "") and HIDDEN in pieces[0] and "어느 조사" in pieces[0]
    assert "data-note" not in pieces[0]
