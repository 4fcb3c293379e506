"""Small cells are hidden, and subtraction does not bring them back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.questionnaire.words import Words
from analysis.release.audience import POLICIES, Policy
from analysis.release.suppress import suppress as suppress_together
from analysis.tables import Cell, Label, Table
from tests.release.counted import counted_table, shown

MEMBERS = POLICIES["members"]


def suppress(table: Table, policy: Policy) -> Table:
    """Of a question that has this table only."""
    return suppress_together([table], policy)[0]


def test_the_total_of_an_opinion_is_shown_however_small_its_cells() -> None:
    table = counted_table({"": [1, 4, 9]})
    assert suppress(table, MEMBERS) == table


def test_the_committee_sees_everything() -> None:
    table = counted_table({"": [1, 4, 9]}, key=True)
    assert suppress(table, POLICIES["committee"]) == table


def test_a_key_characteristic_hides_its_small_cells_even_in_the_total() -> None:
    table = suppress(counted_table({"": [5, 3, 3, 2, 1, 0]}, key=True), MEMBERS)
    assert shown(table) == {"1": 5, "2": 3, "3": 3, "4": "X", "5": "X", "6": 0}
    assert shown(table, stat="share")["4"] == "X"
    assert shown(table, stat="base") == {"": 14}


def test_a_lone_x_takes_its_smallest_neighbour_with_it() -> None:
    table = suppress(counted_table({"": [8, 4, 2]}, key=True), MEMBERS)
    assert shown(table) == {"1": 8, "2": "X", "3": "X"}
    assert [cell.rule for cell in table.cells if cell.stat == "count" and not cell.shown] == [
        "complement",
        "small",
    ]


def test_three_x_that_add_up_to_three_would_each_be_one() -> None:
    table = suppress(counted_table({"": [5, 4, 3, 1, 1, 1]}, key=True), MEMBERS)
    assert shown(table) == {"1": 5, "2": 4, "3": "X", "4": "X", "5": "X", "6": "X"}


def test_two_x_that_add_up_to_two_would_both_be_one() -> None:
    table = suppress(counted_table({"": [8, 4, 1, 1]}, key=True), MEMBERS)
    assert shown(table) == {"1": 8, "2": "X", "3": "X", "4": "X"}


def test_a_level_with_a_small_base_is_hidden_whole_and_never_alone() -> None:
    table = suppress(counted_table({"": [7, 7], "seoul": [4, 4], "busan": [3, 1], "jeju": [0, 2]}), MEMBERS)
    assert shown(table, "jeju") == {"1": "X", "2": "X"}
    assert shown(table, "busan") == {"1": "X", "2": "X"}, "or 14 − 8 − 4 gives Jeju's two back"
    assert shown(table, "seoul") == {"1": 4, "2": 4}
    assert shown(table, "jeju", "base") == {"": "X"}
    assert all(cell.base is None for cell in table.cells if cell.level == "jeju")
    assert shown(table) == {"1": 7, "2": 7}


def test_a_lone_hidden_level_takes_an_empty_one_with_it() -> None:
    """One dissatisfied organisation of all: were the other levels' zeros shown, everybody would know whose it is."""
    table = suppress(counted_table({"": [1], "seoul": [0], "busan": [1], "jeju": [0]}), MEMBERS)
    assert [shown(table, level, "base")[""] for level in ("seoul", "busan", "jeju")].count("X") == 2
    assert shown(table, "busan", "base") == {"": "X"}


def test_a_column_is_never_left_with_one_x() -> None:
    table = suppress(counted_table({"": [10, 10, 4], "a": [5, 4, 1], "b": [5, 6, 3]}), MEMBERS)
    third = [shown(table, level)["3"] for level in ("a", "b")]
    assert third == ["X", "X"]


def test_a_mean_or_net_beside_hidden_cells_is_hidden_too() -> None:
    table = counted_table(
        {"": [1, 2, 4, 5, 2], "a": [0, 0, 1, 4, 2], "b": [1, 2, 3, 1, 0]},
        kind="scale",
        nets={"4+5": ["4", "5"]},
        means=True,
    )
    table = suppress(table, MEMBERS)
    assert shown(table, "a")["4+5"] == "X"
    assert shown(table, "a", "mean") == {"": "X"}
    assert shown(table, "", "mean") == {"": 47 / 14}
    assert shown(table)["4+5"] == 7


