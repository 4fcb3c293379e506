"""Response rates by AAPOR's Standard Definitions, and how well groups are represented."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.tables.estimate.response_rate import (
    Dispositions,
    coverage,
    participation_rate,
    response_rate,
)

PHONED = Dispositions(complete=50, partial=10, refused=20, others=15, unknown=5)


def test_the_minimum_rate_counts_complete_answers_of_all_that_may_be_eligible():
    assert (response_rate("RR1", PHONED).value, response_rate("RR2", PHONED).value) == (0.5, 0.6)


def test_fourteen_of_twentyone_member_organisations():
    of = Dispositions.of_frame(21, complete=13, partial=1)
    told = {name: response_rate(name, of) for name in ("RR1", "RR2", "RR5", "RR6")}
    assert {name: (rate.name, rate.answered, rate.asked) for name, rate in told.items()} == {
        "RR1": ("RR1", 13, 21),
        "RR2": ("RR2", 14, 21),
        "RR5": ("RR5", 13, 21),
        "RR6": ("RR6", 14, 21),
    }


def test_with_somebody_of_unknown_eligibility_there_is_no_maximum_rate():
    with pytest.raises(ValueError, match="RR5"):
        response_rate("RR5", PHONED)


def test_cooperation_is_of_those_who_were_reached_and_able():
    assert response_rate("COOP3", PHONED).value == 50 / 80
    assert response_rate("COOP4", PHONED).value == 60 / 80


def test_without_the_number_of_refusals_there_is_no_cooperation_rate():
    with pytest.raises(ValueError, match="refusals"):
        response_rate("COOP3", Dispositions.of_frame(21, complete=14))


def test_nobody_answered():
    assert response_rate("RR1", Dispositions.of_frame(21, complete=0)).value == 0


def test_a_frame_of_nobody_has_no_rates():
    with pytest.raises(ValueError, match="nobody"):
        Dispositions.of_frame(0, complete=0)


def test_more_answers_than_the_frame_has_are_refused():
    with pytest.raises(ValueError, match="more answered"):
        Dispositions.of_frame(21, complete=20, partial=2)


def test_a_negative_number_is_refused():
    with pytest.raises(ValueError, match="below 0"):
        Dispositions(complete=-1, others=5)


def test_a_name_that_aapor_does_not_have_is_refused():
    with pytest.raises(ValueError, match="RR9"):
        response_rate("RR9", PHONED)


def test_volunteers_have_a_participation_rate():
    rate = participation_rate(320, 1_000)
    assert (rate.name, rate.value) == ("participation", 0.32)
    for impossible in ((1, 0), (0, 0), (5, 4)):
        with pytest.raises(ValueError, match="invited"):
            participation_rate(*impossible)


class TestCoverage:
    def test_of_each_group_the_rate_and_how_far_it_is_over_represented(self):
        found = coverage([10, 8, 2, 0], [4, 5, 1, 0])
        np.testing.assert_allclose(found.rate, [0.4, 0.625, 0.5, np.nan])
        np.testing.assert_allclose(found.difference, [-0.1, 0.1, 0, 0], atol=1e-15)

    def test_where_nobody_answered_no_group_is_over_represented(self):
        found = coverage([10, 8], [0, 0])
        assert found.rate.tolist() == [0, 0] and np.isnan(found.difference).all()

    @pytest.mark.parametrize(
        ("frame", "respondents"), [([10, 8], [1, 9]), ([10, 8], [-1, 2]), ([0, 0], [0, 0]), ([10, 8], [3])]
    )
    def test_impossible_groups_are_refused(self, frame: list[int], respondents: list[int]):
        with pytest.raises(ValueError):
            coverage(frame, respondents)
