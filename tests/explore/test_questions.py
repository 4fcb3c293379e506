"""Questions by name: what completes, what shows itself, what filters are built of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from IPython.core.completer import provisionalcompleter
from IPython.core.interactiveshell import InteractiveShell

import start
from analysis.errors import DureError
from analysis.explore.in_ipython import complete_names, settle_in
from analysis.explore.questions import Questions
from analysis.explore.survey import Survey, open_survey
from analysis.questionnaire.questionnaire import Questionnaire


@pytest.fixture(scope="module")
def survey() -> Survey:
    return open_survey("member_orgs", 2016, root=start.ROOT)


@pytest.fixture(scope="module")
def questions(survey: Survey) -> Questions:
    return survey.questions


@pytest.fixture
def shell(survey: Survey) -> Iterator[InteractiveShell]:
    shell = InteractiveShell.instance()
    settle_in()
    shell.user_ns["survey"] = survey
    yield shell
    InteractiveShell.clear_instance()


def completed(shell: InteractiveShell, text: str) -> list[str]:
    with provisionalcompleter():
        return [one.text.lstrip(".") for one in shell.Completer.completions(text, len(text))]


@pytest.mark.parametrize("jedi", [True, False])
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("survey.questions.overall_", ["overall_satisfaction"]),
        ('survey.questions["overall_', ["overall_satisfaction"]),
        ("survey.table(survey.questions.dues_l", ["dues_level"]),
        ('survey.table("overall_', ["overall_satisfaction"]),
        ('survey.table("dues_level", by="organisation_', ["organisation_kind", "organisation_type"]),
        ('survey.table("dues_level", where="answered(overall_', ["overall_satisfaction"]),
        ("survey.table(\"dues_level\", where=\"region == '서", ["서울"]),
        ('survey.table(\n    "overall_', ["overall_satisfaction"]),
    ],
)
def test_names_complete_themselves(shell: InteractiveShell, text: str, names: list[str], jedi: bool) -> None:
    shell.Completer.use_jedi = jedi
    assert completed(shell, text) == names


def test_options_and_rows_complete_themselves_too(shell: InteractiveShell) -> None:
    assert completed(shell, "survey.questions.region.options.seo") == ["seoul"]
    assert completed(shell, "survey.questions.staff.rows.full_time.columns.wo") == ["women"]


@pytest.mark.parametrize("text", ['print("overall_', 'other.table("overall_', 'survey.table("dues_level").save("dues'])
def test_no_other_string_is_completed_with_names_of_questions(shell: InteractiveShell, text: str) -> None:
    assert not {"overall_satisfaction", "dues_level"} & set(completed(shell, text))


def test_a_notebook_is_told_once(shell: InteractiveShell) -> None:
    settle_in()
    assert shell.Completer.custom_matchers.count(complete_names) == 1


def test_who_would_be_named_is_not_asked_about(survey: Survey, questions: Questions) -> None:
    private = {question.id for question in survey.questionnaire.questions if question.private}
    assert private and not private & set(dir(questions))
    assert all(name not in questions._repr_html_() for name in private)
    with pytest.raises(DureError, match="응답자가 드러나는"):
        questions["A1"]


def test_a_question_is_accepted_wherever_its_id_is(survey: Survey, questions: Questions) -> None:
    given = survey.table(questions.dues_level, by=questions.region, where=questions.overall_satisfaction >= 4)
    assert given.query == survey.table("dues_level", "region", "overall_satisfaction >= 4").query
    assert questions["C2"] is questions["지난 1년간 활동 만족도"] is questions.overall_satisfaction


@pytest.mark.parametrize(
    ("built", "text"),
    [
        (lambda q: q.region == "서울", "region is seoul"),
        (lambda q: q.region == q.region.options.seoul, "region is seoul"),
        (lambda q: q.region != "서울", "not region is seoul"),
        (lambda q: q.region.isin(["서울", "busan"]), "region in [seoul, busan]"),
        (lambda q: (q.overall_satisfaction <= 2) & (q.region == "서울"), "overall_satisfaction <= 2 and region is seoul"),
        (lambda q: (q.overall_satisfaction < 2) | ~(q.outlook > 3), "overall_satisfaction < 2 or not outlook > 3"),
        (lambda q: q.founded.answered(), "answered(founded)"),
        (lambda q: q.participated == "forums", "participated has forums"),
        (lambda q: q.staff.rows.full_time.columns.women >= 1, "staff.full_time.women >= 1"),
        (lambda q: q.role_priority.columns["1"] == "publicity", "role_priority.1 is publicity"),
    ],
)
def test_a_filter_is_built_by_comparing(survey: Survey, questions: Questions, built, text: str) -> None:
    built_filter = built(questions)
    assert str(built_filter) == text
    assert survey.table("outlook", where=built_filter).query.where == survey.table("outlook", where=text).query.where


@pytest.mark.parametrize(
    ("built", "said"),
    [
        (lambda q: q.regoin, r"region\(사무소 소재지\)"),
        (lambda q: q.region.options.seol, r"seoul\(서울\)"),
        (lambda q: q.staff.rows.full_tme, r"full_time\(상근\)"),
        (lambda q: q.region == "서을", r"seoul\(서울\)"),
        (lambda q: q.outlook.rows.first, "나뉘지 않습니다"),
        (lambda q: q.board_meetings.options.many, "고를 보기가 없습니다"),
        (lambda q: (q.region == "서울") and (q.outlook == 1), "and, or, not"),
        (lambda q: 1 < q.outlook < 3, "and, or, not"),
        (lambda q: q.region == "서울" & (q.outlook == 1), "괄호"),
        (lambda q: q.outlook == 1 & q.overall_satisfaction == 2, "괄호"),
    ],
)
def test_what_is_wrong_is_told_with_what_was_meant(questions: Questions, built, said: str) -> None:
    with pytest.raises(DureError, match=said) as raised:
        built(questions)
    assert raised.value.english


def test_a_name_that_python_does_not_take_stands_in_brackets(questions: Questions) -> None:
    options = questions.dues_level.options
    assert "raise" not in dir(options)
    assert "raise" in options._ipython_key_completions_()
    assert str(questions.dues_level == options["raise"]) == "dues_level is raise"


def test_what_is_not_there_can_be_looked_for(questions: Questions) -> None:
    assert not hasattr(questions, "regoin")
    assert "regoin" not in questions
    assert "region" in questions


def test_a_question_shows_its_wording_its_options_and_whom_it_is_asked(questions: Questions) -> None:
    shown = questions.barriers._repr_html_()
    for said in ("B3", "<code>barriers</code>", "여러 개 고르기", "인 경우에만 물음", *(str(one) for one in questions.barriers.options)):
        assert said in shown
    assert "모두에게 물음" in questions.region._repr_html_()


def test_a_survey_shows_what_it_is_and_no_answer(survey: Survey) -> None:
    for shown in (survey._repr_html_(), repr(survey)):
        for said in ("회원단체 현황조사", "2016년", "회원단체 14개", "전수", "예시 자료", "공개 전"):
            assert said in shown
        assert not [name for name in survey._responses.part("organisation_name")["text"] if name in shown]
    assert "Survey of member organisations" in Survey(survey._responses, "en")._repr_html_()


def test_findings_say_where_and_what_and_repeat_no_answer(survey: Survey) -> None:
    told = survey._responses.findings
    shown = (survey.findings._repr_html_(), repr(survey.findings), "".join(map(repr, survey.findings)))
    assert len(survey.findings) == len(told) > 0
    assert "A7-2" in shown[0] and "오류 3건" in shown[1]
    answers = {one.value for one in told} | {one.file for one in told} | {one.respondent for one in told} - {""}
    assert not [answer for answer in answers if len(answer) > 3 and any(answer in one for one in shown)]


def test_the_questionnaire_shows_its_questions(shell: InteractiveShell, survey: Survey) -> None:
    data, _ = shell.display_formatter.format(survey.questionnaire)
    assert "overall_satisfaction" in data["text/html"] and "interviewee_name" not in data["text/html"]
    assert data["text/plain"] == "member_orgs 2016: 회원단체 현황조사"


def test_words_of_a_questionnaire_are_no_markup(survey: Survey) -> None:
    given = survey.questionnaire.model_dump(by_alias=True, exclude_unset=True)
    given["questions"] = given["questions"][1:2]
    given["questions"][0]["label"] = {"ko": "<script>", "en": "<script>"}
    given["banners"] = ()
    questions = Questions(Questionnaire.model_validate(given))
    assert "<script>" not in questions._repr_html_() + questions.region._repr_html_()
