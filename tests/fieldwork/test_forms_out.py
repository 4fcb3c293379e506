"""Forms are made for whom they go to, and never in place of something that came back."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.errors import DureError
from analysis.fieldwork.forms_out import Order, make_forms
from analysis.intake.forms.read_form import read_form
from analysis.questionnaire.words import Words
from tests.fieldwork.test_prefill import NAME, REGION, project

REGISTER = (
    "id,name,short,frames\ndure,두레생협,,member_orgs\nhansal,한살림,한살림연합,member_orgs\nother,딴곳,,\n"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    project(tmp_path, 2016, [NAME, REGION], ["한살림연합", "부산"])
    project(tmp_path, 2017, [NAME, REGION])
    (tmp_path / "data" / "raw" / "organisations.csv").write_text(REGISTER, encoding="utf-8")
    return tmp_path


def made(root: Path, **order: object) -> tuple[list[str], list[str]]:
    """The names of the files, and what was told."""
    told: list[Words] = []
    given = {"survey": "member_orgs", "year": 2017, "to": root / "out"} | order
    paths = list(make_forms(Order(root, **given), told.append))
    return [path.name for path in paths if path.is_file()], [words.ko for words in told]


def test_a_blank_form_is_named_after_its_survey_and_year(root: Path) -> None:
    assert made(root)[0] == ["현황조사_2017.xlsx"]


def test_each_organisation_of_the_frame_gets_a_form_of_its_own_with_what_is_known(root: Path) -> None:
    names, told = made(root, organisations=["all"])
    assert names == ["현황조사_2017_두레생협.xlsx", "현황조사_2017_한살림연합.xlsx"]
    assert any("2016년에 답한 것" in text for text in told)
    form = read_form(root / "out" / names[1])
    assert form is not None and form.code is not None and form.code.organisation == "hansal"
    assert {"부산", "한살림연합"} <= {cell.cell.text for cell in form.cells}


def test_some_of_them_may_be_asked_for_by_id_and_in_both_kinds_of_file(root: Path) -> None:
    names, _ = made(root, organisations=["other"], kinds=("xlsx", "hwpx"))
    assert names == ["현황조사_2017_딴곳.xlsx", "현황조사_2017_딴곳.hwpx"]


def test_organisations_that_go_by_the_same_name_are_told_apart(root: Path) -> None:
    alike = REGISTER.replace("딴곳,,", "두레생협,,member_orgs")
    (root / "data" / "raw" / "organisations.csv").write_text(alike, encoding="utf-8")
    names, _ = made(root, organisations=["all"])
    assert names[0] == "현황조사_2017_두레생협_dure.xlsx" and names[2] == "현황조사_2017_두레생협_other.xlsx"


def test_what_a_cover_lacks_is_told(root: Path) -> None:
    _, told = made(root)
    assert [text[:7] for text in told] == ["표지에 문의처", "표지에 보내 "]


def test_the_same_form_may_be_made_again_but_a_changed_file_stays(root: Path) -> None:
    (name,), _ = made(root)
    assert made(root)[0] == [name]
    (root / "out" / name).write_bytes(b"answers")
    with pytest.raises(DureError, match="답이 적힌 파일일 수 있으니"):
        made(root)
    assert (root / "out" / name).read_bytes() == b"answers"


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ({"organisations": ["nobody"]}, "명부에 없는 id입니다: nobody"),
        ({"to": Path("data", "raw", "2017")}, "data/raw에는 받은 파일만"),
        ({"survey": "no_such"}, "member_orgs/2017"),
    ],
)
def test_a_wrong_order_says_what_is_wrong(
    root: Path, order: dict, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    with pytest.raises(DureError, match=said):
        made(root, **order)


def test_that_the_survey_goes_to_nobody_is_told(root: Path) -> None:
    (root / "data" / "raw" / "organisations.csv").write_text("id,name\ndure,두레생협\n", encoding="utf-8")
    with pytest.raises(DureError, match="‘member_orgs’가 적힌 단체가 없습니다"):
        made(root, organisations=["all"])
