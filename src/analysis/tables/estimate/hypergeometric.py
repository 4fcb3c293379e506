"""Of a small frame some answered: how many of the whole frame would have said the same.

The rule is the inversion of the two tails of the hypergeometric distribution, what Clopper and Pearson (1934) do for
the binomial: every number K is kept under which neither as many as were counted, or more, nor as few, or fewer, has a
probability of α/2 or less. Whatever K is, the interval holds it with a probability of at least 1 − α.

Konijn, H. S. (1973). Statistical Theory of Sample Survey Design and Analysis. North-Holland.
Buonaccorsi, J. P. (1987). A note on confidence intervals for proportions in finite populations. American Statistician
41, 215–218. Wright, T. (1991). Exact Confidence Bounds when Sampling from Small Finite Universes. Springer.

Shorter exact intervals exist (Wang, W. 2015. JASA 110, 1491–1499; Bartroff, J., Lorden, G. & Wang, L. 2023. American
Statistician 77, 151–159). They let the two tails share α, so that neither of their ends need hold alone with 1 − α/2.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import gammaln

Whole = NDArray[np.int64]

_TIE = 1e-9  # a tail as near as this to α/2, relatively, is α/2: what rounding may do to it is less
_NOTHING = -700.0  # the logarithm of a probability that adds nothing; smaller ones are slow to reckon with
_AT_A_TIME = 2**20  # probabilities held in memory


def hypergeometric_interval(
    count: ArrayLike, n: ArrayLike, population: ArrayLike, confidence: float = 0.95
) -> tuple[Whole, Whole]:
    """The fewest and the most of the frame that have what `count` of n respondents have; both ends belong to it.

    count, n, population   whole numbers, 0 ≤ count ≤ n ≤ population, of any shapes that broadcast; low and high have
                           the shape they broadcast to
    The ends lie within count … population − (n − count), what is certain already: where everybody answered they are
    the count, where nobody did 0 and the population. It is taken that who answered is a simple random sample of the
    frame. Raises ValueError for other counts, and for a confidence that is not between 0 and 1.

    >>> low, high = hypergeometric_interval([9, 14], 14, 21)
    >>> low.tolist(), high.tolist()
    ([10, 18], [16, 21])
    """
    if not 0 < confidence < 1:
        raise ValueError("the confidence is not between 0 and 1")
    x, asked, frame = _whole(count), _whole(n), _whole(population)
    without = asked - x
    if not ((x >= 0) & (without >= 0) & (asked <= frame)).all():
        raise ValueError(
            "a count is below 0, above the respondents, or there are more of them than the frame has"
        )
    # Who has it not is counted as well: the most that have it are all but the fewest that have it not.
    both = np.array(np.broadcast_arrays(x, without, frame)[:2])
    low, unlike = _fewest(both, asked, frame, (1 - confidence) / 2)
    return low, frame - unlike


def _fewest(x: Whole, n: Whole, population: Whole, tail: float) -> Whole:
    """The smallest K with P(x or more of n | K of the population) > tail. n and population broadcast to x.

    As a function of K this probability is a distribution function. Let the frame stand in a row, those who have it
    in front: x or more of them are drawn where the x-th drawn stands at K or before, and it stands at K with
    C(K−1, x−1) C(N−K, n−x) / C(N, n). So one running sum tells the tails of all K.
    """
    unseen = population - n
    width = int(unseen.max(initial=0)) + 1
    if x.size * width > _AT_A_TIME and x.size > 1:
        every = [of.ravel() for of in np.broadcast_arrays(x, n, population)]
        halves = zip(*(np.array_split(of, 2) for of in every), strict=True)
        return np.concatenate([_fewest(*half, tail) for half in halves]).reshape(x.shape)
    log = _log_factorials(1 << int(population.max(initial=0)).bit_length())
    at = np.maximum(x, 1)  # the 0-th is not drawn; its row is not used
    rest = np.maximum(n - at, 0)
    # K is x + more; past the end of a shorter row its last is repeated
    more = np.minimum(np.arange(width), unseen[..., None])
    chances = log[more + (at - 1)[..., None]] + log[(rest + unseen)[..., None] - more]
    chances -= log[more] + log[unseen[..., None] - more]
    chances -= (log[at - 1] + log[rest] + log[population] - log[n] - log[unseen])[..., None]
    reached = np.exp(np.maximum(chances, _NOTHING, out=chances), out=chances).cumsum(axis=-1)
    return np.where(x == 0, 0, x + np.count_nonzero(reached <= tail * (1 + _TIE), axis=-1))


@lru_cache(maxsize=4)
def _log_factorials(size: int) -> NDArray[np.float64]:
    return gammaln(np.arange(1.0, size + 1))


def _whole(numbers: ArrayLike) -> Whole:
    given = np.asarray(numbers)
    whole = given.astype(np.int64)
    if (whole != given).any():
        raise ValueError("a count is not a whole number")
    return whole
