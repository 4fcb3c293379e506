"""Answers that do not go together: what stays, what is set aside, and that it is told."""

from __future__ import annotations

import random
from pathlib import Path

from tests.responses.answers_file import column, finding, read_rows, rules
from tests.tables.small_survey import survey

ACTIVITIES = {
    "id": "activities",
    "no": "B2",
    "ask": "참여",
    "kind": "multi",
    "max_choices": 2,
    "options": {
        "meeting": "대표자회의",
        "forum": "토론회",
        "survey": "설문",
        "none": {"ko": "참여한 적 없음", "exclusive": True},
    },
}
ROLES = {
    "id": "roles", "no": "C3", "ask": "역할", "kind": "ranking", "ranks": 3,
    "options": {"policy": "정책", "education": "교육", "finance": "금융", "other": {"ko": "기타", "other": True}},
}  # fmt: skip
INCOME = {
    "id": "income", "no": "A10", "ask": "수입", "kind": "allocation", "tolerance": 1,
    "rows": {"dues": "회비", "own": "사업", "public": "보조"},
}  # fmt: skip


def test_too_many_choices_all_count(tmp_path: Path) -> None:
    responses = read_rows(
        tmp_path, survey(ACTIVITIES), ["B2"], ["대표자회의, 토론회, 설문"], ["토론회, 설문"]
    )
    assert column(responses, "code", "activities") == ["meeting|forum|survey", "forum|survey"]
    told = finding(responses, "too_many_choices")
    assert (told.cell, told.value, told.hint) == ("A2", "대표자회의, 토론회, 설문", "2")


def test_none_of_these_is_set_aside_where_others_were_chosen(tmp_path: Path) -> None:
    responses = read_rows(
        tmp_path, survey(ACTIVITIES), ["B2"], ["토론회, 참여한 적 없음"], ["참여한 적 없음"]
    )
    assert column(responses, "code", "activities") == ["forum", "none"]
    assert column(responses, "detail", "activities") == ["exclusive_set_aside", ""]
    assert column(responses, "raw", "activities")[0] == "토론회, 참여한 적 없음"
    assert finding(responses, "exclusive_with_others").hint == "참여한 적 없음"


def test_an_option_ranked_twice_counts_at_its_better_rank(tmp_path: Path) -> None:
    responses = read_rows(
        tmp_path, survey(ROLES), ["C3 [1순위]", "C3 [2순위]", "C3 [3순위]"], ["교육", "정책", "교육"]
    )
    assert [column(responses, "code", "roles", "", rank) for rank in "123"] == [
        ["education"],
        ["policy"],
        [""],
    ]
    assert column(responses, "reason", "roles", "", "3") == ["invalid"]
    assert finding(responses, "option_twice").cell == "C2"


def test_two_ranks_in_own_words_are_two_answers(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, survey(ROLES), ["C3 [1순위]", "C3 [2순위]"], ["기타: 기록", "기타: 번역"])
    assert column(responses, "text", "roles", "", "2") == ["번역"]
    assert "option_twice" not in rules(responses)


def test_shares_that_miss_the_sum_stay_as_given(tmp_path: Path) -> None:
    responses = read_rows(
        tmp_path,
        survey(INCOME),
        ["A10 [회비]", "A10 [사업]", "A10 [보조]"],
        ["50", "30", "18"],
        ["50", "30", "19"],
    )
    assert column(responses, "number", "income", "public") == [18, 19]
    told = finding(responses, "allocation_sum")  # 99 is within the tolerance
    assert (told.cell, told.value, told.hint) == ("A2", "98%", "100%")
    assert told.text().startswith("A10: 합이 98%로 100%가 아닙니다.")


def test_empty_rows_are_zero_where_the_others_make_the_whole(tmp_path: Path) -> None:
    heading = ["A10 [회비]", "A10 [사업]", "A10 [보조]"]
    responses = read_rows(
        tmp_path, survey(INCOME), heading, ["60", "40", ""], ["60", "", ""], ["60", "40", "무응답"]
    )
    assert column(responses, "reason", "income", "public") == ["", "no_answer", "no_answer"]
    assert column(responses, "number", "income", "public")[0] == 0
    assert finding(responses, "allocation_blank_zero").hint == "보조"
    assert [told.cell for told in responses.findings if told.rule == "allocation_sum"] == ["A3"]


def test_an_allocation_nobody_filled_in_is_no_matter(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, survey(INCOME, {"id": "x", "no": "X", "kind": "text"}),
                          ["A10 [회비]", "A10 [사업]", "A10 [보조]", "X"], ["", "", "", "가"])  # fmt: skip
    assert not responses.findings


def test_a_required_answer_that_is_missing_is_an_error(tmp_path: Path) -> None:
    name = {"id": "name", "no": "A1", "kind": "text", "required": True}
    responses = read_rows(tmp_path, survey(name, ACTIVITIES), ["A1", "B2"], ["", "설문"], ["가", ""])
    told = finding(responses, "required_missing")
    assert (told.severity, told.question, told.cell) == ("error", "A1", "A2")


def test_who_tried_the_form_is_pointed_out_once(tmp_path: Path) -> None:
    texts = [{"id": f"t{n}", "no": f"T{n}", "kind": "text"} for n in (1, 2)]
    responses = read_rows(tmp_path, survey(*texts), ["T1", "T2"], ["테스트", "test"], ["테스트 베드", "asdf"])
    assert [told.cell for told in responses.findings] == ["A2", "B3"]


def test_exclusive_options_of_any_choices_are_set_aside_as_one_by_one(tmp_path: Path) -> None:
    """Against the plain rule, row by row, on choices from a seed."""
    chance = random.Random(22)
    words = {"meeting": "대표자회의", "forum": "토론회", "survey": "설문", "none": "참여한 적 없음"}
    chosen = [[code for code in words if chance.random() < 0.5] for _ in range(60)]
    rows = [[", ".join(words[code] for code in codes), str(at)] for at, codes in enumerate(chosen)]
    form = survey(ACTIVITIES, {"id": "name", "no": "A1", "kind": "text"})
    responses = read_rows(tmp_path, form, ["B2", "A1"], *rows)
    kept = [[code for code in codes if code != "none"] or codes for codes in chosen]
    assert column(responses, "code", "activities") == ["|".join(codes) for codes in kept]
    told = [found for found in responses.findings if found.rule == "exclusive_with_others"]
    assert sum(found.alike for found in told) == sum(kept[at] != chosen[at] for at in range(60))
