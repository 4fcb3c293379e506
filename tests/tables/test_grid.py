from __future__ import annotations

from analysis.tables import Table
from analysis.tables.build import build_tables
from tests.tables.small_survey import SATISFACTION, absent, answered, figures, line, said, survey

SERVICES = {"advice": {"ko": "상담", "en": "Advice"}, "training": {"ko": "교육", "en": "Training"}}
YES_NO = {
    "kind": "single",
    "options": {"yes": {"ko": "이용함", "en": "Used"}, "no": {"ko": "이용 안 함", "en": "Not used"}},
}
SCALE = {"kind": "scale", "scale": SATISFACTION}


def grid(answers: dict[str, list], **question: object) -> Table:
    given = {"id": "services", "kind": "grid", "rows": SERVICES} | question
    return build_tables(
        answered(survey(given), **{f"services__{part}": given for part, given in answers.items()})
    )[0]


def test_a_row_of_a_scale_reads_like_a_question_of_its_own():
    table = grid({"advice": ["5", "4", "2"], "training": ["1", None, None]}, answer=SCALE)
    assert figures(table, row="advice") == {
        "base": 3,
        "mean": 11 / 3,
        "score100": 200 / 3,
        "median": 4,
    }
    assert line(table, "count", row="advice")["4+5"] == 2
    assert figures(table, row="training")["base"] == 1
    assert (table.facts["cell_kind"], table.facts["points"], table.facts["top"]) == ("scale", 5, "4+5")


def test_rows_of_different_bases_are_announced():
    table = grid({"advice": ["5", "4", "2"], "training": ["1", None, None]}, answer=SCALE)
    assert "항목마다 사례수가 다름(1~3개)" in said(table)


def test_a_row_of_a_single_choice_has_its_options():
    table = grid({"advice": ["yes", "no", "yes"], "training": ["no", "no", "no"]}, answer=YES_NO)
    assert line(table, "share", row="advice") == {"yes": 2 / 3, "no": 1 / 3}


def test_a_column_of_numbers_is_an_item_with_its_figures():
    columns = {"women": "여", "men": "남"}
    table = grid(
        {"advice__women": [3, 5], "advice__men": [1, None]},
        columns=columns,
        answer={"kind": "number", "unit": "명"},
    )
    assert figures(table, row="advice", item="women") == {
        "base": 2, "mean": 4, "median": 4, "q1": 3.5, "q3": 4.5, "sum": 8, "min": 3, "max": 5,
    }  # fmt: skip
    assert figures(table, row="advice", item="men")["base"] == 1
    assert line(table, "absent", row="advice") == {"men:no_answer": 1}
    assert table.words("items", "women") == "여"
    assert "항목마다 사례수가 다름(0~2개)" in said(table)
    assert table.facts["unit"] == "명"


def test_columns_of_different_kinds_keep_their_items_apart():
    columns = {
        "used": {"ko": "이용", "en": "Use", "answer": YES_NO},
        "satisfaction": {"ko": "만족도", "en": "Satisfaction", "answer": SCALE},
    }
    table = grid(
        {"advice__used": ["yes", "yes", "no"], "advice__satisfaction": ["5", "3", absent("not_asked")]},
        columns=columns,
    )
    assert line(table, "count", row="advice")["used:yes"] == 2
    assert line(table, "count", row="advice")["satisfaction:4+5"] == 1
    assert figures(table, row="advice", item="satisfaction")["mean"] == 4
    assert figures(table, row="advice")["base"] == 3
    assert table.words("items", "used:yes") == "이용: 이용함"
    assert table.words("items", "satisfaction:not_asked", "en").startswith("Satisfaction: not asked")
    assert table.facts["cell_kind"] == "mixed"
    assert [(column["id"], column["kind"]) for column in table.facts["columns"]] == [
        ("used", "single"), ("satisfaction", "scale"),
    ]  # fmt: skip


def test_the_base_of_the_question_are_those_who_answered_anywhere():
    table = grid({"advice": ["5", None, None], "training": [None, "1", None]}, answer=SCALE)
    assert figures(table)["base"] == 2
    assert line(table, "absent") == {"no_answer": 1}


def test_a_column_of_words_counts_who_wrote_and_does_not_make_the_base():
    columns = {
        "count": {"ko": "건수", "answer": {"kind": "number"}},
        "remark": {"ko": "비고", "answer": {"kind": "text"}},
    }
    table = grid({"advice__count": [3, None], "advice__remark": [{"text": "위탁"}, None]}, columns=columns)
    assert figures(table, row="advice")["base"] == 1
    assert figures(table, row="advice", item="remark") == {"base": 2, "answered": 1}
    assert table.quotes == ("위탁",)


def test_rows_that_run_the_other_way_are_named():
    rows = SERVICES | {
        "checks": {"ko": "지도·점검이 과도하다", "en": "Checks are excessive", "reverse": True}
    }
    table = grid({"advice": ["5"], "checks": ["5"]}, rows=rows, answer=SCALE)
    assert table.facts["reverse"] == ["checks"]
    assert "역문항(‘매우 만족’ 쪽이 부정적이며, 평균도 그쪽에 가까울수록 나쁨): ‘지도·점검이 과도하다’" in said(table)
    assert table.notes[0].en == (
        "Reversed items (“Very satisfied” is the unfavourable end, and a mean nearer to it is worse): “Checks are excessive”"
    )
    assert grid({"advice": ["5"]}, answer=SCALE).facts["reverse"] == []


def test_blocks_of_rows_come_with_their_words_and_rows():
    rows = {row: words | {"group": "people"} for row, words in SERVICES.items()}
    rows["fund"] = {"ko": "기금", "group": "money"}
    groups = {"people": {"ko": "사람", "en": "People"}, "money": "자금"}
    table = grid({"advice": ["5"]}, rows=rows, groups=groups, answer=SCALE)
    assert table.facts["row_groups"] == [
        {"id": "people", "ko": "사람", "en": "People", "rows": ["advice", "training"]},
        {"id": "money", "ko": "자금", "en": "자금", "rows": ["fund"]},
    ]
