"""Cells that name options."""

from __future__ import annotations

import pytest

from analysis.questionnaire.answer import Multi, Scale, Single
from analysis.responses.chosen import read_multi, read_scale, read_single
from analysis.responses.reading import Doubt
from tests.tables.small_survey import SATISFACTION

REGION = Single(
    kind="single", options={"seoul": {"ko": "서울", "en": "Seoul"}, "busan": {"ko": "부산", "en": "Busan"}}
)
TYPE = Single(
    kind="single",
    options={"sector": "부문 협의체", "region": "지역 협의체", "other": {"ko": "기타", "other": True}},
)
TOPICS = Multi(
    kind="multi",
    options={
        "education": "교육",
        "advice": "상담(세무, 노무)",
        "market": "판로·공공구매",
        "other": {"ko": "기타", "other": True},
    },
)
CLOSED = Multi(
    kind="multi", options={"education": "교육", "advice": "상담(세무, 노무)", "market": "판로·공공구매"}
)
SCALE = Scale(kind="scale", scale=SATISFACTION)


@pytest.mark.parametrize("written", ["서울", " 서 울 ", "서울.", "1", "①", "1. 서울", "Seoul", "seoul"])
def test_an_option_is_known_by_label_number_or_either_language(written: str) -> None:
    assert read_single(written, REGION).code == "seoul"


@pytest.mark.parametrize(
    ("written", "detail", "doubt"),
    [
        ("서울시", "unreadable", Doubt("unreadable_near", "서울")),
        ("평양", "unreadable", Doubt("unreadable")),
        ("3", "unreadable", Doubt("unreadable")),
        ("1. 부산", "unreadable", Doubt("unreadable_near", "부산")),
        ("서울, 부산", "several_chosen", Doubt("several_chosen")),
        ("①②", "several_chosen", Doubt("several_chosen")),
    ],
)
def test_what_names_no_single_option_is_invalid(written: str, detail: str, doubt: Doubt) -> None:
    reading = read_single(written, REGION)
    assert (reading.code, reading.reason, reading.detail, reading.doubts) == ("", "invalid", detail, (doubt,))


@pytest.mark.parametrize("written", ["기타: 주거, 돌봄 모임", "기타(주거, 돌봄 모임)", "주거, 돌봄 모임"])
def test_own_words_are_the_option_for_them(written: str) -> None:
    reading = read_single(written, TYPE)
    assert (reading.code, reading.text) == ("other", "주거, 돌봄 모임")
    assert reading.doubts == (Doubt("write_in", "주거, 돌봄 모임"),)


def test_own_words_that_are_nearly_an_option_are_pointed_out() -> None:
    assert read_single("부문협의회", TYPE).doubts == (Doubt("write_in_near", "'부문협의회' → '부문 협의체'"),)


def test_two_options_are_two_options_even_where_own_words_are_welcome() -> None:
    assert read_single("부문 협의체, 지역 협의체", TYPE).detail == "several_chosen"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("상담(세무, 노무), 교육", "education|advice"),
        ("판로ㆍ공공구매\n교육", "education|market"),
        ("①, ③", "education|market"),
        ("1,3", "education|market"),
        ("교육;교육", "education"),
    ],
)
def test_several_options_come_in_the_order_of_the_questionnaire(written: str, code: str) -> None:
    assert read_multi(written, CLOSED).code == code


def test_what_cannot_be_read_in_a_list_is_told_and_the_rest_counts() -> None:
    reading = read_multi("교육, 판로·공공구매, 지역화폐", CLOSED)
    assert (reading.code, reading.detail) == ("education|market", "partly_read")
    assert reading.doubts == (Doubt("choice_unread", "지역화폐"),)


def test_own_words_in_a_list_keep_their_commas() -> None:
    reading = read_multi("교육, 기타: 카카오톡 단체방(회원, 사무국)", TOPICS)
    assert (reading.code, reading.text) == ("education|other", "카카오톡 단체방(회원, 사무국)")


def test_a_list_of_nothing_known_is_invalid() -> None:
    assert read_multi("지역화폐", CLOSED).reason == "invalid"


CODED = Single(
    kind="single",
    options={
        "yes": {"ko": "예", "header": "2"},
        "no": {"ko": "아니오", "header": "1"},
        "dk": {"ko": "2", "header": "9"},
    },
)


@pytest.mark.parametrize(
    ("written", "code"), [("2", "yes"), ("1", "no"), ("9", "dk"), ("9.0", "dk"), ("예", "yes"), ("2. 예", "")]
)
def test_what_the_file_is_said_to_hold_for_an_option_goes_before_labels_and_places(
    written: str, code: str
) -> None:
    assert read_single(written, CODED).code == code


def test_where_options_are_codes_a_number_is_never_a_place_in_the_list() -> None:
    assert read_single("3", CODED).reason == "invalid"


WATER = Multi(
    kind="multi",
    separator=" ",
    options={
        "piped": {"ko": "상수도", "header": "tap"},
        "well": {"ko": "우물", "header": "dug_well"},
        "river": {"ko": "강", "header": "river"},
    },
)


