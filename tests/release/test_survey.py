"""What a bundle says of the survey as a whole."""

from __future__ import annotations

import pytest

from analysis.release.survey import release
from analysis.tables.build import build_tables
from tests.tables.small_survey import answered, survey

DONE = {"id": "done", "kind": "single", "options": {"yes": "예", "no": "아니오"}}


@pytest.mark.parametrize("partial", ["counted", "not_counted", None])
def test_that_who_broke_off_counts_is_told_where_it_is_so(partial: str | None) -> None:
    sessions = {"question": "done", "complete": ["yes"], "partial": partial} if partial else None
    responses = answered(survey(DONE, sessions=sessions), done=["yes"] * 5 + ["no"] * 5)
    facts = release(responses, build_tables(responses), "members").facts
    assert facts.get("partial_counted") == (True if partial == "counted" else None)
