"""What holds for the words of every table, whatever is in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import start
from analysis.language import LANGUAGES
from analysis.language.catalogue import catalogue, fields_of
from analysis.ledger import build_tables, read
from analysis.narrative import Figure, alt_title, headline, sentences
from analysis.narrative.narrative import KINDS
from analysis.tables import Cell, Table
from analysis.tables.address import parse_address
from tests.narrative.made import chosen, counts, made, stats

LABELS = st.text(alphabet="가나다각 <>&\"'{}%|:\n‘’,+", min_size=1, max_size=12).filter(str.strip)
ITEMS = ["1", "2", "3", "4", "5", "4+5", "1+2"]
SIDES = ["importance", "performance", "gap", "quadrant"]
STATISTICS = ["mean", "score100", "median", "q1", "q3", "min", "max", "sum", "answered", "mentions"]
DATES = ["earliest", "latest"]
ROWS = ["", "1", "1+2", "seoul"]
FACTS = [
    {},
    {"points": 5, "good": "low", "top": "4+5", "bottom": "1+2", "cell_kind": "scale"},
    {"unit": "회", "unit_en": "meetings", "cell_kind": "number"},
    {"asked_in": "천원", "cell_kind": "money"},
    {"columns": [{"id": "importance", "kind": "number", "unit": "명"}, {"id": "gap", "kind": "single"}]},
    {"group": {"ko": "권역별", "en": "By area"}, "cell_kind": "single"},
]


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Any kind, any numbers, anything hidden; labels as hostile as they come."""
    kind = draw(st.sampled_from(sorted(KINDS)))
    base = draw(st.integers(0, 60))
    levels = draw(st.sampled_from([[""], ["", "x", "y"]]))
    cells: list[Cell] = []
    for level in levels:
        for row in ROWS:
            numbers = draw(st.dictionaries(st.sampled_from(ITEMS), st.integers(0, base)))
            cells += counts(base, numbers, row, level)
            values = draw(st.dictionaries(st.sampled_from(STATISTICS), st.floats(-9e9, 9e9), max_size=6))
            cells += [cell._replace(level=level) for cell in stats(values, base, row=row)]
            for side in draw(st.sets(st.sampled_from(SIDES))):
                stat, value = ("code", draw(st.integers(1, 4))) if side == "quadrant" else ("mean", base / 7)
                cells.append(Cell(level, row, side, stat, value, n=base, base=base))
    facts = dict(draw(st.sampled_from(FACTS)))
    if kind == "date":
        cells = [cell for cell in cells if cell.stat not in STATISTICS]
        cells += stats({stat: draw(st.sampled_from([20130401, 20161231])) for stat in DATES}, base)
        facts |= {"precision": draw(st.sampled_from(["day", "month", "year"]))}
    hide = draw(st.sets(st.integers(0, len(cells) - 1), max_size=8))
    cells = [
        cell._replace(value=None, n=None, status="suppressed", rule="small") if at in hide else cell
        for at, cell in enumerate(cells)
    ]
    ids = [*ITEMS, *SIDES]
    return made(
        kind,
        cells,
        items={name: draw(LABELS) for name in ids},
        rows={name: draw(LABELS) for name in ROWS if name},
        levels={name: draw(LABELS) for name in levels if name},
        by="area" if len(levels) > 1 else "",
        title=draw(LABELS),
        **facts,
    )


@settings(max_examples=100, deadline=None)
@given(tables(), st.sampled_from(LANGUAGES))
def test_every_table_has_its_words_and_every_number_its_cell(table: Table, language: str) -> None:
    said = sentences(table, language)
    title = headline(table, language)
    assert said
    for sentence in (*said, title):
        assert sentence.text.strip()
        assert not re.search(r"nan|None|inf|  |\n|[{}]\d", sentence.text), sentence.text
        assert "<script" not in sentence.html()
        for part in sentence.parts:
            if isinstance(part, Figure):
                survey, year, question, group, (level, row, item, stat) = parse_address(part.address)
                cell = table.get(stat, item, row, level)
                assert (survey, year, question, group) == (
                    table.survey,
                    table.year,
                    table.question,
                    table.group,
                )
                assert cell is not None and cell.shown and cell.value == part.value
    assert headline(table, language).text in alt_title(table, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hostile_label_does_no_harm(language: str) -> None:
    table = chosen("single", {"<img src=x onerror=alert(1)>": 9, "{0} {name} %s": 5})
    html = " ".join(sentence.html() for sentence in (headline(table, language), *sentences(table, language)))
    assert "<img" not in html and "&lt;img src=x" in html and "{0} {name} %s" in html


def test_a_hidden_base_is_not_told() -> None:
    table = chosen("single", {"서울": 1, "경기": 1})
    table = table.with_cells(tuple(cell._replace(value=None, n=None, base=None, status="suppressed", rule="base")
                                   for cell in table.cells))  # fmt: skip
    assert [sentence.text for sentence in sentences(table, "ko")] == ["응답이 적어 결과를 가림"]


EXPECTED = {
    "meetings": [
        "보고에 적힌 회의 27회 가운데 일자가 확인되는 것은 6회(22.2%)임",
        "‘지역정책협의회’는 여기에 3회, ‘지역정책협의회의 안정화’의 ‘모임의 정례화’에 2회로 서로 다르게 적혔고, "
        "일자가 확인되는 것은 2회임",
        "‘공동대표단회의’ 1회, ‘운영위원회’ 6회, ‘협동조합기본계획대응 TF’ 4회는 일자가 적힌 것이 없음",
    ],
    "events_by_pillar": [
        "2016년 활동 30건 중 ‘정책대응력 강화’가 17건으로 가장 많음",
        "다음은 ‘공동협력사업의 강화’와 ‘조직정비 및 회원단체 소통 강화’ 각각 6건임",
    ],
    "events_by_month": [
        "2016년 활동 30건 중 22건은 일자가 확인되고 8건은 알 수 없음(이 밖에 2017년 2월 8일 1건)",
        "5월과 11월이 각각 3건으로 가장 많음",
    ],
    "claims": ["보고에 적힌 수 23건 가운데 일치 9건, 불일치 1건, 확인할 수 없음 13건임"],
}


def test_the_ledger_of_2016_is_told() -> None:
    ledger = build_tables(read(Path(start.ROOT) / "data" / "raw" / "2016"), {"member_orgs": None})
    told = {
        table.question: list(dict.fromkeys(
            sentence.text for sentence in (headline(table, "ko"), *sentences(table, "ko"))
        ))
        for table in ledger
    }  # fmt: skip
    assert {question: told[question] for question in EXPECTED} == EXPECTED


def test_every_message_of_the_room_has_the_same_fields_in_both_languages() -> None:
    korean, english = (
        {
            key: fields_of(text)
            for key, text in catalogue(language).items()
            if key.startswith(("narrative.", "ledger."))
        }
        for language in LANGUAGES
    )
    assert korean.keys() == english.keys()
    # English needs no counters, and leaves out what only Korean grammar asks for.
    assert {key for key in korean if not english[key] <= korean[key]} == set()
