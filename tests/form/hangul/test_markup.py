"""Text as it stands in the elements of a Hangul document."""

from __future__ import annotations

import pytest

from analysis.form.hangul.markup import lines_of, tag, written


def test_an_element_has_its_attributes_and_what_stands_in_it() -> None:
    assert tag("hp:t", "가", tag("hp:b"), id=1) == '<hp:t id="1">가<hp:b/></hp:t>'


def test_quotes_in_an_attribute_end_nothing() -> None:
    assert tag("a", name='x" y') == "<a name='x\" y'/>"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_however_they_end(end: str) -> None:
    assert lines_of(f"첫째{end}둘째") == ["첫째", "둘째"]


def test_what_xml_cannot_hold_becomes_a_blank() -> None:
    assert lines_of("a\x00b\x0bc\ud800d\uffffe") == ["a b c d e"]


def test_letters_of_markup_are_letters_and_a_tab_is_an_element() -> None:
    assert written("a < b & c\td") == 'a &lt; b &amp; c<hp:tab width="4000" leader="0" type="1"/>d'
