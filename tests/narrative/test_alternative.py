"""What is read out to those who do not see a picture: its name is the finding, its description how it came about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.language import LANGUAGES
from analysis.narrative import alt_text, alt_title, headline
from analysis.questionnaire.words import Words
from analysis.tables import Label
from tests.narrative.made import chosen, counts, hiding, made, scale, stats
from tests.tables.matrix import tables


def test_a_picture_is_named_by_its_question_and_finding() -> None:
    assert alt_title(scale([0, 1, 4, 7, 2]), "ko") == (
        "문항: ‘만족’(매우 만족 포함)이 14개 중 9개(64.3%)로 과반임"
    )


def test_its_description_tells_kind_base_and_extremes() -> None:
    assert alt_text(scale([0, 1, 4, 7, 2]), "ko") == (
        "2016년, 응답한 회원단체 14개가 5점 척도로 매긴 답을 나타낸 그림입니다. "
        "가장 많은 답은 ‘만족’(매우 만족 포함) 9개(64.3%), 가장 적은 답은 ‘불만족’(매우 불만족 포함) 1개(7.1%)입니다."
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_by_group_is_named_by_its_group_too(language: str) -> None:
    whole = chosen("single", {"서울": 6, "경기": 5})
    group = {"ko": "조직유형별", "en": "By type of organisation"}
    levels = (whole.levels[0], Label("x", Words(ko="연합회", en="Federations")))
    by = replace(whole, group="type", levels=levels, facts={**whole.facts, "group": group})
    assert alt_title(by, language) != alt_title(whole, language)
    assert group[language][3:] in alt_title(by, language) and group[language][3:] in alt_text(by, language)


def test_of_a_table_with_hidden_cells_no_extremes_are_told() -> None:
    """The smallest value shown is not the smallest."""
    table = hiding(chosen("single", {"서울": 6, "경기": 5, "전남": 2, "광주": 1}), "전남", "광주")
    assert "가장 적은" not in alt_text(table, "ko")


def test_of_rows_the_extremes_are_among_those_that_run_the_usual_way() -> None:
    means = {"자율": 3.1, "협의": 2.4, "실적 압박": 4.3}
    cells = [*counts(21, {}), *(cell for row, mean in means.items() for cell in stats({"mean": mean}, 21, row=row))]
    rows = {row: row for row in means}
    table = made("grid", cells, rows=rows, cell_kind="scale", points=5, good="high", reverse=["실적 압박"])
    text = alt_text(table, "ko")
    assert "긍정 문항 가운데 평균이 가장 높은 항목은 ‘자율’ 3.10점, 가장 낮은 항목은 ‘협의’ 2.40점입니다" in text
    assert "실적 압박" not in text


def test_where_the_sample_allows_an_interval_it_is_told() -> None:
    table = chosen("single", {"서울": 60, "경기": 40})
    cells = tuple(
        cell._replace(low=0.5, high=0.7) if (cell.stat, cell.item) == ("share", "서울") else cell
        for cell in table.cells
    )
    table = replace(table, cells=cells, facts={**table.facts, "inference": {"confidence": 0.95}})
    assert alt_text(table, "ko").endswith("60.0%의 95% 신뢰구간은 50.0~70.0%입니다.")
    assert alt_text(table, "en").endswith("The 95% confidence interval of 60.0% is 50.0–70.0%.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_of_any_kind_has_a_name_and_a_description_of_its_own(language: str) -> None:
    for name, table in tables():
        title, text = alt_title(table, language), alt_text(table, language)
        assert headline(table, language).text in title, name
        assert any(letter.isdigit() for letter in text) and text.endswith((".", "다.")), (name, text)


def test_what_nobody_chose_is_the_end_of_the_order() -> None:
    table = chosen("single", {"Seoul": 6, "Busan": 3, "Jeju": 0, "Daegu": 0})
    assert alt_text(table, "en").endswith("Most frequent: ‘Seoul’ 6 (66.7%); chosen by nobody: ‘Jeju’ and ‘Daegu’.")
    assert alt_text(table, "ko").endswith("가장 많은 답은 ‘Seoul’ 6개(66.7%), 아무도 고르지 않은 것은 ‘Jeju’와 ‘Daegu’입니다.")


def test_what_is_shown_beside_what_is_hidden_is_told_with_how_much_that_is() -> None:
    table = hiding(chosen("single", {"Seoul": 6, "Busan": 5, "Jeju": 2, "Daegu": 1}), "Jeju", "Daegu")
    assert alt_text(table, "en").endswith("Shown are ‘Seoul’ 6 (42.9%) and ‘Busan’ 5 (35.7%). 2 items are hidden.")
    assert alt_text(table, "ko").endswith("밝힌 것은 ‘Seoul’ 6개(42.9%), ‘Busan’ 5개(35.7%)입니다. 2개 항목은 가렸습니다.")
