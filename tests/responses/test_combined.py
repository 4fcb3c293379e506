"""Answers that several columns give together, from the file to the reading."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.intake.columns.matching import match_columns
from analysis.questionnaire.question import PartKey
from analysis.questionnaire.questionnaire import Questionnaire
from analysis.responses.build import build_responses
from analysis.responses.cellvalue import missing_codes, read_cell
from analysis.responses.reading import Reading
from tests.intake.files import sheet_of
from tests.responses.answers_file import column, csv_of, finding, read_rows, rules
from tests.tables.small_survey import survey

QUESTIONNAIRE = survey(
    {"id": "name", "no": "A1", "ask": "이름", "kind": "text"},
    {
        "id": "activities",
        "no": "A3",
        "ask": "참여한 활동",
        "kind": "multi",
        "missing": {"-99": "refused"},
        "options": {
            "meeting": "총회",
            "lecture": {"ko": "강좌(교육, 연수)", "en": "Courses"},
            "market": "장터",
            "other": {"ko": "기타", "other": True},
        },
    },
    {
        "id": "roles",
        "no": "C3",
        "ask": "우선할 역할",
        "kind": "ranking",
        "ranks": 2,
        "options": {"policy": "정책", "education": "교육", "market": "판로"},
    },
)
IDS = ["meeting", "lecture", "market", "other"]
LABELS = {"meeting": "총회", "lecture": "강좌(교육, 연수)", "market": "장터", "other": "기타"}
TICKS = ["A1", *(f"A3 [{label}]" for label in LABELS.values())]


def read(heading: list[str], *rows: list[str], question: str = "activities", rank: str = "") -> list[Reading]:
    """The readings of a question's part, row by row."""
    matching = match_columns(sheet_of(heading, *rows), QUESTIONNAIRE)
    key = PartKey(question, "", rank)
    part = next(part for part in QUESTIONNAIRE.question(question).parts() if part.column == rank)
    codes = missing_codes(QUESTIONNAIRE, QUESTIONNAIRE.question(question))
    return [read_cell(matching.cells(key).at(at), part, codes) for at in range(1, len(rows) + 1)]


def doubts(reading: Reading) -> list[tuple[str, str]]:
    return [tuple(doubt) for doubt in reading.doubts]


@pytest.mark.parametrize(
    "heading",
    [
        TICKS,
        ["A1", *(f"A3. 참여한 활동/{label}" for label in LABELS.values())],
        ["A1", *(f"참여한 활동 - {label}" for label in LABELS.values())],
        ["A1", *(f"조사/activities/{option}".replace("조사", "group") for option in IDS)],
        ["A1", *(f"group.activities.{option}" for option in IDS)],
        ["A1", "A3_1", "A3_2", "A3_3", "A3_4"],
    ],
    ids=["brackets", "slash", "dash", "kobo", "dots", "numbers"],
)
@pytest.mark.parametrize(
    ("yes", "no"),
    [("1", "0"), ("TRUE", "FALSE"), ("예", "아니오"), ("Y", "N"), ("✓", ""), ("1.0", "0.0"), ("O", "X"), ("Selected", "")],
)  # fmt: skip
def test_ticks_of_every_kind_name_the_options(heading: list[str], yes: str, no: str) -> None:
    first, second = read(heading, ["가", yes, yes, no, no], ["나", no, no, yes, no])
    assert first.codes == ("meeting", "lecture")
    assert second.codes == ("market",)
    assert doubts(first) == doubts(second) == []


def test_an_option_may_be_ticked_by_its_own_words_or_number() -> None:
    words = read(TICKS, ["가", "총회", "Courses", "", ""], ["나", "", "", "장터", "기타"])
    numbers = read(TICKS, ["가", "1", "2", "", ""], ["나", "", "", "3", "4"])
    assert [one.codes for one in words] == [("meeting", "lecture"), ("market", "other")]
    assert [one.codes for one in numbers] == [("meeting", "lecture"), ("market", "other")]


