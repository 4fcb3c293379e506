"""Are two answers independent? Pearson's X² of the weighted table, corrected for the way respondents were drawn.

X² does not know of weights, strata and clusters: in a sample of clusters it is larger than chance makes it in a simple
one. By how much is told by the generalised design effects, the eigenvalues δ₁ … δ_q of

    Δ = n (C' D⁻¹ C)⁻¹ (C' D⁻¹ V D⁻¹ C),      q = (r − 1)(c − 1)

D the diagonal of the cells' shares p, V the covariance of p under the design, C the contrasts of the interaction.
Rao, J. N. K. & Scott, A. J. (1981). The analysis of categorical data from complex sample surveys. JASA 76, 221–230;
(1984). On chi-squared tests for multiway contingency tables with cell proportions estimated from survey data. Annals of
Statistics 12, 46–60. Thomas, D. R. & Rao, J. N. K. (1987). Small-sample comparisons of level and power for simple
goodness-of-fit statistics under cluster sampling. JASA 82, 630–636.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy.special import chdtrc, fdtrc

from analysis.tables.estimate.design import Design, Mask, Numbers
from analysis.tables.estimate.outcome import Outcome, Reason

Correction = Literal["F", "Chisq", "adjWald"]

_NONE = 1e-12  # a design effect that is but rounding
_NOBODY_LEFT = 1e-7  # as in `design`


@dataclass(frozen=True, kw_only=True)
class Independence(Outcome):
    """chi2           Pearson's X² of the weighted table, scaled to n respondents, uncorrected
    design_effect  the mean of the generalised design effects δ; 1 for a simple random sample
    shares         (rows × columns) of the table tested, without the empty rows and columns
    """

    chi2: float = float("nan")
    design_effect: float = float("nan")
    shares: Numbers


def rao_scott(
    design: Design,
    rows: NDArray[np.integer],
    columns: NDArray[np.integer],
    domain: Mask | None = None,
    correction: Correction = "F",
) -> Independence:
    """Tests that two answers are independent. `rows` and `columns` have a position 0 … of each respondent, −1 for
    no answer; who lacks either is outside the domain. A row or column that nobody of it chose is left out.

    correction
      "F"        second order: X²/Σδ against F with d = (Σδ)²/Σδ² and dν degrees of freedom (Thomas & Rao 1987, after
                 Satterthwaite); ν is the design's of the domain
      "Chisq"    first order: X²/δ̄ against χ² with q degrees of freedom. `statistic` is the corrected one; R prints
                 the uncorrected beside the same p, here it is `chi2`
      "adjWald"  Wald's statistic of N_ab − N_a N_b/N, estimated totals, with the design's covariance:
                 (ν − q + 1)/(qν) W against F with q and ν − q + 1 degrees of freedom
                 (Koch, G. G., Freeman, D. H. & Freeman, J. L. (1975). Int. Statistical Review 43, 59–78)
    As R's svychisq gives them, of a subset. D has the observed shares. Where empty cells leave a contrast about which
    they say nothing (two rows and two columns that do not meet; R stops there) it has those expected under
    independence, p_a p_b.

    No p (nan): nobody; one row or one column; ν < 1, or ν < q for "adjWald"; no variance: a census, or two
    halves of which each gave its own answer.
    Not for a question in which a respondent may be in several rows or columns: test its options one by one.
    """
    inside = (design.weights > 0) & (rows >= 0) & (columns >= 0)
    if domain is not None:
        inside &= domain
    n = int(np.count_nonzero(inside))
    if not n:
        return Independence(method=correction, n=0, reason="nobody", shares=np.zeros((0, 0)))
    weights, own_rows, own_columns = design.weights[inside], rows[inside], columns[inside]
    height, width = int(own_rows.max()) + 1, int(own_columns.max()) + 1
    cell = own_rows * width + own_columns
    table = np.bincount(cell, weights, minlength=height * width).reshape(height, width)
    in_rows, in_columns = table.any(axis=1), table.any(axis=0)
    total = table.sum()
    shares = table[in_rows][:, in_columns] / total
    if 1 in shares.shape:
        return Independence(method=correction, n=n, reason="constant", shares=shares)
    if shares.size < table.size:
        cell = (np.cumsum(np.outer(in_rows, in_columns)) - 1)[cell]
    alike = _drawn_alike(design)
    nu = n - 1 if alike else design.degrees_of_freedom(inside)

    def covariance(cell_scores: Numbers) -> Numbers:
        """Of Σ weight × score, where all in a cell have its score."""
        if alike:
            squares = np.bincount(cell, weights**2, minlength=shares.size)
            sums = total * shares.ravel() @ cell_scores
            return _spread(design) * (
                (cell_scores.T * squares) @ cell_scores - np.outer(sums, sums) / design.n
            )
        scores = np.zeros((design.n, cell_scores.shape[1]))
        scores[inside] = cell_scores[cell]
        return design.covariance(scores)

    expected = np.outer(shares.sum(axis=1), shares.sum(axis=0))
    chi2 = n * float(((shares - expected) ** 2 / expected).sum())
    q = (shares.shape[0] - 1) * (shares.shape[1] - 1)
    if design.simple_spread is not None and shares.all():  # then every δ is the same
        trace, squares = q * design.simple_spread, q * design.simple_spread**2
    else:
        contrasts = _contrasts(*shares.shape)
        inverse = _inverse(shares, expected, contrasts)
        weighted = inverse[:, None] * contrasts
        of_design = covariance((weighted - shares.ravel() @ weighted) / total)
        delta = n * np.linalg.solve(contrasts.T @ weighted, of_design)
        trace, squares = float(np.trace(delta)), float((delta * delta.T).sum())

    def outcome(
        statistic: float, df: float, denominator: float, p: float, reason: Reason = ""
    ) -> Independence:
        return Independence(
            method=correction, n=n, statistic=statistic, df=df, denominator_df=denominator, p=float(p),
            reason=reason, chi2=chi2, design_effect=trace / q, shares=shares,
        )  # fmt: skip

    nan = float("nan")
    if nu < (q if correction == "adjWald" else 1):
        return outcome(nan, nan, nan, nan, "too_few_clusters")
    if not trace > _NONE * q:
        return outcome(nan, nan, nan, nan, "no_variance")
    if correction == "F":
        df = trace**2 / squares
        return outcome(chi2 / trace, df, df * nu, fdtrc(df, df * nu, chi2 / trace))
    if correction == "Chisq":
        return outcome(chi2 * q / trace, q, nan, chdtrc(q, chi2 * q / trace))
    distance = total * (shares - expected)[1:, 1:].ravel()
    spread = covariance(_interaction_scores(shares))
    if np.linalg.matrix_rank(spread, hermitian=True) < q:
        return outcome(nan, nan, nan, nan, "no_variance")
    rest = nu - q + 1
    wald = float(distance @ np.linalg.solve(spread, distance)) * rest / (q * nu)
    return outcome(wald, q, rest, fdtrc(q, rest, wald))


def _drawn_alike(design: Design) -> bool:
    """Respondents drawn one by one from one stratum, without known margins."""
    return (
        design.calibration is None
        and len(design.stages) == 1
        and design.n > 1
        and design.stages[0].sampled[0] == design.n
    )


def _spread(design: Design) -> float:
    """(1 − f) n/(n − 1)"""
    left = 1 - design.n / float(design.stages[0].population[0])
    return (left if left >= _NOBODY_LEFT else 0.0) * design.n / (design.n - 1)


@lru_cache(maxsize=64)
def _contrasts(r: int, c: int) -> Numbers:
    """rc × (r − 1)(c − 1): what of a table its margins say nothing about; cells row by row."""
    return np.kron(
        np.vstack([np.eye(r - 1), np.full(r - 1, -1.0)]), np.vstack([np.eye(c - 1), np.full(c - 1, -1.0)])
    )


def _inverse(shares: Numbers, expected: Numbers, contrasts: Numbers) -> Numbers:
    """The diagonal of D⁻¹; 0 for an empty cell."""
    observed = shares.ravel()
    full = observed > 0
    if not full.all() and np.linalg.matrix_rank(contrasts[full]) < contrasts.shape[1]:
        return 1 / expected.ravel()
    return np.divide(1.0, observed, out=np.zeros_like(observed), where=full)


def _interaction_scores(shares: Numbers) -> Numbers:
    """Linearised, of N_ab − N_a N_b/N but for the first row and column; a line for each cell a respondent can be in."""
    r, c = shares.shape
    in_row, in_column = np.eye(r) - shares.sum(axis=1), np.eye(c) - shares.sum(axis=0)
    return np.kron(in_row, in_column)[:, np.arange(r * c).reshape(r, c)[1:, 1:].ravel()]
