"""How wide words are, and where a label breaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.ft2font import FT2Font, LoadFlags

from analysis.charts.font import font_file
from analysis.charts.measure import room, width, wrap


def test_words_are_as_wide_as_freetype_says() -> None:
    for bold in (False, True):
        font = FT2Font(str(font_file(700 if bold else 400)))
        units = sum(font.load_char(ord(letter), LoadFlags.NO_SCALE).horiAdvance for letter in "회원단체 14개")
        assert width("회원단체 14개", 13, bold) == pytest.approx(13 * units / font.units_per_EM)


def test_room_is_a_little_more_than_the_width() -> None:
    assert room("회원단체") == pytest.approx(1.15 * width("회원단체"))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("정책위원회", ("정책위원회",)),
        ("지역정책협의회 대표자 회의", ("지역정책협의회", "대표자 회의")),
        ("부문·업종·지역 연합조직", ("부문·업종·", "지역 연합조직")),
        ("이메일(회의자료·회의록)", ("이메일(회의자료·", "회의록)")),
        ("한국협동사회경제연대회의사무국", ("한국협동", "사회경제", "연대회의사무국")),
        ("사회연대경제지원센터 개소", ("사회연대경제", "지원센터 개소")),
        ("활동 인원이 1,000명 이상인 곳", ("활동 인원이", "1,000명", "이상인 곳")),
        ("예산 규모가 모두 100 억원", ("예산 규모가", "모두 100 억원")),
        ("민간과 행정이 함께 운영하는 방안 등", ("민간과 행정이", "함께 운영하는", "방안 등")),
    ],
)
def test_a_label_breaks_between_words_then_at_dots_and_inside_a_word_only_where_it_must(
    text: str, lines: tuple[str, ...]
) -> None:
    assert wrap(text, 110) == lines


def test_no_line_is_a_single_letter() -> None:
    for within in range(60, 200, 7):
        for line in wrap(
            "지역 단위의 통합 지원체계를 새로 만들고 민간과 행정이 함께 운영할 수 있는 것", within
        ):
            assert len(line) > 1


@given(st.text("가나다 ab·,/()12", max_size=60), st.integers(30, 300))
def test_wrapping_loses_no_letter_and_every_line_fits(text: str, within: int) -> None:
    lines = wrap(text, within)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(room(line) <= within for line in lines)
