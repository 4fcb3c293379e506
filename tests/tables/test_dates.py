from __future__ import annotations

from analysis.tables import Table
from analysis.tables.build import build_tables
from tests.tables.small_survey import answered, day, figures, line, said, survey

BANDS = {
    "before_act": {"ko": "기본법 이전", "to": "2012-11-30"},
    "early": {"ko": "2012. 12.~2014.", "from": "2012-12-01", "to": "2014-12-31"},
    "late": {"ko": "2015. 이후", "from": "2015-01-01"},
}


def dated(*answers: object, **question: object) -> Table:
    return build_tables(answered(survey({"id": "founded", "kind": "date"} | question), founded=answers))[0]


def test_dates_are_counted_by_the_bands_of_the_question():
    table = dated(day("1998-03-02"), day("2012-12-01"), day("2014-12-31"), day("2016-01-01"), bands=BANDS)
    assert line(table, "count") == {"before_act": 1, "early": 2, "late": 1}
    assert line(table, "share")["early"] == 1 / 2
    assert table.facts["periods"] == "band"


def test_without_bands_dates_are_counted_by_the_years_that_occur():
    table = dated(day("1998-03-02"), day("2012-12-01"), day("2012-01-31"))
    assert line(table, "count") == {"1998": 1, "2012": 2}
    assert table.words("items", "2012") == "2012년"


def test_days_of_one_year_are_counted_by_month():
    table = dated(day("2016-05-31"), day("2016-04-12"), day("2016-04-30"))
    assert line(table, "count") == {"2016-04": 2, "2016-05": 1}
    assert table.words("items", "2016-04", "en") == "April 2016"


def test_months_are_for_questions_that_ask_for_the_day():
    assert line(dated(day("2016-05-01", "2016-05-31"), precision="month"), "count") == {"2016": 1}


def test_earliest_latest_and_the_lower_median_are_dates_that_occur():
    found = figures(dated(day("2016-05-31"), day("2016-04-12"), day("2016-04-30"), day("2016-04-02")))
    assert (found["earliest"], found["latest"], found["median"]) == (20160402, 20160531, 20160412)


def test_a_year_where_a_month_was_asked_is_no_earliest_month():
    """Somebody wrote "2015": that is not January 2015."""
    table = dated(day("2012-03-01", "2012-03-31"), day("2015-01-01", "2015-12-31"), precision="month")
    assert figures(table)["latest"] == 20120301
    assert table.get("latest").n == 1 and figures(table)["base"] == 2


def test_a_date_that_may_lie_in_two_periods_is_in_the_base_but_counted_in_none():
    table = dated(day("2014-01-01", "2015-12-31"), day("2013-05-05"), bands=BANDS)
    assert figures(table)["base"] == 2
    assert line(table, "count") == {"before_act": 0, "early": 1, "late": 0}
    assert "한 구간에 넣을 수 없는 답 1건은 구간별 수에 들지 않음" in said(table)


def test_without_any_date_there_are_no_periods_and_no_median():
    table = dated(None)
    assert line(table, "count") == {}
    assert figures(table) == {"base": 0, "earliest": None, "latest": None, "median": None}
