"""What holds for figures of every kind, for any number of respondents."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from analysis.charts import draw
from analysis.charts.measure import has_letter
from analysis.charts.palette import LIGHT
from analysis.narrative import Figure, show_cell
from analysis.questionnaire.words import Words
from analysis.tables import Label, Table
from analysis.tables.table import parse_address
from tests.charts.invented_tables import KINDS, LONG, choice, hide, scale
from tests.charts.read_svg import Text, size, texts

NUMBERS = (0, 1, 5, 14, 29, 320)
WITH_WORDS = [kind for kind in KINDS if kind not in ("number", "money", "scale", "by_month")]
FORTY = [f"{at}번째 보기의 이름" for at in range(1, 41)]


_drawn: dict[int, tuple[str, str]] = {}  # by the identity of a table of CASES


def pictures(table: Table, language: str = "ko") -> tuple[str, str]:
    drawing = draw(table, language)
    assert drawing is not None
    return drawing.svg_wide, drawing.svg_narrow


def drawn_once(table: Table) -> tuple[str, str]:
    if id(table) not in _drawn:
        _drawn[id(table)] = pictures(table)
    return _drawn[id(table)]


def every_table() -> list:
    cases = [pytest.param(make(n), id=f"{kind} n={n}") for kind, make in KINDS.items() for n in NUMBERS]
    cases += [pytest.param(make(14, equal=True), id=f"{kind} all equal") for kind, make in KINDS.items()]
    cases += [
        pytest.param(make(320, equal=True), id=f"{kind} all equal of many") for kind, make in KINDS.items()
    ]
    cases += [
        pytest.param(KINDS[kind](n, words=words), id=f"{kind} n={n} {name}")
        for kind in WITH_WORDS
        for n in (14, 320)
        for name, words in (("long", LONG), ("forty", FORTY))
    ]
    by_group = ("single", "multi", "date", "scale", "number", "money")
    cases += [
        pytest.param(KINDS[kind](n, group=True), id=f"{kind} n={n} by group")
        for kind in by_group
        for n in NUMBERS
    ]
    cases += [
        pytest.param(scale(14, LONG * 2, good), id=f"scale of long words, good {good}")
        for good in ("low", "none")
    ]
    cases += [pytest.param(scale(14, [str(at) for at in range(11)]), id="scale of eleven points")]
    return cases


def with_hidden_cells() -> list:
    """Every second line of every kind, its base, and all of it."""
    cases = []
    for kind, make in KINDS.items():
        for n in (14, 320):
            table = make(n)
            keys = list(dict.fromkeys((cell.level, cell.row, cell.item) for cell in table.cells))
            bases = [key for key in keys if not key[2]]
            for name, which in (
                ("some", keys[1::2]),
                ("others", keys[2::3]),
                ("bases", bases),
                ("all", keys),
            ):
                cases.append(pytest.param(hide(table, *which), id=f"{kind} n={n} {name} hidden"))
    return cases


CASES = [*every_table(), *with_hidden_cells()]


@pytest.mark.parametrize("table", CASES)
def test_a_figure_is_readable_at_both_widths(table: Table) -> None:
    for svg in drawn_once(table):
        shown, (wide, high) = texts(svg), size(svg)
        assert "nan" not in re.sub(r">[^<]*<", "><", svg)
        assert outside(shown, wide, high) == []
        assert on_top_of_each_other(shown) == []


@pytest.mark.parametrize("table", CASES)
def test_every_number_is_a_cell_as_everywhere_else(table: Table) -> None:
    for svg in drawn_once(table):
        for text in texts(svg):
            if text.cell is None:
                continue
            level, row, item, stat = parse_address(text.cell)[-1]
            cell = table.get(stat, item, row, level)
            assert cell is not None
            said = {show_cell(table, cell, "ko", unit) for unit in (True, False)}
            assert any((one.text if isinstance(one, Figure) else one) in text.text for one in said)


@pytest.mark.parametrize("kind", KINDS)
def test_equal_tables_give_equal_bytes(kind: str) -> None:
    for n in (14, 320):
        table = KINDS[kind](n)
        assert pictures(table) == pictures(Table.from_json(table.to_json()))


@pytest.mark.parametrize("kind", KINDS)
def test_the_shipped_font_has_every_letter_of_our_own_words(kind: str) -> None:
    for language in ("ko", "en"):
        for svg in pictures(KINDS[kind](14), language):
            missing = {letter for text in texts(svg) for letter in text.text if not has_letter(letter)}
            assert not missing


@pytest.mark.parametrize("kind", ["open", "text"])
def test_written_answers_have_no_figure(kind: str) -> None:
    assert draw(replace(choice(14), kind=kind)) is None


def test_hostile_words_stay_words() -> None:
    hostile = Label("o1", Words(ko="<script>alert('x')</script> & $x^2$ \x07 😀 {0} {}"))
    table = replace(choice(14), items=(hostile, *choice(14).items[1:]), title=Words(ko="</title><b>"))
    for svg in pictures(table):
        assert "<script" not in svg and "</title><b>" not in svg
        shown = " ".join(text.text for text in texts(svg))
        assert "<script>alert('x')</script> & $x^2$" in shown
        assert "{0} {}" in shown


def test_a_screen_reader_is_told_title_and_description() -> None:
    drawing = draw(choice(14), title="법인 설립", description="절반이 추진에 찬성")
    assert drawing is not None
    for svg in (drawing.svg_wide, drawing.svg_narrow):
        root = ET.fromstring(svg)
        assert root.get("role") == "img"
        named = {element.get("id"): element.text for element in root if element.get("id")}
        assert [named[name] for name in root.get("aria-labelledby", "").split()] == [
            "법인 설립",
            "절반이 추진에 찬성",
        ]


def test_several_figures_share_a_page() -> None:
    tables = [choice(14), choice(14, group=True), scale(14), replace(choice(14), year=2017)]
    ids = [name for table in tables for svg in pictures(table) for name in re.findall(r' id="([^"]*)"', svg)]
    assert len(ids) == len(set(ids))


def test_a_figure_takes_colours_and_face_from_its_page() -> None:
    for svg in pictures(scale(14)):
        names = set(re.findall(r"var\(--([\w-]+)", svg))
        assert names <= {*LIGHT, "sans"}
        assert "#" not in re.sub(r"var\([^)]*\)", "", svg)
        assert "font-family" not in svg and "<style" not in svg and "metadata" not in svg


def outside(shown: list[Text], wide: float, high: float) -> list[Text]:
    return [
        text
        for text in shown
        if text.left < -1 or text.right > wide + 1 or text.top < -1 or text.bottom > high + 1
    ]


def on_top_of_each_other(shown: list[Text]) -> list[tuple[str, str]]:
    return [
        (one.text, other.text)
        for at, one in enumerate(shown)
        for other in shown[at + 1 :]
        if one.covers(other)
    ]

