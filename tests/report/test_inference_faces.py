"""Intervals and tests in print, on the page and in the workbook."""

from __future__ import annotations

from dataclasses import replace

from analysis.report.book_table import Head, Number, question_tables
from analysis.report.face import Entry, Face
from analysis.report.figure_block import figure_block, notes_of
from analysis.report.layout import faces
from analysis.report.markup import show_entry
from analysis.tables import Cell, Table
from tests.report.small_report import KIND, SATISFACTION, bundle, choice
from tests.report.test_layout import BANNERS, grouped

FRAME = {"inference": {"situation": "frame", "population": 21, "confidence": 0.95, "weighted": False}}
TESTED = {"comparison": {"family": "survey", "tests": 36, "adjustment": "holm", "alpha": 0.05}}


def sure(table: Table, **facts: object) -> Table:
    """Every share and mean with a standard error and an interval."""
    cells = tuple(
        cell._replace(se=0.0754, low=0.476, high=0.762)
        if cell.stat in ("share", "mean") and cell.shown
        else cell
        for cell in table.cells
    )
    return replace(table, cells=cells, facts={**table.facts, **FRAME, **facts})


def compared(p: float = 0.0, adjusted: float = 0.012) -> Table:
    """By area, where the second area is above the first."""
    table = sure(
        grouped(
            choice("kind", "조직유형", {"a": 50, "b": 50}), north={"a": 10, "b": 40}, south={"a": 40, "b": 10}
        )
    )
    cells = [
        cell._replace(letters="A") if (cell.level, cell.item, cell.stat) == ("south", "a", "share") else cell
        for cell in table.cells
    ]
    cells += [
        Cell("", "", "", "p", p, n=100, base=100, rule="rao_scott_f"),
        Cell("", "", "", "p_adjusted", adjusted, n=100, base=100, rule="holm"),
        Cell("", "", "", "effect", 0.6, n=100, base=100, rule="cramers_v"),
    ]
    return replace(table, cells=tuple(cells), facts={**table.facts, **TESTED})


def html(face: Face) -> list[list[str]]:
    """The lines as the page shows them, without marks."""
    return [
        [line.words, *(show_entry(entry, "ko").striptags() for entry in line.entries)]
        for block in face.blocks
        for line in block.lines
    ]


def test_beside_every_share_stands_its_interval() -> None:
    _, intervals = faces((sure(KIND),), {}, "ko")
    assert intervals.words == "신뢰구간"
    assert [column.words for column in intervals.columns] == ["비율(%)", "95% 신뢰구간"]
    assert html(intervals) == [
        ["보기 a", "35.7", "47.6~76.2"],
        ["보기 b", "50.0", "47.6~76.2"],
        ["보기 c", "X", "X"],
    ]


def test_of_a_scale_the_top_and_the_mean_have_theirs() -> None:
    _, intervals = faces((sure(SATISFACTION, points=5, top="4+5", bottom="1+2"),), {}, "ko")
    assert html(intervals) == [["전체", "14", "64.3", "47.6~76.2", "3.71", "0.48~0.76"]]


def test_a_sample_that_allows_none_has_no_table_of_intervals() -> None:
    assert [face.words for face in faces((KIND,), {}, "ko")] == [""]


def test_a_question_none_of_whose_shares_has_an_interval_has_no_table_of_them() -> None:
    table = sure(KIND)
    cells = tuple(cell._replace(low=None, high=None) for cell in table.cells)
    assert len(faces((replace(table, cells=cells, facts=dict(table.facts)),), {}, "ko")) == 1


def test_a_figure_without_an_interval_beside_others_has_the_sign_of_what_is_not_known() -> None:
    table = sure(KIND)
    cells = tuple(cell._replace(low=None, high=None) if cell.item == "a" else cell for cell in table.cells)
    _, intervals = faces((replace(table, cells=cells, facts=dict(table.facts)),), {}, "ko")
    assert html(intervals)[0] == ["보기 a", "35.7", "…"]
    assert "…" in intervals.signs()


def test_the_workbook_has_standard_error_and_both_ends_in_columns_of_their_own() -> None:
    table = sure(KIND)
    _, intervals = question_tables(bundle(table), table, "ko")
    assert intervals.heads == (
        Head("비율(%)"), Head("표준오차", "95% 신뢰구간"), Head("하한", "95% 신뢰구간"), Head("상한", "95% 신뢰구간"),
    )  # fmt: skip
    assert intervals.rows[0].values == (
        Number(0.357, "#,##0.0%"), Number(0.0754, "#,##0.00%"), Number(0.476, "#,##0.0%"), Number(0.762, "#,##0.0%"),
    )  # fmt: skip


def test_a_test_stands_with_its_name_p_and_size_under_its_group() -> None:
    face = faces((sure(choice("kind", "조직유형", {"a": 50, "b": 50})), compared()), BANNERS, "ko")[-1]
    assert face.words == "구분별 검정" and [block.words for block in face.blocks] == ["권역"]
    assert html(face) == [["문항 전체", "라오–스콧 보정 F 검정", "<0.001", "0.012", "크래머 V", "0.60"]]


def of_tests(table: Table) -> Face:
    return faces((sure(choice("kind", "조직유형", {"a": 50, "b": 50})), table), BANNERS, "ko")[-1]


