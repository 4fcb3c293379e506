"""What a sheet of the workbook shows, before it is written."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from analysis.questionnaire.words import Words
from analysis.report.book_table import Head, Number, Row, listing_table, question_tables
from analysis.report.listing import Line, Listing
from analysis.tables import Cell, Label
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


def test_how_many_a_figure_of_fewer_is_of_stands_in_a_column_behind_it():
    bases = (Cell("", "", "", "base", 14, n=14, base=14), Cell("", "loans", "", "base", 14, n=14, base=14))
    sides = (("importance", 2.57, 14), ("performance", 2.64, 11), ("gap", 0.09, 11))
    means = (Cell("", "loans", side, "mean", value, n=n, base=n) for side, value, n in sides)
    labels = tuple(Label(side, Words(ko=ko)) for side, ko in (("importance", "중요도"), ("performance", "수행도")))
    made = replace(
        KIND, kind="importance_performance", cells=(*bases, *means), items=labels,
        rows=(Label("loans", Words(ko="대출")),), facts={**KIND.facts, "points": 5},
    )  # fmt: skip
    (told,) = question_tables(bundle(made), made, "ko")
    assert [head.words for head in told.heads] == [
        "중요도", "중요도 사례수(N)", "수행도", "수행도 사례수(N)", "차이", "차이 사례수(N)",
    ]  # fmt: skip
    assert [value.value for value in told.rows[0].values] == [2.57, 14, 2.64, 11, 0.09, 11]
