"""The finding as one full sentence, for people who read nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.language.catalogue import LANGUAGES, catalogue, fields_of
from analysis.narrative import headline, lead
from analysis.tables import Cell
from tests.narrative.made import chosen, counts, hiding, made, scale, stats

TITLES = ("headline", "order", "allocation", "written", "group", "claims", "none")  # what mostly stands as a title
NO_TITLES = {
    "headline.without", "allocation.order", "allocation.order_more", "allocation.order_nameless",
    "allocation.order_more_nameless", "written.what_open", "written.what_text", "group.begin", "group.begin_some",
    "group.one", "written.not_shown",
}  # fmt: skip


def korean(table, **how):
    return lead(table, "ko", **how).text


def test_it_says_of_how_many_respondents_it_is_and_takes_up_the_title() -> None:
    table = scale([0, 1, 4, 7, 2])
    assert korean(table) == "문항에 대해 회원단체 14개 중 9개(64.3%)가 ‘만족’ 또는 ‘매우 만족’이라고 답해 절반을 넘었습니다."


def test_it_leaves_the_title_out_where_that_stands_beside_it() -> None:
    table = chosen("multi", {"교육": 13, "정책": 11, "조사": 4}, base=14)
    assert korean(table, titled=True).startswith("회원단체 14개 중 13개(92.9%)가 ‘교육’")
    assert korean(table).startswith("문항으로는 ")


def test_of_many_the_share_comes_first() -> None:
    table = chosen("single", {"안다": 180, "모른다": 120}, n_respondents=300)
    assert korean(table) == "문항은 회원단체 300개 중 60.0%(180개)가 ‘안다’라고 답해 5분의 3을 차지했습니다."
    assert lead(table, "en").text == "문항: 60.0% of 300 member organisations (180) answered ‘안다’, three in five."


def test_its_numbers_are_those_of_the_title_with_their_cells() -> None:
    table = scale([0, 1, 4, 7, 2])
    assert set(headline(table, "ko").cells) <= set(lead(table, "ko").cells)


def test_nothing_is_told_of_what_is_hidden() -> None:
    table = hiding(chosen("single", {"있다": 12, "없다": 2}), "있다", "없다")
    assert korean(table) == "문항에 대해 회원단체 14개가 답했지만, 응답자를 보호하려고 결과를 밝히지 않습니다."


def test_a_number_is_told_by_its_middle() -> None:
    table = made("number", [*counts(14, {}), *stats({"median": 4, "q1": 2, "q3": 6}, 14)], unit="명")
    assert korean(table) == "문항은 회원단체 14개의 중앙값이 4명입니다."


def test_accounts_need_no_respondents() -> None:
    cells = [Cell("", "total", "actual", "amount", 900_000), Cell("", "total", "rate", "share", 0.9, base=1_000_000)]
    table = made("accounts", cells, items={"actual": "결산액"}, rows={"total": "계"}, unit="원")
    table = replace(table, question="accounts_expense")
    assert korean(table) == "문항에서는 지출이 900,000원으로 예산의 90.0%였습니다."


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_title_can_be_said_in_full(language: str) -> None:
    messages = catalogue(language)
    titles = {f"{room}.{name}" for _, room, *names in (key.split(".") for key in messages if key.startswith("narrative."))
              if room in TITLES for name in names}  # fmt: skip
    assert {key for key in titles - NO_TITLES if f"narrative.lead.{key}" not in messages} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_full_sentence_ends_as_one_and_needs_only_what_its_title_is_given(language: str) -> None:
    messages = catalogue(language)
    full = [key for key in messages if key.startswith("narrative.lead.") and key.split(".")[2] in TITLES]
    assert [key for key in full if not messages[key].endswith("니다." if language == "ko" else ".")] == []
    given = {key: fields_of(messages[key]) | fields_of(catalogue("ko")[key]) for key in messages}
    needed = {key: fields_of(messages[key]) - {"topic"} for key in full}
    assert {key for key in full if not needed[key] <= given[key.replace(".lead.", ".")]} == set()