def test_one_and_two_throughout_are_yes_and_no_and_told_once(tmp_path: Path) -> None:
    rows = [
        ["가", "1", "2", "1", "2"],
        ["나", "2", "2", "2", "2"],
        ["다", "", "", "", ""],
        ["라", "1", "1", "1", "1"],
    ]
    for heading in (TICKS, ["A1", "A3_1", "A3_2", "A3_3", "A3_4"]):
        responses = read_rows(tmp_path, QUESTIONNAIRE, heading, *rows)
        assert column(responses, "code", "activities") == [
            "meeting|market",
            "",
            "",
            "meeting|lecture|market|other",
        ]
        told = finding(responses, "two_is_no")
        assert (told.severity, told.cell, told.value) == ("warning", "B1", "A3. 참여한 활동")
        assert set(rules(responses)) == {"two_is_no", "not_in_file", "nothing_chosen"}


def test_a_two_beside_blanks_is_not_read() -> None:
    """1 is yes; what 2 means nobody has said."""
    reading = read(TICKS, ["가", "1", "2", "1", ""])[0]
    assert reading.codes == ("meeting", "market")
    assert doubts(reading) == [("tick_unread", "강좌(교육, 연수) [C]: 2")]
    assert reading.detail == "partly_read"


def test_one_and_two_in_columns_for_two_choices_are_numbers_of_options() -> None:
    first, second = read(["A1", "A3_1", "A3_2"], ["가", "1", "2"], ["나", "2", "1"])
    assert first.codes == second.codes == ("meeting", "lecture")


def test_crosses_alone_may_mean_either_and_are_named() -> None:
    reading = read(TICKS, ["가", "X", "", "", ""])[0]
    assert (reading.reason, doubts(reading)) == ("invalid", [("tick_unread", "총회 [B]: X")])


def test_nothing_at_all_is_no_answer_and_no_everywhere_is_told() -> None:
    blank, none = read(TICKS, ["가", "", "", "", ""], ["나", "0", "0", "", "0"])
    assert (blank.reason, blank.detail, doubts(blank)) == ("no_answer", "blank", [])
    assert (none.reason, none.detail) == ("no_answer", "nothing_chosen")
    assert doubts(none) == [("nothing_chosen", "")]


def test_a_code_in_every_column_means_what_it_means_in_one() -> None:
    reading = read(TICKS, ["가", "-99", "-99", "-99", "-99"])[0]
    assert reading.reason == "refused"


def test_words_in_the_column_of_other_tick_it() -> None:
    reading = read(TICKS, ["가", "1", "0", "0", "뜨개 모임"])[0]
    assert (reading.codes, reading.text) == (("meeting", "other"), "뜨개 모임")
    assert doubts(reading) == [("write_in", "뜨개 모임")]


def test_words_beside_the_ticks_are_the_tick_of_other() -> None:
    heading = ["A1", "A3 [총회]", "A3 [장터]", "A3 [강좌(교육, 연수)]", "A3 [기타(직접 기재)]"]
    first, second = read(heading, ["가", "1", "", "", "뜨개 모임"], ["나", "", "1", "", ""])
    assert (first.codes, first.text) == (("meeting", "other"), "뜨개 모임")
    assert second.codes == ("market",)


JOINED = ["A1", "A3", *TICKS[1:]]


def test_the_joined_cell_is_the_answer_and_ticks_that_agree_say_nothing() -> None:
    agree, text, later = read(
        JOINED,
        ["가", "총회, 강좌(교육, 연수)", "1", "1", "0", "0"],
        ["나", "총회, 뜨개 모임", "1", "0", "0", "1"],
        ["다", "총회", "1", "0", "0", ""],
    )
    assert (agree.codes, doubts(agree)) == (("meeting", "lecture"), [])
    assert (text.codes, text.text, doubts(text)) == (
        ("meeting", "other"),
        "뜨개 모임",
        [("write_in", "뜨개 모임")],
    )
    assert (later.codes, doubts(later)) == (("meeting",), [])


