"""The font that comes with the program, and the part of it that a page carries."""

from __future__ import annotations

import io
import os
import subprocess
import sys

from fontTools.ttLib import TTFont

from analysis.charts.font import FILES, font_file, subset
from analysis.charts.measure import width


def test_the_font_is_the_nanum_gothic_of_the_library() -> None:
    for weight, name in FILES.items():
        path = font_file(weight)
        assert path.name == name and path.parent.parent.name == "koreanize_matplotlib"
        with TTFont(path) as font:
            assert font["name"].getDebugName(1).startswith("NanumGothic")


def test_finding_it_does_not_import_its_package_which_changes_settings_of_matplotlib() -> None:
    find = "import sys; from analysis.charts.font import font_file; font_file()"
    code = f"{find}; sys.exit('koreanize_matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_subset_holds_the_letters_asked_for_and_no_others() -> None:
    with TTFont(io.BytesIO(subset("두레 14개", 700))) as font:
        assert font.flavor == "woff2"
        assert {chr(code) for code in font.getBestCmap()} == set("두레 14개")


def test_letters_that_the_font_lacks_are_left_to_the_reader_s_own_face() -> None:
    with TTFont(io.BytesIO(subset("가😀"))) as font:
        assert {chr(code) for code in font.getBestCmap()} == {"가"}


def test_a_minus_sign_is_shown_by_the_glyph_of_a_dash_and_by_itself() -> None:
    for weight in FILES:
        with TTFont(io.BytesIO(subset("−3", weight))) as font, TTFont(font_file(weight)) as whole:
            assert {chr(code) for code in font.getBestCmap()} == {"−", "3"}
            dash = whole["hmtx"][whole.getBestCmap()[ord("–")]]
            assert font["hmtx"][font.getBestCmap()[ord("−")]] == dash
    assert width("−", 10) == width("–", 10)


def test_the_same_letters_give_the_same_bytes_in_another_process() -> None:
    code = (
        "import sys; from analysis.charts.font import subset; sys.stdout.buffer.write(subset('나가다', 400))"
    )
    other = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": "7"},
    )
    assert other.stdout == subset("가나다가", 400)
