"""A cell of a spreadsheet holds 32,767 characters; what does not fit is told."""

from __future__ import annotations

import pytest

from analysis.language.cell_text import LONGEST, cell_text


@pytest.mark.parametrize("text", ["", "가", "=1", "x" * LONGEST, "😀" * (LONGEST // 2)])
def test_what_fits_stays_as_it_is(text: str) -> None:
    assert cell_text(text) == text


@pytest.mark.parametrize("text", ["가" * (LONGEST + 1), "x" * 100_000, "😀" * LONGEST, "a" + "😀" * LONGEST])
def test_what_does_not_fit_is_cut_between_letters_and_counted(text: str) -> None:
    for language, words in (("ko", "자를 줄였습니다]"), ("en", "more characters do not fit into a cell]")):
        cut = cell_text(text, language)
        kept, _, notice = cut.rpartition(" … [")
        assert len(cut.encode("utf-16-le")) // 2 <= LONGEST
        assert text.startswith(kept) and notice.endswith(words)
        assert f"{len(text) - len(kept):,}" in notice