def test_ticks_that_disagree_are_named_with_their_column_and_what_they_say() -> None:
    denied, more, blank, silent = read(
        JOINED,
        ["가", "총회", "0", "0", "0", "0"],
        ["나", "총회", "1", "0", "1", "0"],
        ["다", "총회, 장터", "1", "0", "", "0"],
        ["라", "총회, 장터", "", "", "", ""],
    )
    assert (denied.codes, doubts(denied)) == (("meeting",), [("ticks_differ", "총회 [C]: '0'")])
    assert (more.codes, doubts(more)) == (("meeting",), [("ticks_differ", "장터 [E]: '1'")])
    assert doubts(blank) == [("ticks_differ", "장터 [E]: ''")]
    assert doubts(silent) == []


def test_ticks_beside_an_empty_joined_cell_are_not_lost() -> None:
    reading = read(JOINED, ["가", "", "1", "0", "0", "0"])[0]
    assert (reading.codes, doubts(reading)) == (("meeting",), [("ticks_alone", "총회")])


@pytest.mark.parametrize(
    "heading",
    [
        ["A1", "참여한 활동 1", "참여한 활동 2"],
        ["A1", "A3_1", "A3_2"],
        ["A1", "A3 [1번째]", "A3 [2번째]"],
        ["A1", "A3. 참여한 활동 [첫 번째]", "A3. 참여한 활동 [두 번째]"],
    ],
)
def test_a_column_for_every_choice(heading: list[str]) -> None:
    several, one, number, none = read(
        heading, ["가", "장터", "총회"], ["나", "강좌(교육, 연수)", ""], ["다", "3", "1"], ["라", "", ""]
    )
    assert several.codes == ("meeting", "market")
    assert one.codes == ("lecture",)
    assert number.codes == ("meeting", "market")
    assert (none.reason, none.detail) == ("no_answer", "blank")


def test_a_column_for_every_choice_of_a_question_with_an_option_that_excludes_the_others(
    tmp_path: Path,
) -> None:
    options = {"meeting": "총회", "market": "장터", "none": {"ko": "없음", "exclusive": True}}
    questionnaire = survey({"id": "used", "no": "B2", "kind": "multi", "options": options})
    rows = [["장터", "총회"], ["없음", ""], ["없음", "총회"]]
    responses = read_rows(tmp_path, questionnaire, ["B2_1", "B2_2"], *rows)
    assert column(responses, "code", "used") == ["meeting|market", "none", "meeting"]
    assert finding(responses, "exclusive_with_others").cell == "A4"


def test_own_words_in_a_column_for_a_choice_are_not_cut_at_their_commas() -> None:
    reading = read(["A1", "A3_1", "A3_2"], ["가", "총회", "뜨개, 장터"])[0]
    assert (reading.codes, reading.text) == (("meeting", "other"), "뜨개, 장터")


RANKED = ["A1", "C3 [정책]", "C3 [교육]", "C3 [판로]"]


def test_ranks_in_the_columns_of_the_options() -> None:
    rows = [["가", "2", "1", "3"], ["나", "", "1순위", ""], ["다", "", "", ""]]
    assert [one.code for one in read(RANKED, *rows, question="roles", rank="1")] == [
        "education",
        "education",
        "",
    ]
    assert [one.code for one in read(RANKED, *rows, question="roles", rank="2")] == ["policy", "", ""]


def test_ties_gaps_and_what_is_no_rank_are_told() -> None:
    rows = [["가", "1", "1", "3"], ["나", "2", "", "3"], ["다", "예", "1", ""]]
    tie, gap, stray = read(RANKED, *rows, question="roles", rank="1")
    assert (tie.reason, doubts(tie)) == ("invalid", [("rank_tie", "정책, 교육")])
    assert (gap.reason, doubts(gap)) == ("no_answer", [("rank_gap", "1")])
    assert (stray.code, doubts(stray)) == ("education", [("tick_unread", "정책 [B]: 예")])
    second = read(RANKED, *rows, question="roles", rank="2")
    assert [(one.code, doubts(one)) for one in second] == [("", []), ("policy", []), ("", [])]


