"""Intervals of small numbers against R: tests/reference/r/small.{R,json}.

binom.test and prop.test agree to 1e-8 relative; whole numbers of a frame exactly.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from analysis.tables.estimate.binomial import binomial_interval
from analysis.tables.estimate.hypergeometric import hypergeometric_interval

R = json.loads((Path(__file__).parent / "r" / "small.json").read_text(encoding="utf-8"))
BINOMIAL = np.array(R["binomial"]).T
FRAME = np.array(R["hypergeometric"]).T


def test_clopper_pearson_is_the_interval_of_binom_test():
    ends = binomial_interval(*BINOMIAL[:2], "clopper_pearson")
    np.testing.assert_allclose(ends, BINOMIAL[2:4], rtol=1e-8, atol=1e-15)


def test_wilson_is_the_interval_of_prop_test_without_correction():
    ends = binomial_interval(*BINOMIAL[:2], "wilson")
    np.testing.assert_allclose(ends, BINOMIAL[4:6], rtol=1e-8, atol=1e-15)


def test_corrected_wilson_is_the_interval_of_prop_test_with_correction():
    ends = binomial_interval(*BINOMIAL[:2], "wilson_corrected")
    np.testing.assert_allclose(ends, BINOMIAL[6:8], rtol=1e-8, atol=1e-15)


def test_the_numbers_of_a_frame_are_those_whose_tails_phyper_keeps():
    low, high = hypergeometric_interval(*FRAME[:3])
    assert (low.tolist(), high.tolist()) == (FRAME[3].tolist(), FRAME[4].tolist())
