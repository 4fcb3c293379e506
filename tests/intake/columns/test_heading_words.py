"""What two headings have in common, and what is left of one."""

from __future__ import annotations

from analysis.intake.columns.heading_words import cuts, heading_key, path_of, remainder


def test_closing_punctuation_does_not_count() -> None:
    assert (
        heading_key("A2. 소재지는 어디입니까?")
        == heading_key("a2.소재지는 어디입니까 ?:.")
        == "a2.소재지는어디입니까"
    )
    assert heading_key("3.1x") == "3.1x"


def test_what_asks_for_words_of_ones_own_is_left_out() -> None:
    assert [remainder(key) for key in ("[기타]", "-기타(직접기재)", "기타내용", "기타(구체적으로기재)")] == [
        "기타"
    ] * 4


def test_a_hostile_cell_is_read_without_a_search_from_each_of_its_signs() -> None:
    """A search from every sign took half a minute for these two."""
    assert heading_key("." * 40_000 + "x") == "." * 40_000 + "x"
    assert remainder("기재" * 8_000 + "!") == "기재" * 8_000 + "!"


def test_a_cell_of_nothing_but_signs_is_not_cut_at_each() -> None:
    assert list(cuts("A3 - 총회/봄")) == [("A3 ", " 총회/봄"), ("A3 - 총회", "봄")]
    assert len(list(cuts("가/" * 999))) == 100
    assert path_of("group/activities/meeting") == ["group", "activities", "meeting"]
    assert path_of("a/" * 500) == []
