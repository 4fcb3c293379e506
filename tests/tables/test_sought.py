"""Intervals are found for many figures at once, and are what each would get alone."""

import numpy as np
import pytest

from analysis.tables import sought
from analysis.tables.estimate.design import design
from analysis.tables.estimate.intervals import mean_interval, share_interval
from analysis.tables.estimate.linearised import means, shares
from analysis.tables.sampling import Among, Sampling

RANDOM = np.random.default_rng(1)
N = 60
DRAWN = design(RANDOM.uniform(1, 4, N), [RANDOM.integers(0, 3, N)], [RANDOM.integers(0, 15, N)])
SAMPLING = Sampling("probability", N, drawn=DRAWN, weighted=True)
CHOSEN = RANDOM.random((N, 3)) < 0.4
VALUES = RANDOM.normal(size=(N, 1))
DOMAINS = [RANDOM.random(N) < share for share in (1, 0.5, 0.2)]


def some(domain: np.ndarray, values: np.ndarray, are_shares: bool) -> sought.Sought:
    who = np.flatnonzero(domain)
    return sought.Sought(Among(SAMPLING, who, who.size), values[who], are_shares)


@pytest.mark.parametrize("at_once", [2**22, 1])
def test_each_is_what_it_would_be_alone_however_many_are_found_at_once(at_once, monkeypatch):
    monkeypatch.setattr(sought, "AT_ONCE", at_once)
    asked = [
        some(domain, values, of) for domain in DOMAINS for values, of in ((CHOSEN, True), (VALUES, False))
    ]
    found = sought.found(asked, SAMPLING)
    for domain, (of_shares, of_means) in zip(DOMAINS, zip(asked[::2], asked[1::2], strict=True), strict=True):
        alone = shares(DRAWN, CHOSEN, domain)
        low, high = share_interval(alone, SAMPLING.interval)
        np.testing.assert_allclose(
            [line[:3] for line in found[of_shares]], np.stack([alone.se, low, high], axis=1)
        )
        alone = means(DRAWN, VALUES, domain)
        low, high = mean_interval(alone)
        np.testing.assert_allclose(
            [line[:3] for line in found[of_means]], np.stack([alone.se, low, high], axis=1)
        )
        assert {line[3] for line in found[of_means]} == {"t"}


def test_where_the_sample_tells_no_intervals_none_are_sought():
    among = Among(Sampling("census", N), np.arange(N), N)
    assert sought.sought_of(among, CHOSEN, shares=True) is None