def test_extremes_and_totals_of_a_confidential_quantity_are_not_given() -> None:
    cells = tuple(
        Cell("", "", "", stat, value, n=13, base=13)
        for stat, value in [
            ("base", 13),
            ("mean", 41.0),
            ("median", 8.0),
            ("min", 1.0),
            ("max", 300.0),
            ("sum", 533.0),
        ]
    )
    table = counted_table({"": []}, kind="money", confidential=True).with_cells(cells)
    kept = {cell.stat for cell in suppress(table, MEMBERS).cells if cell.shown}
    assert kept == {"base", "median"}


def test_quartiles_and_medians_of_a_few_are_their_own_values() -> None:
    """Of three numbers the lowest is twice the first quartile less the median, and the highest likewise."""
    cells = tuple(
        Cell(level, "", "", stat, 9.0, n=n, base=n)
        for level, n in (("", 14), ("a", 3), ("b", 5), ("c", 10))
        for stat in ("base", "mean", "median", "q1", "q3")
    )
    table = suppress(counted_table({"": [], "a": []}, kind="number").with_cells(cells), MEMBERS)
    told = {
        level: [c.stat for c in table.cells if c.level == level and c.shown][1:]
        for level in ("", "a", "b", "c")
    }
    assert told == {
        "": ["mean", "median", "q1", "q3"], "a": ["mean"], "b": ["mean", "median"],
        "c": ["mean", "median", "q1", "q3"],
    }  # fmt: skip


def test_a_median_of_a_confidential_amount_needs_as_many_answers_as_a_quartile() -> None:
    cells = tuple(
        Cell(level, "", "", stat, 9.0, n=n, base=n)
        for level, n in (("", 22), ("a", 7), ("b", 5), ("c", 10))
        for stat in ("base", "median")
    )
    table = counted_table({"": [], "a": []}, kind="money", confidential=True).with_cells(cells)
    released = suppress(table, MEMBERS)
    assert [released.get("median", level=level).shown for level in ("", "a", "b", "c")] == [
        True, False, False, True,
    ]  # fmt: skip


def split(kind: str, lines: Mapping[str, Mapping[str, float]], **facts: object) -> Table:
    """A whole split over rows: level -> the mean of each row, of seven respondents each."""
    cells = tuple(
        Cell(level, row, "", stat, value, n=7, base=7)
        for level, means in lines.items()
        for row, mean in means.items()
        for stat, value in (("base", 7.0), ("mean", mean), ("min", 0.0), ("max", 2 * mean))
        if kind != "allocation" or stat in ("base", "mean")
    )
    return counted_table({"": [], "a": [], "b": []}, kind=kind, **facts).with_cells(cells)


def hidden_means(table: Table, level: str) -> list[str]:
    return [cell.row for cell in table.cells if cell.level == level and cell.stat == "mean" and not cell.shown]


def test_a_hidden_part_of_a_split_is_not_what_the_shown_ones_leave_of_the_whole() -> None:
    """Nobody of A has rent: the means of the other rows add up to 100."""
    lines = {
        "": {"dues": 40.0, "sales": 45.0, "rent": 5.0, "other": 10.0},
        "a": {"dues": 50.0, "sales": 45.0, "rent": 0.0, "other": 5.0},
        "b": {"dues": 30.0, "sales": 45.0, "rent": 10.0, "other": 15.0},
    }
    released = suppress(split("allocation", lines, total=100), MEMBERS)
    assert [hidden_means(released, level) for level in ("", "a", "b")] == [
        [], ["rent", "other"], ["rent", "other"],
    ]  # fmt: skip
    assert released.get("mean", row="other", level="a").rule == "complement"


def test_hidden_parts_of_a_split_do_not_add_up_to_nothing() -> None:
    lines = {
        "": {"dues": 60.0, "sales": 30.0, "rent": 5.0, "other": 5.0},
        "a": {"dues": 60.0, "sales": 40.0, "rent": 0.0, "other": 0.0},
        "b": {"dues": 60.0, "sales": 20.0, "rent": 10.0, "other": 10.0},
    }
    released = suppress(split("allocation", lines, total=100), MEMBERS)
    assert hidden_means(released, "a") == ["sales", "rent", "other"], "rent and other are nothing, both"


