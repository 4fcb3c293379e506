from __future__ import annotations

from dataclasses import replace

from analysis.language import message
from analysis.questionnaire.words import Words
from analysis.report.face import Entry, Face
from analysis.report.layout import faces
from analysis.tables import Cell, Label, Table
from tests.report.small_report import KIND, SATISFACTION, choice

BANNERS = {"area": "권역"}


def printed(face: Face) -> list[list[str]]:
    """The face as a grid of values, "X" for hidden ones."""

    def shown(entry: Entry | str | None) -> str:
        if not isinstance(entry, Entry):
            return entry or ""
        return "/".join("X" if not cell.shown else f"{cell.value:g}" for cell in entry.cells if cell)

    lines = [[face.corner, *(column.words for column in face.columns)]]
    for block in face.blocks:
        lines += [[f"[{block.words}]"]] if block.words and block.lines else []
        lines += [[line.words, *map(shown, line.entries)] for line in block.lines]
    return lines


def grouped(table: Table, **levels: dict[str, int]) -> Table:
    """The same question by area."""
    parts = [
        choice(table.question, table.title.ko, counts, "area", level) for level, counts in levels.items()
    ]
    return replace(
        table, group="area", facts=dict(table.facts),
        cells=tuple(cell for part in parts for cell in part.cells),
        levels=(Label("", Words(ko="전체")), *(Label(level, Words(ko=level)) for level in levels)),
    )  # fmt: skip


def test_a_choice_without_groups_has_its_options_down():
    (face,) = faces((KIND,), {}, "ko")
    assert printed(face) == [
        ["구분", "전체"],
        ["사례수(N)", "14"],
        ["보기 a", "5/0.357"],
        ["보기 b", "7/0.5"],
        ["보기 c", "X/X"],
    ]


def test_a_choice_with_groups_has_its_options_across_and_everybody_first():
    table = choice("q", "물음", {"a": 6, "b": 4})
    (face,) = faces((table, grouped(table, 서울={"a": 4, "b": 1}, 광주={"a": 2, "b": 3})), BANNERS, "ko")
    assert printed(face) == [
        ["구분", "사례수(N)", "보기 a", "보기 b", "계"],
        ["전체", "10", "6/0.6", "4/0.4", "100.0"],
        ["[권역]"],
        ["서울", "5", "4/0.8", "1/0.2", "100.0"],
        ["광주", "5", "2/0.4", "3/0.6", "100.0"],
    ]


def test_many_options_are_turned_down_under_the_names_of_their_groups():
    table = choice("q", "물음", {str(option): 2 for option in range(9)})
    (face,) = faces((table, grouped(table, 서울={"0": 3}, 광주={"1": 2})), BANNERS, "ko")
    assert face.groups == (("", 1), ("권역", 2))
    assert printed(face)[:3] == [
        ["구분", "전체", "서울", "광주"],
        ["사례수(N)", "18", "3", "2"],
        ["보기 0", "2/0.111", "3/1", ""],
    ]


def test_from_thirty_respondents_on_a_share_stands_alone():
    (face,) = faces(
        (choice("q", "물음", {"a": 20, "b": 10}), grouped(choice("q", "물음", {"a": 1, "b": 1}))),
        BANNERS,
        "ko",
    )
    assert printed(face)[1] == ["전체", "30", "0.667", "0.333", "100.0"]


def test_a_scale_has_points_nets_mean_and_score():
    (face,) = faces((SATISFACTION,), {}, "ko")
    assert printed(face) == [
        ["구분", "사례수(N)", "매우 불만족", "불만족", "보통", "만족", "매우 만족", "계", "매우 불만족+불만족", "만족+매우 만족",
         "평균(5점)", "100점 환산"],
        ["전체", "14", "0/0", "1/0.071", "4/0.286", "7/0.5", "2/0.143", "100.0", "0.071", "0.643",
         "3.71", "67.9"],
    ]  # fmt: skip
    assert face.units("ko") == ("개", "%", "점")


