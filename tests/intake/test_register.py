"""The register: whose name is whose."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.intake import IntakeError, Register, read_register
from analysis.intake.register import NameMatch, Organisation
from tests.intake.files import csv_file

REGISTER = Register(
    (
        Organisation("gaon", "가온소비자생협연합회", ("가온생협연", "가온"), frames=("member_orgs",)),
        Organisation(
            "saeron", "사단법인 새론돌봄네트워크", ("새론",), contact="김보람", email="a@example.org"
        ),
        Organisation("saerom", "새롬마을협의회", ("협의회",)),
        Organisation("narae", "나래마을협의회", ("협의회",)),
    )
)


@pytest.mark.parametrize(
    ("written", "id"),
    [
        ("가온소비자생협연합회", "gaon"),
        (" 가온 소비자생협 연합회 ", "gaon"),
        ("(사)가온소비자생협연합회", "gaon"),
        ("㈜가온소비자생협연합회", "gaon"),
        ("가온소비자생협연합회(사)", "gaon"),
        ("가온생협연", "gaon"),
        ("새론돌봄네트워크", "saeron"),
        ("(사) 새론돌봄네트워크", "saeron"),
    ],
)
def test_blanks_width_and_legal_form_make_no_difference(written: str, id: str) -> None:
    assert REGISTER.match(written) == NameMatch(id)


def test_a_near_miss_is_suggested_and_not_taken() -> None:
    assert REGISTER.match("가온소비자셍협연합회") == NameMatch("", ("가온소비자생협연합회",))


def test_a_short_name_of_two_is_nobody_s() -> None:
    assert REGISTER.match("협의회") == NameMatch("", ("새롬마을협의회", "나래마을협의회"))


def test_a_stranger_is_nobody() -> None:
    assert REGISTER.match("모르는단체") == NameMatch("")


def test_the_frame_of_a_survey() -> None:
    assert [organisation.id for organisation in REGISTER.frame("member_orgs")] == ["gaon"]


def test_secrets_are_names_and_contacts() -> None:
    assert {"가온생협연", "김보람", "a@example.org"} <= set(REGISTER.secrets())
    assert "" not in REGISTER.secrets()


def test_a_register_is_read_and_several_add_up(tmp_path: Path) -> None:
    first = csv_file(
        tmp_path / "organisations.csv",
        "id,name,short,region,frames\nb,나눔,나|나눔회,서울,member_orgs|plan\n",
    )
    second = csv_file(tmp_path / "organisations.more.csv", "name,id,비고\n다솜,c,새로 가입\n", "cp949")
    register = read_register([first, second])
    assert register.organisations == (
        Organisation("b", "나눔", ("나", "나눔회"), region="서울", frames=("member_orgs", "plan")),
        Organisation("c", "다솜"),
    )
    assert register.files == ("organisations.csv", "organisations.more.csv")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id,short\na,가\n", "'name' 열이 없습니다"),
        ("id,name\na,가\na,나\n", "A3: id 'a'"),
        ("id,name\na,\n", "2번째 줄"),
    ],
)
def test_what_is_wrong_with_a_register_is_said(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(IntakeError, match=said):
        read_register([csv_file(tmp_path / "organisations.csv", text)])
