"""The table behind the timeline of a year."""

from __future__ import annotations

from pathlib import Path

from analysis.ledger import read
from analysis.ledger.timeline import timeline
from tests.ledger.keeping import EVENTS, LEDGER_2016, keep

MORE = EVENTS + "\n".join((
    "E4,2015-12-20,2016-01-10,day,정책,포럼,,이사회,해를 넘긴 일,,,,,,",
    "E5,2017-02-08,2017-02-08,day,,회의,,이사회,보고회,,,,,,",
)) + "\n"  # fmt: skip


def counts(folder: Path, row: str) -> dict[str, float | None]:
    table = timeline(read(folder))
    own = (cell for cell in table.cells if cell.row == row and cell.stat == "count")
    return {cell.item: cell.value for cell in own if cell.value}


def test_events_are_counted_by_pillar_in_the_month_in_which_they_begin(tmp_path: Path) -> None:
    folder = keep(tmp_path, events=MORE)
    assert counts(folder, "policy") == {"05": 1, "01": 1}
    assert counts(folder, "none") == {"03": 1, "undated": 1}
    assert counts(folder, "total") == {"01": 1, "03": 1, "05": 1, "undated": 1, "outside": 1}


def test_there_is_no_line_for_none_where_every_event_has_its_pillar(tmp_path: Path) -> None:
    events = "\n".join(line for line in EVENTS.splitlines() if not line.startswith(("E1", "E3"))) + "\n"
    claims = "id,subject,subject_en,value,unit,unit_en,count,note,note_en,section,quote\n" + (
        'C1,이사회,Board,2,회,meeting,"events where body = 이사회 and kind = 회의",,,,\n'
    )
    table = timeline(read(keep(tmp_path, events=events, claims=claims)))
    assert [row.id for row in table.rows] == ["policy", "total"]


def test_the_year_2016_has_its_30_events_and_one_outside() -> None:
    table = timeline(read(LEDGER_2016))
    base = table.get("base", "", "total")
    assert base is not None and base.value == 30
    rows = [row.id for row in table.rows if row.id != "total"]
    own = sum(cell.value or 0 for row in rows if (cell := table.get("base", "", row)))
    assert own == 30  # one is of 2017
    assert len(table.facts["events"]) == 31
