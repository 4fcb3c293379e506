from __future__ import annotations

import pickle

import pytest

from analysis.errors import DureError, Unexpected, during


class FileDamaged(DureError):
    """As a room would write it: arguments of its own, words made from them."""

    def __init__(self, path: str, cell: str) -> None:
        super().__init__(f"{path}의 {cell} 칸을 읽을 수 없습니다.", f"{path}: cell {cell} cannot be read")
        self.cell = cell


def test_an_error_is_worded_in_korean_and_in_english_where_given():
    error = FileDamaged("a.xlsx", "F2")
    assert str(error) == "a.xlsx의 F2 칸을 읽을 수 없습니다."
    assert error.words("en") == "a.xlsx: cell F2 cannot be read"
    assert DureError("한국어뿐입니다.").words("en") == "한국어뿐입니다."


def test_an_error_gains_its_place_on_the_way_up_and_stays_itself():
    with pytest.raises(FileDamaged) as caught, during("responses", "member_orgs"), during("satisfaction"):
        raise FileDamaged("a.xlsx", "F2")
    expected = "responses › member_orgs › satisfaction: a.xlsx의 F2 칸을 읽을 수 없습니다."
    assert str(caught.value) == expected
    assert caught.value.exit_code == 2


def test_a_fault_of_ours_is_one_line_with_its_cause_chained():
    with pytest.raises(Unexpected) as caught, during("tables", "member_orgs"):
        {}["C2"]
    assert str(caught.value) == "tables › member_orgs: 예상하지 못한 문제로 멈췄습니다 (KeyError: 'C2')"
    assert isinstance(caught.value.__cause__, KeyError)
    assert caught.value.exit_code == 3


def test_an_error_crosses_processes_whole():
    error = FileDamaged("a.xlsx", "F2")
    error.where = ("intake", "member_orgs")
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is FileDamaged
    assert (str(copy), copy.words("en"), copy.cell) == (str(error), error.words("en"), "F2")
