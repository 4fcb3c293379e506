"""What a sheet of the workbook shows, before it is written."""

from __future__ import annotations

from markupsafe import Markup

from analysis.report.book_table import Head, Number, Row, listing_table, question_tables
from analysis.report.listing import Line, Listing
from tests.report.small_report import KIND, SATISFACTION, bundle


def test_a_share_is_a_number_in_percent_and_a_hidden_one_a_sign():
    (table,) = question_tables(bundle(KIND), KIND, "ko")
    assert table.name == "A1 조직유형"
    assert table.heads == (Head("전체 (수)"), Head("전체 (%)"))
    assert table.rows[1] == Row("보기 a", (Number(5.0, "#,##0"), Number(0.357, "#,##0.0%")))
    assert table.rows[3] == Row("보기 c", ("X", "X"))
    assert table.rows[4] == Row("계", (None, Number(1.0, "#,##0.0%"))), "the sum stands below the shares"


def test_numbers_keep_the_digits_of_the_page():
    (table,) = question_tables(bundle(SATISFACTION), SATISFACTION, "en")
    mean, score = table.rows[0].values[-2:]
    assert (mean, score) == (Number(3.71, "#,##0.00"), Number(67.9, "#,##0.0"))


def test_a_sheet_explains_the_signs_that_stand_on_it_and_names_the_source_last():
    (table,) = question_tables(bundle(KIND), KIND, "ko")
    assert table.below == ("주: X는 응답자를 보호하려고 가린 값", "자료: 연대회의, 「조사」")


def test_a_listing_leaves_its_marks_behind_and_keeps_its_numbers():
    counted = Markup('<data value="3" data-cell="ledger/2016/meetings/by=/board/count">3</data>')
    noted = Markup('6회<sup class="mark"><a href="#n1">1)</a></sup>')
    listing = Listing(
        "meetings", "회의", ("회의", "횟수", "적힌 횟수"), (("", (Line(Markup("<b>이사회</b>"), (counted, noted)),)),),
        notes=("원문대로",), source="사업보고",
    )  # fmt: skip
    table = listing_table(listing, "ko")
    assert table.rows == (Row("이사회", (Number(3.0, "#,##0"), "6회")),)
    assert table.below == ("주: 원문대로", "자료: 사업보고")
