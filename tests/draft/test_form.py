"""An XLSForm written out in full: what it says is certain, what it cannot carry over is said."""

from __future__ import annotations

from pathlib import Path

from analysis.draft import Draft, draft_of_form, is_form
from analysis.questionnaire import load_questionnaire
from analysis.responses.tried_draft import tried_draft
from tests.draft.made import keys, table
from tests.questionnaire.test_xlsform import form

SURVEY = (
    {"type": "select_one yn", "name": "has_well", "label": "우물이 있습니까?", "required": "yes"},
    {
        "type": "select_multiple src",
        "name": "sources",
        "label": "물을 얻는 곳",
        "relevant": "${has_well} = 'yes'",
    },
    {"type": "text", "name": "telephone_number", "label": "연락처"},
    {"type": "geopoint", "name": "place", "label": "위치"},
)


def made(folder: Path) -> Path:
    form(folder, *SURVEY)
    return folder / "form.xlsx"


def written(draft: Draft, folder: Path) -> Draft:
    path = folder / "draft.yml"
    path.write_text(draft.text(), encoding="utf-8")
    assert load_questionnaire(path) == draft.questionnaire
    return draft


def test_a_form_is_known_by_its_sheets(tmp_path: Path) -> None:
    assert is_form(made(tmp_path))
    assert not is_form(table(tmp_path / "a.csv", {"지역": ["서울"]}))


def test_the_questions_are_the_form_s_with_codes_and_conditions(tmp_path: Path) -> None:
    draft = written(draft_of_form(made(tmp_path), "water", 2024), tmp_path)
    well, sources, phone = draft.questionnaire.questions
    assert (well.id, well.required, [option.header for option in well.options]) == (
        "has_well",
        True,
        ["yes", "no"],
    )
    assert (sources.separator, sources.ask_if) == (" ", "has_well is yes")
    assert (phone.pii, phone.export) == (("phone",), "never")
    assert keys(draft) == {"form_remark", "personal"}


def test_columns_of_an_export_that_are_not_on_the_form_are_ignored_and_named(tmp_path: Path) -> None:
    answers = {
        "has_well": ["yes", "no"],
        "sources": ["tap", ""],
        "_id": ["1", "2"],
        "weight_of_area": ["0.3", "0.9"],
    }
    draft = tried_draft(table(tmp_path / "export.csv", answers), form=made(tmp_path))
    assert "weight_of_area" in draft.questionnaire.ignore_columns
    assert "ignored_not_on_form" in keys(draft) and draft.rows == 2


def test_a_condition_that_answers_contradict_is_left_out_and_said(tmp_path: Path) -> None:
    """Nobody's answer is lost before somebody has decided which of the two is wrong."""
    answers = {"has_well": ["yes", "no", "no"], "sources": ["tap", "dug-well", ""]}
    draft = written(tried_draft(table(tmp_path / "export.csv", answers), form=made(tmp_path)), tmp_path)
    assert draft.questionnaire.question("sources").ask_if is None
    (note,) = [note for note in draft.notes if note.key == "contradicted"]
    assert note.words == {"condition": "has_well is yes", "count": 1}
    as_asked = {"has_well": ["yes", "no"], "sources": ["tap", ""]}
    draft = tried_draft(table(tmp_path / "clean.csv", as_asked), form=made(tmp_path))
    assert draft.questionnaire.question("sources").ask_if == "has_well is yes"


def test_codes_that_the_form_does_not_have_are_said(tmp_path: Path) -> None:
    answers = {"has_well": ["yes", "maybe"], "sources": ["tap", ""]}
    draft = tried_draft(table(tmp_path / "export.csv", answers), form=made(tmp_path))
    (note,) = [note for note in draft.notes if note.key == "unread"]
    assert (note.place, note.words["examples"]) == (("questions", "has_well"), "'maybe'")
