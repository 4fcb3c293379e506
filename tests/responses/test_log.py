"""Of findings alike the first are told one by one, the rest is counted."""

from __future__ import annotations

from analysis.responses import log
from analysis.responses.finding import Finding
from analysis.responses.log import Log


def test_what_goes_beyond_the_limit_is_one_finding_with_their_number() -> None:
    made = Log("member_orgs")
    made.tell(
        "out_of_range",
        "B1",
        range(log.MOST_ALIKE - 1),
        lambda at: Finding("error", "out_of_range", cell=f"A{at}"),
    )
    made.tell("out_of_range", "B1", range(500), lambda at: Finding("error", "out_of_range", cell=f"B{at}"))
    made.tell("out_of_range", "B2", range(2), lambda at: Finding("error", "out_of_range", cell=f"C{at}"))
    *told, more = made.findings()
    assert len(told) == log.MOST_ALIKE + 2
    assert (more.severity, more.question, more.alike, more.hint) == ("error", "B1", 499, "499")
    assert more.text() == "B1: 같은 알림이 499건 더 있으나 하나하나 적지 않았습니다."


def test_the_findings_of_a_column_come_row_after_row() -> None:
    made = Log("member_orgs")
    with made.row_after_row():
        for rule, at in (("out_of_range", [3, 1]), ("unreadable", [2])):
            made.tell(rule, "B1", at, lambda one, rule=rule: Finding("error", rule, cell=f"A{one}"))
    assert [finding.cell for finding in made.findings()] == ["A1", "A2", "A3"]
