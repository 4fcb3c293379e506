"""That groups differ is said where a test found it, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

from analysis.narrative import headline, sentences
from analysis.narrative import tested as of_tests  # pytest would take `tested` for a test
from analysis.tables import Cell, Table
from tests.narrative.made import counts, made
from tests.narrative.test_by_group import GROUP, by_area

COMPARISON = {"family": "survey", "tests": 36, "adjustment": "holm", "alpha": 0.05}
AREAS = {"capital": (100, 50), "south": (100, 75)}


def with_test(table: Table, p: float, adjusted: float, item: str = "", base: int = 200) -> Table:
    tests = (
        Cell("", "", item, "p", p, n=base, base=base, rule="rao_scott_f"),
        Cell("", "", item, "p_adjusted", adjusted, n=base, base=base, rule="holm"),
        Cell("", "", item, "effect", 0.21, n=base, base=base, rule="cramers_v"),
    )
    cells = (*table.cells, *tests)
    return replace(table, cells=cells, facts={**table.facts, "comparison": COMPARISON})


def said(table: Table, language: str = "ko") -> str:
    return "\n".join([headline(table, language).text, *(one.text for one in sentences(table, language))])


def test_a_difference_is_named_with_its_test_p_and_size_before_what_it_is() -> None:
    text = said(with_test(by_area(AREAS), p=0.0004, adjusted=0.012))
    first, second = text.splitlines()[:2]
    assert first == "권역에 따라 차이가 있음(라오–스콧 보정 F 검정, 보정 p=0.012, 크래머 V 0.21)"
    assert (
        second
        == "권역으로 나누어 보면 ‘있다’의 비율은 ‘영남권’ 100개 중 75.0%(75개), ‘수도권’ 100개 중 50.0%(50개)임"
    )
    english = said(with_test(by_area(AREAS), p=0.0004, adjusted=0.012), "en")
    assert english.startswith(
        "The answers differ by area (Rao–Scott F test, adjusted p=0.012, Cramér's V 0.21)"
    )


def test_what_no_test_found_is_not_told_as_a_difference_of_the_figures() -> None:
    text = said(with_test(by_area(AREAS), p=0.08, adjusted=0.34))
    assert text.startswith("권역(보정 p=0.340)에 따른 차이는 확인되지 않음")
    assert "‘수도권’" not in text


def test_a_p_below_a_thousandth_is_only_said_to_be() -> None:
    assert "보정 p<0.001" in said(with_test(by_area(AREAS), p=0.0, adjusted=0.0))


def test_without_a_test_nothing_differs() -> None:
    """The levels are told as they are; the word is the test's."""
    text = said(by_area(AREAS))
    assert "‘수도권’ 100개 중 50.0%(50개)" in text and "차이" not in text
    assert "differ" not in said(by_area(AREAS), "en")


def test_of_several_choices_the_one_is_told_that_most_chose_among_those_that_differ() -> None:
    cells = counts(200, {"a": 150, "b": 60, "c": 50})
    for area, b in (("capital", 10), ("south", 50)):
        cells += counts(100, {"a": 75, "b": b, "c": 25}, level=area)
    levels = {"capital": "수도권", "south": "영남권"}
    table = made(
        "multi", cells, {"a": "교육", "b": "자금", "c": "홍보"}, levels=levels, by="area", group=GROUP
    )
    for item, adjusted in (("a", 0.9), ("b", 0.001), ("c", 0.03)):
        table = with_test(table, adjusted, adjusted, item)
    text = said(table)
    assert text.startswith("‘자금’의 비율은 권역에 따라 차이가 있음(")
    assert "‘자금’의 비율은 ‘영남권’ 100개 중 50.0%(50개), ‘수도권’ " in text


def test_groups_that_were_tested_in_vain_share_a_sentence() -> None:
    one = of_tests.tested(with_test(by_area(AREAS), 0.08, 0.34), "ko")
    assert one is not None and not one.found
    (sentence,) = of_tests.none_of([one.named, one.named], "ko")
    assert sentence.text == "권역(보정 p=0.340), 권역(보정 p=0.340)에 따른 차이는 확인되지 않음"
    assert of_tests.none_of([], "ko") == []


def multi_tested(*adjusted: float) -> Table:
    """Options tested each for itself."""
    items = dict(zip("abc", ("교육", "자금", "홍보"), strict=True))
    cells = counts(200, {"a": 150, "b": 60, "c": 50})
    for area in ("capital", "south"):
        cells += counts(100, {"a": 75, "b": 30, "c": 25}, level=area)
    levels = {"capital": "수도권", "south": "영남권"}
    table = made("multi", cells, items, levels=levels, by="area", group=GROUP)
    for item, p in zip(items, adjusted, strict=False):
        table = with_test(table, p, p, item)
    return table


def test_of_several_tests_the_smallest_p_is_said_to_be_the_smallest() -> None:
    assert "권역(가장 작은 보정 p=0.306)에 따른 차이는 확인되지 않음" in said(multi_tested(0.9, 0.306))
    assert "by area (smallest adjusted p=0.306)" in said(multi_tested(0.9, 0.306), "en")


def test_of_one_test_no_p_is_the_smallest() -> None:
    assert "권역(보정 p=0.306)에 따른 차이는 확인되지 않음" in said(multi_tested(0.306))
    assert "by area (adjusted p=0.306)" in said(multi_tested(0.306), "en")


def test_where_every_p_is_large_nothing_is_said_of_the_group() -> None:
    for table in (multi_tested(1.0, 0.5, 0.7), with_test(by_area(AREAS), p=0.3, adjusted=0.5)):
        assert "차이" not in said(table) and "권역" not in said(table)
    assert "차이" in said(multi_tested(1.0, 0.499))


def test_a_group_of_which_nothing_is_said_is_not_named_among_others() -> None:
    silent = of_tests.tested(with_test(by_area(AREAS), 1.0, 1.0), "ko")
    told = of_tests.tested(with_test(by_area(AREAS), 0.08, 0.34), "ko")
    assert silent is not None and told is not None and not silent.found
    (sentence,) = of_tests.none_of([silent.named, told.named], "ko")
    assert sentence.text == "권역(보정 p=0.340)에 따른 차이는 확인되지 않음"
    assert of_tests.none_of([silent.named], "ko") == []


def test_of_few_respondents_the_size_of_an_effect_is_not_told() -> None:
    few, enough = (said(with_test(by_area(AREAS), 0.0004, 0.012, base=base)) for base in (29, 30))
    assert few.startswith("권역에 따라 차이가 있음(라오–스콧 보정 F 검정, 보정 p=0.012)")
    assert "크래머 V" not in few and "크래머 V 0.21" in enough
