"""Cells that hold a number, an amount or a date."""

from __future__ import annotations

import datetime as dt

import pytest

from analysis.intake.sheet import Cell
from analysis.questionnaire.answer import Date, Money, Number
from analysis.responses.measured import read_date, read_money, read_number
from analysis.responses.reading import Doubt

PEOPLE = Number(kind="number", unit={"ko": "명", "en": "people"}, min=0, max=1000, approximate=True)
MEETINGS = Number(kind="number", unit="회", min=0)
SHARE = Number(kind="number", unit="%", min=0, max=100)
INCOME = Money(kind="money", unit="천원", min=0, approximate=True)
FOUNDED = Date(kind="date", precision="month")
VISIT = Date(kind="date", precision="day", min=dt.date(2016, 4, 1), max=dt.date(2016, 5, 31))


def text(written: str) -> Cell:
    return Cell(written, written)


def rules(reading) -> list[str]:
    return [doubt.rule for doubt in reading.doubts]


@pytest.mark.parametrize(
    ("written", "number", "noticed"),
    [
        ("14", 14, []),
        ("１４", 14, []),
        ("14명", 14, []),
        ("14 인", 14, []),
        ("14개", 14, ["unit_differs"]),
        ("10여명", 10, ["approximate"]),
        ("약 200", 200, ["approximate"]),
        ("없음", 0, ["zero_word"]),
    ],
)
def test_a_number_and_what_is_odd_about_it(written: str, number: float, noticed: list[str]) -> None:
    reading = read_number(text(written), PEOPLE)
    assert (reading.number, reading.reason, rules(reading)) == (number, "", noticed)


@pytest.mark.parametrize(
    ("written", "months", "noticed"),
    [
        ("36", 36, []),
        ("36개월", 36, []),
        ("서른 달", 30, []),
        ("3년", 36, ["unit_converted"]),
        ("2년 6개월", 30, ["unit_converted"]),
        ("3년 반", 42, ["unit_converted"]),
        ("약 1.5년", 18, ["approximate_unasked"]),
        ("36회", 36, ["unit_differs"]),
    ],
)
def test_a_length_of_time_is_converted_to_the_unit_asked_for(
    written: str, months: float, noticed: list[str]
) -> None:
    reading = read_number(text(written), Number(kind="number", unit="개월", min=0))
    assert (reading.number, rules(reading)) == (months, noticed)


def test_years_are_asked_for_too() -> None:
    years = Number(kind="number", unit="년")
    assert [read_number(text(written), years).number for written in ("3", "3년", "2년 6개월", "18개월")] == [
        3,
        3,
        2.5,
        1.5,
    ]


def test_bounds_of_time_are_converted_at_both_ends() -> None:
    reading = read_number(text("2~3년"), Number(kind="number", unit="개월"))
    assert (reading.low, reading.high) == (24, 36)
    assert [doubt.hint for doubt in reading.doubts] == ["24~36개월"]


@pytest.mark.parametrize(
    ("written", "share", "noticed"),
    [
        ("35", 35, []),
        ("35.5 %", 35.5, []),
        ("35퍼센트", 35, []),
        ("3할", 30, []),
        ("0", 0, []),
        ("0.35", 0.35, ["share_below_one"]),
        ("120%", None, ["out_of_range"]),
        ("12명", None, ["other_unit"]),
    ],
)
def test_a_percentage_with_and_without_its_sign(
    written: str, share: float | None, noticed: list[str]
) -> None:
    reading = read_number(text(written), SHARE)
    assert (reading.number, rules(reading)) == (share, noticed)


def test_a_percentage_is_no_number_of_people() -> None:
    assert read_number(text("30%"), PEOPLE).detail == "other_unit"


@pytest.mark.parametrize("written", ["30", "30억", "30 억원", "300,000만원", "3,000,000,000원"])
def test_a_number_counted_in_money_is_kept_in_its_unit(written: str) -> None:
    reading = read_number(text(written), Number(kind="number", unit="억원", min=0, max=100))
    assert (reading.number, reading.reason) == (30, "")


