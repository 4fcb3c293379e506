"""Nothing more exact leaves than stands on a page."""

from __future__ import annotations

import pytest

from analysis.release.audience import POLICIES
from analysis.release.precision import at_released_precision
from analysis.tables import Cell, Table
from tests.release.counted import counted_table


def one(
    kind: str, stat: str, value: float, n: int | None = None, base: int | None = None, **facts: object
) -> Table:
    cells = (Cell("", "", "", stat, value, n=n, base=base),)
    return counted_table({"": []}, kind=kind, **facts).with_cells(cells)


@pytest.mark.parametrize(
    ("table", "released"),
    [
        (one("single", "share", 9 / 14, n=9, base=14), 0.643),
        (one("single", "share", 1 / 16, n=1, base=16), 0.063),  # 6.25 % is 6.3 %, half-up
        (one("scale", "mean", 3.173077), 3.17),
        (one("scale", "score100", 54.326925), 54.3),
        (one("number", "nps", -7.14285), -7.1),
        (one("grid", "alpha", 0.866666), 0.87),
        (one("ranking", "borda", 1.285714), 1.29),
        (one("ranking", "w", 0.0806), 0.08),
        (one("number", "mean", 8.649), 8.6),  # not 8.65 and then 8.7
        (one("money", "mean", 214_020_499.5), 214_020_000),
        (one("money", "median", 214_020_000, confidential=True), 210_000_000),
        (one("number", "q1", 0, key=True), 0),
        (one("number", "median", 3_150, key=True), 3_200),
        (one("date", "median", 20_121_215, key=True, precision="day", periods="band"), 20_120_101),
        (one("date", "median", 20_160_412), 20_160_412),
    ],
)
def test_members_get_the_precision_of_the_page(table: Table, released: float) -> None:
    assert at_released_precision(table, POLICIES["members"]).cells[0].value == released


def test_the_year_of_a_median_date_is_not_told_beside_counts_by_month_or_year() -> None:
    """Every visit was in 2016: "2016년" in the middle tells nothing."""
    for periods in ("month", "year"):
        visits = one("date", "median", 20_160_421, key=True, precision="day", periods=periods)
        assert at_released_precision(visits, POLICIES["members"]).cells == ()
        assert at_released_precision(visits, POLICIES["committee"]) == visits


def test_the_mean_of_a_scale_in_a_column_of_a_grid_keeps_the_digits_of_the_page() -> None:
    columns = [{"id": "used", "kind": "single"}, {"id": "satisfaction", "kind": "scale"}]
    cells = (Cell("", "advice", "satisfaction", "mean", 3.173077),)
    table = counted_table({"": []}, kind="grid", columns=columns).with_cells(cells)
    assert at_released_precision(table, POLICIES["members"]).cells[0].value == 3.17


def test_the_committee_gets_the_page_s_precision_without_coarsening() -> None:
    table = one("money", "median", 214_020_000, confidential=True)
    assert at_released_precision(table, POLICIES["committee"]).cells[0].value == 214_020_000


def test_the_secretariat_gets_what_was_computed() -> None:
    table = one("scale", "mean", 3.173077)
    assert at_released_precision(table, POLICIES["secretariat"]) == table
