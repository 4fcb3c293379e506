"""How many answered one column of a grid says nothing of what is hidden of another."""

from __future__ import annotations

import pytest

import start
from analysis.questionnaire.questionnaire import Banner
from analysis.release.audience import POLICIES
from analysis.release.columns import without_bases_beside
from analysis.release.gate import release_tables
from analysis.responses.read import read_survey
from analysis.tables import Cell, Table
from analysis.tables.build import build_table, build_tables
from tests.tables.small_survey import REGIONS, answered, survey

PROGRAMMES = {
    "id": "programmes",
    "kind": "grid",
    "rows": {"markets": "판로", "training": "교육"},
    "columns": {
        "done": {"ko": "하였는가", "answer": {"kind": "single", "options": {"did": "예", "did_not": "아니오"}}},
        "number": {"ko": "몇 번", "answer": {"kind": "number", "unit": "회"}, "ask_if": "done is did"},
    },
}
REGION = {"id": "region", "kind": "single", "options": REGIONS, "key": True}


@pytest.fixture(scope="module")
def shipped() -> tuple[Table, ...]:
    responses = read_survey(start.ROOT, "intermediary", 2016)
    return release_tables(build_tables(responses), POLICIES["members"])


def tables_of(done: dict[str, str], hidden: str = "") -> list[Table]:
    """Alone and by region; of each region a letter for each respondent: y(es), n(o). hidden: a region of which it is not
    told how many said no."""
    regions = [region for region, letters in done.items() for _ in letters]
    letters = "".join(done.values())
    columns = {
        f"programmes__{row}__done": ["did" if letter == "y" else "did_not" for letter in letters]
        for row in ("markets", "training")
    }
    columns |= {
        f"programmes__{row}__number": [
            3 + at if letter == "y" else {"reason": "not_asked"} for at, letter in enumerate(letters)
        ]
        for row in ("markets", "training")
    }
    responses = answered(survey(REGION, PROGRAMMES), region=regions, **columns)
    alone, by = (
        build_table(responses, "programmes", banner) for banner in (None, Banner(id="region", by="region"))
    )
    cells = (
        Cell(*cell.key, None, status="suppressed", rule="small")
        if cell.level == hidden and cell.level and cell.key[1:] == ("markets", "done:did_not", "count")
        else cell
        for cell in by.cells
    )
    return without_bases_beside([alone, by.with_cells(tuple(cells))])


def bases(table: Table, row: str, level: str) -> set[float | None]:
    """What is told of how many answered "how many"."""
    cells = [cell for cell in table.cells if (cell.level, cell.row, cell.item) == (level, row, "number")]
    return {value for cell in cells for value in (cell.value if cell.stat == "base" else None, cell.base)}


FEW_NO = {"seoul": "yyyyyyyyn", "busan": "yyyynnnn"}


def test_a_smaller_base_goes_where_counts_beside_it_are_hidden() -> None:
    alone, by = tables_of(FEW_NO, hidden="seoul")
    assert bases(by, "markets", "seoul") == {None}
    assert bases(by, "markets", "busan") == {None}, "or the total would give it back"
    assert 8 in bases(by, "training", "seoul"), "where nothing is hidden"
    assert 12 in bases(alone, "markets", "")


def test_a_larger_one_tells_nothing_and_stays() -> None:
    _, by = tables_of(FEW_NO, hidden="seoul")
    assert by.get("base", "done", "markets", "seoul").value == 9


def test_nothing_goes_where_nothing_is_hidden() -> None:
    _, by = tables_of(FEW_NO)
    assert 8 in bases(by, "markets", "seoul")


def test_members_get_no_such_base(shipped: tuple[Table, ...]) -> None:
    """Of ten of eleven federations whose counts are hidden, the base of "how many" told the number."""
    (by,) = (one for one in shipped if (one.question, one.group) == ("programmes", "scope_kind"))
    assert by.get("count", "done:yes", "markets", "wide").status == "suppressed"
    assert bases(by, "markets", "wide") == {None}