def test_the_rows_of_a_grid_that_add_up_to_another_answer_are_hidden_alike() -> None:
    lines = {level: {"state": 60.0, "city": 40.0 - rent, "rent": rent} for level, rent in
             (("", 5.0), ("a", 0.0), ("b", 10.0))}  # fmt: skip
    adding, free = (
        suppress(split("grid", lines, cell_kind="money", adds_up_to=total), MEMBERS)
        for total in ("budget", None)
    )
    assert hidden_means(free, "a") == ["rent"]
    assert hidden_means(adding, "a") == ["city", "rent"]


def test_who_wrote_something_is_not_told_by_group() -> None:
    cells = tuple(Cell(level, "", "", "answered", 4, n=4, base=7) for level in ("", "a"))
    table = suppress(counted_table({"": [], "a": []}, kind="open").with_cells(cells), MEMBERS)
    assert [cell.shown for cell in table.cells] == [True, False]


def test_values_that_only_somebody_gave_do_not_appear_at_all() -> None:
    cells = (Cell("", "", "", "base", 14, n=14, base=14), Cell("", "", "=8", "count", 1, n=1, base=14))
    table = counted_table({"": []}, kind="number", key=True).with_cells(cells)
    table = replace(table, items=(Label("=8", Words(ko="8명")),), facts=table.facts)
    released = suppress(table, MEMBERS)
    assert [cell.item for cell in released.cells] == [""]
    assert released.items == ()


def test_ranks_and_their_sum_are_hidden_together() -> None:
    ranks = {"1": [5, 5, 2, 2], "2": [2, 4, 4, 4], "1+2": [7, 9, 6, 6]}
    cells = [
        Cell(level, row, str(at), "count", count, n=count, base=14)
        for level in ("", "a")
        for row, counts in ranks.items()
        for at, count in enumerate(counts, start=1)
    ]
    table = suppress(counted_table({"": [], "a": []}, kind="ranking").with_cells(tuple(cells)), MEMBERS)
    for item in "1234":
        cells_of_item = [table.get("count", item=item, row=row, level="a") for row in ranks]
        hidden = [cell is not None and not cell.shown for cell in cells_of_item]
        assert sum(hidden) != 1, "a lone X among rank, rank and sum is found by subtraction"


def test_what_everybody_of_a_line_answered_is_hidden() -> None:
    """Four organisations of Seoul, all satisfied: everybody would know what each of them answered."""
    table = suppress(counted_table({"": [7, 7], "seoul": [4, 0], "busan": [3, 7]}), MEMBERS)
    assert shown(table, "seoul") == {"1": "X", "2": "X"}
    assert table.get("count", item="1", level="seoul").rule == "unanimous"
    assert shown(table, "seoul", "base") == {"": 4}
    assert shown(table) == {"1": 7, "2": 7}


def test_a_mean_at_the_end_of_the_scale_is_not_told() -> None:
    lines = {"": [0, 0, 3, 3, 8], "a": [0, 0, 0, 0, 5], "b": [0, 0, 3, 3, 3]}
    table = suppress(counted_table(lines, kind="scale", means=True), MEMBERS)
    assert shown(table, "a", "mean") == {"": "X"}
    assert shown(table, "b", "mean") == {"": "X"}, "or 14 means less 9 give the other five"


def test_a_characteristic_that_is_known_anyway_may_be_unanimous() -> None:
    lines = {"": [7, 7], "seoul": [7, 0], "busan": [0, 7]}
    known, confidential = (
        suppress(counted_table(lines, key=True, confidential=matter), MEMBERS) for matter in (False, True)
    )
    assert shown(known, "seoul") == {"1": 7, "2": 0}
    assert shown(confidential, "seoul") == {"1": "X", "2": "X"}


def test_a_confidential_answer_that_all_gave_is_hidden_in_the_total_too() -> None:
    assert shown(suppress(counted_table({"": [14, 0]}, confidential=True), MEMBERS)) == {"1": "X", "2": "X"}


def test_the_same_number_from_everybody_of_a_level_is_hidden_with_what_would_give_it_back() -> None:
    cells = tuple(
        Cell(level, "", "", stat, value, n=n, base=n)
        for level, n, low, high in (("", 14, 0, 9), ("a", 6, 0, 0), ("b", 8, 1, 9))
        for stat, value in (
            ("base", n), ("mean", (low + high) / 2), ("median", low), ("min", low), ("max", high),
        )
    )  # fmt: skip
    table = suppress(counted_table({"": [], "a": []}, kind="number").with_cells(cells), MEMBERS)
    told = {level: [c.stat for c in table.cells if c.level == level and c.shown] for level in ("", "a", "b")}
    assert told == {"": ["base", "mean", "median"], "a": ["base"], "b": ["base", "median"]}


