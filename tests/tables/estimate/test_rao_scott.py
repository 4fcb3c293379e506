"""The figures of R's svychisq are in tests/reference/test_comparison.py; here is what the function promises."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.tables.estimate.design import design, simple
from analysis.tables.estimate.rao_scott import rao_scott

ROWS = np.array([0, 0, 0, 1, 1, 1, 1, 0, 1, 0, 2, 2])
COLUMNS = np.array([0, 0, 1, 1, 1, 0, 1, 0, 1, 1, 0, 1])
SOME = st.lists(st.tuples(st.integers(-1, 2), st.integers(-1, 2), st.integers(0, 5)), min_size=2, max_size=40)


def respondents(table: list[list[int]]) -> tuple[np.ndarray, np.ndarray]:
    """The rows and columns of the respondents counted in a table."""
    counts = np.array(table)
    row, column = np.indices(counts.shape)
    return np.repeat(row.ravel(), counts.ravel()), np.repeat(column.ravel(), counts.ravel())


def test_with_two_rows_and_two_columns_of_a_simple_sample_the_correction_is_nearly_none():
    """X² by hand: n(ad − bc)² / products of the margins."""
    rows, columns = respondents([[30, 20], [18, 32]])
    found = rao_scott(simple(100), rows, columns)
    assert found.chi2 == pytest.approx(100 * (30 * 32 - 20 * 18) ** 2 / (50 * 50 * 48 * 52))
    assert (found.n, found.df, found.denominator_df) == (100, 1, 99)
    assert found.design_effect == pytest.approx(1, abs=0.07)


def test_everybody_asked_twice_is_no_more_told():
    """Pearson's X² would double; a cluster of two that say the same has a design effect of 2."""
    twice = design(np.ones(24), clusters=[np.repeat(np.arange(12), 2)])
    once, again = (
        rao_scott(simple(12), ROWS, COLUMNS),
        rao_scott(twice, np.repeat(ROWS, 2), np.repeat(COLUMNS, 2)),
    )
    assert again.chi2 == pytest.approx(2 * once.chi2)
    assert again.design_effect == pytest.approx(2 * once.design_effect)
    assert (again.statistic, again.p) == pytest.approx((once.statistic, once.p))


@pytest.mark.parametrize("correction", ["F", "Chisq", "adjWald"])
def test_rows_and_columns_that_nobody_chose_are_left_out(correction: str):
    found, moved = (rao_scott(simple(12), rows, COLUMNS, None, correction) for rows in (ROWS, ROWS * 2 + 1))
    assert moved.shares.shape == (3, 2)
    assert (moved.p, moved.statistic) == (found.p, found.statistic)


def test_who_did_not_answer_both_is_outside_the_domain():
    asked = np.arange(12) != 3
    missing = np.where(asked, ROWS, -1)
    assert rao_scott(simple(12), missing, COLUMNS).p == rao_scott(simple(12), ROWS, COLUMNS, asked).p


def test_the_way_of_a_simple_sample_is_the_way_of_every_design():
    """A stratum for everybody and known sizes: the same formula, computed from the cells alone."""
    weights, domain = np.arange(1.0, 13), np.arange(12) > 1
    quick = design(weights, population=[50])
    general = design(weights, clusters=[np.arange(12), np.zeros(12)], population=[50, 1])
    for correction in ("F", "Chisq", "adjWald"):
        ours, theirs = (rao_scott(how, ROWS, COLUMNS, domain, correction) for how in (quick, general))
        assert (ours.p, ours.statistic, ours.df) == pytest.approx((theirs.p, theirs.statistic, theirs.df))
        assert ours.denominator_df == pytest.approx(theirs.denominator_df, nan_ok=True)


@pytest.mark.parametrize(
    ("how", "rows", "domain", "reason"),
    [
        (simple(12), ROWS, np.zeros(12, bool), "nobody"),
        (simple(12), np.zeros(12, int), None, "constant"),
        (design(np.ones(12), clusters=[np.zeros(12)]), ROWS, None, "too_few_clusters"),
        (simple(12, 12), ROWS, None, "no_variance"),  # a census
        (simple(12), COLUMNS, np.arange(12) < 10, ""),  # an association without an exception, 4 and 6
        (simple(12), COLUMNS, np.arange(12) < 8, "no_variance"),  # 4 and 4
        (design(np.ones(12), np.arange(12).reshape(1, -1) // 2, lonely="certainty"), ROWS, None, ""),
    ],
)
def test_without_a_p_a_word_says_why(how, rows, domain, reason):
    found = rao_scott(how, rows, COLUMNS, domain)
    assert (found.reason, np.isnan(found.p)) == (reason, reason != "")


def test_a_wald_statistic_needs_more_clusters_than_the_table_has_contrasts():
    clusters = design(np.ones(12), clusters=[np.arange(12) % 3])
    rows = np.arange(12) // 3
    assert rao_scott(clusters, rows, COLUMNS, None, "adjWald").reason == "too_few_clusters"
    assert rao_scott(clusters, rows, COLUMNS).reason == ""


def test_empty_cells_that_leave_a_contrast_untold_do_not_stop_the_test():
    """Two rows and two columns that do not meet: R's svychisq ends in a singular matrix."""
    rows, columns = respondents([[0, 0, 5], [0, 0, 7], [4, 6, 3]])
    found = rao_scott(simple(25), rows, columns)
    assert found.reason == "" and found.p < 0.01


@given(SOME)
def test_there_is_a_p_or_a_reason_for_every_answer(some: list[tuple[int, int, int]]):
    rows, columns, weights = np.array(some).T
    for correction in ("F", "Chisq", "adjWald"):
        found = rao_scott(design(weights), rows, columns, None, correction)
        assert (0 <= found.p <= 1) == (found.reason == "")
        turned = rao_scott(design(weights), columns, rows, None, correction)
        assert (turned.reason, turned.p) == (
            found.reason,
            pytest.approx(found.p, rel=1e-6, abs=1e-12, nan_ok=True),
        )
