"""The widgets of choosing, with a survey whose respondents do not all weigh the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

import start
from analysis.explore.panel.choosing import Choosing
from analysis.explore.panel.state import State
from analysis.explore.survey import Survey, open_survey
from analysis.responses.design_columns import DesignColumns

STATE = State("member_orgs", (2016,), "outlook")


@pytest.fixture(scope="module")
def weighted() -> Survey:
    plain = open_survey("member_orgs", root=start.ROOT)
    weights = np.where(np.arange(len(plain._responses.origin)) % 2, 1.0, 3.0)
    return Survey(replace(plain._responses, design=DesignColumns(weights, (), (), ())))


def test_weights_can_be_left_out_where_there_are_any(weighted: Survey) -> None:
    changes: list[Callable[[State], State]] = []
    choosing = Choosing((("회원단체", "member_orgs"),), "ko", changes.append, lambda survey: None)
    choosing.show(STATE, weighted, (2016,), ("",))
    assert choosing.weights.value and not choosing.weights.disabled
    assert choosing.weights_hint.value == ""
    choosing.weights.value = False
    (change,) = changes
    assert change(STATE) == replace(STATE, weights=False)


def test_what_is_set_by_the_state_is_no_choice(weighted: Survey) -> None:
    changes: list[Callable[[State], State]] = []
    choosing = Choosing((("회원단체", "member_orgs"),), "ko", changes.append, lambda survey: None)
    for question, kinds in (("outlook", ("", "options", "parts")), ("sectors", ("",)), ("outlook", ())):
        choosing.show(replace(STATE, question=question, by="area"), weighted, (2016,), kinds)
        assert (choosing.question.value, choosing.group.value) == (question, "area")
    assert changes == []
