"""Of weighted answers the share is what is drawn, put in order, and dark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from analysis.charts.drawing import marks_of
from analysis.charts.marks import Bar, Line, Mark, Units
from analysis.charts.view import NARROW, WIDE
from analysis.tables import Table
from tests.charts.invented_tables import LEVELS, choice, counted, grid, labels, scale, table
from tests.charts.read_marks import words_of
from tests.charts.test_ranking import WORDS as ROLES
from tests.charts.test_ranking import roles

OPTIONS = ("교육", "자금", "홍보", "기타")


def weighing(of: Table, shares: Mapping[tuple[str, str], float]) -> Table:
    """With weighted shares by (row, item)."""
    cells = tuple(
        cell._replace(value=shares.get((cell.row, cell.item), cell.value)) if cell.stat == "share" else cell
        for cell in of.cells
    )
    return replace(of, cells=cells, facts={**of.facts, "inference": {"weighted": True}})


def options(kind: str, n: int = 100) -> Table:
    """More answered the first than the second and the second than the third; by weight it is the other way round."""
    items = labels(OPTIONS)
    numbers = [n * part // 20 for part in (9, 8, 2, 1)]
    cells = list(counted([item.id for item in items], numbers, n))
    whole = table(kind, cells, items=items, facts={"other": ["o4"], "exclusive": [], "ordered": False})
    return weighing(whole, {("", "o1"): 0.2, ("", "o2"): 0.3, ("", "o3"): 0.45, ("", "o4"): 0.05})


def order(marks: list[Mark], words: tuple[str, ...]) -> list[str]:
    return [word.text for word in sorted(words_of(marks), key=lambda word: word.y) if word.text in words]


@pytest.mark.parametrize("kind", ["single", "multi"])
@pytest.mark.parametrize("n", [20, 100])
def test_options_stand_and_are_dark_by_their_share(kind: str, n: int) -> None:
    marks = [*marks_of(options(kind, n), "ko", WIDE)]
    assert order(marks, OPTIONS) == ["홍보", "자금", "교육", "기타"]
    dark = [mark.width for mark in marks if isinstance(mark, Bar) and mark.fill == "indigo"]
    left = min(mark.x for mark in marks if isinstance(mark, Bar))
    whole = max(mark.x2 for mark in marks if isinstance(mark, Line) and mark.colour == "slot") - left
    expected = [0.45, 0.3, 0.2] if kind == "multi" else [0.45]
    assert sorted(dark, reverse=True) == pytest.approx([whole * share for share in expected])


def test_by_group_options_stand_by_their_share_of_all() -> None:
    whole = options("multi")
    cells = [*whole.cells]
    for level, n in (("capital", 60), ("rest", 40)):
        cells += counted([item.id for item in whole.items], [n // 2, n // 3, n // 5, 1], n, level)
    by_area = replace(whole, cells=tuple(cells), group="area", levels=LEVELS)
    assert order([*marks_of(by_area, "ko", NARROW)], OPTIONS) == ["홍보", "자금", "교육", "기타"]


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_ranking_stands_by_its_share_and_draws_the_shares_of_its_ranks(width: int) -> None:
    shares = {("1+2+3", "o1"): 0.9, ("1+2+3", "o2"): 0.5, ("1+2+3", "o3"): 0.7}
    shares |= {(rank, "o1"): 0.3 for rank in "123"} | {("1", "o2"): 0.1, ("1", "o3"): 0.6}
    marks = [*marks_of(weighing(roles(), shares), "ko", width)]
    assert order(marks, ROLES) == [ROLES[0], ROLES[2], ROLES[1]]
    firsts = {
        mark.y: mark.width + 2
        for mark in marks
        if isinstance(mark, Bar) and mark.fill == "indigo" and mark.height == 18
    }
    first, second, third = (firsts[y] for y in sorted(firsts))
    assert (second / first, third / first) == pytest.approx((2, 1 / 3))


@pytest.mark.parametrize("made", [choice, scale, grid])
def test_a_mark_is_never_one_respondent_where_respondents_do_not_weigh_the_same(made) -> None:  # type: ignore[no-untyped-def]
    plain, weighted = made(14), weighing(made(14), {})
    for whole, is_one in ((plain, True), (weighted, False)):
        marks = marks_of(whole, "ko", WIDE)
        units = [
            mark for mark in marks if isinstance(mark, Units) and len(mark.at) > 1
        ]  # a key or a mean is one
        assert bool(units) == is_one


def test_of_fewer_than_have_shares_counts_are_drawn() -> None:
    few = options("single", 4)
    cells = tuple(cell for cell in few.cells if cell.stat != "share")
    found = [word.text for word in words_of([*marks_of(replace(few, cells=cells), "ko", WIDE)])]
    assert "1개" in found
