from __future__ import annotations

import pytest
from matplotlib.ft2font import FT2Font, LoadFlags

from analysis.charts.font import font_file
from analysis.charts.letter_widths import LetterWidths

SOME = "".join(map(chr, [*range(0x20, 0x2FF), *range(0x2000, 0x2600), *range(0xAC00, 0xD7A4, 7), 0x1F642, 0x10FFFF]))


@pytest.mark.parametrize("weight", [400, 700])
def test_letters_are_as_wide_as_freetype_says(weight: int) -> None:
    font, widths = FT2Font(str(font_file(weight))), LetterWidths(font_file(weight))
    for letter in SOME:
        lacking = font.get_char_index(ord(letter)) == 0
        told = None if lacking else font.load_char(ord(letter), LoadFlags.NO_SCALE).horiAdvance
        assert widths.of(letter) == (told if told is None else told / font.units_per_EM), letter
