"""What kind of answer the cells of one column hold."""

from __future__ import annotations

from typing import Any

import pytest

from analysis.draft.answers import answer_of
from tests.draft.made import cells, each


@pytest.mark.parametrize(
    ("heading", "texts", "kind"),
    [
        ("어디에 사십니까?", ["서울", "부산", "대구"], "single"),
        ("담당자가 있습니까?", ["있다", "없다"], "single"),
        ("참여한 활동", ["총회, 강좌", "총회", "강좌", "강좌, 모임", "모임"], "multi"),
        ("만족하십니까?", ["만족", "보통", "불만족"], "scale"),
        ("얼마나 만족하십니까? (5점 척도)", ["1", "3", "4", "5"], "scale"),
        ("조합원은 몇 명입니까?", ["3", "5", "12", "40"], "number"),
        ("2015년 매출액", ["1,200만원", "3억 2천만원", "500만원"], "money"),
        ("가입일", ["2016-04-05", "2016. 4. 6.", "2016년 4월 7일"], "date"),
        ("이메일로 받으시겠습니까?", ["예", "아니오"], "single"),
    ],
)
def test_kinds_are_told_by_what_recurs_and_what_is_asked(heading: str, texts: list[str], kind: str) -> None:
    assert answer_of(each(*texts, times=8), heading).kind == kind


@pytest.mark.parametrize(
    ("heading", "texts", "fields"),
    [
        ("출자금 (천원)", ["300", "1,200"], {"kind": "money", "unit": "천원"}),
        (
            "한 달에 몇 시간 활동하십니까?",
            ["10", "약 20", "30여"],
            {"kind": "number", "approximate": True, "min": 0},
        ),
        ("수입 가운데 회비의 비율(%)", ["30", "45.5", "100"], {"kind": "number", "min": 0, "max": 100}),
        ("가입 연도", ["2012", "2013년"], {"kind": "date", "precision": "year"}),
        ("설립 시기", ["2013년 9월", "2008-11"], {"kind": "date", "precision": "month"}),
    ],
)
def test_units_and_precision_are_found(heading: str, texts: list[str], fields: dict[str, Any]) -> None:
    answer = answer_of(each(*texts), heading).answer
    assert {name: getattr(answer, name) for name in fields} == fields


def test_amounts_without_a_unit_are_guessed_and_said_to_be() -> None:
    guess = answer_of(each("1400", "2000", "350"), "납입 출자금은 모두 얼마입니까?")
    assert guess.answer.unit == "원" and [note.key for note in guess.notes] == ["money_unit_larger"]


def test_the_box_beside_a_scale_is_no_point_of_it() -> None:
    answer = answer_of(each("만족", "보통", "불만족", "매우 만족", "이용 안 함"), "만족도").answer
    assert answer.not_applicable.ko == "이용 안 함" and len(answer.scale.points) == 5


def test_a_direction_is_a_guess_always() -> None:
    assert [note.key for note in answer_of(each("Good", "OK", "Bad", "Poor"), "Quality").notes] == []
    guess = answer_of(each("Excellent", "Good", "OK", "Bad", "Horrible"), "Quality")
    assert [note.key for note in guess.notes] == ["good_high"]


def test_answers_of_one_respondent_are_their_own_words_where_others_share_many() -> None:
    shared = {f"나라 {at}": 5 for at in range(15)}
    guess = answer_of(cells({**shared, "섬": 1, "바다": 1}), "어느 나라?")
    assert guess.answer.options[-1].other and len(guess.answer.options) == 16
    assert [note.words["count"] for note in guess.notes] == [2]


def test_words_behind_other_are_other() -> None:
    options = answer_of(
        cells({"이사장": 9, "직원": 8, "기타: 감사": 1, "기타: 조합원": 1}), "직위"
    ).answer.options
    assert [(option.ko, option.other) for option in options] == [
        ("이사장", False),
        ("직원", False),
        ("기타", True),
    ]


def test_bare_numbers_among_worded_options_are_none_of_them() -> None:
    guess = answer_of(cells({"총회, 강좌": 9, "강좌": 8, "총회": 8, "①": 1}), "활동")
    assert {option.ko for option in guess.answer.options} == {"강좌", "총회"}
    assert "by_number" in {note.key for note in guess.notes}


def test_bands_are_options_in_order() -> None:
    answer = answer_of(each("30대", "20대", "60대 이상"), "연령대").answer
    assert answer.ordered and [option.ko for option in answer.options] == ["20대", "30대", "60대 이상"]


def test_a_code_far_from_all_others_is_no_answer() -> None:
    guess = answer_of(cells({"10": 5, "20": 5, "37.5": 5, "999": 3}), "주당 근로시간")
    assert guess.more == {"missing": {"999": "no_answer"}}
    assert [note.key for note in guess.notes] == ["codes_missing"]


def test_none_that_stands_alone_excludes_the_others() -> None:
    answer = answer_of(cells({"교육, 판로": 9, "교육": 5, "판로": 5, "없음": 4}), "함께할 일").answer
    assert [option.ko for option in answer.options if option.exclusive] == ["없음"]


@pytest.mark.parametrize(
    ("heading", "most"), [("이유 (최대 2개)", 2), ("이유 (최대 1개)", None), ("이유", None)]
)
def test_the_most_choices_are_those_of_the_heading_unless_somebody_made_more(
    heading: str, most: int | None
) -> None:
    answer = answer_of(cells({"교육, 판로": 9, "교육": 5, "판로": 5, "홍보, 교육": 5}), heading).answer
    assert answer.max_choices == most


@pytest.mark.parametrize(
    ("heading", "texts", "pii"),
    [
        ("휴대폰", ["010-1234-5678", "010-2345-6789"], ("phone",)),
        ("답신을 받을 곳", ["a@coop.kr", "b@coop.kr"], ("email",)),
        ("면담자 성명", [f"김하나{at}" for at in range(12)], ("name",)),
    ],
)
def test_personal_data_stay_with_the_secretariat(
    heading: str, texts: list[str], pii: tuple[str, ...]
) -> None:
    guess = answer_of(each(*texts, times=1), heading)
    assert (guess.kind, guess.more) == ("text", {"pii": pii, "export": "never"})


def test_the_organisation_s_name_identifies_it() -> None:
    guess = answer_of(each(*(f"두레 {at}" for at in range(12)), times=1), "귀 단체의 명칭을 적어 주십시오.")
    assert guess.more == {"identifier": True}


@pytest.mark.parametrize(
    ("heading", "text", "kind"),
    [("바라는 점", "회의 자료를 한 주 전에 보내 주십시오", "open"), ("관할 시군", "군", "text")],
)
def test_opinions_are_open_and_facts_are_text(heading: str, text: str, kind: str) -> None:
    assert answer_of(each(*(f"{text} {at}" for at in range(20)), times=1), heading).kind == kind


@pytest.mark.parametrize("texts", [[], ["하나뿐"]])
def test_hardly_any_answers_will_do(texts: list[str]) -> None:
    assert answer_of(each(*texts, times=1), "무엇입니까?").kind in ("open", "text")
