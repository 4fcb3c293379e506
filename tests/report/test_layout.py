from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.language import message
from analysis.narrative import show_cell
from analysis.questionnaire.words import Words
from analysis.report.face import Entry, Face
from analysis.report.figure_block import left_out
from analysis.report.layout import faces
from analysis.report.markup import show_entry
from analysis.tables import Cell, Label, Table
from tests.report.small_report import KIND, SATISFACTION, choice
from tests.tables.matrix import tables

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
        ["계", "100.0"],
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
    table = choice("q", "물음", {"a": 20, "b": 10})
    (face,) = faces((table, grouped(table, 서울={"a": 5, "b": 5}, 광주={"a": 15, "b": 5})), BANNERS, "ko")
    assert printed(face)[1] == ["전체", "30", "0.667", "0.333", "100.0"]


def test_a_level_of_nobody_has_no_line_and_a_group_of_one_level_is_left_out():
    table = choice("q", "물음", {"a": 6, "b": 4})
    (face,) = faces((table, grouped(table, 서울={"a": 6, "b": 3}, 광주={"a": 0, "b": 1}, 부산={"a": 0, "b": 0})),
                    BANNERS, "ko")  # fmt: skip
    assert [line[0] for line in printed(face)] == ["구분", "전체", "[권역]", "서울", "광주"]
    (face,) = faces((table, grouped(table, 서울={"a": 6, "b": 4}, 부산={"a": 0, "b": 0})), BANNERS, "ko")
    assert [line[0] for line in printed(face)] == ["구분", "사례수(N)", "보기 a", "보기 b", "계"]


def test_a_scale_has_points_nets_mean_and_score():
    (face,) = faces((SATISFACTION,), {}, "ko")
    assert printed(face) == [
        ["구분", "사례수(N)", "매우 불만족①", "불만족②", "보통③", "만족④", "매우 만족⑤", "계", "불만족(①+②)",
         "만족(④+⑤)", "평균(5점)", "100점 환산"],
        ["전체", "14", "0/0", "1/0.071", "4/0.286", "7/0.5", "2/0.143", "100.0", "0.071", "0.643",
         "3.71", "67.9"],
    ]  # fmt: skip
    assert face.units("ko") == ("개", "%", "점")


def test_in_english_a_point_stands_apart_from_its_sign():
    (face,) = faces((SATISFACTION,), {}, "en")
    heads = printed(face)[0]
    assert heads[2] == "매우 불만족 ①" and heads[-3] == "만족 (④+⑤)"


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
    sides = (Label("importance", Words(ko="중요도")), Label("performance", Words(ko="성과")))
    kind = "importance_performance"
    table = replace(KIND, kind=kind, cells=tuple(cells), rows=rows, items=sides, facts=dict(KIND.facts))
    (face,) = faces((table,), {}, "ko")
    assert printed(face) == [
        ["구분", "사례수(N)", "중요도", "성과", "차이", "자리"],
        ["교육", "14", "4.1", "2.6", "1.6", "2"],
    ]
    *_, (table, quadrant) = face.shown()
    assert show_cell(table, quadrant, "ko").text == "집중 개선"


def test_an_open_question_tells_how_many_wrote_something():
    cells = (Cell("", "", "", "base", 14, n=14, base=14), Cell("", "", "", "answered", 6, n=6, base=14))
    (face,) = faces((replace(KIND, kind="open", cells=cells, facts=dict(KIND.facts)),), {}, "ko")
    assert printed(face) == [["구분", "사례수(N)", "의견을 적은 응답자"], ["전체", "14", "6"]]


def test_a_number_has_its_spread():
    stats = {"base": 5, "mean": 2, "median": 2, "q1": 1, "q3": 3, "min": 0, "max": 4, "sum": 10}
    cells = tuple(Cell("", "", "", stat, value, n=5, base=5) for stat, value in stats.items())
    (face,) = faces((replace(KIND, kind="number", cells=cells, facts=dict(KIND.facts)),), {}, "ko")
    assert printed(face) == [
        ["구분", "사례수(N)", "평균", "중앙값", "1사분위", "3사분위", "최소", "최대", "합계"],
        ["전체", "5", "2", "2", "1", "3", "0", "4", "10"],
    ]


