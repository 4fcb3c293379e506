"""Design-based estimates against R's survey package: r/design.R makes the answers (design.csv) and the figures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

import numpy as np
import pandas as pd
import pytest

from analysis.tables.estimate.design import Design, design, simple
from analysis.tables.estimate.design_effect import design_effect
from analysis.tables.estimate.intervals import share_interval
from analysis.tables.estimate.linearised import Estimates, mean_scores, means, ratios, shares, totals
from analysis.tables.estimate.quantiles import Rule, quantiles, weighted_quantiles

HERE = Path(__file__).parent / "r"
R = json.loads((HERE / "design.json").read_text(encoding="utf-8"))
ROWS = pd.read_csv(HERE / "design.csv", encoding="utf-8")
SPLINE = (
    2e-3  # svyciprop reads its likelihood interval off a spline through a handful of points of the profile
)
FITTED = (
    1e-6  # … and its logit interval off a regression, fitted until the deviance changes by less than 1e-8
)
DOMAINS = {
    "all": np.ones(len(ROWS), dtype=bool),
    "north": (ROWS["group"] == "north").to_numpy(),
    "never": (ROWS["group"] == "never").to_numpy(),
    "single": (ROWS["group"] == "single").to_numpy(),
    "a_and_d": ROWS["stratum"].isin(["A", "D"]).to_numpy(),
}


def column(name: str) -> np.ndarray:
    return ROWS[name].to_numpy()


def drawn(name: str, lonely: Any = "adjust") -> Design:
    strata, clusters, persons = (
        [column("stratum")],
        [column("cluster")],
        [column("cluster"), column("person")],
    )
    match name:
        case "simple":
            return design(np.full(len(ROWS), 237 / len(ROWS)))
        case "simple_fpc":
            return simple(len(ROWS), 237)
        case "weighted":
            return design(column("weight"))
        case "stratified":
            return design(column("weight"), strata)
        case "stratified_fpc":
            return design(column("weight"), strata, population=[column("stratum_size")])
        case "clustered":
            return design(column("weight"), clusters=[column("stratum") + ROWS["cluster"].astype(str)])
        case "stratified_clustered":
            return design(column("weight"), strata, clusters, lonely=lonely)
        case "stratified_clustered_fpc":
            return design(column("weight"), strata, clusters, [column("clusters")], lonely)
        case "two_stage_fpc":
            frame = [column("clusters"), column("persons")]
            return design(column("weight"), strata, persons, frame, lonely)
        case "two_stage_strata_fpc":
            frame = [column("clusters"), column("half_persons")]
            return design(column("weight"), [*strata, column("half")], persons, frame, lonely)
    raise AssertionError(name)


designs = pytest.mark.parametrize(
    ("of", "by_domain"),
    [pytest.param(drawn(*name.split(" ")), found, id=name) for name, found in R["designs"].items()],
)


def near(figure: float | list[float], rel: float = 1e-8) -> Any:
    return pytest.approx(np.atleast_1d(np.array(figure, dtype=float)), rel=rel, abs=1e-12, nan_ok=True)


def answered(domain: np.ndarray, *names: str) -> np.ndarray:
    return domain & ROWS[list(names)].notna().all(axis=1).to_numpy()


def agree(found: Estimates, expected: dict[str, Any]) -> None:
    assert found.value == near(expected["value"])
    scale = abs(float(found.value[0]))
    assert found.se == pytest.approx(np.array([expected["se"]]), rel=1e-8, abs=1e-12 * scale)
    if "deff_with" in expected:
        assert design_effect(found) == near(expected["deff_with"])
        assert design_effect(found, "without_replacement") == near(expected["deff_without"])


@designs
def test_how_many_there_are(of: Design, by_domain: dict[str, Any]) -> None:
    for domain, expected in by_domain.items():
        found = means(of, ROWS[["members"]].to_numpy(), DOMAINS[domain])
        assert (found.n, found.df) == (expected["n"], expected["degf"])


@designs
def test_means_and_their_design_effects(of: Design, by_domain: dict[str, Any]) -> None:
    for domain, expected in by_domain.items():
        for name, figures in expected["means"].items():
            agree(means(of, ROWS[[name]].to_numpy(), answered(DOMAINS[domain], name)), figures)


@designs
def test_totals_and_their_design_effects(of: Design, by_domain: dict[str, Any]) -> None:
    for domain, expected in by_domain.items():
        for name, figures in expected["totals"].items():
            agree(totals(of, ROWS[[name]].to_numpy(), answered(DOMAINS[domain], name)), figures)


@designs
def test_ratio(of: Design, by_domain: dict[str, Any]) -> None:
    for domain, expected in by_domain.items():
        income, members = ROWS[["income"]].to_numpy(), ROWS[["members"]].to_numpy()
        agree(ratios(of, income, members, answered(DOMAINS[domain], "income", "members")), expected["ratio"])


@designs
def test_covariance_of_means(of: Design, by_domain: dict[str, Any]) -> None:
    for domain, expected in by_domain.items():
        both = ["income", "members"]
        scores = mean_scores(of, ROWS[both].to_numpy(), answered(DOMAINS[domain], *both))
        assert of.covariance(scores).ravel() == near(expected["covariance"])


@designs
def test_shares_and_their_intervals(of: Design, by_domain: dict[str, Any]) -> None:
    for domain, expected in by_domain.items():
        for name, figures in expected["shares"].items():
            found = shares(of, ROWS[[name]].to_numpy() == 1, answered(DOMAINS[domain], name))
            agree(found, figures)
            p = float(found.value[0])
            for method, interval in figures.get("intervals", {}).items():
                if method == "mean" or 0 < p < 1 and found.df > 0:
                    intervals_agree(found, method, interval)
            if "beta_90" in figures:
                assert np.ravel(share_interval(found, "beta", 0.9)) == near(figures["beta_90"])


def intervals_agree(found: Estimates, method: Any, interval: list[float]) -> None:
    """At shares of 0 and 1 R has no interval, but for "mean"; ours are in test_intervals.py."""
    if method == "likelihood":
        assert np.ravel(share_interval(found, "likelihood")) == near(interval, rel=SPLINE)
    elif method == "likelihood_root":
        assert np.ravel(share_interval(found, "likelihood")) == near(interval)
    elif method == "logit":
        assert np.ravel(share_interval(found, "logit")) == near(interval, rel=FITTED)
    elif method == "asin":
        low, high = np.ravel(share_interval(found, "asin"))
        reflected = low == 0  # R squares the sine of an angle below 0 too
        assert [interval[0] if reflected else low, high] == near(interval)
    else:
        assert np.ravel(share_interval(found, method)) == near(interval)


@pytest.mark.parametrize("domain", ["all", "north"])
@pytest.mark.parametrize("name", R["quantiles"])
def test_quantiles_and_woodruffs_intervals(name: str, domain: str) -> None:
    of = drawn(name)
    for which, expected in R["quantiles"][name][domain].items():
        asked, rule, interval = which.split(" ")
        known = answered(DOMAINS[domain], asked)
        values = column(asked).astype(float)
        found = quantiles(
            of, values, [0.25, 0.5, 0.9], known, rule, interval, centre="estimate"  # type: ignore[arg-type]
        )
        low = np.maximum(expected["low"], values[known].min())
        extrapolated = low != expected["low"]  # by R's "hf4", below the smallest value
        assert found.value == near(expected["value"]), which
        assert found.low == near(low), which
        assert found.high == near(expected["high"]), which
        assert np.where(extrapolated, expected["se"], found.se) == near(expected["se"]), which


def test_quantiles_by_shah_and_vaish() -> None:
    values = column("members").astype(float)
    found = quantiles(drawn("weighted"), values, [0.25, 0.5, 0.9], rule="shahvaish", centre="estimate")
    for what in ("value", "low", "high", "se"):
        assert getattr(found, what) == near(R["shahvaish"][what])


@pytest.mark.parametrize("rule", get_args(Rule))
def test_no_quantile_depends_on_the_scale_of_the_weights(rule: Rule) -> None:
    values, weights, p = column("members").astype(float), column("weight"), np.linspace(0.01, 0.99, 50)
    once = weighted_quantiles(values, weights, p, rule)
    assert weighted_quantiles(values, weights * 1000, p, rule) == pytest.approx(once, rel=1e-9)


def test_difference_between_domains() -> None:
    of, members = drawn("two_stage_fpc"), ROWS[["members"]].to_numpy()
    north = mean_scores(of, members, DOMAINS["north"])
    south = mean_scores(of, members, (ROWS["group"] == "south").to_numpy())
    assert of.covariance(np.hstack([north, south])).ravel() == near(R["difference"]["covariance"])
    assert np.sqrt(of.variance(north - south)) == near(R["difference"]["se"])
