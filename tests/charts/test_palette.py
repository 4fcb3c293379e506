"""The colours: contrast by the formula of WCAG 2.1, relative luminance; how readers with a colour vision
deficiency see them by the matrices of Machado, Oliveira and Fernandes (2009), IEEE TVCG 15(6), severity 1.0,
on linear RGB; difference as CIE76 in L*a*b* (D65)."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from analysis.charts.palette import BY_GOOD, BY_NONE, DARK, HEAT, HOLLOW, LIGHT, PARTS, css, on

RGB = tuple[float, float, float]
SIGHT: dict[str, tuple[RGB, RGB, RGB]] = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
TO_XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))  # sRGB, D65
WHITE = (0.9505, 1.0, 1.089)


def linear(colour: str) -> RGB:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return red, green, blue


def seen(colour: str, sight: str) -> RGB:
    return times(SIGHT[sight], linear(colour))


def times(matrix: tuple[RGB, RGB, RGB], rgb: RGB) -> RGB:
    x, y, z = (min(1.0, max(0.0, sum(a * b for a, b in zip(line, rgb, strict=True)))) for line in matrix)
    return x, y, z


def luminance(rgb: RGB) -> float:
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]


def contrast(one: str, other: str, sight: str = "all cones") -> float:
    light, dark = sorted((luminance(seen(one, sight)), luminance(seen(other, sight))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lab(rgb: RGB) -> RGB:
    x, y, z = (
        part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116
        for part in (
            sum(a * b for a, b in zip(line, rgb, strict=True)) / white
            for line, white in zip(TO_XYZ, WHITE, strict=True)
        )
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one: str, other: str, sight: str) -> float:
    return math.dist(lab(seen(one, sight)), lab(seen(other, sight)))


THEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


PARTS_AND_SCALES = [PARTS, *BY_GOOD.values(), *BY_NONE.values()]
MARKS = ("indigo", "sky", "gam", "rust", "wine", "muk", "ssuk", "hot", "ring")
NO_FILL = {"rule", "link", "tag", "ink", "ink2", "ink3", "on-dark", "on-mid", "on-bright", "ring"}  # lines and words
FILLS = sorted({*LIGHT} - NO_FILL)


@THEMES
def test_words_can_be_read_on_paper(colours: dict[str, str]) -> None:
    for name in ("ink", "ink2", "ink3", "link", "tag"):
        assert contrast(colours[name], colours["paper"]) >= 4.5, name


@THEMES
def test_marks_stand_out_from_paper(colours: dict[str, str]) -> None:
    for name in MARKS:
        assert contrast(colours[name], colours["paper"]) >= 3, name


@THEMES
@pytest.mark.parametrize("fill", FILLS)
def test_words_can_be_read_on_every_fill(colours: dict[str, str], fill: str) -> None:
    assert contrast(colours[on(fill)], colours[fill]) >= 4.6


def pairs(*orders: tuple[str, ...]) -> list[tuple[str, str]]:
    """Of what touches in these orders. What is hollow has a ring, and is paper in it."""
    drawn = {HOLLOW: "ring"}
    found = (sorted(map(str, (drawn.get(a, a), drawn.get(b, b)))) for order in orders for a, b in pairwise(order))
    return sorted({(one, other) for one, other in found})


BY_PAPER = [("gam", "sky"), ("gam", "ring"), ("ring", "sky"), ("indigo", "ring")]  # too like each other: see below


@THEMES
@pytest.mark.parametrize("pair", pairs(*PARTS_AND_SCALES), ids="-".join)
def test_fills_that_touch_differ(colours: dict[str, str], pair: tuple[str, str]) -> None:
    """By 3 : 1. No more than two steps of 3 : 1 have room between paper and ink, so that four points of a scale in the
    order of their strength cannot all differ so: the mild sides, and the ring of the middle, are told apart by the paper
    between them (test_contrast.py), from which each differs by 3 : 1."""
    one, other = (colours[name] for name in pair)
    if pair in BY_PAPER:
        assert min(contrast(one, colours["paper"]), contrast(other, colours["paper"])) >= 3
    else:
        assert contrast(one, other) >= 3


@THEMES
def test_the_empty_places_of_a_strip_are_quieter_than_those_taken(colours: dict[str, str]) -> None:
    paper = colours["paper"]
    assert 1.5 <= contrast(colours["slot"], paper) <= contrast(colours["indigo"], paper) / 3


TOUCHING = [
    *PARTS_AND_SCALES,
    ("indigo", "sky"),  # first and second choices; the largest and the others
    ("indigo", "gam"),  # spent, and more than budgeted
    ("indigo", "hot"),  # the point that asks for attention, the median over dots
]


@THEMES
@pytest.mark.parametrize("sight", SIGHT)
def test_fills_beside_each_other_stay_apart_for_every_eye(colours: dict[str, str], sight: str) -> None:
    touching = [pair for order in TOUCHING for pair in pairwise(fill for fill in order if fill != HOLLOW)]
    for one, other in touching:
        apart = difference(colours[one], colours[other], sight)
        lighter = contrast(colours[one], colours[other], sight)
        assert apart >= 30 and (apart >= 60 or lighter >= 2.6), (one, other, apart, lighter)


@THEMES
@pytest.mark.parametrize("sight", SIGHT)
def test_marks_stand_out_from_paper_for_every_eye(colours: dict[str, str], sight: str) -> None:
    for name in MARKS:
        assert contrast(colours[name], colours["paper"], sight) >= 3, name


@THEMES
def test_numbers_can_be_read_in_every_shade_and_a_darker_one_is_more(colours: dict[str, str]) -> None:
    for name in HEAT:
        assert contrast(colours[on(name)], colours[name]) >= 4.5, name
    from_paper = [contrast(colours[name], colours["paper"]) for name in HEAT]
    assert from_paper == sorted(from_paper)
    assert all(more / less >= 1.15 for less, more in pairwise(from_paper))


def test_light_and_dark_name_the_same_colours_and_one_value_means_one_name() -> None:
    assert list(LIGHT) == list(DARK)
    assert len(set(LIGHT.values())) == len(LIGHT)


def test_a_page_declares_them_as_variables() -> None:
    assert css({"ink": "#1B2130", "on-dark": "#FFFFFF"}) == "--ink:#1B2130;--on-dark:#FFFFFF"


@pytest.mark.parametrize("points", [4, 5])
def test_the_strong_no_of_a_scale_of_need_is_that_of_a_scale_of_satisfaction(points: int) -> None:
    assert BY_NONE[points] == BY_GOOD[points]
    assert BY_GOOD[points][0] == "rust"