def test_so_much_a_month_is_no_answer_to_how_much_in_all() -> None:
    for reading in (read_number(text("월 1회"), MEETINGS), read_money(text("월 143만원"), INCOME)):
        assert (reading.number, reading.reason, reading.detail) == (None, "invalid", "per_period")
        assert rules(reading) == ["per_period"]


def test_an_approximate_number_that_was_not_asked_for_counts_and_is_pointed_out() -> None:
    reading = read_number(text("10여회"), MEETINGS)
    assert (reading.number, reading.low, reading.qualifier, rules(reading)) == (
        10,
        10,
        "over",
        ["approximate_unasked"],
    )


@pytest.mark.parametrize(
    ("written", "low", "high"), [("10~20명", 10, 20), ("5명 미만", None, 5), ("100명 초과", 100, None)]
)
def test_bounds_alone_are_kept_and_are_no_usable_answer(
    written: str, low: float | None, high: float | None
) -> None:
    reading = read_number(text(written), PEOPLE)
    assert (reading.number, reading.low, reading.high) == (None, low, high)
    assert (reading.reason, reading.detail, rules(reading)) == ("invalid", "bounds_only", ["bounds_only"])


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("-3", "out_of_range"),
        ("1001", "out_of_range"),
        ("많음", "unreadable_number"),
        ("수십 명", "unreadable_number"),
        ("inf", "unreadable_number"),
    ],
)
def test_a_number_that_cannot_be_is_invalid(written: str, rule: str) -> None:
    reading = read_number(text(written), PEOPLE)
    assert (reading.number, reading.reason, rules(reading)) == (None, "invalid", [rule])


def test_typed_numbers_are_taken_as_typed_and_percentages_as_shown() -> None:
    assert read_number(Cell("12345", 12345), PEOPLE.model_copy(update={"max": None})).number == 12345
    assert read_number(Cell("80%", 0.8), SHARE).number == 80
    assert read_number(Cell("0.1", 0.1), SHARE).number == 0.1


@pytest.mark.parametrize(
    ("written", "won", "noticed"),
    [
        ("1,200", 1_200_000, []),
        ("1,200천원", 1_200_000, []),
        ("약 3백만원", 3_000_000, ["unit_in_cell", "approximate"]),
        ("1,200,000원", 1_200_000, ["unit_in_cell"]),
        ("없음", 0, ["zero_word"]),
        ("연 1200만원", 12_000_000, ["unit_in_cell"]),
    ],
)
def test_money_is_kept_in_won_and_a_unit_in_the_cell_goes_first(
    written: str, won: float, noticed: list[str]
) -> None:
    reading = read_money(text(written), INCOME)
    assert (reading.number, rules(reading)) == (won, noticed)


@pytest.mark.parametrize(
    ("unit", "written", "won", "noticed"),
    [
        ("만원", "12,000", 120_000_000, []),
        ("만원", "1억 2천만원", 120_000_000, []),
        ("만원", "1억 2천만", 120_000_000, []),
        ("만원", "120,000,000원", 120_000_000, ["unit_in_cell"]),
        ("만원", "1억 2천", None, ["unreadable_number"]),  # 천만원, or 천원
        ("만원", "1억 2,000", None, ["unreadable_number"]),
        ("천원", "4억 1,200만원", 412_000_000, ["unit_in_cell"]),
        ("천원", "412,000천원(추정)", 412_000_000, ["approximate_unasked"]),
        ("천원", "412,000(천원)", 412_000_000, []),
        ("천원", "41,200(만원)", 412_000_000, ["unit_in_cell"]),
        ("천원", "410000000 (단위: 원)", 410_000_000, ["unit_in_cell"]),
        ("천원", "1,850천", 1_850_000, ["unit_repeated"]),
        ("천원", "5천", 5_000_000, ["unit_repeated"]),
        ("천원", "3.000", 3_000, ["point_for_comma"]),
        ("천원", "412백만원", 412_000_000, ["unit_in_cell"]),
        ("억원", "3.5", 350_000_000, []),
        ("억원", "3억 5천만원", 350_000_000, ["unit_in_cell"]),
    ],
)
def test_money_in_the_unit_of_its_question_or_in_its_own(
    unit: str, written: str, won: float | None, noticed: list[str]
) -> None:
    reading = read_money(text(written), Money(kind="money", unit=unit, min=0))
    assert (reading.number, rules(reading)) == (won, noticed)


