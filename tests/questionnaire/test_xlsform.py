"""An XLSForm becomes a questionnaire; what does not fit is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from analysis.questionnaire import Questionnaire, QuestionnaireError, load_questionnaire
from analysis.questionnaire.xlsform_expression import NotExpressible
from analysis.questionnaire.xlsform_logic import Asked, Limits, condition, limits
from analysis.questionnaire.xlsform_words import id_of
from analysis.zipped import MAX_ELEMENTS
from tests.bad_input.workbooks import with_parts

HEAD = """survey: water
year: 2021
title: 물
publisher: 우리 연합회
respondents:
  ko: 가구
  en: household
  en_plural: households
sample:
  kind: self_selected
xlsform: form.xlsx
"""
YES_NO = [("yn", "yes", "예", "Yes"), ("yn", "no", "아니오", "No")]
SOURCES = [
    ("src", "tap", "수도", "Tap"),
    ("src", "dug-well", "우물", "Well"),
    ("src", "none", "없음", "None"),
]


def form(
    folder: Path, *survey: dict[str, object], choices: list[tuple] = YES_NO + SOURCES, yml: str = HEAD
) -> Path:
    """A questionnaire beside a form of these rows; "label" is the Korean label."""
    book = Workbook()
    sheet = book.active
    sheet.title = "survey"
    columns = list(dict.fromkeys(name for row in survey for name in row))
    sheet.append(["label::한국어 (ko)" if name == "label" else name for name in columns])
    for row in survey:
        sheet.append([row.get(name) for name in columns])
    listed = book.create_sheet("choices")
    listed.append(["list_name", "name", "label::한국어 (ko)", "label::English (en)"])
    for choice in choices:
        listed.append(choice)
    book.save(folder / "form.xlsx")
    path = folder / "water.yml"
    path.write_text(yml, encoding="utf-8")
    return path


def load(folder: Path, *survey: dict[str, object], **more: object) -> Questionnaire:
    return load_questionnaire(form(folder, *survey, **more))  # type: ignore[arg-type]


def row(kind: str, name: str, **more: object) -> dict[str, object]:
    return {"type": kind, "name": name, "label": f"{name}?", **more}


def remarks(questionnaire: Questionnaire) -> list[str]:
    return [f"{one.row} {one.question} {one.what}: {one.text}" for one in questionnaire.remarks]


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("select_one yn", "single"),
        ("select one yn", "single"),
        ("select_multiple src", "multi"),
        ("integer", "number"),
        ("decimal", "number"),
        ("date", "date"),
        ("text", "text"),
    ],
)
def test_types_are_kinds(written: str, kind: str, tmp_path: Path) -> None:
    (question,) = load(tmp_path, row(written, "q")).questions
    assert (question.id, question.no, question.kind, question.ask.ko) == ("q", "q", kind, "q?")


def test_options_have_stable_ids_and_the_file_s_codes(tmp_path: Path) -> None:
    question = load(tmp_path, row("select_multiple src", "source")).question("source")
    assert [(o.id, o.ko, o.en, o.header) for o in question.options] == [
        ("tap", "수도", "Tap", "tap"),
        ("dug_well", "우물", "Well", "dug-well"),
        ("none", "없음", "None", "none"),
    ]
    assert question.separator == " "


@pytest.mark.parametrize(
    ("code", "made"),
    [("dugWell", "dug_well"), ("-99", "minus_99"), ("1", "1"), ("a b", "a_b"), ("예", "xec9888")],
)
def test_a_code_makes_the_same_id_every_year(code: str, made: str) -> None:
    assert id_of(code) == made


def test_groups_are_sections_and_name_columns(tmp_path: Path) -> None:
    questionnaire = load(
        tmp_path,
        row("begin_group", "house", label="집"),
        row("begin group", "water"),
        row("text", "well"),
        row("end group", ""),
        row("end_group", ""),
        row("text", "last"),
    )
    well, last = questionnaire.questions
    assert [(section.id, section.ko) for section in questionnaire.sections] == [("A", "집")]
    assert (well.section, well.headers, last.section) == ("A", ("well", "house/water/well"), "")


def test_notes_and_what_devices_write_are_no_questions(tmp_path: Path) -> None:
    questionnaire = load(tmp_path, row("start", "start"), row("note", "thanks"), row("text", "q"))
    assert [question.id for question in questionnaire.questions] == ["q"]
    assert {"start", "thanks", "_uuid"} <= set(questionnaire.ignore_columns)
    assert questionnaire.remarks == ()


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([row("image", "photo")], "2 photo type: image"),
        (
            [row("begin_repeat", "child"), row("text", "age"), row("end_repeat", "")],
            "2 child type: begin_repeat",
        ),
        ([row("select_one nowhere", "q2")], "2 q2 type: select_one nowhere"),
        ([row("text", "q2", relevant="pulldata('a')")], "2 q2 relevant: pulldata('a')"),
        ([row("integer", "q2", constraint=". < ${q}")], "2 q2 constraint: . < ${q}"),
        ([row("text", "q2", calculation="1 + 1")], "2 q2 calculation: 1 + 1"),
        ([row("select_one yn", "q2", choice_filter="a=b")], "2 q2 choice_filter: a=b"),
    ],
)
def test_what_cannot_be_carried_over_is_told(rows: list[dict], told: str, tmp_path: Path) -> None:
    assert remarks(load(tmp_path, *rows, row("text", "q"))) == [told]


def test_a_question_whose_condition_is_lost_is_not_required(tmp_path: Path) -> None:
    lost = row("text", "q", relevant="position(..) = 1", required="yes")
    kept = row("text", "r", required="true()")
    assert [question.required for question in load(tmp_path, lost, kept).questions] == [False, True]


def test_options_with_one_label_are_told_apart(tmp_path: Path) -> None:
    choices = [("l", "a", "같음", None), ("l", "b", "같음", None), ("l", "b", "또", None)]
    questionnaire = load(tmp_path, row("select_one l", "q"), choices=choices)
    assert [option.ko for option in questionnaire.question("q").options] == ["같음", "같음 (b)"]
    assert remarks(questionnaire) == ["2 q choices: 같음 (b)", "2 q choices: l: b"]


def test_or_other_has_an_option_and_a_column_for_the_words(tmp_path: Path) -> None:
    questionnaire = load(tmp_path, row("select_one yn or_other", "q"))
    assert [option.id for option in questionnaire.question("q").options] == ["yes", "no", "other"]
    assert questionnaire.question("q_other").headers == ("q_other",)


def test_a_form_without_korean_is_read_in_its_own_language(tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "survey"
    for cells in (["type", "name", "label::Arabic (ar)", "label::English (en)"], ["text", "q", "كم", "How?"]):
        book.active.append(cells)
    settings = book.create_sheet("settings")
    settings.append(["form_title", "default_language"])
    settings.append(["Water", "Arabic (ar)"])
    path = form(tmp_path, row("text", "q"), yml=HEAD.replace("title: 물\n", ""))
    book.save(tmp_path / "form.xlsx")
    questionnaire = load_questionnaire(path)
    assert (questionnaire.title.ko, questionnaire.question("q").ask.ko) == ("Water", "كم")
    assert questionnaire.question("q").ask.en == "How?"


def test_the_file_beside_the_form_says_more_of_its_questions(tmp_path: Path) -> None:
    more = (
        HEAD
        + "questions:\n  - id: q\n    pii:\n      - phone\n  - id: own\n    no: Z\n    kind: open\n    ask: 의견\n"
    )
    questionnaire = load(tmp_path, row("text", "q"), yml=more)
    assert questionnaire.question("q").private
    assert [question.id for question in questionnaire.questions] == ["q", "own"]


ASKED = {
    "one": Asked("one", "single", {"yes": "yes", "no": "no", "1": "1"}),
    "many": Asked("many", "multi", {"tap": "tap", "dug-well": "dug_well"}),
    "n": Asked("n", "number", {}),
    "words": Asked("words", "text", {}),
}


@pytest.mark.parametrize(
    ("relevant", "ask_if"),
    [
        ("selected(${one}, 'yes')", "one is yes"),
        ("${one}='yes'", "one is yes"),
        ("${one} = 1", "one is 1"),
        ("selected(${many},'dug-well') and ${n} >= 18", "many has dug_well and n >= 18"),
        ("${one}='yes' or (${n}>1 and ${n}<5)", "one is yes or (n > 1 and n < 5)"),
        ("(${one}='yes' or ${one}='no') and 3 < ${n}", "(one is yes or one is no) and n > 3"),
        ("count-selected(${many}) > 1", "count(many) > 1"),
        ("${words} != ''", "answered(words)"),
        # What is not answered is an empty text, which is not 'yes'.
        ("${one} != 'yes'", "not answered(one) or not one is yes"),
        ("not(selected(${many},'tap')) and ${n}=1", "(not answered(many) or not many has tap) and n = 1"),
        (
            "not(${one}='yes' or ${n}=1)",
            "(not answered(one) or not one is yes) and (not answered(n) or not n = 1)",
        ),
        ("count-selected(${many}) < 2", "not answered(many) or count(many) < 2"),
    ],
)
def test_a_relevant_is_a_condition(relevant: str, ask_if: str) -> None:
    assert condition(relevant, ASKED) == ask_if


@pytest.mark.parametrize(
    "relevant",
    [
        "${one} = ${n}",
        "${later} = 1",
        "${one}='maybe'",
        "${words}='x'",
        "${n} + 1 > 2",
        "today() > 1",
        "${n} >",
        "(((",
    ],
)
def test_what_no_condition_can_say_is_refused(relevant: str) -> None:
    with pytest.raises(NotExpressible):
        condition(relevant, ASKED)


@pytest.mark.parametrize(
    ("constraint", "limited"),
    [
        (".> 17 and .< 120", Limits(18, 119)),
        (". >= 0", Limits(0, None)),
        (". >= 5 and . >= 0 and . < 9 and . <= 20", Limits(5, 8)),
        ("count-selected(.) <= 2 and count-selected(.) <= 3", Limits(choices=2)),
        ("count-selected(.)<=3", Limits(choices=3)),
        ("not(selected(.,'dk') and count-selected(.)>1)", Limits(alone=["dk"])),
        (
            "(not(selected(.,'dk')) and not(selected(.,'no'))) or count-selected(.) = 1",
            Limits(alone=["dk", "no"]),
        ),
    ],
)
def test_a_constraint_limits_the_answer(constraint: str, limited: Limits) -> None:
    assert limits(constraint, whole_numbers=True) == limited


@pytest.mark.parametrize("constraint", [".=0 or .>=9999", ". <= ${n}", ".='yes'", "regex(., '^0')"])
def test_another_constraint_is_refused(constraint: str) -> None:
    with pytest.raises(NotExpressible):
        limits(constraint, whole_numbers=True)


def test_an_open_bound_of_a_decimal_is_refused() -> None:
    with pytest.raises(NotExpressible):
        limits(". > 0", whole_numbers=False)


def test_the_form_has_to_lie_beside(tmp_path: Path) -> None:
    path = form(tmp_path, row("text", "q"), yml=HEAD.replace("form.xlsx", "../form.xlsx"))
    with pytest.raises(QuestionnaireError, match="같은 폴더에 없습니다"):
        load_questionnaire(path)


@pytest.mark.parametrize("content", [b"", b"type,name\n", b"PK\x03\x04 nothing"])
def test_what_is_no_workbook_is_refused(content: bytes, tmp_path: Path) -> None:
    path = form(tmp_path, row("text", "q"))
    (tmp_path / "form.xlsx").write_bytes(content)
    with pytest.raises(QuestionnaireError, match="form.xlsx: 엑셀 파일을 열 수 없습니다"):
        load_questionnaire(path)


HARMFUL = {
    "entities": ("xl/styles.xml", lambda _: b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "DOCTYPE"),
    "a_row_without_end": (
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"</row>", b"<c/>" * (MAX_ELEMENTS + 1) + b"</row>", 1),
        "지나치게 많은 것",
    ),
    "a_row_twice": (
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'<row r="2"', b'<row r="1"'),
        "survey › 1: .*차례대로",
    ),
}


@pytest.mark.parametrize("case", HARMFUL)
def test_a_workbook_made_to_do_harm_or_to_lose_a_row_is_refused(tmp_path: Path, case: str) -> None:
    part, change, said = HARMFUL[case]
    path = form(tmp_path, row("text", "q"))
    made = tmp_path / "form.xlsx"
    made.write_bytes(with_parts(made.read_bytes(), {part: change}))
    with pytest.raises(QuestionnaireError, match=said):
        load_questionnaire(path)


def test_a_workbook_without_questions_is_no_form(tmp_path: Path) -> None:
    with pytest.raises(QuestionnaireError, match="XLSForm이 아닙니다"):
        load(tmp_path, row("note", "hello"))


def test_a_real_form_is_carried_over_whole(shared: Path, tmp_path: Path) -> None:
    """235 rows and 970 choices of a household survey in English and Arabic."""
    (tmp_path / "form.xlsx").write_bytes((shared / "fixtures/kobo-impact-water/xlsform.xlsx").read_bytes())
    path = tmp_path / "water.yml"
    path.write_text(HEAD, encoding="utf-8")
    questionnaire = load_questionnaire(path)
    assert len(questionnaire.questions) == 213
    assert questionnaire.question("age_hoh").ask_if == "hhh_r is no"
    assert questionnaire.question("hh_hosted").ask_if == "not answered(hh_hosting) or not hh_hosting is yes"
    assert "relevant" not in {remark.what for remark in questionnaire.remarks}
    assert len(questionnaire.remarks) == 17