@pytest.fixture(scope="module")
def matrix() -> dict[str, tuple[Table, ...]]:
    """The tables of every kind of question by "<question>/<case>", the one of all respondents first."""
    found: dict[str, tuple[Table, ...]] = {}
    for name, table in tables():
        found[name.partition("/by=")[0]] = (*found.get(name.partition("/by=")[0], ()), table)
    return found


def test_every_column_of_a_grid_has_a_face_with_its_own_base(matrix: dict[str, tuple[Table, ...]]):
    used, used_by, satisfied, satisfied_by = faces(matrix["mixed_use/n=320"], {"place": "지역별"}, "ko")
    assert [face.words for face in (used, used_by, satisfied, satisfied_by)] == [
        "이용 여부", "지역별 이용 여부 ‘이용함’ 비율", "만족도", "지역별 만족도 평균(5점)",
    ]  # fmt: skip
    heads = [[column.words for column in face.columns] for face in (used, satisfied)]
    assert heads[0] == ["사례수(N)", "이용함", "이용 안 함", "계"]
    assert heads[1][0] == "사례수(N)" and heads[1][-4:] == ["불만족(①+②)", "만족(④+⑤)", "평균(5점)", "100점 환산"]
    of_used, of_satisfied = (int(printed(face)[1][1]) for face in (used, satisfied))
    assert 0 < of_satisfied < of_used, "only those who used it were asked"


def test_a_grid_of_numbers_has_a_face_for_each_column(matrix: dict[str, tuple[Table, ...]]):
    quota, _, staff, _ = faces(matrix["grid_number/n=14"], {"place": "지역별"}, "ko")
    assert (quota.words, staff.words) == ("정원", "현원")
    assert printed(staff)[0] == ["구분", "사례수(N)", "평균", "중앙값", "1사분위", "3사분위", "최소", "최대", "합계"]


def test_rows_stand_under_the_headings_of_their_groups(matrix: dict[str, tuple[Table, ...]]):
    means, importance, _ = faces(matrix["ipa_blocks/n=320"], {"place": "지역별"}, "ko")
    assert [block.words for block in means.blocks] == ["1영역", "2영역", "3영역"]
    assert means.lines == 18
    # so many rows go down by group too, each with how many its means are of
    assert [block.words for block in importance.blocks] == ["1영역", "2영역", "3영역"]
    assert importance.groups == (("", 1), ("지역별", 4))


def test_figures_of_rows_that_fewer_answered_have_their_own_base(matrix: dict[str, tuple[Table, ...]]):
    of_all = matrix["mixed_use/n=320"][0]
    *_, satisfied, satisfied_by = faces(matrix["mixed_use/n=320"], {"place": "지역별"}, "ko")
    assert "사례수(N)" not in [column.words for column in satisfied_by.columns] and satisfied_by.with_bases
    asked = [int(line[1]) for line in printed(satisfied)[1:]]
    everybody = next(line for line in printed(satisfied_by) if line[0] == "전체")
    assert [int(shown.partition("/")[2]) for shown in everybody[1:]] == asked
    first = next(entry for _, entry in satisfied_by.shown() if entry.stat == "mean.base")
    assert of_all.value("mean.base", first.item, first.row) == first.value


def test_figures_of_rows_that_all_answered_have_one_base(matrix: dict[str, tuple[Table, ...]]):
    _, by_place = faces(matrix["allocation/n=320"], {"place": "지역별"}, "ko")
    assert by_place.columns[0].words == "사례수(N)" and not by_place.with_bases


