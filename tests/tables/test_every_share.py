"""Every share that is published says in its table of whom it is, how sure, and by what rule; or why nobody can say."""

from collections.abc import Iterator

import pytest

from analysis.questionnaire.questionnaire import Sample
from analysis.release.audience import POLICIES
from analysis.release.gate import release_tables
from analysis.tables import Cell, Table
from analysis.tables.build import build_tables
from tests.tables.matrix import ordinary, respondents

N = 18
SAMPLES = {
    "census": {"kind": "census", "population": N},
    "frame": {"kind": "census", "population": 35},
    "large_population": {"kind": "probability", "population": 10_615},
    "self_selected": {"kind": "self_selected"},
}
WITHOUT = ("census", "self_selected")


@pytest.fixture(scope="module", params=SAMPLES)
def published(request: pytest.FixtureRequest) -> tuple[str, tuple[Table, ...]]:
    """What members get of a survey with every kind of question."""
    sample = Sample.model_validate(SAMPLES[request.param])
    questionnaire = ordinary().model_copy(update={"sample": sample})
    tables = build_tables(respondents(questionnaire, N))
    return request.param, tuple(release_tables(tables, POLICIES["members"]))


def shares(tables: tuple[Table, ...]) -> Iterator[tuple[Table, Cell]]:
    yield from (
        (table, cell) for table in tables for cell in table.cells if cell.stat == "share" and cell.shown
    )


def test_of_whom(published):
    _, tables = published
    assert all(cell.base and cell.n is not None and table.base.ko for table, cell in shares(tables))


def test_how_sure_and_by_what_rule(published):
    name, tables = published
    found = list(shares(tables))
    assert len(found) > 200
    for table, cell in found:
        inference = table.facts["inference"]
        if name in WITHOUT:
            assert (cell.low, cell.high, cell.se, cell.rule) == (None, None, None, "")
            assert inference["situation"] == name and "confidence" not in inference
            continue
        assert inference["confidence"] == 0.95
        if cell.base == 1:  # one alone tells nothing, but for what is counted in a known population
            continue
        assert cell.low <= cell.value <= cell.high, table.address(cell)
        assert cell.rule == inference["shares"]
        assert any("95%" in note.ko for note in table.told_notes)


def test_what_is_hidden_says_nothing_of_how_sure_it_was(published):
    _, tables = published
    hidden = [cell for table in tables for cell in table.cells if not cell.shown]
    assert hidden
    assert all(
        (cell.value, cell.se, cell.low, cell.high, cell.letters) == (None, None, None, None, "")
        for cell in hidden
    )
