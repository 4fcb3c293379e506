from __future__ import annotations

import datetime as dt

import pytest

from analysis.intake.forms.evidence import KOREA, told_time


@pytest.mark.parametrize(
    ("told", "in_korea"),
    [
        ("2016-08-03T05:20:00Z", dt.datetime(2016, 8, 3, 14, 20)),
        ("2016-08-03T14:20:01.123456789", dt.datetime(2016, 8, 3, 14, 20, 1)),
        ("2016-08-03T14:20:00+09:00", dt.datetime(2016, 8, 3, 14, 20)),
        ("", None),
        ("어제", None),
        ("0001-01-01T00:00:00+14:00", None),
    ],
)
def test_a_time_is_told_by_the_clock_of_korea(told: str, in_korea: dt.datetime | None) -> None:
    assert told_time(told, otherwise=KOREA) == in_korea
