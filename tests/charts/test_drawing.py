"""What holds for figures of every kind, for any number of respondents."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from analysis.charts import draw, kinds_for
from analysis.charts.drawing import NoAlternative, marks_of
from analysis.charts.palette import LIGHT
from analysis.charts.view import NARROW, WIDE
from analysis.questionnaire.words import Words
from analysis.tables import Label, Table
from tests.charts.invented_tables import KINDS, LONG, choice, scale
from tests.charts.read_marks import illegible, untied, words_of
from tests.charts.read_svg import shapes, size, texts

EVENTS = ("meetings", "by_month", "by_pillar")


def pictures(table: Table, language: str = "ko") -> tuple[str, str]:
    drawing = draw(table, language)
    assert drawing is not None
    return drawing.svg_wide, drawing.svg_narrow


@pytest.mark.parametrize("kind", EVENTS)
@pytest.mark.parametrize("n", [0, 1, 5, 14, 29, 320])
@pytest.mark.parametrize("equal", [False, True])
def test_the_ledger_s_figures_can_be_read_at_both_widths(kind: str, n: int, equal: bool) -> None:
    table = KINDS[kind](n, equal=equal)
    for width in (WIDE, NARROW):
        marks = marks_of(table, "ko", width)
        assert illegible(marks, width) == []
        assert untied(table, marks, "ko") == []


@pytest.mark.parametrize("good", ["low", "none"])
def test_points_of_long_words_can_be_read_whichever_end_is_good(good: str) -> None:
    for table in (
        scale(14, LONG * 2, good),
        scale(320, LONG * 2, good),
        scale(14, [str(at) for at in range(11)]),
    ):
        for width in (WIDE, NARROW):
            assert illegible(marks_of(table, "ko", width), width) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_drawing_shows_the_words_of_its_marks_with_their_cells(kind: str) -> None:
    table = KINDS[kind](14)
    for svg, width in zip(pictures(table), (WIDE, NARROW), strict=True):
        marks = words_of(marks_of(table, "ko", width))
        assert {(text.text, text.cell or "") for text in texts(svg)} == {
            (one.text, one.cell) for one in marks
        }
        assert size(svg)[0] == width


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("n", [14, 320])
def test_no_letters_are_smaller_than_12_px_where_a_page_shows_them_narrowest(kind: str, n: int) -> None:
    """A page shows the wide drawing from 35rem on, the narrow one from a phone of 320 pixels less its margins on."""
    for picture, shown in zip(pictures(KINDS[kind](n)), (35 * 16, 320 - 2 * 16), strict=True):
        assert min(text.size for text in texts(picture)) * shown / size(picture)[0] >= 12


@pytest.mark.parametrize("kind", KINDS)
def test_squares_are_there_on_paper_too(kind: str) -> None:
    """PDF draws no square caps on a line of no length, but round ones."""
    for picture in pictures(KINDS[kind](14)):
        for shape in shapes(picture):
            assert shape.look.get("stroke-linecap", "round") == "round"


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_equal_tables_give_equal_bytes(kind: str) -> None:
    for n in (14, 320):
        table = KINDS[kind](n)
        assert pictures(table) == pictures(Table.from_json(table.to_json()))


@pytest.mark.parametrize("kind", ["open", "text"])
def test_written_answers_have_no_figure(kind: str) -> None:
    assert draw(replace(choice(14), kind=kind)) is None


def test_hostile_words_stay_words() -> None:
    hostile = Label("o1", Words(ko="<script>alert('x')</script> & $x^2$ \x07 😀 {0} {}"))
    table = replace(choice(14), items=(hostile, *choice(14).items[1:]), title=Words(ko="</title><b>"))
    for svg in pictures(table):
        assert "<script" not in svg and "</title><b>" not in svg
        shown = "".join("".join(text.text.split()) for text in texts(svg))  # in one line or several
        assert "<script>alert('x')</script>&$x^2$" in shown
        assert "{0}{}" in shown


def test_a_screen_reader_is_told_title_and_description_once_for_both_widths() -> None:
    drawing = draw(choice(14), title="법인 설립", description="14개 중 절반이 추진에 찬성")
    assert drawing is not None
    wide, narrow = ET.fromstring(drawing.svg_wide), ET.fromstring(drawing.svg_narrow)
    named = {element.get("id"): element.text for element in wide if element.get("id")}
    for root in (wide, narrow):
        assert root.get("role") == "img"
        said = [named[name] for name in root.get("aria-labelledby", "").split()]
        assert said == ["법인 설립", "14개 중 절반이 추진에 찬성"]
    assert not [element for element in narrow if element.get("id")]


@pytest.mark.parametrize(("title", "description"), [("", ""), (" ", "14개"), ("법인 설립", "절반이 찬성")])
def test_no_drawing_is_without_an_alternative_text_with_a_number_in_it(title: str, description: str) -> None:
    with pytest.raises(NoAlternative):
        draw(choice(14), title=title, description=description)


def test_a_drawing_kept_as_a_file_brings_its_colours_light_and_dark() -> None:
    drawing = draw(scale(14))
    assert drawing is not None
    alone = drawing.standalone()
    assert alone.startswith('<svg viewBox="0 0 560 ') and 'xmlns="http://www.w3.org/2000/svg"' in alone
    declared = alone[: alone.index("</style>")].split("prefers-color-scheme:dark")
    for name in set(re.findall(r"var\(--([\w-]+)\)", alone)):
        assert all(f"--{name}:#" in part for part in declared), name


@pytest.mark.parametrize("language", ["ko", "en"])
def test_figures_of_a_page_are_told_apart_by_their_names_also_those_by_group(language: str) -> None:
    by_area = replace(choice(14, group=True), facts={**choice(14).facts, "group": {"ko": "권역별", "en": "By area"}})
    drawings = [draw(table, language) for table in (choice(14), by_area, scale(14))]
    names = [f"{drawing.title} {drawing.description}" for drawing in drawings if drawing]
    assert len({*names}) == len({drawing.title for drawing in drawings if drawing}) == 3
    assert all(re.search(r"\d", name) for name in names)


def test_several_figures_share_a_page() -> None:
    tables = [choice(14), choice(14, group=True), scale(14), replace(choice(14), year=2017)]
    ids = [name for table in tables for svg in pictures(table) for name in re.findall(r' id="([^"]*)"', svg)]
    assert len(ids) == len(set(ids))


def test_a_figure_takes_colours_and_face_from_its_page() -> None:
    for svg in pictures(scale(14)):
        assert set(re.findall(r"var\(--([\w-]+)", svg)) <= {*LIGHT}
        assert "#" not in svg and "style" not in svg and "font-family" not in svg


@pytest.mark.parametrize("kind", ["single", "scale", "multi", "number"])
@pytest.mark.parametrize("n", [0, 14, 320])
def test_a_table_can_be_read_as_whatever_figure_it_may_be_asked_as(kind: str, n: int) -> None:
    table = KINDS[kind](n)
    assert set(kinds_for(table)) >= {""}
    for name in kinds_for(table):
        for width in (WIDE, NARROW):
            marks = marks_of(table, "ko", width, name)
            assert illegible(marks, width) == [], name
            assert untied(table, marks, "ko") == [], name


def test_another_figure_shows_the_same_numbers() -> None:
    usual, lines = (draw(scale(14), kind=name).svg_wide for name in ("", "options"))
    assert usual != lines
    points = r'data-cell="/\d/count"'
    assert set(re.findall(points, lines)) == set(re.findall(points, usual)) != set()
