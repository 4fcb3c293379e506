"""A hundred dots, one a per cent."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from analysis.report.dots import field, hundred


@given(st.lists(st.integers(0, 400), min_size=1, max_size=6).filter(any))
def test_the_dots_of_a_whole_are_a_hundred_and_each_share_is_less_than_one_off(counts: list[int]):
    shares = {str(at): count / sum(counts) for at, count in enumerate(counts)}
    dots = hundred(shares)
    assert sum(dots.values()) == 100
    assert all(abs(dots[name] - share * 100) < 1 for name, share in shares.items())


def test_it_fills_from_the_left_column_by_column():
    drawn, width, height = field(["indigo"] * 3 + ["sky"], down=2, step=40)
    assert (width, height) == (80, 80)
    paths = re.findall(r'd="(M[^"]*)" style="stroke:var\(--(\w+)\)', drawn)
    assert paths == [("M20 20h40.01", "indigo"), ("M20 60h0.01", "indigo"), ("M60 60h0.01", "sky")]


def test_a_hollow_dot_is_paper_in_a_ring():
    drawn, _, _ = field(["hollow"], down=1, step=40)
    assert re.findall(r"--(\w+)", drawn) == ["ring", "paper"]
