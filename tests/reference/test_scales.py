"""Reliability, agreement of rankings and the net promoter score against R: tests/reference/r/scales.{R,csv,json}.

All equal R to 1e-8 relative. Where factanal itself ends (by optim, some 1e-7 from its minimum) it is met to 1e-6; the
minimum solved to the last digits in the R script is met to 1e-8.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest

from analysis.tables.estimate.design import design, simple
from analysis.tables.estimate.net_promoter import net_promoter
from analysis.tables.estimate.rank_agreement import agreement_test, borda_points, kendalls_w
from analysis.tables.estimate.reliability import alpha, feldt_interval, omega, one_factor

HERE = Path(__file__).parent / "r"
R = json.loads((HERE / "scales.json").read_text(encoding="utf-8"))
with (HERE / "scales.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))

TURNED = [3]  # q4


def words(name: str) -> np.ndarray:
    return np.array([row[name] for row in ROWS])


def numbers(*names: str) -> np.ndarray:
    return np.array([[float(row[name]) if row[name] else np.nan for name in names] for row in ROWS])


def equal(value: object, expected: object, rel: float = 1e-8) -> None:
    np.testing.assert_allclose(np.asarray(value, float), np.asarray(expected, float), rtol=rel, atol=1e-12)


ITEMS = numbers("q1", "q2", "q3", "q4", "q5")
WEIGHTS = numbers("weight")[:, 0]
FIRST_THREE = numbers("r_a", "r_b", "r_c", "r_d", "r_e")


def test_alpha_of_complete_cases_with_a_turned_item():
    found = alpha(ITEMS, TURNED)
    assert found.n == R["alpha"]["n"]
    equal(found.value, R["alpha"]["raw"])


def test_standardised_alpha_equals_the_formula_and_psych():
    equal(alpha(ITEMS, TURNED, standardised=True).value, R["alpha"]["standardised"])
    equal(R["alpha"]["standardised"], R["alpha"]["psych_standardised"])


def test_alpha_of_an_item_that_was_not_turned_is_lower():
    equal(alpha(ITEMS).value, R["alpha"]["unturned"])
    assert R["alpha"]["unturned"] < R["alpha"]["raw"]


def test_weighted_alpha_leaves_out_who_has_weight_0():
    found = alpha(ITEMS, TURNED, WEIGHTS)
    assert found.n == R["alpha"]["weighted_n"] == R["alpha"]["n"] - 1
    equal(found.value, R["alpha"]["weighted"])


def test_feldts_interval():
    equal(feldt_interval(R["alpha"]["raw"], R["alpha"]["n"], 5), R["alpha"]["feldt"])


@pytest.mark.parametrize(
    ("figures", "items", "weights"),
    [("omega", 5, None), ("omega_weighted", 5, WEIGHTS), ("omega_three", 3, None)],
)
def test_omega(figures: str, items: int, weights: np.ndarray | None):
    turned = TURNED if items == 5 else []
    found = omega(ITEMS[:, :items], turned, weights)
    equal(found.value, R[figures]["raw"])
    equal(found.value, R[figures]["raw_factanal"], rel=1e-6)
    equal(omega(ITEMS[:, :items], turned, weights, standardised=True).value, R[figures]["standardised"])


def test_loadings_of_one_factor():
    complete = ITEMS[~np.isnan(ITEMS).any(axis=1)] * [1, 1, 1, -1, 1]
    found = one_factor(np.corrcoef(complete, rowvar=False))
    equal(found, R["omega"]["loadings"])
    equal(found, R["omega"]["loadings_factanal"], rel=1e-6)


def test_where_factanal_ends_at_its_bound_is_a_heywood_case():
    assert min(R["heywood"]) == 0.005
    assert omega(numbers("h1", "h2", "h3")).why == "heywood"


@pytest.mark.parametrize(
    ("ranks", "figures"),
    [(numbers("f_a", "f_b", "f_c", "f_d", "f_e"), R["w"]["full"]), (FIRST_THREE, R["w"]["top"])],
    ids=["all ranked", "three ranked at most"],
)
def test_kendalls_w_is_friedmans_statistic(ranks: np.ndarray, figures: dict[str, float]):
    found = kendalls_w(ranks)
    assert found.n == figures["n"]
    equal(found.value, figures["w"])
    equal(agreement_test(found), [figures["chi2"], figures["df"], figures["p"]])


@pytest.mark.parametrize("rule", ["top", "modified", "average"])
def test_borda_points(rule: str):
    points = borda_points(FIRST_THREE, 3, rule)
    ranked = ~np.isnan(points).any(axis=1)
    assert ranked.sum() == R["borda"]["n"]
    equal(points[ranked].mean(axis=0), R["borda"][rule])


@pytest.mark.parametrize("kind", ["simple", "clustered"])
def test_net_promoter_score_of_all_and_of_domains(kind: str):
    """The clustered design has a stratum of one cluster; group z is one respondent."""
    clustered = design(WEIGHTS, strata=[words("stratum")], clusters=[words("cluster")])
    drawn = simple(len(ROWS)) if kind == "simple" else clustered
    answers, groups, figures = numbers("nps")[:, 0], words("group"), R["nps"][kind]
    whole = net_promoter(drawn, answers)
    equal([whole.value, whole.se], [figures["value"], figures["se"]])
    of_groups = [net_promoter(drawn, answers, groups == name) for name in figures["groups"]]
    equal([found.value for found in of_groups], figures["group_values"])
    equal([found.se for found in of_groups], figures["group_se"])