def test_few_under_a_column_are_hidden_with_their_base() -> None:
    """Three of Busan used the service and one of them told how satisfied he was."""
    cells = [
        Cell(level, "", item, "base" if not item or item == "said" else "count", n, n=n, base=base)
        for level, base, used, said in (("", 16, 10, 6), ("seoul", 8, 5, 5), ("busan", 8, 5, 1))
        for item, n, base in (
            ("", base, base), ("used:yes", used, base), ("used:no", base - used, base),
            ("said", said, said), ("said:good", said, said), ("said:bad", 0, said),
        )
    ]  # fmt: skip
    table = counted_table({"": [], "seoul": [], "busan": []}, kind="grid", cell_kind="mixed")
    table = suppress(table.with_cells(tuple(cells)), MEMBERS)
    for level in ("seoul", "busan"):
        assert shown(table, level, "base") == {"": 8, "said": "X"}, "else the other's base gives it back"
        assert shown(table, level)["said:good"] == "X"
        assert shown(table, level)["used:yes"] == 5


def by_banner(group: str, lines: dict[str, list[int]], **facts: object) -> Table:
    return replace(counted_table(lines, **facts), group=group)


def test_tables_of_a_question_hide_the_same_of_their_total() -> None:
    """Alone, the total could show what it has to hide beside the levels of a group."""
    lines = {"": [6, 5, 5, 4, 2], "a": [3, 1, 5, 2, 1], "b": [3, 4, 0, 2, 1]}
    alone = by_banner("", {"": lines[""]}, key=True)
    grouped = by_banner("g", lines, key=True)
    released = suppress_together([alone, grouped], MEMBERS)
    assert shown(released[0]) == shown(released[1])


def test_a_fine_banner_does_not_give_back_what_a_coarse_one_of_the_same_question_hides() -> None:
    fine = {"": [12, 12], "north": [2, 6], "east": [6, 2], "south": [4, 4]}
    coarse = {"": [12, 12], "ne": [8, 8], "south": [4, 4]}
    of = {"north": ["n"], "east": ["e"], "south": ["s"], "ne": ["n", "e"]}
    banners = [
        by_banner(group, lines, by="region", levels_of=of)
        for group, lines in (("fine", fine), ("coarse", coarse))
    ]
    released = suppress_together(banners, MEMBERS)
    assert shown(released[0], "south") == shown(released[1], "south"), "the same respondents"
    for item in "12":
        row = [shown(released[0], level)[item] for level in ("north", "east")]
        assert row.count("X") != 1, "north and east add up to what the coarse banner shows of both"


def test_how_many_a_level_holds_does_not_give_away_the_options_that_it_merges() -> None:
    """A and C together are the base of every other question's tables: 9 − 5 would be the fourth option's."""
    lines = {"": [5, 6, 3, 2, 1, 2]}
    merged = {"x": frozenset("14"), "y": frozenset("2356")}
    table = counted_table(lines, key=True)
    released = suppress_together([table], MEMBERS, [merged])[0]
    assert [shown(released)[item] for item in "14"].count("X") != 1
    assert shown(suppress(table, MEMBERS))["1"] == 5, "without that banner there is no need"


tables = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=3)


