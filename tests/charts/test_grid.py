"""Grids: rows in blocks, reverse rows, many rows, and whether with how."""

from __future__ import annotations

from analysis.charts import draw
from analysis.charts.drawing import marks_of
from analysis.charts.marks import Bar, Units
from analysis.charts.palette import HEAT
from analysis.charts.view import NARROW, WIDE
from analysis.questionnaire.words import Words
from analysis.tables import Cell, Label, Table
from tests.charts.invented_tables import (
    SATISFACTION,
    counted,
    grid,
    hide,
    hide_figures,
    labels,
    measured,
    point_cells,
    point_items,
    scale_facts,
    table,
)
from tests.charts.read_marks import words_of

ROWS = [f"항목 {at}" for at in range(1, 13)]
BLOCKS = [
    {"id": "a", "ko": "자금", "rows": ["r1", "r2"]},
    {"id": "b", "ko": "제도", "rows": ["r3", "r4"]},
]


def with_facts(of: Table, **facts: object) -> Table:
    return Table.from_json({**of.to_json(), "facts": {**of.facts, **facts}})


def said(of: Table, width: int = WIDE) -> list[str]:
    return [word.text for word in words_of(marks_of(of, "ko", width))]


def test_blocks_of_rows_stand_under_their_headings() -> None:
    for width in (WIDE, NARROW):
        by_height = sorted(
            words_of(marks_of(with_facts(grid(14), row_groups=BLOCKS), "ko", width)), key=lambda w: w.y
        )
        order = [word.text for word in by_height]
        assert order.index("자금") < order.index("홈페이지") < order.index("제도") < order.index("페이스북")
        assert order.count("자금") == 1


def test_a_reverse_row_is_marked_explained_and_coloured_by_what_it_means() -> None:
    plain, turned = grid(14, words=("하나",)), with_facts(grid(14, words=("하나",)), reverse=["r1"])
    assert "하나 (역)" in said(turned) and "하나" in said(plain)
    explained = " ".join(said(turned))
    assert "(역) ‘매우 만족’ 쪽이 부정적인 항목" in explained and "평균도 그쪽에 가까울수록 나쁨" in explained
    mean = next(cell.value for cell in plain.cells if cell.stat == "mean")
    assert f"{mean:.2f}점" in said(plain) and f"{mean:.2f}점(역)" in said(turned), "marked at the number, too"

    def fills(of: Table) -> dict[str, int]:
        marks = [mark for mark in marks_of(of, "ko", WIDE) if isinstance(mark, Units) and mark.box[1] > 40]
        return {mark.fill: len(mark.at) for mark in marks if mark.fill != "slot"}

    before, after = fills(plain), fills(turned)
    swapped = {"indigo": "rust", "sky": "gam", "gam": "sky", "rust": "indigo"}
    assert {swapped.get(fill, fill): number for fill, number in before.items()} == after


def test_a_long_grid_is_a_table_of_shaded_cells_with_their_numbers() -> None:
    for n, stat in ((14, "count"), (320, "share")):
        table = grid(n, words=ROWS)
        for width in (WIDE, NARROW):
            marks = marks_of(table, "ko", width)
            shades = [mark for mark in marks if isinstance(mark, Bar) and mark.fill in HEAT]
            cells = [cell for cell in table.cells if cell.stat == stat and cell.item.isdecimal()]
            assert len(shades) == sum(bool(cell.value) for cell in cells)
            told = {word.cell for word in words_of(marks)}
            assert {table.address(cell) for cell in cells} <= told


def test_a_darker_cell_is_a_larger_share() -> None:
    table = grid(320, words=ROWS)
    marks = marks_of(table, "ko", WIDE)
    shades = [mark for mark in marks if isinstance(mark, Bar) and mark.fill in HEAT]
    pairs = []
    for shade in shades:
        inside = [
            w
            for w in words_of(marks)
            if shade.x < w.x < shade.x + shade.width and abs(w.y - shade.y - 17) < 6
        ]
        pairs.append((HEAT.index(shade.fill), float(inside[0].text)))
    for step in range(4):
        lighter, darker = [v for s, v in pairs if s <= step], [v for s, v in pairs if s > step]
        assert not lighter or not darker or max(lighter) < min(darker)


def test_a_hidden_cell_has_no_shade() -> None:
    hidden = hide(grid(320, words=ROWS), ("", "r1", "1"), ("", "r1", "2"))
    assert said(hidden).count("X") == 2


def use(n: int, used: int) -> Table:
    """Two services: whether used, and how satisfied the users are."""
    rows = labels(("상담", "교육"), "r")
    cells = [Cell("", "", "", "base", n, n=n, base=n)]
    for row in rows:
        cells += counted(["used:yes", "used:no"], [used, n - used], n, row=row.id)
        points = [
            c for c in point_cells(used, 5, row=row.id) if c.stat != "base" and c.item != "not_applicable"
        ]
        for cell in points:
            item = f"satisfaction:{cell.item}" if cell.item else "satisfaction"
            cells.append(
                Cell("", row.id, item, cell.stat, cell.value, n=cell.n, base=cell.base, status=cell.status)
            )
        cells += measured("", row.id, "used", n)
    items = [Label("used", Words(ko="이용 여부")), Label("satisfaction", Words(ko="만족도"))]
    items += [
        Label("used:yes", Words(ko="이용 여부: 이용함")),
        Label("used:no", Words(ko="이용 여부: 이용 안 함")),
    ]
    items += [
        Label(f"satisfaction:{label.id}", Words(ko=f"만족도: {label.words.ko}"))
        for label in point_items(SATISFACTION)
    ]
    facts = [
        {"id": "used", "kind": "single"},
        {"id": "satisfaction", "kind": "scale", **scale_facts(5, "high")},
    ]
    return table("grid", cells, rows=rows, items=tuple(items), facts={"cell_kind": "mixed", "columns": facts})


def test_who_used_a_service_stands_beside_how_satisfied_they_are() -> None:
    marks = marks_of(use(320, 80), "ko", WIDE)
    labels_at = {word.text: word.y for word in words_of(marks)}
    shares = [word for word in words_of(marks) if word.text == "25.0%"]
    assert [word.y for word in shares] == [labels_at["상담"], labels_at["교육"]]
    bars = [mark for mark in marks if isinstance(mark, Bar) and mark.fill == "indigo" and mark.height > 15]
    assert {"이용 여부: 이용함", "만족도", "평균"} <= set(labels_at)
    assert len({bar.y for bar in bars}) == 2


def test_of_few_a_square_is_a_respondent_on_both_sides() -> None:
    drawing = draw(use(14, 5))
    assert drawing is not None
    marks = marks_of(use(14, 5), "ko", WIDE)
    lines = [
        mark for mark in marks if isinstance(mark, Units) and mark.size != 12.0
    ]
    assert sum(len(mark.at) for mark in lines if mark.fill == "slot") == 2 * (14 - 5)
    assert sum(len(mark.at) for mark in lines if mark.fill != "slot") == 2 * (5 + 5)


def test_of_a_service_that_nobody_used_there_is_no_satisfaction() -> None:
    assert "-" in said(use(14, 0))


def test_means_that_are_all_hidden_have_no_column() -> None:
    ratings = grid(14, words=("협의", "자율"))
    means = [("", row.id, "mean") for row in ratings.rows if row.id]
    for hidden, there in ((means[:1], True), (means, False)):
        heads = [word.text for word in words_of(marks_of(hide_figures(ratings, *hidden), "ko", WIDE))]
        assert ("평균" in heads) is there