def test_a_gap_of_fewer_than_were_asked_has_its_own_base(matrix: dict[str, tuple[Table, ...]]):
    table = matrix["ipa_blocks/n=320"][0]
    means, *_ = faces((table,), {}, "ko")
    assert [column.words for column in means.columns] == ["중요도", "수행도", "차이", "자리"]
    *_, gap, _ = means.blocks[0].lines[0].entries
    assert isinstance(gap, Entry) and gap.cells[1] == table.get("mean.base", "gap", table.rows[0].id)
    assert gap.cells[1].value == gap.cells[0].base


def test_a_row_where_agreement_is_the_bad_end_is_marked(matrix: dict[str, tuple[Table, ...]]):
    main, by_place = faces(matrix["grid_reversed/n=14"], {"place": "지역별"}, "ko")
    rows = [line[0] for line in printed(main)[1:]]
    assert rows[0] == "긍정 항목 1" and rows[-1] == "부정 항목 2 (역)"
    assert [column.words for column in by_place.columns] == rows


def test_many_numbers_are_also_told_in_bands(matrix: dict[str, tuple[Table, ...]]):
    spread, bands = faces(matrix["number/n=320"], {"place": "지역별"}, "ko")
    assert bands.words == "분포"
    assert len(bands.columns) > 5 and bands.columns[-1].words == "계"
    assert printed(spread)[1][1] == printed(bands)[1][1], "the same base"


def test_no_cell_of_any_table_is_blank_where_somebody_answered(matrix: dict[str, tuple[Table, ...]]):
    for name, given in matrix.items():
        if name.endswith(("n=14", "n=320")):
            for face in faces(given, {"place": "지역별"}, "ko"):
                lines = [line for block in face.blocks for line in block.lines]
                blank = [
                    (line.words, column.words)
                    for line in lines
                    for column, entry in zip(face.columns, line.entries, strict=True)
                    if not str(show_entry(entry, "ko")) or "nan" in str(show_entry(entry, "ko"))
                ]
                assert not blank, (name, face.words, blank)


def test_a_hidden_base_takes_the_sum_with_it():
    table = choice("q", "물음", {"a": 6, "b": 4})
    by_area = grouped(table, 광주={"a": 5, "b": 3}, 서울={"a": 1, "b": 1})
    hidden = by_area.with_cells(
        cell._replace(value=None, n=None, base=None, status="suppressed") if cell.level == "서울" else cell
        for cell in by_area.cells
    )
    (face,) = faces((table, hidden), BANNERS, "ko")
    assert printed(face)[-1] == ["서울", "X", "X/X", "X/X", "X"]


def test_every_kind_of_question_has_a_layout():
    for kind in ("single", "multi", "scale", "number", "money", "date", "ranking", "grid", "allocation",
                 "importance_performance", "open", "text", "events"):  # fmt: skip
        faces((replace(KIND, kind=kind, facts=dict(KIND.facts)),), {}, "en")


def test_the_words_of_the_layout_are_there_in_both_languages():
    assert message("report.table.base", "ko") == "사례수(N)"
    assert message("report.table.base", "en") == "Base (N)"


def test_a_group_of_which_everything_is_hidden_is_in_no_table(matrix: dict[str, tuple[Table, ...]]):
    whole, by_place = matrix["grid_scale/n=320"]
    means_hidden = by_place.with_cells(
        cell._replace(value=None, n=None, base=None, status="suppressed")
        if cell.level and cell.stat == "mean"
        else cell
        for cell in by_place.cells
    )
    assert len(faces((whole, by_place), {"place": "지역별"}, "ko")) == 2
    assert len(faces((whole, means_hidden), {"place": "지역별"}, "ko")) == 1
    twice = (whole, means_hidden, replace(means_hidden, group="age", facts=dict(means_hidden.facts)))
    groups = {"place": "By place", "age": "By age"}
    assert left_out(twice, faces(twice, groups, "en"), groups, "en") == (
        "By place, by age: left out because every figure would be hidden",
    )
    assert left_out((whole, means_hidden), faces((whole, means_hidden), {}, "ko"), {"place": "지역별"}, "ko") == (
        "지역별 표는 모두 가려야 하므로 싣지 않음",
    )