@given(tables, st.booleans())
@settings(max_examples=150)
def test_nothing_small_is_shown_and_no_hidden_count_of_somebody_can_be_worked_out(
    levels: list[tuple[int, int]], key: bool
) -> None:
    lines = {"": [sum(column) for column in zip(*levels, strict=True)]}
    lines |= {f"l{at}": counts for at, counts in enumerate(levels)}
    table = counted_table(lines, key=key)
    released = suppress(table, MEMBERS)
    assert [cell.key for cell in released.cells] == [cell.key for cell in table.cells]
    for before, after in zip(table.cells, released.cells, strict=True):
        assert after.value in (before.value, None), "suppression hides, it never changes"
    for cell in released.cells:
        if (cell.level or key) and cell.shown and cell.stat in ("count", "base"):
            assert not 0 < (cell.value or 0) < 3
        if cell.level and not key and cell.shown and cell.stat == "count" and cell.value:
            assert cell.value < cell.base, "everybody's answer is nobody's secret"
    if len(levels) > 1:  # a group of one level is its total
        assert not worked_out([released], lines)


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=3, max_size=3), st.booleans())
@settings(max_examples=150)
def test_two_banners_of_one_question_together_give_nothing_away(
    levels: list[tuple[int, int]], key: bool
) -> None:
    north, east, south = (list(level) for level in levels)
    both = [a + b for a, b in zip(north, east, strict=True)]
    total = [a + b for a, b in zip(both, south, strict=True)]
    of = {"north": ["n"], "east": ["e"], "south": ["s"], "both": ["n", "e"]}
    fine = {"": total, "north": north, "east": east, "south": south}
    coarse = {"": total, "both": both, "south": south}
    tables = [
        by_banner(group, lines, key=key, by="region", levels_of=of)
        for group, lines in (("fine", fine), ("coarse", coarse))
    ]
    if sum(south):  # both are all respondents otherwise, and the total says as much
        assert not worked_out(suppress_together(tables, MEMBERS), fine, {"both": ("north", "east")})


def worked_out(
    released: list[Table],
    lines: dict[str, list[int]],
    unions: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
) -> set[tuple[str, str]]:
    """Hidden counts above zero that are the same in every table a reader could think of: all are tried.

    lines are the finest levels, unions the levels of other tables that hold some of these.
    """
    items = [str(at) for at in range(1, len(lines[""]) + 1)]
    levels = [level for level in lines if level]
    cells = [cell for table in released for cell in table.cells if cell.shown]
    known = {(c.level, c.item): int(c.value or 0) for c in cells if c.stat == "count"}
    bases = {c.level: int(c.value or 0) for c in cells if c.stat == "base"}
    unknown = [(level, item) for level in levels for item in items if (level, item) not in known]
    most = sum(lines[""])
    highest = [min(known.get(("", item), most), bases.get(level, most)) for level, item in unknown]
    tried = dict(zip(unknown, np.indices([high + 1 for high in highest], dtype=np.int8), strict=True))
    everyone = tried | {key: np.int8(value) for key, value in known.items() if key[0] in levels}
    for union, of in (*unions.items(), ("", tuple(levels))):
        everyone |= {(union, item): sum(everyone[level, item] for level in of) for item in items}
    fits = np.ones([high + 1 for high in highest], dtype=bool)
    for key, value in known.items():
        fits &= everyone[key] == value
    for level, base in bases.items():
        fits &= sum(everyone[level, item] for item in items) == base
    hidden = [(level, item) for level in (*levels, *unions) for item in items if (level, item) not in known]
    possible = {cell: set(np.broadcast_to(everyone[cell], fits.shape)[fits].tolist()) for cell in hidden}
    return {cell for cell, values in possible.items() if len(values) == 1 and values != {0}}


def beside(table: Table, *stats: str) -> Table:
    """The same table with a figure that stands on its counts in every level, and in each option."""
    cells = [Cell(level, "", "", stat, 1.0, n=9, base=9) for level in ("", "a", "b") for stat in stats]
    cells += [Cell(level, "", "1", "borda", 1.0, n=9, base=9) for level in ("", "a", "b")]
    return table.with_cells((*table.cells, *cells))


def test_scores_of_ranks_and_classes_and_reliability_are_hidden_beside_hidden_counts() -> None:
    """Whichever option it is that is hidden: points are sums of counts of several."""
    table = counted_table({"": [20, 10, 12], "a": [10, 9, 11], "b": [10, 1, 1]})
    released = suppress(beside(table, "alpha", "omega", "w", "nps"), MEMBERS)
    for stat in ("alpha", "omega", "w", "nps", "borda"):
        told = {cell.level: cell.shown for cell in released.cells if cell.stat == stat}
        assert told == {"": True, "a": False, "b": False}, stat


def test_they_are_shown_where_nothing_is_hidden() -> None:
    table = counted_table({"": [20, 10, 12], "a": [10, 5, 6], "b": [10, 5, 6]})
    released = suppress(beside(table, "alpha", "nps"), MEMBERS)
    assert all(cell.shown for cell in released.cells)