def test_the_finding_names_the_cell_and_the_frame_keeps_what_stood_there(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, QUESTIONNAIRE, JOINED, ["가", "총회", "0", "0", "1", "0"])
    told = finding(responses, "ticks_differ")
    assert (told.cell, told.value) == ("B2", "총회")
    assert told.text() == (
        "A3: 고른 것을 모은 칸('총회')과 보기의 열이 서로 다릅니다. 총회 [C]: '0'; 장터 [E]: '1'. 모은 칸을 답으로 보았습니다."
    )
    alone = read_rows(tmp_path, QUESTIONNAIRE, TICKS, ["가", "1", "0", "1", "0"])
    assert column(alone, "raw", "activities") == ["총회; 장터"]
    assert column(alone, "cell", "activities") == ["B2"]


def test_files_that_came_in_different_shapes_are_one_survey(tmp_path: Path) -> None:
    joined = csv_of(tmp_path / "a.csv", [["A1", "A3"], ["가", "총회, 장터"]])
    ticks = csv_of(tmp_path / "b.csv", [TICKS, ["나", "1", "0", "0", "뜨개 모임"]])
    responses = build_responses(QUESTIONNAIRE, [joined, ticks])
    assert column(responses, "code", "activities") == ["meeting|market", "meeting|other"]
    assert column(responses, "raw", "activities") == ["총회, 장터", "총회; 기타: 뜨개 모임"]


def test_ticks_in_the_rows_of_a_grid(tmp_path: Path) -> None:
    options = {"young": "청년", "old": "어르신"}
    questionnaire = survey(
        {"id": "name", "no": "A1", "kind": "text"},
        {"id": "users", "no": "B1", "kind": "grid", "rows": {"shop": "매장", "delivery": "배달"},
         "answer": {"kind": "multi", "options": options}},
    )  # fmt: skip
    heading = ["A1", "B1 [매장 / 청년]", "B1 [매장] [어르신]", "users/delivery/young", "B1 - 배달 - 어르신"]
    responses = read_rows(tmp_path, questionnaire, heading, ["가", "1", "1", "0", "1"])
    assert column(responses, "code", "users", "shop") == ["young|old"]
    assert column(responses, "code", "users", "delivery") == ["old"]


def test_an_option_without_a_column_is_told(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, QUESTIONNAIRE, TICKS[:3], ["가", "1", "0"])
    assert "option_without_column" in rules(responses)
    assert finding(responses, "option_without_column").hint == "장터, 기타"


def codes_of(
    questionnaire: Questionnaire, heading: list[str], rows: list[list[str]]
) -> list[tuple[str, ...]]:
    return [reading.codes for reading in read(heading, *rows)]


@settings(max_examples=25)
@given(st.lists(st.sets(st.sampled_from(IDS[:3])), min_size=1, max_size=4))
def test_joined_ticks_and_slots_of_the_same_answers_read_the_same(answers: list[set[str]]) -> None:
    ordered = [[option for option in IDS if option in chosen] for chosen in answers]
    joined = [["가", ", ".join(LABELS[option] for option in chosen)] for chosen in ordered]
    ticks = [["가", *("1" if option in chosen else "0" for option in IDS)] for chosen in ordered]
    slots = [["가", *([LABELS[option] for option in reversed(chosen)] + [""] * 3)[:3]] for chosen in ordered]
    expected = [tuple(chosen) for chosen in ordered]
    assert codes_of(QUESTIONNAIRE, ["A1", "A3"], joined) == expected
    assert codes_of(QUESTIONNAIRE, TICKS, ticks) == expected
    assert codes_of(QUESTIONNAIRE, ["A1", "A3_1", "A3_2", "A3_3"], slots) == expected
    both = [[*one, *two[1:]] for one, two in zip(joined, ticks, strict=True)]
    assert codes_of(QUESTIONNAIRE, JOINED, both) == expected
    assert all(doubt.rule == "nothing_chosen" for one in read(JOINED, *both) for doubt in one.doubts)
