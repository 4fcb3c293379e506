"""Variances by hand, and what a design refuses. Whole designs are held against R in tests/reference."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.tables.estimate.design import Design, design, simple


def variance(of: Design, *scores: float) -> float:
    return float(of.variance(np.array(scores, dtype=float)[:, None])[0])


def test_simple_sample_has_the_textbook_variance_of_a_total() -> None:
    # N² (1 − n/N) s²/n with N = 10, n = 4, s² = 5/3. Cochran (1977), eq. 2.8
    assert variance(simple(4, 10), 1, 2, 3, 4) == pytest.approx(100 * 0.6 * (5 / 3) / 4)


def test_of_an_unknown_population_each_respondent_stands_for_one() -> None:
    assert variance(simple(4), 1, 2, 3, 4) == pytest.approx(16 * (5 / 3) / 4)


def test_a_census_has_no_variance() -> None:
    assert variance(simple(4, 4), 1, 2, 3, 4) == 0


def test_strata_leave_out_the_differences_between_them() -> None:
    of = design([1, 1, 1, 1], strata=[["a", "a", "b", "b"]])
    assert variance(of, 1, 1, 9, 9) == 0
    assert variance(of, 1, 2, 9, 9) == pytest.approx(2 * 0.5)  # n/(n−1) Σ(z − z̄)² = 2 · ½


def test_the_respondents_of_a_cluster_count_together() -> None:
    of = design([1, 1, 1, 1], clusters=[["x", "x", "y", "y"]])
    assert variance(of, 1, 2, 3, 4) == pytest.approx(2 * ((3 - 5) ** 2 + (7 - 5) ** 2))


def test_the_order_of_respondents_does_not_matter() -> None:
    strata, clusters = np.array(list("bbbaab")), np.array(list("xyyxyx"))
    scores, turned = np.array([3.0, 1, 4, 1, 5, 9]), [4, 2, 0, 5, 1, 3]
    one = design(np.arange(1.0, 7), [strata], [clusters])
    other = design(np.arange(1.0, 7)[turned], [strata[turned]], [clusters[turned]])
    assert variance(other, *scores[turned]) == pytest.approx(variance(one, *scores))


def test_a_cluster_label_may_be_used_again_in_the_next_stratum() -> None:
    again = design([1, 1, 1, 1], [["a", "a", "b", "b"]], [[1, 2, 1, 2]])
    own = design([1, 1, 1, 1], [["a", "a", "b", "b"]], [[1, 2, 3, 4]])
    assert variance(again, 1, 2, 3, 5) == variance(own, 1, 2, 3, 5)
    assert again.degrees_of_freedom() == 2


def test_the_second_stage_counts_by_the_part_of_the_first_that_was_drawn() -> None:
    # both clusters of 2, two of four persons each: only V₂ = Σ (1 − ½) 2 Σ(z − z̄)², times f₁ = 1
    of = design([2, 2, 2, 2], clusters=[["x", "x", "y", "y"], [1, 2, 1, 2]], population=[2, 4])
    assert variance(of, 1, 2, 5, 5) == pytest.approx(0.5 * 2 * 2)


def test_with_a_frame_of_unknown_size_only_the_first_stage_counts() -> None:
    two = design([1, 1, 1, 1], clusters=[["x", "x", "y", "y"], [1, 2, 1, 2]])
    one = design([1, 1, 1, 1], clusters=[["x", "x", "y", "y"]])
    assert variance(two, 1, 2, 3, 5) == variance(one, 1, 2, 3, 5)


@pytest.mark.parametrize(
    ("lonely", "expected"),
    [
        ("adjust", 2 * 0.5 + 5**2),  # its squared sum
        ("certainty", 2 * 0.5),
        ("average", 2 * 0.5 * 2),  # two strata, one of them tells
    ],
)
def test_a_stratum_with_one_cluster(lonely: str, expected: float) -> None:
    of = design([1, 1, 1], strata=[["a", "a", "b"]], lonely=lonely)  # type: ignore[arg-type]
    assert variance(of, 1, 2, 5) == pytest.approx(expected)


def test_nothing_is_told_on_average_where_every_stratum_has_one_cluster() -> None:
    assert np.isnan(variance(design([1, 1], strata=[["a", "b"]], lonely="average"), 1, 2))


@pytest.mark.parametrize("lonely", ["adjust", "certainty", "average"])
def test_a_stratum_with_its_only_cluster_drawn_adds_nothing(lonely: str) -> None:
    of = design([1, 1, 1], [["a", "a", "b"]], population=[[4, 4, 1]], lonely=lonely)  # type: ignore[arg-type]
    assert variance(of, 1, 2, 5) == pytest.approx(0.5 * 2 * 0.5)


def test_degrees_of_freedom_are_clusters_less_strata_of_the_domain() -> None:
    of = design([1, 1, 1, 0, 1, 1], [list("aaabbb")], [[1, 1, 2, 1, 2, 3]])
    assert of.degrees_of_freedom() == 4 - 2  # the cluster of weight 0 tells nothing
    assert of.degrees_of_freedom(np.array([1, 1, 1, 0, 0, 0], dtype=bool)) == 2 - 1
    assert of.degrees_of_freedom(np.zeros(6, dtype=bool)) == 0


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("lonely", ["adjust", "certainty"])
def test_variances_are_the_diagonal_of_the_covariance(seed: int, lonely: str) -> None:
    random = np.random.default_rng(seed)
    n = int(random.integers(5, 30))
    of = design(
        random.random(n),
        [random.integers(0, 3, n)],
        [random.integers(0, 5, n), np.arange(n)],
        [7, 40],
        lonely,
    )  # type: ignore[arg-type]
    scores = random.normal(size=(n, 3))
    covariance = of.covariance(scores)
    assert of.variance(scores) == pytest.approx(np.diag(covariance))
    assert covariance == pytest.approx(covariance.T)


def test_what_the_margins_explain_has_no_variance() -> None:
    class Nothing:
        def residuals(self, scores: np.ndarray) -> np.ndarray:
            return scores * 0

    assert variance(design([1, 1, 1], calibration=Nothing()), 1, 2, 3) == 0


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ({"weights": [1, -1]}, "negative or missing"),
        ({"weights": [1, np.nan]}, "negative or missing"),
        ({"weights": [1, 1], "population": [1]}, "more units were drawn"),
        ({"weights": [1, 1], "population": [[5, 6]]}, "two sizes"),
        ({"weights": [1, 1], "population": [[5, np.nan]]}, "missing"),
        ({"weights": [1, 1], "strata": [["a"]]}, "as many"),
        ({"weights": [1, 1], "clusters": [["a", "b", "c"]]}, "as many"),
    ],
)
def test_a_design_that_cannot_be_is_refused(arguments: dict, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        design(**arguments)


def test_a_sample_of_nobody() -> None:
    of = simple(0)
    assert of.n == 0
    assert of.degrees_of_freedom() == 0
    assert of.variance(np.zeros((0, 2))).tolist() == [0, 0]
