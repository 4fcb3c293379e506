"""Amounts in another unit than was asked for, told by the others."""

from __future__ import annotations

import math
from pathlib import Path
from statistics import NormalDist, median

import numpy as np

from tests.responses.answers_file import column, finding, read_rows, rules
from tests.tables.small_survey import survey

BUDGET = survey({"id": "budget", "no": "C1", "ask": "예산", "kind": "money", "unit": "천원"})
OTHERS = [["310,000"], ["95,000"], ["412,000"], ["1,200,000"], ["150,000"]]


def test_an_amount_a_thousand_times_too_high_is_told_and_counts(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, BUDGET, ["C1"], *OTHERS, ["412000000"])
    told = finding(responses, "amount_far_above")
    assert (told.severity, told.cell) == ("warning", "A7")
    assert told.text().startswith("C1: '412000000'은 다른 응답의 가운데 값 361,000천원보다 지나치게 큽니다.")
    assert column(responses, "number", "budget")[-1] == 412_000_000_000


def test_a_large_amount_is_no_wrong_unit(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, BUDGET, ["C1"], *OTHERS, ["24,000,000"])
    assert not responses.findings


def test_an_amount_that_says_its_unit_is_what_it_says(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, BUDGET, ["C1"], *OTHERS, ["4120억원"])
    assert set(rules(responses)) == {"unit_in_cell"}


def test_a_few_amounts_are_nothing_to_compare_with(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, BUDGET, ["C1"], *OTHERS[:3], ["412000000"])
    assert not responses.findings


def test_an_amount_in_a_larger_unit_is_told_and_counts(tmp_path: Path) -> None:
    responses = read_rows(tmp_path, BUDGET, ["C1"], *OTHERS, ["412"])  # in 백만원
    told = finding(responses, "amount_far_below")
    assert (told.severity, told.cell, told.value, told.hint) == ("warning", "A7", "412", "230,000천원")
    assert column(responses, "number", "budget")[-1] == 412_000


def test_a_small_amount_is_no_wrong_unit(tmp_path: Path) -> None:
    assert not read_rows(tmp_path, BUDGET, ["C1"], *OTHERS, ["3,000"]).findings
    # a thousand times as much would be more than anybody has
    assert not read_rows(tmp_path, BUDGET, ["C1"], *OTHERS, ["2,300"]).findings


def test_two_groups_a_unit_apart_are_told_once(tmp_path: Path) -> None:
    won = [[cell[0] + ",000"] for cell in OTHERS]
    told = finding(read_rows(tmp_path, BUDGET, ["C1"], *won, *OTHERS), "amounts_in_two_units")
    assert (told.severity, told.cell, told.value, told.hint) == (
        "warning", "A2", "5 (95,000~1,200,000천원)", "5 (95,000,000~1,200,000,000천원)",
    )  # fmt: skip


def test_two_kinds_of_organisations_are_no_two_units(tmp_path: Path) -> None:
    tenfold = [[cell[0].replace(",", "") + "0"] for cell in OTHERS]
    hundredfold = [[cell[0].replace(",", "") + "00"] for cell in OTHERS]
    spread = [[str(10**power)] for power in (1, 3, 4, 6, 7, 9)]
    for more in (tenfold, hundredfold):
        assert not read_rows(tmp_path, BUDGET, ["C1"], *OTHERS, *more).findings
    assert not read_rows(tmp_path, BUDGET, ["C1"], *spread).findings


def test_chance_alone_makes_hardly_ever_two_groups(tmp_path: Path) -> None:
    """Amounts as budgets are: log-normal, a standard deviation of two thirds of a decade."""
    chance = np.random.default_rng(5)
    form = survey(*({"id": f"b{n}", "no": f"C{n}", "kind": "money", "unit": "천원"} for n in range(40)))
    for respondents in (6, 8, 12, 30):
        rows = 10 ** chance.normal(5, 2 / 3, (respondents, 40))
        answers = [[f"{amount:.0f}" for amount in row] for row in rows]
        told = read_rows(tmp_path, form, [f"C{n}" for n in range(40)], *answers)
        assert "amounts_in_two_units" not in rules(told)


def test_where_amounts_lie_far_apart_none_is_far(tmp_path: Path) -> None:
    apart = [[str(10**power)] for power in range(1, 9)]
    assert not read_rows(tmp_path, BUDGET, ["C1"], *apart).findings


def test_nothing_is_said_of_an_amount_of_zero(tmp_path: Path) -> None:
    assert "amount_far_below" not in rules(read_rows(tmp_path, BUDGET, ["C1"], *OTHERS, ["0"], ["없음"]))


def test_won_in_a_question_for_won_can_only_be_too_low(tmp_path: Path) -> None:
    won = survey({"id": "budget", "no": "C1", "kind": "money", "unit": "원"})
    others = [[f"{cell[0]},000"] for cell in OTHERS]
    responses = read_rows(tmp_path, won, ["C1"], *others, ["412,000"], ["412,000,000,000"])
    assert rules(responses) == {"amount_far_below": 1}


def test_of_very_many_amounts_those_that_chance_takes_far_are_let_pass(tmp_path: Path) -> None:
    """Of 2,001 amounts whose logarithms are normal the outermost lie 3.6 standard deviations from the median."""
    spread = NormalDist(5, 1)
    amounts = [[f"{10 ** spread.inv_cdf((n + 0.3) / 2000.6):.0f}"] for n in range(2001)]
    assert not read_rows(tmp_path, BUDGET, ["C1"], *amounts).findings
    beyond = finding(read_rows(tmp_path, BUDGET, ["C1"], *amounts, [str(10**8 * 50)]), "amount_far_above")
    assert beyond.value == "5000000000"


def test_amounts_of_any_kind_are_judged_as_one_by_one(tmp_path: Path) -> None:
    """Against the rule as the module states it, amount after amount, on amounts from a seed."""
    chance = np.random.default_rng(11)
    names = [f"C{n}" for n in range(30)]
    form = survey(*({"id": f"b{n}", "no": f"C{n}", "kind": "money", "unit": "천원"} for n in range(30)))
    powers = chance.normal(5, 0.4, (25, 30)) + chance.choice([0, 3, -3], (25, 30), p=[0.9, 0.05, 0.05])
    amounts = np.round(10**powers).clip(1).astype(int)
    responses = read_rows(tmp_path, form, names, *(list(map(str, row)) for row in amounts.tolist()))
    told = {
        (found.question, found.value, found.rule.rpartition("_")[2])
        for found in responses.findings
        if found.rule.startswith("amount_far")
    }
    expected = {
        (name, str(amount), verdict)
        for name, column_of in zip(names, amounts.T.tolist(), strict=True)
        for amount in column_of
        if (verdict := plainly(amount, column_of))
    }
    assert told == expected
    assert {verdict for _, _, verdict in told} == {"above", "below"}


def plainly(amount: int, amounts: list[int]) -> str:
    """Whether one of the amounts, in 천원, is told as far above or below."""
    logs = [math.log10(one) for one in amounts]
    middle = median(logs)
    deviation = max(1.4826 * median(abs(one - middle) for one in logs), 0.1)
    far = max(3.5, NormalDist().inv_cdf(1 - 1 / (4 * len(amounts)))) * deviation
    if abs(math.log10(amount) - middle) <= far:
        return ""
    if amount * 10 >= median(amounts) * 1000 and min(amounts) <= amount / 1000 <= max(amounts):
        return "above"
    larger = (1_000, 100_000)  # 백만원, 억원
    if any(amount * k <= median(amounts) * 10 and min(amounts) <= amount * k <= max(amounts) for k in larger):
        return "below"
    return ""
