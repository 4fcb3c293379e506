"""What a breakdown adds: only between levels that can be compared, and never an end that may be hidden."""

from __future__ import annotations

from analysis.narrative import headline
from analysis.narrative.by_group import contrasts
from analysis.tables import Table
from tests.narrative.made import SATISFACTION, counts, made

AREAS = {"capital": "수도권", "south": "영남권", "west": "호남권", "island": "강원·제주"}
GROUP = {"ko": "권역별", "en": "By area"}


def by_area(numbers: dict[str, tuple[int, int]], hidden: tuple[str, ...] = ()) -> Table:
    """Of every area how many answered, and how many of them with yes."""
    base, yes = (sum(pair[at] for pair in numbers.values()) for at in (0, 1))
    cells = counts(base, {"yes": yes})
    for area, (answered, of_them) in numbers.items():
        own = counts(answered, {"yes": of_them}, level=area)
        cells += own[:1] + [
            cell._replace(value=None, n=None, status="suppressed", rule="small") if area in hidden else cell
            for cell in own[1:]
        ]
    levels = {area: AREAS[area] for area in numbers}
    return made("single", cells, {"yes": "있다"}, levels=levels, by="area", group=GROUP)


def said(table: Table, language: str = "ko") -> str:
    return headline(table, language).text


def test_where_a_level_is_hidden_none_is_the_highest_and_the_reason_is_the_true_one() -> None:
    table = by_area({"capital": (100, 50), "south": (80, 60), "west": (40, 5)}, hidden=("west",))
    assert said(table) == "권역으로 나누어 보면 ‘있다’의 비율은 ‘영남권’ 80개 중 75.0%(60개), ‘수도권’ 100개 중 50.0%(50개)임(가린 권역 제외)"
    assert said(table, "en").startswith("By area: the share answering ‘yes’ is ")
    assert said(table, "en").endswith(" (hidden groups left out)")


def test_more_than_two_that_are_shown_are_listed() -> None:
    numbers = {"capital": (100, 50), "south": (80, 60), "west": (40, 5), "island": (50, 20)}
    text = said(by_area(numbers, hidden=("west",)))
    assert text.startswith("권역으로 나누어 보면 ‘있다’의 비율이 ‘영남권’ 80개 중 75.0%(60개), ‘수도권’ ")
    assert "가장" not in text and "이상" not in text


def test_hidden_and_small_levels_are_told_apart() -> None:
    numbers = {"capital": (100, 50), "south": (80, 60), "west": (40, 5), "island": (20, 20)}
    both = said(by_area(numbers, hidden=("west",)))
    assert both.startswith("사례수 30개 이상인 권역 가운데 ") and both.endswith("(가린 권역 제외)")
    assert "제외" not in said(by_area(numbers, hidden=("island",)))


def test_in_a_survey_of_thirty_and_more_levels_below_thirty_are_not_compared() -> None:
    text = said(by_area({"capital": (100, 50), "south": (80, 60), "west": (29, 29)}))
    assert text.startswith("사례수 30개 이상인 권역 가운데 ‘있다’의 비율은 ‘영남권’ ")
    assert "권역" not in said(by_area({"capital": (100, 50), "south": (29, 29)}))


def test_that_a_level_has_none_is_told_with_how_many_it_has() -> None:
    table = by_area({"capital": (8, 7), "south": (6, 0)})
    assert said(table) == "권역으로 나누어 보면 ‘있다’는 ‘수도권’이 8개 중 7개(87.5%)이나, ‘영남권’ 6개 중에는 없음"
    assert said(table, "en") == "By area: ‘yes’ was answered by 7 of 8 (87.5%) for ‘capital’ and by none of the 6 for ‘south’"


def test_what_chance_may_have_made_is_no_difference() -> None:
    """10 of 14 and 3 of 7 are 29 points apart, and a standard error of that is 22; of ten times as many it is 7."""
    assert "권역" not in said(by_area({"capital": (14, 10), "south": (7, 3)}))
    assert "권역" in said(by_area({"capital": (140, 100), "south": (70, 30)}))


def test_of_all_options_the_one_furthest_apart_is_told() -> None:
    whole = counts(20, {"merge": 12, "keep": 9})
    of_levels = {"capital": (13, {"merge": 9, "keep": 9}), "south": (7, {"merge": 3, "keep": 0})}
    cells = [*whole, *(cell for area, (base, n) in of_levels.items() for cell in counts(base, n, level=area))]
    levels = {area: AREAS[area] for area in of_levels}
    table = made("multi", cells, {"merge": "통합", "keep": "유지"}, levels=levels, by="area", group=GROUP)
    assert said(table).startswith("권역으로 나누어 보면 ‘유지’는 ‘수도권’이 13개 중 9개(69.2%)이나")


def test_of_a_scale_the_top_is_compared_and_not_the_middle() -> None:
    cells = counts(80, {"3": 50, "4": 20, "5": 10, "4+5": 30, "1+2": 0})
    for area, top in (("capital", 25), ("south", 5)):
        cells += counts(40, {"3": 40 - top, "4": top, "5": 0, "4+5": top, "1+2": 0}, level=area)
    table = made(
        "scale", cells, SATISFACTION | {"4+5": "만족+매우 만족", "1+2": "불만족+매우 불만족"},
        levels={area: AREAS[area] for area in ("capital", "south")}, by="area", group=GROUP,
        points=5, good="high", top="4+5", bottom="1+2",
    )  # fmt: skip
    assert "‘만족’" in said(table) and "‘보통’" not in said(table)
    assert "62.5%(25개)" in said(table) and "12.5%(5개)" in said(table)


def test_of_several_groups_the_widest_contrasts_are_told_in_their_order() -> None:
    narrow = by_area({"capital": (100, 50), "south": (80, 52)})
    wide = by_area({"capital": (100, 20), "south": (80, 60)})
    groups = (narrow, wide, narrow)
    assert [one.text for one in contrasts(groups, "ko", most=1)] == [said(wide)]
    assert [one.text for one in contrasts(groups, "ko", most=2)] == [said(narrow), said(wide)]
