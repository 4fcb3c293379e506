"""Tests and comparisons against R: `r/comparison.R` made the answers (comparison.csv) and the figures (.json).

To 1e-8 of the figure wherever nothing else is said.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analysis.tables.estimate.design import Design, design
from analysis.tables.estimate.fisher import fisher_exact
from analysis.tables.estimate.letters import compare_means, compare_shares
from analysis.tables.estimate.multiplicity import benjamini_hochberg, holm
from analysis.tables.estimate.ranks import design_rank_test, kruskal_wallis, mann_whitney
from analysis.tables.estimate.rao_scott import rao_scott

HERE = Path(__file__).parent / "r"
FIGURES = json.loads((HERE / "comparison.json").read_text(encoding="utf-8"))
ANSWERS = pd.read_csv(HERE / "comparison.csv", encoding="utf-8")
WEIGHT, STRATUM, CLUSTER = (ANSWERS[name].to_numpy() for name in ("weight", "stratum", "cluster"))
ONE_BY_ONE = np.arange(len(ANSWERS))


def drawn(name: str, lonely: str = "adjust") -> Design:
    """The designs of the script, by the same names."""
    clusters, members = ANSWERS["clusters_in_frame"].to_numpy(), ANSWERS["members_in_cluster"].to_numpy()
    strata, stages = [STRATUM], [CLUSTER, ONE_BY_ONE]
    sampled = pd.Series(CLUSTER).groupby(STRATUM).transform("nunique").to_numpy()
    answering = pd.Series(CLUSTER).groupby(CLUSTER).transform("size").to_numpy()
    return {
        "simple": lambda: design(np.ones(len(ANSWERS))),
        "known": lambda: design(np.full(len(ANSWERS), 700 / len(ANSWERS)), population=[700]),
        "weighted": lambda: design(WEIGHT),
        "strata": lambda: design(WEIGHT, strata),
        "clusters": lambda: design(WEIGHT, strata, [CLUSTER], lonely=lonely),
        "stages": lambda: design(
            clusters / sampled * members / answering, strata, stages, [clusters, members], lonely=lonely
        ),
    }[name]()


def positions(name: str) -> np.ndarray:
    """−1 for no answer."""
    return ANSWERS[name].fillna(-1).to_numpy(dtype=np.intp)


def close(figure: float | None, rel: float = 1e-8) -> object:
    return pytest.approx(np.nan if figure is None else figure, rel=rel, abs=0, nan_ok=True)


@pytest.mark.parametrize("correction", ["F", "Chisq", "adjWald"])
def test_independence_of_two_answers_as_svychisq(correction: str):
    young = ANSWERS["young"].to_numpy() == 1
    for figure in (figure for figure in FIGURES["rao_scott"] if figure["correction"] == correction):
        found = rao_scott(
            drawn(figure["design"], figure["lonely"]),
            positions("satisfied"),
            positions(figure["columns"]),
            young if figure["domain"] == "young" else None,
            correction,
        )
        shown = found.chi2 if correction == "Chisq" else found.statistic
        assert (shown, found.df, found.denominator_df, found.p) == (
            close(figure["statistic"]),
            close(figure["df"]),
            close(figure["denominator"]),
            close(figure["p"]),
        ), figure


def test_adjusted_p_as_p_adjust():
    for family in FIGURES["p_adjust"]:
        p, adjusted, rates = (np.array(family[name], dtype=float) for name in ("p", "holm", "bh"))
        assert holm(p) == close(adjusted) and benjamini_hochberg(p) == close(rates)


def test_differences_of_overlapping_columns_have_the_designs_joint_covariance():
    levels = ANSWERS[[f"region{at}" for at in range(4)]].to_numpy() == 1
    satisfied, amount = (ANSWERS[name].to_numpy(dtype=float) for name in ("satisfied", "amount"))
    for figure in FIGURES["differences"]:
        how = drawn(figure["design"])
        if figure["statistic"] == "share":
            chosen = (satisfied >= 2)[:, None]
            found = compare_shares(how, chosen, levels, ~np.isnan(satisfied), minimum=1)
        else:
            found = compare_means(how, amount[:, None], levels, minimum=1)
        at = np.flatnonzero((found.first == figure["first"]) & (found.second == figure["second"]))[0]
        assert found.base[0, [figure["first"], figure["second"]]].tolist() == figure["bases"]
        shown = [float(part[0, at]) for part in (found.difference, found.se, found.df, found.p)]
        assert shown == [close(figure[name]) for name in ("difference", "se", "df", "p")], figure


def test_differences_of_columns_apart_as_svyttest():
    levels = positions("kind")[:, None] == np.arange(4)
    for figure in FIGURES["svyttest"]:
        found = compare_means(drawn(figure["design"]), ANSWERS[["amount"]].to_numpy(), levels, minimum=1)
        at = np.flatnonzero((found.first == figure["first"]) & (found.second == figure["second"]))[0]
        shown = [float(part[0, at]) for part in (found.difference, found.statistic, found.df, found.p)]
        assert shown == [close(figure[name]) for name in ("difference", "statistic", "df", "p")], figure


def test_fishers_exact_test_as_fisher_test():
    for figure in FIGURES["fisher"]:
        found = fisher_exact(figure["table"])
        assert (found.method, found.p) == ("exact", close(figure["p"])), figure


def test_mann_and_whitneys_test_as_wilcox_test():
    for figure in FIGURES["wilcoxon"]:
        found = mann_whitney(np.array(figure["first"], float), np.array(figure["second"], float))
        assert (found.statistic, found.p) == (close(figure["statistic"]), close(figure["p"])), figure


def test_kruskal_and_wallis_test_as_kruskal_test():
    for figure in FIGURES["kruskal"]:
        values = ANSWERS[figure["column"]].to_numpy(dtype=float)
        found = kruskal_wallis([values[positions("kind") == kind] for kind in range(4)])
        assert [found.statistic, found.df, found.p] == [
            close(figure[name]) for name in ("statistic", "df", "p")
        ]


def test_ranks_of_a_design_as_svyranktest():
    """With ties and unequal weights as svyglm of the ranks at the middle: see the script."""
    young = ANSWERS["young"].to_numpy() == 1
    for figure in FIGURES["ranks"]:
        values, domain = (
            ANSWERS[figure["column"]].to_numpy(dtype=float),
            young if figure["domain"] == "young" else None,
        )
        found = design_rank_test(drawn(figure["design"]), values, positions(figure["group"]), domain)
        shown = [found.statistic, found.df, found.denominator_df, found.p]
        assert shown == [close(figure[name]) for name in ("statistic", "df", "denominator", "p")], figure
