"""Which columns belong to which part."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from analysis.intake import AnswerFile, IntakeError
from analysis.intake.columns.headings import heading_key, headings_of, name_of
from analysis.intake.columns.matching import choose_sheets, match_columns
from analysis.questionnaire.question import PartKey
from tests.intake.files import sheet_of
from tests.tables.small_survey import REGIONS, survey

QUESTIONNAIRE = survey(
    {"id": "name", "no": "A1", "ask": "단체의 명칭을 적어 주십시오.", "kind": "text", "header": ["단체명", "기관명"]},
    {"id": "region", "no": "A2", "ask": "사무소 소재지는 어디입니까?", "kind": "single", "options": REGIONS},
    {"id": "activities", "no": "A3", "ask": "참여한 활동", "kind": "multi",
     "options": {"meeting": "총회", "market": "장터", "other": {"ko": "기타", "other": True}}},
    {"id": "start", "no": "A4", "ask": "region", "kind": "text"},
    {"id": "roles", "no": "C3", "ask": "역할", "kind": "ranking", "ranks": 2,
     "options": {"policy": "정책", "education": "교육"}},
)  # fmt: skip
KEY = PartKey("activities")


def columns(heading: list[str], *rows: list[str]) -> dict[PartKey, int]:
    return dict(match_columns(sheet_of(heading, *rows), QUESTIONNAIRE).columns)


@pytest.mark.parametrize("heading", ["단체명", "기관명", "A1", "name", "group/name", "g1.g2.name"])
def test_each_declared_wording_and_the_id_head_the_column(heading: str) -> None:
    assert columns([heading, "A2"], ["가", "서울"])[PartKey("name")] == 0


def test_two_wordings_at_once_are_refused() -> None:
    sheet = sheet_of(["단체명", "기관명"], ["가", "나"])
    with pytest.raises(IntakeError, match="A1과 B1이 같은 문항"):
        choose_sheets(AnswerFile("a.csv", (sheet,)), QUESTIONNAIRE)


def test_an_id_gives_way_to_what_another_question_declares() -> None:
    assert columns(["region"], ["x"]) == {PartKey("start"): 0}


def test_the_first_name_of_a_column_that_is_known_decides() -> None:
    sheet = sheet_of(["q0001", "q0002"], ["가", "서울"])
    titled = type(sheet)(
        sheet.file, "", sheet.numbers, sheet.columns, 1, (("q0001", "기관명"), ("q0002", "A2"))
    )
    assert match_columns(titled, QUESTIONNAIRE).columns == {PartKey("name"): 0, PartKey("region"): 1}


def test_the_name_of_an_option_says_more_than_its_number() -> None:
    sheet = sheet_of(["x", "y"], ["1", "0"], ["0", "0"])
    titled = type(sheet)(
        sheet.file, "", sheet.numbers, sheet.columns, 1, (("A3_1", "A3 [장터]"), ("A3_2", "A3 [총회]"))
    )
    assert match_columns(titled, QUESTIONNAIRE).cells(KEY).at(1).value.options == ("market",)


def test_other_alone_is_what_somebody_wrote_behind_it() -> None:
    matching = match_columns(sheet_of(["A3", "A3. 기타"], ["기타", "뜨개"]), QUESTIONNAIRE)
    assert (matching.columns, matching.companions) == ({KEY: 0}, {"activities": 1})


def test_other_among_ticks_is_a_tick_and_its_words_stand_beside() -> None:
    heading = ["A3 [총회]", "A3 [장터]", "A3 [기타]", "A3 [기타(직접 기재)]"]
    matching = match_columns(sheet_of(heading, ["1", "0", "1", "뜨개"]), QUESTIONNAIRE)
    assert matching.cells(KEY).at(1).value.options == ("meeting", "other")
    assert matching.companions == {"activities": 3}


def test_an_option_with_two_columns_is_refused() -> None:
    sheet = sheet_of(["A3 [총회]", "A3/총회"], ["1", "1"])
    with pytest.raises(IntakeError, match="A1과 B1이 같은 문항"):
        choose_sheets(AnswerFile("a.csv", (sheet,)), QUESTIONNAIRE)


def test_the_whole_answer_and_its_choices_one_by_one_are_refused() -> None:
    sheet = sheet_of(["A3", "A3_1", "A3_2"], ["총회, 장터", "장터", "총회"])
    with pytest.raises(IntakeError, match="A1과 B1이 같은 문항"):
        choose_sheets(AnswerFile("a.csv", (sheet,)), QUESTIONNAIRE)


def test_a_ranking_by_options_and_by_ranks_at_once_is_refused() -> None:
    sheet = sheet_of(["C3 [정책]", "C3 [교육]", "C3 [1순위]"], ["1", "2", "정책"])
    with pytest.raises(IntakeError, match="같은 문항"):
        choose_sheets(AnswerFile("a.csv", (sheet,)), QUESTIONNAIRE)


def test_numbers_behind_a_question_are_choices_unless_they_say_no() -> None:
    choices = match_columns(sheet_of(["A3_1", "A3_2"], ["1", "2"]), QUESTIONNAIRE).cells(KEY).at(1).value
    ticks = match_columns(sheet_of(["A3_1", "A3_2"], ["0", "1"]), QUESTIONNAIRE).cells(KEY).at(1).value
    assert [cell.text for cell in choices.slots] == ["1", "2"]
    assert ticks.options == ("market",)


def test_a_missing_option_is_suggested_like_a_missing_question() -> None:
    matching = match_columns(sheet_of(["A3 [총회]", "A3. 참여한 활동 [장타]"], ["1", "1"]), QUESTIONNAIRE)
    assert [one.near for one in matching.unmatched] == ["A3. 참여한 활동 [장터]"]
    assert matching.without == {KEY: ("장터", "기타")}


ALL = [name_of(QUESTIONNAIRE, part.key) for part in QUESTIONNAIRE.parts()] + [
    "A3 [총회]", "A3/장터", "activities/meeting", "C3 [정책]", "단체명"]  # fmt: skip
HEADINGS = headings_of(QUESTIONNAIRE)


@given(st.sampled_from(ALL), st.data())
def test_a_near_heading_is_never_taken(heading: str, data: st.DataObject) -> None:
    """One letter more, less, or another one, and no column is found, whatever it resembles."""
    at = data.draw(st.integers(0, len(heading) - 1))
    letter = data.draw(st.sampled_from(["", "가", "힣", "z", heading[at] + "가"]))
    near = heading[:at] + letter + heading[at + 1 :]
    same = {heading_key(one) for one in (heading, near)}
    assume(len(same) == 2 and any(map(str.isalpha, heading[at])))
    assert HEADINGS.claim(heading)
    assert HEADINGS.claim(near) is None
