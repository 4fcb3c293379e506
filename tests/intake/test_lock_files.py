from __future__ import annotations

import unicodedata

import pytest

from analysis.intake.lock_files import locked_documents


@pytest.mark.parametrize("lock", ["~$회신.xlsx", ".~lock.회신.xlsx#"])
def test_a_lock_names_the_document_that_is_not_there(lock: str) -> None:
    assert locked_documents([lock, "다른.xlsx"]) == ("회신.xlsx",)
    assert locked_documents([lock, "회신.xlsx"]) == ()
    assert locked_documents([unicodedata.normalize("NFD", lock), "회신.xlsx"]) == ()


def test_two_locks_of_one_document_name_it_once() -> None:
    assert locked_documents(["~$회신.xlsx", ".~lock.회신.xlsx#"]) == ("회신.xlsx",)


def test_word_puts_its_sign_in_place_of_the_first_two_letters() -> None:
    assert locked_documents(["~$조사표.xlsx", "2016조사표.xlsx"]) == ("조사표.xlsx",)
    assert locked_documents(["~$16년 조사표.xlsx", "2016년 조사표.xlsx"]) == ()