@pytest.mark.parametrize(
    ("written", "code", "unread"),
    [
        ("river tap", "piped|river", ""),
        ("dug_well", "well", ""),
        ("tap river,dug_well", "piped", "river,dug_well"),
    ],
)
def test_a_list_is_cut_at_the_stated_separator_and_nowhere_else(written: str, code: str, unread: str) -> None:
    reading = read_multi(written, WATER)
    assert reading.code == code
    assert [doubt.hint for doubt in reading.doubts] == ([unread] if unread else [])


VERSIONS = Multi(
    kind="multi",
    options={"v2_7": "2.7", "v3_8": "3.8", "v3_10": "3.10", "other": {"ko": "기타", "other": True}},
)


@pytest.mark.parametrize(
    ("written", "code", "doubts"),
    [
        ("3.1", "v3_10", (Doubt("number_shortened", "3.10"),)),  # what a spreadsheet keeps of 3.10
        ("3.10", "v3_10", ()),
        ("3.8, 3.10", "v3_8|v3_10", ()),
        (
            "3.8, 3.1",
            "v3_8|other",
            (Doubt("write_in_near", "'3.1' → '3.10'"),),
        ),  # a list is text: nobody took its 0 away
        ("2", "other", (Doubt("write_in", "2"),)),  # not the second of the list
    ],
)
def test_a_number_that_lost_its_closing_zero_is_that_option_and_told(
    written: str, code: str, doubts: tuple[Doubt, ...]
) -> None:
    reading = read_multi(written, VERSIONS)
    assert (reading.code, reading.doubts) == (code, doubts)


def test_a_number_that_may_be_either_of_two_options_is_told() -> None:
    both = Single(kind="single", options={"v3_1": "3.1", "v3_10": "3.10"})
    reading = read_single("3.1", both)
    assert (reading.code, reading.doubts) == ("v3_1", (Doubt("number_of_several", "3.1, 3.10"),))


@pytest.mark.parametrize("written", ["만족", "4", "4점", "④", "４", "4.0", "4. 만족", "Satisfied"])
def test_a_point_of_a_scale_is_its_position(written: str) -> None:
    reading = read_scale(written, SCALE)
    assert (reading.code, reading.number) == ("4", 4)


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("6", "out_of_range"),
        ("0", "out_of_range"),
        ("-1", "out_of_range"),
        ("99", "out_of_range"),
        ("3.5", "unreadable"),
        ("four", "unreadable"),
    ],
)
def test_what_is_no_point_of_the_scale_is_invalid(written: str, rule: str) -> None:
    reading = read_scale(written, SCALE)
    assert (reading.reason, reading.number, reading.doubts[0].rule) == ("invalid", None, rule)


CARE = Multi(
    kind="multi",
    options={
        "care": "의료·돌봄",
        "education": "교육·보육",
        "consumer": "소비자생협",
        "trade": "공정무역",
        "other": {"ko": "기타", "other": True},
    },
)


@pytest.mark.parametrize(
    ("written", "code", "hint"),
    [
        (
            "의료∙돌봄, 교육.보육",
            "care|other",
            "'교육.보육' → '교육·보육'",
        ),  # only the piece that is no option
        ("교육.보육, 카페", "other", "'교육.보육, 카페' → '교육·보육'"),
        ("1.소비자생협 2.의료·돌봄", "other", "'1.소비자생협 2.의료·돌봄' → '의료·돌봄', '소비자생협'"),
        ("소비자생협 공정무역", "other", "'소비자생협 공정무역' → '소비자생협', '공정무역'"),
    ],
)
def test_what_may_be_options_is_not_taken_for_own_words_in_silence(
    written: str, code: str, hint: str
) -> None:
    reading = read_multi(written, CARE)
    assert (reading.code, reading.doubts) == (code, (Doubt("write_in_near", hint),))


def test_the_options_that_stand_side_by_side_are_named_where_own_words_are_not_welcome() -> None:
    assert read_multi("교육 판로·공공구매", CLOSED).doubts == (
        Doubt("unreadable_near", "교육, 판로·공공구매"),
    )


@pytest.mark.parametrize(
    ("written", "doubt"),
    [
        ("서울특별시", Doubt("unreadable_near", "서울")),
        ("서울시 마포구", Doubt("unreadable_near", "서울")),
        ("부산광역시", Doubt("unreadable_near", "부산")),
    ],
)
def test_the_official_name_of_a_region_suggests_its_short_one(written: str, doubt: Doubt) -> None:
    assert read_single(written, REGION).doubts == (doubt,)


@pytest.mark.parametrize("written", ["O", "o", "X"])
def test_a_circle_or_cross_suggests_no_option(written: str) -> None:
    yes_no = Single(
        kind="single", options={"y": {"ko": "있다", "en": "Yes"}, "n": {"ko": "없다", "en": "No"}}
    )
    assert read_single(written, yes_no).doubts == (Doubt("unreadable"),)