def test_what_was_made_of_money_in_another_unit_is_said_in_the_unit_asked_for() -> None:
    reading = read_money(text("약 6억 2천만원"), INCOME)
    assert [doubt.hint for doubt in reading.doubts] == ["620,000천원", "620,000천원"]


def test_the_bounds_of_money_are_in_the_unit_that_is_asked_for() -> None:
    answer = Money(kind="money", unit="천원", max=5_000)
    assert read_money(Cell("5000", 5000), answer).number == 5_000_000
    assert read_money(Cell("5001", 5001), answer).detail == "out_of_range"


@pytest.mark.parametrize(
    ("cell", "start", "end", "precision"),
    [
        (text("2013년 3월"), "2013-03-01", "2013-03-31", "month"),
        (text("2013.03"), "2013-03-01", "2013-03-31", "month"),
        (text("’13.3.20"), "2013-03-20", "2013-03-20", "day"),
        (Cell("2013-03", dt.datetime(2013, 3, 1)), "2013-03-01", "2013-03-31", "month"),
        (Cell("41353", 41353), "2013-03-20", "2013-03-20", "day"),
    ],
)
def test_a_date_in_many_spellings(cell: Cell, start: str, end: str, precision: str) -> None:
    reading = read_date(cell, FOUNDED)
    assert (reading.start, reading.end, reading.precision, reading.doubts) == (start, end, precision, ())


@pytest.mark.parametrize(
    ("written", "answer", "rule"),
    [
        ("2013년", FOUNDED, "date_coarse"),
        ("4월 14일", VISIT, "year_inferred"),
        ("2016년 5월 3일(수)", VISIT, "weekday_wrong"),
    ],
)
def test_a_doubtful_date_counts_and_is_pointed_out(written: str, answer: Date, rule: str) -> None:
    reading = read_date(text(written), answer)
    assert (reading.reason, rules(reading)) == ("", [rule])


@pytest.mark.parametrize(
    ("written", "answer", "detail"),
    [
        ("2016-06-01", VISIT, "out_of_range"),
        ("4월 14일", FOUNDED, "no_year"),
        ("2016-13-01", VISIT, "invalid_month"),
        ("4월 5일, 4월 6일", VISIT, "several_dates"),
        ("봄", VISIT, "not_a_date"),
    ],
)
def test_a_date_that_cannot_be_used_says_why(written: str, answer: Date, detail: str) -> None:
    reading = read_date(text(written), answer)
    assert (reading.start, reading.reason, reading.detail) == ("", "invalid", detail)


@pytest.mark.parametrize(
    ("written", "question", "allowed"),
    [
        ("9" * 401, PEOPLE, "0~1,000명"),
        ("1e308", PEOPLE, "0~1,000명"),
        ("-1e308", MEETINGS, "0~10,000,000,000,000,000회"),
        (f"{10**16:,}", MEETINGS, "0~10,000,000,000,000,000회"),
    ],
)
def test_a_number_beyond_all_measure_is_out_of_range(written: str, question: Number, allowed: str) -> None:
    reading = read_number(text(written), question)
    assert (reading.reason, [(doubt.rule, doubt.hint) for doubt in reading.doubts]) == (
        "invalid", [("out_of_range", allowed)],
    )  # fmt: skip


def test_a_number_of_a_spreadsheet_beyond_all_measure_is_out_of_range() -> None:
    assert rules(read_number(Cell("1E+308", 1e308), PEOPLE)) == ["out_of_range"]


