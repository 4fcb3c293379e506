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


def test_an_interval_is_as_exact_as_its_figure_and_its_error_a_digit_more() -> None:
    cell = Cell("", "", "", "share", 9 / 14, se=0.0753778, low=0.4761904, high=0.7619047, n=9, base=14)
    table = counted_table({"": []}).with_cells((cell,))
    (given,) = at_released_precision(table, POLICIES["members"]).cells
    assert (given.value, given.se, given.low, given.high) == (0.643, 0.0754, 0.476, 0.762)


def test_a_weighted_share_is_not_its_count_by_its_base() -> None:
    weighted = one("single", "share", 0.58125, n=9, base=14, inference={"weighted": True})
    assert at_released_precision(weighted, POLICIES["members"]).cells[0].value == 0.581


def test_a_quantity_too_coarse_to_be_looked_up_has_no_interval() -> None:
    cell = Cell("", "", "", "median", 214_020_000.0, se=1.0, low=189_000_000.0, high=397_000_000.0, n=14, base=14)
    cell = cell._replace(rule="woodruff")
    table = counted_table({"": []}, kind="money", confidential=True).with_cells((cell,))
    (given,) = at_released_precision(table, POLICIES["members"]).cells
    assert (given.value, given.se, given.low, given.high, given.rule) == (210_000_000, None, None, None, "")


@pytest.mark.parametrize(
    ("p", "released"),
    [
        (0.01234, 0.012),
        (0.0007, 0),  # reads "<0.001"
        (0.04996, 0.04996),  # below the level: 0.050 would not be
        (0.0504, 0.05),
    ],
)
def test_a_p_stays_on_its_side_of_the_level(p: float, released: float) -> None:
    for stat in ("p", "p_adjusted"):
        table = one("single", stat, p, comparison={"alpha": 0.05})
        assert at_released_precision(table, POLICIES["members"]).cells[0].value == released


def test_an_effect_has_two_decimals() -> None:
    assert at_released_precision(one("single", "effect", 0.21499), POLICIES["members"]).cells[0].value == 0.21
