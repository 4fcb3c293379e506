"""Options in order of preference."""

from __future__ import annotations

from analysis.charts import draw
from analysis.questionnaire.words import Words
from analysis.tables import Label, Table
from tests.charts.invented_tables import counted, hide, labels, table
from tests.charts.read_svg import pills, texts, units

WORDS = ("정책협상", "정책생산", "지역조직 지원")
FIRST, SECOND, THIRD, ANY = [5, 3, 2], [3, 5, 2], [2, 1, 7], [10, 9, 11]
LEGEND = 1


def roles() -> Table:
    items = labels(WORDS)
    ids = [item.id for item in items]
    cells = [
        cell
        for row, counts in zip(("1", "2", "3", "1+2+3"), (FIRST, SECOND, THIRD, ANY), strict=True)
        for cell in counted(ids, counts, 14, row=row)
    ]
    rows = [Label(str(rank), Words(ko=f"{rank}순위")) for rank in (1, 2, 3)]
    facts = {"ranks": 3, "at_any": "1+2+3", "other": [], "exclusive": []}
    return table(
        "ranking", cells, rows=(*rows, Label("1+2+3", Words(ko="1~3순위"))), items=items, facts=facts
    )


def wide(of: Table) -> str:
    drawing = draw(of)
    assert drawing is not None
    return drawing.svg_wide


def test_first_choices_are_dark_second_mid_third_hollow() -> None:
    svg = wide(roles())
    found = {colour: units(svg, colour) - LEGEND for colour in ("indigo", "sky", "paper")}
    assert found == {"indigo": sum(FIRST), "sky": sum(SECOND), "paper": sum(THIRD)}


def test_the_order_is_that_of_all_ranks_together() -> None:
    assert [text.text for text in texts(wide(roles())) if text.text in WORDS] == [
        "지역조직 지원",
        "정책협상",
        "정책생산",
    ]


def test_first_choices_and_all_ranks_have_columns_of_their_own() -> None:
    found = [text.text for text in texts(wide(roles()))]
    assert {"1순위", "1~3순위", "5개", "10개", "71.4%"} <= set(found)


def test_a_hidden_rank_keeps_its_place_and_leaves_no_empty_places_to_count() -> None:
    hidden = [("", "1", item) for item in ("o1", "o2", "o3")]
    svg = wide(hide(roles(), *hidden))
    assert pills(svg) == 3
    assert units(svg, "slot") == 0


def test_from_the_third_on_ranks_are_drawn_and_named_together() -> None:
    items = labels(WORDS)
    ranks = ("1", "2", "3", "4", "5")
    cells = [
        cell
        for row, counts in zip((*ranks, "1+2+3+4+5"), (FIRST, SECOND, THIRD, THIRD, SECOND, ANY), strict=True)
        for cell in counted([item.id for item in items], counts, 14, row=row)
    ]
    rows = [
        *(Label(rank, Words(ko=f"{rank}순위")) for rank in ranks),
        Label("1+2+3+4+5", Words(ko="1~5순위")),
    ]
    facts = {"ranks": 5, "at_any": "1+2+3+4+5", "other": [], "exclusive": []}
    svg = wide(table("ranking", cells, rows=tuple(rows), items=items, facts=facts))
    assert "3~5순위" in [text.text for text in texts(svg)]
    assert units(svg, "paper") - LEGEND == 2 * sum(THIRD) + sum(SECOND)
