"""Fisher's exact test of a table of r × c counts: how rare is it among all tables with its margins?

    P(table) = Π row! Π column! / (n! Π cell!),      p = Σ P over the tables not more probable than the observed one

Fisher, R. A. (1935). The logic of inductive inference. J. of the Royal Statistical Society 98, 39–82; Freeman, G. H. &
Halton, J. H. (1951). Note on an exact treatment of contingency, goodness of fit and other problems of significance.
Biometrika 38, 141–149. It is a test of counts of a simple sample: of weighted or clustered answers it knows nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import gammaln

from analysis.tables.draws import FISHER
from analysis.tables.estimate.design import Numbers
from analysis.tables.estimate.outcome import Outcome

MOST_TABLES = 500_000  # of partly filled ones at a time; with more the test is simulated
SEED = 1935

_AS_PROBABLE = 1e-7  # relative: two tables whose probabilities differ by rounding only; as in R
_ALIKE = 1e9  # logarithms of probabilities are the same to a billionth

Counts = NDArray[np.int64]


@dataclass(frozen=True, kw_only=True)
class Fisher(Outcome):
    """draws  how many tables were drawn at random, where `method` is "simulated"; 0 where it is "exact" """

    draws: int = 0


def fisher_exact(
    table: ArrayLike, most_tables: int = MOST_TABLES, draws: int = FISHER, seed: int = SEED
) -> Fisher:
    """Two-sided, of a table of counts (r × c, whole numbers, 0 or more). Empty rows and columns make no difference.

    "exact": all tables are counted, column by column; those that have the same margins left to fill and the same
    probability so far go on as one (after Mehta, C. R. & Patel, N. R. (1983). A network algorithm for performing
    Fisher's exact test in r × c contingency tables. JASA 78, 427–434). As R's fisher.test.
    "simulated", where more than `most_tables` would have to be held: `draws` random tables with the margins, always the
    same ones, and p = (1 + those not more probable) / (1 + draws), whose standard error is √(p(1 − p)/draws). Patefield,
    W. M. (1981). Algorithm AS 159. Applied Statistics 30, 91–97, has the distribution of a cell given those before it.

    p is the same for rows or columns in another order and for the table turned. With one row or one column (or nobody)
    there is no p, and a reason.
    """
    counts = _in_order(np.asarray(table, dtype=np.int64))
    n = int(counts.sum())
    if not n or 1 in counts.shape:
        return Fisher(method="exact", n=n, reason="constant" if n else "nobody")
    rows, columns = counts.sum(axis=1), counts.sum(axis=0)
    margins = float(gammaln(rows + 1).sum() + gammaln(columns + 1).sum() - gammaln(n + 1))
    observed = margins - float(gammaln(counts + 1).sum())
    exact = _exact(rows, columns, margins, observed, most_tables)
    if exact is not None:
        return Fisher(method="exact", n=n, p=min(exact, 1.0))
    drawn = margins - _log_factorials_of_random_tables(rows, columns, draws, np.random.default_rng(seed))
    rare = int(np.count_nonzero(drawn <= observed + _AS_PROBABLE))
    return Fisher(method="simulated", n=n, p=(1 + rare) / (1 + draws), draws=draws)


def _in_order(table: Counts) -> Counts:
    """Without what is empty, the shorter side as rows, margins from small to large."""
    table = table[table.any(axis=1)][:, table.any(axis=0)]
    ways = [way[np.argsort(way.sum(axis=1))][:, np.argsort(way.sum(axis=0))] for way in (table, table.T)]
    return min(ways, key=lambda way: (way.shape, way.sum(axis=1).tolist()))


def _exact(rows: Counts, columns: Counts, margins: float, observed: float, most: int) -> float | None:
    """p, or None where more than `most` partly filled tables would have to be held.

    A state is what is left of each row; `log` is the logarithm of the probability so far, `tables` how many ways lead
    there. The last column is what is left. A state of which every or no way on ends in a table that counts is
    settled at once.
    """
    log_factorial = gammaln(np.arange(rows.max() + 1) + 1.0)
    left, log, tables = rows[None, :], np.array([margins]), np.ones(1)
    p = 0.0
    for at, size in enumerate(columns[:-1]):
        to_fill = np.full(len(left), size)
        for row in range(len(rows)):
            after = left[:, row + 1 :].sum(axis=1)
            least, largest = np.maximum(to_fill - after, 0), np.minimum(left[:, row], to_fill)
            ways = largest - least + 1
            if ways.sum() > most:
                return None
            cell = np.arange(ways.sum()) - np.repeat(np.cumsum(ways) - ways, ways) + np.repeat(least, ways)
            left, to_fill = np.repeat(left, ways, axis=0), np.repeat(to_fill, ways) - cell
            left[:, row] -= cell
            log, tables = np.repeat(log, ways) - log_factorial[cell], np.repeat(tables, ways)
        left, log, tables = _merged(left, log, tables)
        least, largest, whole = _ways_on(left, columns[at + 1 :])
        counted = log + largest <= observed + _AS_PROBABLE
        p += float((tables * np.exp(log + whole))[counted].sum())
        open_ = ~counted & (log + least <= observed + _AS_PROBABLE)
        left, log, tables = left[open_], log[open_], tables[open_]
        if not len(left):
            return p
    log = log - log_factorial[left].sum(axis=1)
    return p + float((tables * np.exp(log))[log <= observed + _AS_PROBABLE].sum())


def _ways_on(left: Counts, columns: Counts) -> tuple[Numbers, Numbers, Numbers]:
    """Bounds of −Σ log cell! over the tables with these margins left, and log Σ Π 1/cell! over all of them.

    x! is convex in x: cells are least probable together where each row (or column) is in one cell, most where it is
    spread evenly.
    """
    r, k = left.shape[1], len(columns)
    of_rows, of_columns = gammaln(left + 1.0).sum(axis=1), gammaln(columns + 1.0).sum()
    even_rows = k * gammaln(left / k + 1).sum(axis=1)
    even_columns = r * gammaln(columns / r + 1).sum()
    whole = gammaln(columns.sum() + 1.0) - of_rows - of_columns
    return -np.minimum(of_rows, of_columns), -np.maximum(even_rows, even_columns), whole


def _merged(left: Counts, log: Numbers, tables: Numbers) -> tuple[Counts, Numbers, Numbers]:
    same = np.rint(log * _ALIKE)
    order = np.lexsort((same, *left.T))
    left, same = left[order], same[order]
    new = np.concatenate([[True], (np.diff(same) != 0) | (np.diff(left, axis=0) != 0).any(axis=1)])
    starts = np.flatnonzero(new)
    return left[starts], log[order][starts], np.add.reduceat(tables[order], starts)


def _log_factorials_of_random_tables(
    rows: Counts, columns: Counts, draws: int, random: np.random.Generator
) -> Numbers:
    """Σ log cell! of each, its cells drawn one after another from what their row and column have left."""
    log_factorial = gammaln(np.arange(rows.max() + 1) + 1.0)
    found = np.zeros(draws)
    left = np.repeat(rows[None, :], draws, axis=0)
    for size in columns[:-1]:
        to_fill = np.full(draws, size)
        after = left.sum(axis=1)
        for row in range(len(rows) - 1):
            after = after - left[:, row]
            cell = random.hypergeometric(left[:, row], after, to_fill)
            left[:, row] -= cell
            to_fill -= cell
            found += log_factorial[cell]
        left[:, -1] -= to_fill
        found += log_factorial[to_fill]
    return found + log_factorial[left].sum(axis=1)
