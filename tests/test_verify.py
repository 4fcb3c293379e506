"""`dure verify` finds a number that is not what the raw files say."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from analysis.report.site.explorer.data import data_json
from analysis.tables import Cell
from analysis.verify import Verification, VerifyError, Wrong, verify
from tests.project import copy_inputs
from tests.report.small_report import bundle, choice

ADDRESS = "member_orgs/2016/overall_satisfaction/by=/4/count"
PILLAR = "ledger/2016/events_by_pillar/by=/policy/count"
HIDDEN = "member_orgs/2016/organisation_type/by=/research_education/count"  # from members
NO_CELLS = [
    "member_orgs/2016/overall_satisfaction/by=/9/count",
    "member_orgs/2016/organisation_name/by=/count",
    "nothing/2016/x/by=/count",
    "no address at all",
    "member_orgs/2016/overall_satisfaction/by=/4/share.low",  # of all who were asked: there is no interval
    HIDDEN,
]


@pytest.fixture(scope="module")
def verified(tmp_path_factory: pytest.TempPathFactory) -> Verification:
    """What is said of an edition whose pages show one number each: all are held against one reading of the raw files.
    It is verified with the index of its audience, as all years are."""
    folder = copy_inputs(tmp_path_factory.mktemp("edition") / "project") / "reports" / "members" / "2016"
    folder.mkdir(parents=True)
    write(folder, "true", 7, ADDRESS)
    write(folder, "another", 8, ADDRESS)
    for at, address in enumerate(NO_CELLS):
        write(folder, f"no_cell_{at}", 1, address)
    draw(folder, "drawn", "만족 7개", ADDRESS)
    draw(folder, "hidden", "X", HIDDEN)
    draw(folder, "drawn_otherwise", "8개", ADDRESS)
    draw(folder, "drawn_in_part", "17개", ADDRESS)  # has the true 7 in it
    draw(folder, "not_hidden", "1개", HIDDEN)
    write(folder, "page.en", 8, ADDRESS)
    write(folder.parent, "index", 9, ADDRESS)
    hold(folder, "explore", {"4": 7, "5": 9})
    return verify(folder.parent)


def hold(folder: Path, name: str, counts: dict[str, int]) -> None:
    """A page that draws from these counts of overall_satisfaction, which it holds."""
    cells = tuple(Cell("", "", item, "count", count, n=count, base=14) for item, count in counts.items())
    table = choice("overall_satisfaction", "만족도", {"a": 1}).with_cells(cells)
    given = bundle(replace(table, survey="member_orgs", facts=dict(table.facts)), survey="member_orgs")
    page = f'<script type="application/json" id="tables">{data_json([given], {}, 2016, "", "ko")}</script>'
    (folder / f"{name}.html").write_text(page, encoding="utf-8")


def draw(folder: Path, name: str, words: str, address: str) -> None:
    beginning, _, rest = address.rpartition("/")
    page = f'<svg data-cells="{beginning}"><text x="1" data-cell="/{rest}">{words}</text></svg>'
    (folder / f"{name}.html").write_text(page, encoding="utf-8")


def write(folder: Path, name: str, value: float, address: str) -> None:
    page = f'<p><data value="{value}" data-cell="{address}">{value}개</data></p>'
    (folder / f"{name}.html").write_text(page, encoding="utf-8")


def test_every_number_of_every_page_is_looked_at(verified: Verification) -> None:
    assert verified.numbers == 4 + len(NO_CELLS) + 5 + 2


def test_a_true_number_holds(verified: Verification) -> None:
    assert "2016/true.html" not in {wrong.page for wrong in verified.wrong}


def test_another_number_is_named_with_its_page_and_cell(verified: Verification) -> None:
    (wrong,) = (wrong for wrong in verified.wrong if wrong.page == "2016/another.html")
    assert (wrong.words, wrong.address) == ("8", ADDRESS)


@pytest.mark.parametrize("address", NO_CELLS)
def test_a_number_without_a_released_cell_does_not_hold(verified: Verification, address: str) -> None:
    assert "1" in [wrong.words for wrong in verified.wrong if wrong.address == address]


@pytest.mark.parametrize("page", ["2016/drawn.html", "2016/hidden.html"])
def test_what_a_drawing_shows_of_a_cell_holds(verified: Verification, page: str) -> None:
    assert page not in {wrong.page for wrong in verified.wrong}


@pytest.mark.parametrize(("page", "words"), [("2016/drawn_otherwise.html", "8개"), ("2016/drawn_in_part.html", "17개"), ("2016/not_hidden.html", "1개")])
def test_a_drawing_that_shows_something_else_is_named(verified: Verification, page: str, words: str) -> None:
    assert [wrong.words for wrong in verified.wrong if wrong.page == page] == [words]


@pytest.mark.parametrize(("page", "words"), [("2016/page.en.html", "8"), ("index.html", "9")])
def test_pages_in_english_and_the_index_of_all_years_are_looked_at(
    verified: Verification, page: str, words: str
) -> None:
    assert [wrong.words for wrong in verified.wrong if wrong.page == page] == [words]


def test_what_a_page_draws_from_is_looked_at(verified: Verification) -> None:
    """The 7 is true, the 9 is not, and what it says of both is no finding of this table."""
    wrong = {one.address: one.words for one in verified.wrong if one.page == "2016/explore.html"}
    table = "member_orgs/2016/overall_satisfaction/by="
    assert wrong.keys() == {f"{table}/5/count", table} and wrong[f"{table}/5/count"] == "9"


def test_a_page_whose_tables_cannot_be_read_is_refused(tmp_path: Path) -> None:
    folder = copy_inputs(tmp_path / "project") / "reports" / "members" / "2016"
    folder.mkdir(parents=True)
    page = '<script type="application/json" id="tables">{"language": "ko"</script>'
    (folder / "explore.html").write_text(page, encoding="utf-8")
    with pytest.raises(VerifyError, match="explore.html"):
        verify(folder)


def test_a_year_can_be_verified_by_itself(tmp_path: Path) -> None:
    project = copy_inputs(tmp_path / "project")
    for survey in ("coop_basic_plan", "intermediary", "member_orgs"):
        shutil.rmtree(project / "data" / "raw" / "2016" / survey)
    folder = project / "reports" / "members" / "2016"
    folder.mkdir(parents=True)
    write(folder, "annual_report", 17, PILLAR)
    write(folder, "annual_report.en", 18, PILLAR)
    assert verify(folder) == Verification(2, (Wrong("annual_report.en.html", "18", PILLAR),))


def test_a_page_with_numbers_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    folder = copy_inputs(tmp_path / "project") / "reports" / "members" / "2016"
    folder.mkdir(parents=True)
    page = f'<p><data data-cell="{PILLAR}" value="17">17</data></p>'  # attributes in another order
    (folder / "annual_report.html").write_text(page, encoding="utf-8")
    with pytest.raises(VerifyError, match="annual_report.html"):
        verify(folder)


def test_another_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VerifyError, match="reports/members/2016"):
        verify(tmp_path)
