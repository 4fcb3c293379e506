"""The colours: contrast by the formula of WCAG 2.1, relative luminance."""

from __future__ import annotations

from itertools import pairwise

import pytest

from analysis.charts.palette import BY_GOOD, BY_NONE, DARK, HOLLOW, LIGHT, PARTS, css, on


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


THEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


@THEMES
def test_words_can_be_read_on_paper(colours: dict[str, str]) -> None:
    for name in ("ink", "ink2", "ink3", "link", "tag"):
        assert contrast(colours[name], colours["paper"]) >= 4.5, name


@THEMES
def test_marks_stand_out_from_paper(colours: dict[str, str]) -> None:
    for name in ("indigo", "sky", "gam", "rust", "wine", "muk", "ssuk", "hot", "ring"):
        assert contrast(colours[name], colours["paper"]) >= 3, name


@THEMES
def test_figures_can_be_read_on_fills(colours: dict[str, str]) -> None:
    for name in (*PARTS, "rust"):
        assert contrast(colours[on(name)], colours[name]) >= 4.6, name


@THEMES
@pytest.mark.parametrize("order", [PARTS, *BY_GOOD.values(), *BY_NONE.values()])
def test_fills_that_touch_differ(colours: dict[str, str], order: tuple[str, ...]) -> None:
    for one, other in pairwise(order):
        if HOLLOW not in (one, other) and (one, other) != (
            "gam",
            "sky",
        ):  # which differ in hue, for all readers
            assert contrast(colours[one], colours[other]) >= 3, (one, other)


def test_light_and_dark_name_the_same_colours_and_one_value_means_one_name() -> None:
    assert list(LIGHT) == list(DARK)
    assert len(set(LIGHT.values())) == len(LIGHT)


def test_a_page_declares_them_as_variables() -> None:
    assert css({"ink": "#1B2130", "on-dark": "#FFFFFF"}) == "--ink:#1B2130;--on-dark:#FFFFFF"
