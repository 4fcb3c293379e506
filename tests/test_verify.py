"""`dure verify` finds a number that is not what the raw files say."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.verify import VerifyError, verify
from tests.project import copy_inputs

ADDRESS = "member_orgs/2016/overall_satisfaction/by=/4/count"


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """An edition with one page, which shows one number as it should be."""
    folder = copy_inputs(tmp_path / "project") / "reports" / "members" / "2016"
    folder.mkdir(parents=True)
    write(folder, 7, ADDRESS)
    return folder


def write(folder: Path, value: float, address: str) -> None:
    page = f'<p><data value="{value}" data-cell="{address}">{value}개</data></p>'
    (folder / "member_orgs.html").write_text(page, encoding="utf-8")


def test_a_true_number_holds(edition: Path) -> None:
    result = verify(edition)
    assert (result.numbers, result.wrong) == (1, ())


def test_another_number_is_named_with_its_page_and_cell(edition: Path) -> None:
    write(edition, 8, ADDRESS)
    (wrong,) = verify(edition).wrong
    assert (wrong.page, wrong.value, wrong.address) == ("member_orgs.html", 8, ADDRESS)


@pytest.mark.parametrize(
    "address",
    [
        "member_orgs/2016/overall_satisfaction/by=/9/count",
        "member_orgs/2016/organisation_name/by=/count",
        "nothing/2016/x/by=/count",
        "no address at all",
        "member_orgs/2016/organisation_type/by=/research_education/count",  # hidden from members
    ],
)
def test_a_number_without_a_released_cell_does_not_hold(edition: Path, address: str) -> None:
    write(edition, 1, address)
    assert len(verify(edition).wrong) == 1


def test_another_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VerifyError, match="reports/members/2016"):
        verify(tmp_path)
