"""Columns that survey tools add are known by name, and asked for by nobody."""

from __future__ import annotations

import pytest

from analysis.intake.columns.matching import match_columns
from analysis.intake.columns.tool_columns import is_tool_column
from analysis.questionnaire.question import PartKey
from tests.intake.files import sheet_of
from tests.tables.small_survey import survey


@pytest.mark.parametrize(
    "heading",
    ["타임스탬프", "Timestamp", "_uuid", "_submission_time", "start", "StartDate", "IPAddress", "Respondent ID",
     "Collector ID", "Network ID", "Submit Date (UTC)", "응답일시", "meta/instanceID", "form/meta/instanceID",
     "formhub/uuid", "Duration (in seconds)"],
)  # fmt: skip
def test_what_tools_add(heading: str) -> None:
    assert is_tool_column(heading)


@pytest.mark.parametrize(
    "heading", ["", "비고", "startup", "단체명", "uuid of the house", "region/start", "기타"]
)
def test_what_they_do_not(heading: str) -> None:
    assert not is_tool_column(heading)


def test_a_column_that_the_questionnaire_asks_for_is_an_answer() -> None:
    questionnaire = survey(
        {"id": "status", "no": "A1", "kind": "text"}, {"id": "name", "no": "A2", "kind": "text"}
    )
    matching = match_columns(
        sheet_of(["Status", "A2", "IP Address"], ["끝", "가", "192.0.2.1"]), questionnaire
    )
    assert matching.columns == {PartKey("status"): 0, PartKey("name"): 1}
    assert matching.tool == (2,)
    assert matching.unmatched == ()
