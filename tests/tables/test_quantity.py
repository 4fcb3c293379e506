from __future__ import annotations

from analysis.tables import Table
from analysis.tables.build import build_tables
from tests.tables.small_survey import absent, answered, figures, line, said, survey


def members(*answers: object, **question: object) -> Table:
    given = {"id": "members", "kind": "number", "unit": {"ko": "명", "en": "people"}} | question
    return build_tables(answered(survey(given), members=answers))[0]


def test_a_number_has_mean_median_quartiles_sum_and_extremes():
    # Σ = 551; sorted 3 8 8 12 120 400; type 7: q1 at 2.25 is 8, median (8+12)/2, q3 at 4.75 is 12 + .75×108
    found = figures(members(8, 3, 400, 12, 8, 120))
    assert found == {
        "base": 6, "mean": 551 / 6, "median": 10, "q1": 8, "q3": 93, "sum": 551, "min": 3, "max": 400,
    }  # fmt: skip


def test_every_value_is_listed_with_its_count_for_a_plot_of_single_answers():
    table = members(8, 3, 8, 2.5)
    assert line(table, "count") == {"=2.5": 1, "=3": 1, "=8": 2}
    assert table.words("items", "=8") == "8명"
    assert table.words("items", "=8", "en") == "8 people"


def test_values_are_listed_up_to_forty_answers_and_counted_in_bins_beyond():
    assert set(line(members(*range(40)), "count")) == {f"={value}" for value in range(40)}
    assert set(line(members(*range(41)), "count")) == {f"bin{at}" for at in range(1, 9)}


def test_approximate_numbers_enter_at_their_value_with_a_note():
    table = members(
        {"number": 200, "qualifier": "approx"},
        {"number": 100, "qualifier": "over"},
        {"number": 30, "qualifier": "ge"},
    )
    assert figures(table)["mean"] == 110
    assert "어림수로 답한 3건은 적힌 값으로 계산" in said(table)


def test_ranges_and_bounds_have_no_value_to_enter_with():
    asked = {"reason": "invalid", "detail": "bounds_only", "low": 10, "high": 20, "qualifier": "range"}
    table = members(8, asked, asked | {"low": None, "high": 5, "qualifier": "lt"})
    assert figures(table)["base"] == 1
    assert figures(table)["mean"] == 8
    assert line(table, "absent") == {"invalid": 2}
    assert "범위나 한계만 적은 답 2건은 값을 알 수 없어 읽을 수 없음에 넣음" in said(table)


def test_a_bound_without_a_reason_is_no_value_either():
    table = members(8, {"low": 10, "qualifier": "gt"})
    assert figures(table)["base"] == 1


def test_money_is_in_won_and_says_in_which_unit_it_was_asked():
    question = {"id": "income", "kind": "money", "unit": "천원"}
    table = build_tables(answered(survey(question), income=[120_000_000, 5_600_000, absent("refused")]))[0]
    assert figures(table)["sum"] == 125_600_000
    assert (table.facts["unit"], table.facts["asked_in"]) == ("원", "천원")
    assert table.words("items", "=5600000") == "5,600,000원"