def test_a_ranking_has_its_ranks_across():
    cells = [Cell("", rank, "", "base", 3, n=3, base=3) for rank in ("1", "2", "1+2")]
    for rank, counts in {"1": (2, 1), "2": (1, 1), "1+2": (3, 2)}.items():
        cells += [Cell("", rank, item, "count", n, n=n, base=3) for item, n in zip("ab", counts, strict=True)]
    table = replace(
        KIND, kind="ranking", cells=tuple(cells), facts=dict(KIND.facts),
        rows=tuple(Label(rank, Words(ko=f"{rank}순위")) for rank in ("1", "2", "1+2")),
    )  # fmt: skip
    (face,) = faces((table,), {}, "ko")
    assert printed(face) == [
        ["구분", "1순위", "2순위", "1+2순위"],
        ["보기 a", "2", "1", "3"],
        ["보기 b", "1", "1", "2"],
    ]


def test_importance_and_performance_say_where_a_row_stands_in_words():
    cells = [
        Cell("", "edu", "", "base", 14, n=14, base=14),
        *(
            Cell("", "edu", side, "mean", value)
            for side, value in (("importance", 4.1), ("performance", 2.6), ("gap", 1.6))
        ),
        Cell("", "edu", "quadrant", "code", 2),
    ]
    rows = (Label("edu", Words(ko="교육")),)
    kind = "importance_performance"
    table = replace(KIND, kind=kind, cells=tuple(cells), rows=rows, facts=dict(KIND.facts))
    (face,) = faces((table,), {}, "ko")
    assert printed(face) == [
        ["구분", "사례수(N)", "중요도", "수행도", "차이", "자리"],
        ["교육", "14", "4.1", "2.6", "1.6", "집중 개선"],
    ]


def test_an_open_question_tells_how_many_wrote_something():
    cells = (Cell("", "", "", "base", 14, n=14, base=14), Cell("", "", "", "answered", 6, n=6, base=14))
    (face,) = faces((replace(KIND, kind="open", cells=cells, facts=dict(KIND.facts)),), {}, "ko")
    assert printed(face) == [["구분", "사례수(N)", "적은 응답자"], ["전체", "14", "6"]]


def test_a_number_has_its_spread():
    stats = {"base": 5, "mean": 2, "median": 2, "q1": 1, "q3": 3, "min": 0, "max": 4, "sum": 10}
    cells = tuple(Cell("", "", "", stat, value, n=5, base=5) for stat, value in stats.items())
    (face,) = faces((replace(KIND, kind="number", cells=cells, facts=dict(KIND.facts)),), {}, "ko")
    assert printed(face) == [
        ["구분", "사례수(N)", "평균", "중앙값", "1사분위", "3사분위", "최소", "최대", "합계"],
        ["전체", "5", "2", "2", "1", "3", "0", "4", "10"],
    ]


def test_a_grid_of_numbers_has_its_statistics_under_its_columns():
    cells = [Cell("", row, "", "base", 3, n=3, base=3) for row in ("full", "part")]
    cells += [Cell("", row, item, "median", 2, n=3, base=3) for row in ("full", "part") for item in "ab"]
    rows = (Label("full", Words(ko="상근")), Label("part", Words(ko="비상근")))
    table = replace(KIND, kind="grid", rows=rows, cells=tuple(cells), facts=dict(KIND.facts))
    (face,) = faces((table,), {}, "ko")
    assert face.groups == (("", 1), ("보기 a", 1), ("보기 b", 1))
    assert printed(face) == [
        ["구분", "사례수(N)", "중앙값", "중앙값"], ["상근", "3", "2", "2"], ["비상근", "3", "2", "2"],
    ]  # fmt: skip


def test_a_hidden_base_takes_the_sum_with_it():
    table = choice("q", "물음", {"a": 6, "b": 4})
    by_area = grouped(table, 서울={"a": 1, "b": 1})
    hidden = by_area.with_cells(
        replace(cell, value=None, n=None, base=None, status="suppressed") for cell in by_area.cells
    )
    (face,) = faces((table, hidden), BANNERS, "ko")
    assert printed(face)[-1] == ["서울", "X", "X/X", "X/X", ""]


def test_every_kind_of_question_has_a_layout():
    for kind in ("single", "multi", "scale", "number", "money", "date", "ranking", "grid", "allocation",
                 "importance_performance", "open", "text", "events"):  # fmt: skip
        faces((replace(KIND, kind=kind, facts=dict(KIND.facts)),), {}, "en")


def test_the_words_of_the_layout_are_there_in_both_languages():
    assert message("report.table.base", "ko") == "사례수(N)"
    assert message("report.table.base", "en") == "Base (N)"
