"""The code at the foot of a form says which form it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from analysis.form.code import FormCode, code_of, digest, read_code
from tests.tables.small_survey import survey

PEOPLE = {"id": "people", "kind": "number"}


@given(st.text(max_size=20), st.dictionaries(st.text(max_size=5), st.text(max_size=5)))
def test_it_reads_back_as_it_was_written(organisation: str, filled: dict[str, str]) -> None:
    code = code_of(survey(PEOPLE), organisation, filled)
    assert read_code(f" {code} \n") == code


def test_a_form_with_another_question_is_another_version_and_one_reworded_is_not() -> None:
    one, more = code_of(survey(PEOPLE)), code_of(survey(PEOPLE, {"id": "wish", "kind": "open"}))
    assert one.version != more.version
    assert code_of(survey({**PEOPLE, "ask": "몇 명입니까?"})).version == one.version


def test_blank_cells_and_blanks_make_no_difference_to_what_was_sent() -> None:
    assert digest({"a": "", "b": " "}) == "" == code_of(survey(PEOPLE)).sent
    assert digest({"a": "두레  생협", "b": ""}) == digest({"a": " 두레 생협\n"}) != digest({"a": "두레"})


def test_anything_else_is_no_code() -> None:
    assert read_code("") is None and read_code("member_orgs/2016") is None
    assert read_code("member_orgs/2016/12ab34//-") == FormCode("member_orgs", 2016, "12ab34")