def test_of_a_level_whose_line_is_hidden_no_level_tells_its_score() -> None:
    """The total's score and those of the others would give it back."""
    table = counted_table({"": [20, 10, 12], "a": [20, 9, 11], "b": [0, 1, 1]}, kind="number")
    released = suppress(beside(table, "nps"), MEMBERS)
    assert {cell.level: cell.shown for cell in released.cells if cell.stat == "nps"} == {
        "": True, "a": False, "b": False,
    }  # fmt: skip


def sure(table: Table) -> Table:
    """Every share and mean with an interval, every cell of a level above another one, and a test."""
    cells = [
        cell._replace(se=0.1, low=0.2, high=0.8, letters="B" if cell.level else "")
        if cell.stat in ("share", "mean", "median", "q1")
        else cell
        for cell in table.cells
    ]
    tests = [Cell("", "", "", stat, 0.01, n=9, base=9) for stat in ("p", "p_adjusted", "effect")]
    return table.with_cells((*cells, *tests))


def test_nothing_is_left_of_what_was_known_of_a_hidden_figure() -> None:
    table = suppress(sure(counted_table({"": [20, 12], "a": [18, 1], "b": [2, 11]})), POLICIES["members"])
    hidden = [cell for cell in table.cells if cell.status == "suppressed"]
    assert hidden
    for cell in hidden:
        assert (cell.value, cell.n, cell.se, cell.low, cell.high, cell.letters) == (None, None, None, None, None, "")


def test_where_a_level_hides_something_no_test_and_no_letter_speaks_of_it() -> None:
    table = suppress(sure(counted_table({"": [20, 12], "a": [18, 1], "b": [2, 11]})), POLICIES["members"])
    assert not {"p", "p_adjusted", "effect"} & {cell.stat for cell in table.cells}
    assert not any(cell.letters for cell in table.cells)


def test_where_nothing_is_hidden_tests_and_letters_stay() -> None:
    table = suppress(sure(counted_table({"": [20, 20], "a": [12, 7], "b": [8, 13]})), POLICIES["members"])
    assert {"p", "p_adjusted", "effect"} <= {cell.stat for cell in table.cells}
    assert any(cell.letters for cell in table.cells)


def test_the_interval_of_a_few_numbers_tells_them_and_is_left_out() -> None:
    """Mean and standard error of three whole numbers leave hardly more than one set of them."""
    for base, told in ((9, {"": False, "mean": False, "median": False}), (12, {"mean": True, "median": False}),
                       (25, {"mean": True, "median": True})):  # fmt: skip
        cells = [Cell("a", "", "", "base", base, n=base, base=base)]
        cells += [Cell("a", "", "", stat, 5.0, n=base, base=base) for stat in ("mean", "median", "q1")]
        table = sure(counted_table({"": [1], "a": [1]}, kind="number").with_cells(tuple(cells)))
        given = suppress(table, POLICIES["members"])
        for stat in ("mean", "median", "q1"):
            cell = given.get(stat, level="a")
            assert cell is not None and (cell.low is not None) == told.get(stat, False), (base, stat)


def test_the_error_of_what_several_answers_make_needs_as_many_as_a_mean() -> None:
    """The spread of importance − performance of six tells how many of them gave which two answers."""
    for base in (9, 10):
        cells = [
            Cell("a", "r", item, stat, 1.0, se=0.2, low=0.6, high=1.4, n=base, base=base, rule="t")
            for item, stat in (("gap", "mean"), ("importance", "mean"), ("", "nps"), ("1", "borda"))
        ]
        told = suppress(
            counted_table({"": [], "a": []}, kind="importance_performance").with_cells(tuple(cells)), MEMBERS
        )
        sure = {cell.item or cell.stat: (cell.se, cell.low, cell.rule) for cell in told.cells}
        expected = (0.2, 0.6, "t") if base == 10 else (None, None, "")
        assert sure == {"gap": expected, "importance": (0.2, 0.6, "t"), "nps": expected, "1": expected}


def test_without_an_interval_no_rule_of_it_is_told() -> None:
    cells = tuple(
        Cell("a", "", "", stat, 5.0, se=0.1, low=4.0, high=6.0, n=6, base=6, rule=rule)
        for stat, rule in (("mean", "t"), ("median", "woodruff"))
    )
    told = suppress(counted_table({"": [], "a": []}, kind="number").with_cells(cells), MEMBERS)
    assert [(cell.value, cell.low, cell.rule) for cell in told.cells] == [(5.0, None, ""), (5.0, None, "")]