def test_the_size_of_an_effect_is_not_told_of_fewer_than_counts_lead() -> None:
    table = compared()
    for base, told in ((30, ["크래머 V", "0.60"]), (29, [])):
        cells = tuple(cell._replace(base=base) if cell.stat == "effect" else cell for cell in table.cells)
        face = of_tests(replace(table, cells=cells, facts=dict(table.facts)))
        assert html(face)[0][4:] == told
        assert [column.words for column in face.columns][3:] == (["효과 크기", "값"] if told else [])


def test_beside_effects_that_are_told_one_that_is_not_stays_empty() -> None:
    table = compared()
    few = [
        cell._replace(item="b", base=29) for cell in table.cells if cell.stat in ("p", "p_adjusted", "effect")
    ]
    face = of_tests(replace(table, cells=(*table.cells, *few), facts=dict(table.facts)))
    assert [line[4:] for line in html(face)] == [["크래머 V", "0.60"], ["", ""]]


def test_words_of_tests_begin_at_the_left_on_the_page() -> None:
    page = figure_block(
        bundle(sure(choice("kind", "조직유형", {"a": 50, "b": 50})), compared()), "kind", "ko"
    ).html("ko")
    assert '<th scope="col" class="words">검정<' in page
    assert '<td class="words">라오–스콧 보정 F 검정<' in page
    assert '<th scope="col">p<' in page


def test_a_table_of_many_tests_is_folded() -> None:
    table = compared()
    (p,) = (cell for cell in table.cells if cell.stat == "p")
    for n, folded in ((8, False), (9, True)):
        cells = (
            *(cell for cell in table.cells if cell.stat != "p"),
            *(p._replace(item=str(at)) for at in range(n)),
        )
        many = replace(table, cells=cells, facts=dict(table.facts))
        assert of_tests(many).folded == folded
        page = figure_block(
            bundle(sure(choice("kind", "조직유형", {"a": 50, "b": 50})), many), "kind", "ko"
        ).html("ko")
        assert ('<summary>구분별 검정<span class="sr">' in page) == folded


def test_a_test_that_could_not_be_made_says_why() -> None:
    table = compared()
    none = Cell("", "", "", "p", None, n=100, base=100, status="not_comparable", rule="constant")
    cells = (*(cell for cell in table.cells if cell.stat not in ("p", "p_adjusted", "effect")), none)
    table = replace(table, cells=cells, facts=dict(table.facts))
    face = faces((sure(choice("kind", "조직유형", {"a": 50, "b": 50})), table), BANNERS, "ko")[-1]
    assert html(face)[0][:3] == ["문항 전체", "모두 같은 답이어서 검정하지 않음", "…"]


def test_letters_stand_beside_the_figure_and_say_which_column_they_mean() -> None:
    tables = (sure(choice("kind", "조직유형", {"a": 50, "b": 50})), compared())
    main = faces(tables, BANNERS, "ko")[0]
    assert [line[0] for line in html(main)] == ["전체", "north (A)", "south (B)"]
    assert html(main)[2][2] == "80.0A"
    notes = notes_of(tables, "ko", (main,))
    assert any("글자" in note and "홀름" in note and "30 이상" in note and "5%" in note for note in notes)
    book = next(iter(question_tables(bundle(*tables), tables[0], "ko")))
    assert book.rows[-1].values[1] == Number(0.8, '#,##0.0%" A"')


def test_that_groups_differ_is_said_below_the_finding_of_all() -> None:
    block = figure_block(
        bundle(sure(choice("kind", "조직유형", {"a": 50, "b": 50})), compared()), "kind", "ko"
    )
    said = [sentence.text for sentence in block.sentences]
    assert any("차이가 있음(라오–스콧 보정 F 검정, 보정 p=0.012, 크래머 V 0.60)" in text for text in said)


def test_a_count_stands_where_its_share_is_not_told_and_no_sum() -> None:
    table = grouped(
        choice("kind", "조직유형", {"a": 50, "b": 50}), north={"a": 3, "b": 1}, south={"a": 40, "b": 10}
    )
    cells = tuple(
        cell._replace(value=None, status="not_comparable", rule="few_answers")
        if (cell.level, cell.stat) == ("north", "share")
        else cell
        for cell in table.cells
    )
    table = replace(table, cells=cells, facts=dict(table.facts))
    all_of_them = choice("kind", "조직유형", {"a": 50, "b": 50})
    (face,) = faces((all_of_them, table), BANNERS, "ko")
    assert html(face)[1] == ["north", "4", "3개", "1개", "…"]
    (north,) = [line for line in face.blocks[1].lines if line.words == "north"]
    assert isinstance(north.entries[1], Entry) and show_entry(north.entries[1], "en").striptags() == "n = 3"
    book = next(iter(question_tables(bundle(all_of_them, table), all_of_them, "ko")))
    values = next(row.values for row in book.rows if row.words == "north")
    assert values[1:] == ("3개", "1개", "…")


def test_in_english_a_breakdown_begins_as_a_sentence_does() -> None:
    of_all = sure(choice("kind", "조직유형", {"a": 50, "b": 50}))
    for table, first in ((compared(), "The answers differ"), (compared(0.08, 0.34), "No difference")):
        block = figure_block(bundle(of_all, table), "kind", "en")
        assert any(sentence.text.startswith(first) for sentence in block.sentences)
