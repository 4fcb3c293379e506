"""A sample of figures as a browser lays their letters out: in the shipped font, in a condensed face and in a wider one
(made of it by `size-adjust`, for this machine has no other Korean face to be sure of)."""

from __future__ import annotations

import base64
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from analysis.charts import draw
from analysis.charts.font import FILES, subset
from tests.tables.matrix import tables

SAMPLE = (
    "multi/40 options", "scale/n=320", "ranking_of_five/n=14", "grid_reversed/n=14", "grid_blocks/n=320",
    "mixed_use/long words", "ipa_blocks/n=14", "money/n=320", "money/n=14",
)  # fmt: skip

IN_FACE = """async face => {
    document.body.style.fontFamily = face;
    await Promise.all([400, 700].map(weight => document.fonts.load(`${weight} 13px ${face}`)));
}"""

# Every text of every figure: [figure, text, left, top, right, bottom], and each figure's sheet.
BOXES = """() => [...document.querySelectorAll('svg')].map((svg, at) => ({
    sheet: [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height],
    texts: [...svg.querySelectorAll('text')].map(text => {
        const box = text.getBBox();
        return [text.textContent, box.x, box.y, box.x + box.width, box.y + box.height];
    }),
}))"""


FACES = {"condensed": 92, "shipped": 100, "wide": 108}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    drawings = [draw(table) for name, table in tables() if name in SAMPLE]
    svgs = [svg for drawing in drawings if drawing for svg in (drawing.svg_wide, drawing.svg_narrow)]
    assert len(svgs) == 2 * len(SAMPLE)
    faces = "".join(
        f"@font-face{{font-family:{name};font-weight:{weight};size-adjust:{adjust}%;src:url(data:font/woff2;base64,"
        f"{base64.b64encode(subset(''.join(svgs), weight)).decode()})}}"
        for name, adjust in FACES.items()
        for weight in FILES
    )
    page = browser.new_page()
    page.set_content(f"<!doctype html><style>svg{{display:block}}{faces}</style>{''.join(svgs)}")
    yield page
    page.close()


@pytest.fixture(scope="module", params=FACES)
def figures(page: Page, request: pytest.FixtureRequest) -> tuple[float, list[dict]]:
    """How wide the face is, and what stands where in it."""
    page.evaluate(IN_FACE, request.param)
    return FACES[request.param] / 100, page.evaluate(BOXES)


def test_no_text_stands_on_another(figures: tuple[float, list[dict]]) -> None:
    for figure in figures[1]:
        for at, (text, left, top, right, low) in enumerate(figure["texts"]):
            for other, other_left, other_top, other_right, other_low in figure["texts"][at + 1 :]:
                across = min(right, other_right) - max(left, other_left)
                down = min(low, other_low) - max(top, other_top)
                assert across <= 0.5 or down <= 3, (text, other)  # lines of a paragraph share a hair


def test_nothing_is_cut_off_by_the_sheet(figures: tuple[float, list[dict]]) -> None:
    for figure in figures[1]:
        wide, high = figure["sheet"]
        for text, left, top, right, low in figure["texts"]:
            assert left >= -0.5 and top >= -0.5 and right <= wide + 0.5 and low <= high + 0.5, text


def test_the_browser_s_letters_are_as_wide_as_they_were_measured(figures: tuple[float, list[dict]]) -> None:
    from analysis.charts.measure import width

    ratios = [
        (right - left) / figures[0] / min(width(text, size, bold) for size in (11, 12, 13) for bold in (False, True))
        for figure in figures[1]
        for text, left, _, right, _ in figure["texts"]
        if len(text) > 6
    ]
    assert max(ratios) < 1.3 and min(ratios) > 0.9