def test_an_amount_beyond_all_measure_is_out_of_range_too() -> None:
    reading = read_money(text("9" * 401), INCOME)
    assert (reading.reason, rules(reading)) == ("invalid", ["out_of_range"])


def test_a_number_is_read_with_the_unit_that_its_format_shows() -> None:
    answer = Money(kind="money", unit="천원")
    cells = (Cell("17,500만원", 17500), Cell("₩17,500", 17500), Cell("96,000천원", 96_000_000))
    readings = [read_money(cell, answer) for cell in cells]
    assert [reading.number for reading in readings] == [175_000_000, 17_500, 96_000_000]
    assert [rules(reading) for reading in readings] == [["unit_in_cell"], ["unit_in_cell"], []]
    assert read_number(Cell("24.5천명", 24.5), PEOPLE.model_copy(update={"max": None})).number == 24_500


@pytest.mark.parametrize(
    ("written", "number", "left_out"),
    [
        ("2(겸직1)", 2, "겸직1"),
        ("5명 (여3) (남2)", 5, "여3; 남2"),
        ("600명/연", 600, "/연"),
        ("600명/연(누적)", 600, "/연, 누적"),
    ],
)
def test_words_beside_a_number_are_left_out_and_told(written: str, number: float, left_out: str) -> None:
    reading = read_number(text(written), PEOPLE)
    assert (reading.number, reading.doubts) == (number, (Doubt("words_beside_number", left_out),))


def test_words_beside_an_amount_are_told_but_not_its_unit_an_estimate_or_a_year() -> None:
    assert read_money(text("200000(추경포함)"), INCOME).doubts == (Doubt("words_beside_number", "추경포함"),)
    for written in ("200000(천원)", "200000(추정)", "200000천원/년"):
        assert "words_beside_number" not in rules(read_money(text(written), INCOME))
    assert rules(read_number(text("연 3회"), MEETINGS)) == []


def test_words_of_the_format_of_a_number_are_nobodys_remark() -> None:
    assert rules(read_number(Cell("2(잠정)", 2), PEOPLE)) == []


@pytest.mark.parametrize(("cell", "number"), [(Cell("제3기", 3), 3), (Cell("없음", 7), 7)])
def test_a_number_is_a_number_whatever_else_stands_in_its_format_or_label(cell: Cell, number: float) -> None:
    assert read_number(cell, PEOPLE).number == number


@pytest.mark.parametrize(
    ("cell", "answer", "noticed"),
    [
        (text("10.5"), PEOPLE, ["fraction_counted"]),
        (Cell("10.5", 10.5), PEOPLE, ["fraction_counted"]),
        (text("10.0"), PEOPLE, []),
        (text("1.5"), MEETINGS, []),  # on an average
        (text("3.000"), PEOPLE, ["point_for_comma"]),
        (text("3.000"), MEETINGS, ["point_for_comma"]),
        (text("12.500"), SHARE, []),
        (Cell("3", 3.0), PEOPLE, []),
    ],
)
def test_a_point_where_things_are_counted_is_pointed_out(
    cell: Cell, answer: Number, noticed: list[str]
) -> None:
    assert rules(read_number(cell, answer)) == noticed


def test_a_month_that_may_have_lost_its_zero_is_pointed_out() -> None:
    assert read_date(text("2008.1"), FOUNDED).doubts == (Doubt("month_shortened", "2008년 1월"),)
    assert [read_date(text(written), FOUNDED).doubts for written in ("2008.01", "2008.10", "2008. 1.")] == [
        ()
    ] * 3


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("10~20명", "10~20명"),
        ("5명 미만", "5명 미만"),
        ("5명 이하", "5명 이하"),
        ("100명 초과", "100명 초과"),
    ],
)
def test_bounds_are_told_in_words(written: str, hint: str) -> None:
    assert [doubt.hint for doubt in read_number(text(written), PEOPLE).doubts] == [hint]


def test_a_range_open_at_one_end_is_told_in_words() -> None:
    assert read_number(text("-1"), MEETINGS).doubts == (Doubt("out_of_range", "0회 이상"),)
